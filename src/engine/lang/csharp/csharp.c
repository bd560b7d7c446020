/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/csharp/csharp_internal.h"

extern const TSLanguage *tree_sitter_c_sharp(void);

/* Names and types: the grammar has one node for both, and their place tells them apart. */

static bool is_type_role(enum pv_role role)
{
    return role == PV_ROLE_TYPE || role == PV_ROLE_RESULT || role == PV_ROLE_BASE ||
           role == PV_ROLE_THROWS;
}

static void lower_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_leaf(lower, is_type_role(role) ? PV_TYPE : PV_NAME, role, node);
}

/* global::A is A. */
static void lower_alias_qualified(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_child(lower, pv_node_field(node, "name"), role);
}

/* `whole` up to the arguments of `generic`, its last part. */
static void lower_generic_of(struct pv_lower *lower, TSNode whole, TSNode generic,
                             enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, generic);
    TSNode name = pv_kid_of_type(kids, "identifier");
    uint32_t start = ts_node_start_byte(whole);
    uint32_t end = ts_node_is_null(name) ? ts_node_end_byte(whole) : ts_node_end_byte(name);
    pv_lower_open(lower, PV_GENERIC, role, whole);
    pv_lower_open(lower, PV_TYPE, PV_ROLE_TYPE, whole);
    pv_lower_range(lower, start, end);
    pv_lower_word(lower, pv_str_sub(pv_lower_text(lower, whole), 0, end - start));
    pv_lower_close(lower);
    pv_lower_child(lower, pv_kid_of_type(kids, "type_argument_list"), PV_ROLE_ARGS);
    pv_lower_close(lower);
}

static void lower_qualified(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode name = pv_node_field(node, "name");
    if (is_type_role(role) && pv_node_is(name, "generic_name")) {
        lower_generic_of(lower, node, name, role);
    } else if (is_type_role(role)) {
        pv_lower_leaf(lower, PV_TYPE, role, node);
    } else {
        pv_lower_open(lower, PV_ACCESS, role, node);
        pv_lower_child(lower, pv_node_field(node, "qualifier"), PV_ROLE_OBJECT);
        pv_lower_child(lower, name, PV_ROLE_FIELD);
        pv_lower_close(lower);
    }
}

/* Of what is called, the arguments are the call's. */
static void lower_generic(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (role == PV_ROLE_CALLEE || role == PV_ROLE_FIELD)
        pv_lower_leaf(lower, PV_NAME, role,
                      pv_kid_of_type(pv_lower_kids(lower, node), "identifier"));
    else
        lower_generic_of(lower, node, node, role);
}

static void lower_type_arguments(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_TYPE_ARGS, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode type = kids.p[i].node;
        if (pv_node_is(type, "identifier") || pv_node_is(type, "qualified_name"))
            pv_lower_leaf(lower, PV_TYPE, PV_ROLE_NONE, type);
        else if (kids.p[i].is_named)
            pv_lower_child(lower, type, PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

/* Statements */

/* What its labels are, then its statements as one block. */
static void lower_case(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t n_labels = 0;
    while (n_labels < kids.n && !pv_node_is(kids.p[n_labels].node, ":"))
        n_labels++;
    pv_lower_open(lower, PV_CASE, role, node);
    if (kids.n > 0 && pv_node_is(kids.p[0].node, "default"))
        pv_lower_word(lower, PV_STR("default"));
    pv_lower_each(lower, (struct pv_kids){kids.p, n_labels}, PV_ROLE_VALUE);
    size_t first = n_labels < kids.n ? n_labels + 1 : kids.n;
    if (first + 1 == kids.n) {
        pv_lower_body(lower, kids.p[first].node, PV_ROLE_BODY);
    } else {
        uint32_t end = ts_node_end_byte(node);
        pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
        pv_lower_range(lower, first < kids.n ? ts_node_start_byte(kids.p[first].node) : end, end);
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        pv_lower_each(lower, (struct pv_kids){kids.p + first, kids.n - first}, PV_ROLE_NONE);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

static void lower_switch_expression(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_SWITCH, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, i == 0 ? PV_ROLE_VALUE : PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

/* `P when C => E`: a case whose body is E. */
static void lower_arm(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    if (kids.n < 2)
        return;
    TSNode value = kids.p[kids.n - 1].node;
    pv_lower_open(lower, PV_CASE, role, node);
    if (pv_node_is(kids.p[0].node, "discard"))
        pv_lower_word(lower, PV_STR("default"));
    else
        pv_lower_child(lower, kids.p[0].node, PV_ROLE_VALUE);
    pv_lower_child(lower, pv_kid_of_type(kids, "when_clause"), PV_ROLE_COND);
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, value);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_open(lower, PV_EXPR_STMT, PV_ROLE_NONE, value);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_child(lower, value, PV_ROLE_VALUE);
    pv_lower_close(lower);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* Expressions */

/* `f<T>` of f<T>(x) and of a.f<T>(x). */
static TSNode generic_of_call(TSNode function)
{
    if (pv_node_is(function, "generic_name"))
        return function;
    TSNode name = pv_node_field(function, "name");
    return pv_node_is(name, "generic_name") ? name : (TSNode){0};
}

static void lower_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode function = pv_node_field(node, "function");
    TSNode generic = generic_of_call(function);
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_child(lower, function, PV_ROLE_CALLEE);
    if (!ts_node_is_null(generic))
        pv_lower_child(lower, pv_kid_of_type(pv_lower_kids(lower, generic), "type_argument_list"),
                       PV_ROLE_TYPE_PARAMS);
    pv_lower_child(lower, pv_node_field(node, "arguments"), PV_ROLE_ARGS);
    pv_lower_close(lower);
}

/* a?.b is a.b, a?[0] is a[0]. */
static void lower_conditional_access(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode member = pv_kid_of_type(kids, "member_binding_expression");
    bool is_member = !ts_node_is_null(member);
    pv_lower_open(lower, is_member ? PV_ACCESS : PV_INDEX, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "condition"), PV_ROLE_OBJECT);
    if (is_member)
        pv_lower_child(lower, member, PV_ROLE_FIELD);
    else
        pv_lower_child(lower, pv_kid_of_type(kids, "element_binding_expression"), PV_ROLE_ARGS);
    pv_lower_close(lower);
}

/* NAME: VALUE, NAME = VALUE, out VALUE, or the value alone. */
static void lower_argument(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    if (kids.n == 0)
        return;
    TSNode name = pv_kid_of_field(kids, "name");
    TSNode value = kids.p[kids.n - 1].node;
    bool is_named = !ts_node_is_null(name);
    bool is_ref = kids.n > 1 && !kids.p[kids.n - 2].is_named && !ts_node_is_null(value) &&
                  !pv_node_is(kids.p[kids.n - 2].node, ":") &&
                  !pv_node_is(kids.p[kids.n - 2].node, "=");
    if (is_named) {
        pv_lower_open(lower, PV_KWARG, role, node);
        pv_lower_child(lower, name, PV_ROLE_NAME);
    }
    if (is_ref) {
        pv_lower_open(lower, PV_UNARY, is_named ? PV_ROLE_VALUE : role, node);
        pv_lower_word(lower, pv_lower_text(lower, kids.p[kids.n - 2].node));
        pv_lower_child(lower, value, PV_ROLE_OPERAND);
        pv_lower_close(lower);
    } else {
        pv_lower_child(lower, value, is_named ? PV_ROLE_VALUE : role);
    }
    if (is_named)
        pv_lower_close(lower);
}

/* The sizes of T[n], which are arguments of what makes it. */
static void lower_sizes(struct pv_lower *lower, TSNode type)
{
    TSNode rank = {0};
    for (; pv_node_is(type, "array_type"); type = pv_node_field(type, "type"))
        rank = pv_node_field(type, "rank");
    if (ts_node_is_null(rank) || ts_node_named_child_count(rank) == 0)
        return;
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, rank);
    pv_lower_each(lower, pv_lower_kids(lower, rank), PV_ROLE_NONE);
    pv_lower_close(lower);
}

/* new T(x) {...}, new T[n], new(x), new[] {...} */
static void lower_new(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode type = pv_kid_of_field(kids, "type");
    pv_lower_open(lower, PV_NEW, role, node);
    pv_lower_child(lower, type, PV_ROLE_TYPE);
    lower_sizes(lower, type);
    pv_lower_child(lower, pv_kid_of_type(kids, "argument_list"), PV_ROLE_ARGS);
    pv_lower_child(lower, pv_kid_of_type(kids, "initializer_expression"), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* x as T is a cast of x to T. */
static void lower_as(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_CAST, role, node);
    pv_lower_child(lower, pv_node_field(node, "left"), PV_ROLE_VALUE);
    pv_lower_child(lower, pv_node_field(node, "right"), PV_ROLE_TYPE);
    pv_lower_close(lower);
}

/* new { A = x, y.B } */
static void lower_anonymous_object(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_NEW, role, node);
    pv_lower_open(lower, PV_ARRAY, PV_ROLE_VALUE, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        if (i + 2 < kids.n && pv_node_is(kids.p[i + 1].node, "=")) {
            pv_lower_open(lower, PV_ASSIGN, PV_ROLE_NONE, kids.p[i].node);
            pv_lower_range(lower, ts_node_start_byte(kids.p[i].node),
                           ts_node_end_byte(kids.p[i + 2].node));
            pv_lower_word(lower, PV_STR("="));
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_TARGET);
            pv_lower_child(lower, kids.p[i + 2].node, PV_ROLE_VALUE);
            pv_lower_close(lower);
            i += 2;
        } else {
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
        }
    }
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_implicit_parameter(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_PARAMS, role, node);
    pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_TARGET, node);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_anonymous_method(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_LAMBDA, role, node);
    pv_lower_child(lower, pv_kid_of_type(kids, "parameter_list"), PV_ROLE_PARAMS);
    pv_lower_child(lower, pv_kid_of_type(kids, "block"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* x! only tells the compiler that x is not null. */
static void lower_postfix(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_plain = kids.n > 0 && pv_node_is(kids.p[kids.n - 1].node, "!");
    if (is_plain) {
        pv_lower_each(lower, kids, role);
        return;
    }
    pv_lower_open(lower, PV_POSTFIX, role, node);
    if (kids.n > 0)
        pv_lower_word(lower, pv_lower_text(lower, kids.p[kids.n - 1].node));
    pv_lower_each(lower, kids, PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

/* "a", @"a", $"a{b}", $@"a{b}" and three or more quotes on each side. */
static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    uint32_t start = ts_node_start_byte(node);
    size_t first = 0;
    bool is_raw = false;
    for (; first < text.n && text.p[first] != '"'; first++)
        is_raw = is_raw || text.p[first] == '@';
    size_t n_quotes = 0;
    while (first + n_quotes < text.n && text.p[first + n_quotes] == '"')
        n_quotes++;
    size_t last = text.n;
    while (last > first && text.p[last - 1] != '"')
        last--; /* "a"u8 */
    bool is_long = n_quotes >= 3 && !is_raw;
    size_t width = is_long ? n_quotes : 1;
    bool is_ended = last >= first + 2 * width;
    struct pv_string_parts parts = {
        .whole = node,
        .inner = node,
        .start = (uint32_t)(start + first + width),
        .end = (uint32_t)(start + (is_ended ? last - width : text.n)),
    };
    pv_lower_string_parts(lower, &parts, role,
                          is_raw || is_long ? PV_NODE_RAW_STRING : (enum pv_node_flag)0);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/csharp/csharp.def"
};

extern const struct pv_pattern_spelling pv_spelling_csharp;

const struct pv_lang pv_lang_csharp = {
    .name = {"csharp", 6},
    .aliases = (const char *const[]){"c#", "C#", "cs", NULL},
    .extensions = (const char *const[]){".cs", NULL},
    .grammar = tree_sitter_c_sharp,
    .blank = pv_csharp_blank,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers = (const char *const[]){"await", "delegate", "event", "implicit", "explicit",
                                       "params", "using", NULL},
    .spelling = &pv_spelling_csharp,
};
