/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/kotlin/kotlin_internal.h"

extern const TSLanguage *tree_sitter_kotlin(void);

/* The grammar reads !f(x) as (!f)(x). */
static enum pv_hold hold(TSNode node)
{
    bool is_prefix =
        pv_node_is(node, "unary_expression") && !ts_node_is_named(ts_node_child(node, 0));
    return is_prefix ? PV_HOLD_PREFIX : PV_HOLD_TIGHT;
}

static bool is_link(TSNode node)
{
    return pv_node_is(node, "call_expression") || pv_node_is(node, "navigation_expression") ||
           pv_node_is(node, "index_expression") ||
           (pv_node_is(node, "unary_expression") && hold(node) == PV_HOLD_TIGHT);
}

/* Names and types */

/* The grammar has no keywords for these. */
static void lower_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    enum pv_kind kind = PV_NAME;
    if (pv_str_eq(text, PV_STR("true")) || pv_str_eq(text, PV_STR("false")))
        kind = PV_BOOL;
    else if (pv_str_eq(text, PV_STR("null")))
        kind = PV_NULL;
    pv_lower_leaf(lower, kind, role, node);
}

/* In the name of an annotation, a name; T<U> with what it is given, anything else as one name. */
static void lower_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode arguments = pv_kid_of_type(kids, "type_arguments");
    if (role == PV_ROLE_CALLEE || role == PV_ROLE_VALUE) {
        pv_lower_dotted(lower, node, role);
    } else if (ts_node_is_null(arguments)) {
        pv_lower_leaf(lower, PV_TYPE, role, node);
    } else {
        uint32_t start = ts_node_start_byte(node);
        uint32_t end = ts_node_start_byte(arguments);
        pv_lower_open(lower, PV_GENERIC, role, node);
        pv_lower_open(lower, PV_TYPE, PV_ROLE_TYPE, node);
        pv_lower_range(lower, start, end);
        pv_lower_word(lower, pv_str_sub(pv_lower_text(lower, node), 0, end - start));
        pv_lower_close(lower);
        pv_lower_child(lower, arguments, PV_ROLE_ARGS);
        pv_lower_close(lower);
    }
}

static void lower_annotation(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    (void)role;
    pv_lower_open(lower, PV_ATTR, PV_ROLE_ATTR, node);
    pv_lower_each(lower, pv_lower_kids(lower, node), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* Expressions */

/* What a call is made of: the grammar has f(x) { ... } as a call of f(x). */
struct call {
    TSNode callee;
    TSNode types;
    TSNode arguments;
    TSNode lambda;
};

static struct call read_call(struct pv_lower *lower, TSNode node)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct call call = {.types = pv_kid_of_type(kids, "type_arguments"),
                        .arguments = pv_kid_of_type(kids, "value_arguments"),
                        .lambda = pv_kid_of_type(kids, "annotated_lambda")};
    if (kids.n > 0)
        call.callee = kids.p[0].node;
    return call;
}

/* A lambda behind the parenthesis is the last argument. */
static void lower_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (pv_lower_regroup(lower, node, role))
        return;
    struct call call = read_call(lower, node);
    if (ts_node_is_null(call.arguments) && pv_node_is(call.callee, "call_expression")) {
        struct call inner = read_call(lower, call.callee);
        if (ts_node_is_null(inner.lambda))
            call = (struct call){inner.callee, inner.types, inner.arguments, call.lambda};
    }
    TSNode first = ts_node_is_null(call.arguments) ? call.lambda : call.arguments;
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_child(lower, call.callee, PV_ROLE_CALLEE);
    pv_lower_child(lower, call.types, PV_ROLE_TYPE_PARAMS);
    if (!ts_node_is_null(first)) {
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, first);
        pv_lower_range(lower, ts_node_start_byte(first), ts_node_end_byte(node));
        if (!ts_node_is_null(call.arguments))
            pv_lower_each(lower, pv_lower_kids(lower, call.arguments), PV_ROLE_NONE);
        pv_lower_child(lower, call.lambda, PV_ROLE_NONE);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* The grammar takes f<T>(x) for two comparisons, which no code makes. */
static void lower_binary(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode left = pv_node_field(node, "left");
    TSNode right = pv_node_field(node, "right");
    TSNode token = pv_node_field(node, "operator");
    bool is_call = pv_node_is(token, ">") && pv_node_is(left, "binary_expression") &&
                   pv_node_is(pv_node_field(left, "operator"), "<") &&
                   pv_node_is(right, "parenthesized_expression");
    if (!is_call) {
        pv_lower_open(lower, PV_BINARY, role, node);
        pv_lower_word(lower, pv_lower_text(lower, token));
        pv_lower_child(lower, left, PV_ROLE_LEFT);
        pv_lower_child(lower, right, PV_ROLE_RIGHT);
        pv_lower_close(lower);
        return;
    }
    TSNode type = pv_node_field(left, "right");
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_child(lower, pv_node_field(left, "left"), PV_ROLE_CALLEE);
    pv_lower_open(lower, PV_TYPE_ARGS, PV_ROLE_TYPE_PARAMS, type);
    pv_lower_leaf(lower, PV_TYPE, PV_ROLE_NONE, type);
    pv_lower_close(lower);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, right);
    pv_lower_child(lower, right, PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* NAME = VALUE, *VALUE, or the value alone. */
static void lower_argument(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_named = kids.n > 2 && pv_node_is(kids.p[1].node, "=");
    bool is_spread = !ts_node_is_null(pv_kid_of_type(kids, "*"));
    if (is_named) {
        pv_lower_open(lower, PV_KWARG, role, node);
        pv_lower_child(lower, kids.p[0].node, PV_ROLE_NAME);
        role = PV_ROLE_VALUE;
    }
    if (is_spread)
        pv_lower_open(lower, PV_SPREAD, role, node);
    if (kids.n > 0)
        pv_lower_child(lower, kids.p[kids.n - 1].node, is_spread ? PV_ROLE_VALUE : role);
    for (int i = 0; i < is_named + is_spread; i++)
        pv_lower_close(lower);
}

/* a.b, a?.b and a::b */
static void lower_navigation(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (pv_lower_regroup(lower, node, role))
        return;
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_reference = !ts_node_is_null(pv_kid_of_type(kids, "::"));
    pv_lower_open(lower, is_reference ? PV_REF : PV_ACCESS, role, node);
    if (kids.n > 1) {
        pv_lower_child(lower, kids.p[0].node, PV_ROLE_OBJECT);
        pv_lower_child(lower, kids.p[kids.n - 1].node, PV_ROLE_FIELD);
    }
    pv_lower_close(lower);
}

/* T::f, T::class and ::f; the last token is the name. */
static void lower_reference(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_REF, role, node);
    if (kids.n > 0 && kids.p[0].is_named)
        pv_lower_child(lower, kids.p[0].node, PV_ROLE_OBJECT);
    if (kids.n > 1)
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_FIELD, kids.p[kids.n - 1].node);
    pv_lower_close(lower);
}

static void lower_index(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (pv_lower_regroup(lower, node, role))
        return;
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_INDEX, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, i == 0 ? PV_ROLE_OBJECT : PV_ROLE_ARGS);
    }
    pv_lower_close(lower);
}

/* a f b calls a.f(b). */
static void lower_infix(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    if (kids.n < 3)
        return;
    TSNode name = kids.p[1].node;
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_open(lower, PV_ACCESS, PV_ROLE_CALLEE, node);
    pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(name));
    pv_lower_child(lower, kids.p[0].node, PV_ROLE_OBJECT);
    pv_lower_child(lower, name, PV_ROLE_FIELD);
    pv_lower_close(lower);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, kids.p[kids.n - 1].node);
    pv_lower_child(lower, kids.p[kids.n - 1].node, PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* x is T; x !is T is its negation. */
static void lower_is(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_negated = ts_node_is_null(pv_kid_of_type(kids, "is"));
    if (is_negated) {
        pv_lower_open(lower, PV_UNARY, role, node);
        pv_lower_word(lower, PV_STR("!"));
    }
    pv_lower_open(lower, PV_TYPE_TEST, is_negated ? PV_ROLE_OPERAND : role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "left"), PV_ROLE_VALUE);
    pv_lower_child(lower, pv_kid_of_field(kids, "right"), PV_ROLE_TYPE);
    pv_lower_close(lower);
    if (is_negated)
        pv_lower_close(lower);
}

static void lower_as(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_CAST, role, node);
    pv_lower_child(lower, pv_node_field(node, "left"), PV_ROLE_VALUE);
    pv_lower_child(lower, pv_node_field(node, "right"), PV_ROLE_TYPE);
    pv_lower_close(lower);
}

/* x!! is no write to x, as x++ is. */
static void lower_unary(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (pv_lower_regroup(lower, node, role))
        return;
    if (!pv_node_is(pv_node_field(node, "operator"), "!!")) {
        pv_lower_update(lower, node, role);
        return;
    }
    pv_lower_open(lower, PV_UNARY, role, node);
    pv_lower_word(lower, PV_STR("!!"));
    pv_lower_child(lower, pv_node_field(node, "argument"), PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

static void lower_lambda_parameters(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_PARAMS, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, kids.p[i].node);
        pv_kotlin_target(lower, kids.p[i].node);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* { x -> ... } */
static void lower_lambda(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t first = 0;
    pv_lower_open(lower, PV_LAMBDA, role, node);
    pv_lower_child(lower, pv_kid_of_type(kids, "lambda_parameters"), PV_ROLE_PARAMS);
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "->"))
            first = i;
    }
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
    pv_kotlin_stmts(lower, (struct pv_kids){kids.p + first, kids.n - first});
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_anonymous_function(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_LAMBDA, role, node);
    pv_lower_child(lower, pv_kid_of_type(kids, "function_value_parameters"), PV_ROLE_PARAMS);
    pv_lower_child(lower, pv_kid_of_type(kids, "function_body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/kotlin/kotlin.def"
};

extern const struct pv_pattern_spelling pv_spelling_kotlin;

const struct pv_lang pv_lang_kotlin = {
    .name = {"kotlin", 6},
    .aliases = (const char *const[]){"kt", NULL},
    .extensions = (const char *const[]){".kt", ".kts", ".ktm", NULL},
    .grammar = tree_sitter_kotlin,
    .blank = pv_kotlin_blank,
    .hold = hold,
    .is_link = is_link,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_kotlin,
};
