/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/swift/swift_internal.h"

extern const TSLanguage *tree_sitter_swift(void);

/* The grammar reads !f(x) as (!f)(x), and a + b.c as (a + b).c. */
static enum pv_hold hold(TSNode node)
{
    static const char *const operations[] = {
        "additive_expression", "multiplicative_expression", "comparison_expression",
        "equality_expression", "conjunction_expression",    "disjunction_expression",
        "bitwise_operation",   "infix_expression",          "nil_coalescing_expression",
        "range_expression"};
    if (pv_node_is(node, "prefix_expression"))
        return PV_HOLD_PREFIX;
    for (size_t i = 0; i < PV_COUNT(operations); i++)
        if (pv_node_is(node, operations[i]))
            return PV_HOLD_BINARY;
    return PV_HOLD_TIGHT;
}

static bool is_link(TSNode node)
{
    return pv_node_is(node, "call_expression") || pv_node_is(node, "navigation_expression") ||
           pv_node_is(node, "postfix_expression");
}

/* Names and types */

static bool is_type_role(enum pv_role role)
{
    return role == PV_ROLE_TYPE || role == PV_ROLE_RESULT || role == PV_ROLE_BASE;
}

static void lower_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_type =
        is_type_role(role) || (role == PV_ROLE_NONE && pv_node_is(node, "type_identifier"));
    pv_lower_leaf(lower, is_type ? PV_TYPE : PV_NAME, role, node);
}

/* Of what is called and in the name of an attribute, a name. */
static void lower_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode arguments = pv_kid_of_type(pv_lower_kids(lower, node), "type_arguments");
    bool is_name = role == PV_ROLE_CALLEE || role == PV_ROLE_VALUE || role == PV_ROLE_OBJECT;
    uint32_t start = ts_node_start_byte(node);
    uint32_t end =
        ts_node_is_null(arguments) ? ts_node_end_byte(node) : ts_node_start_byte(arguments);
    bool is_generic = !is_name && !ts_node_is_null(arguments);
    if (is_generic)
        pv_lower_open(lower, PV_GENERIC, role, node);
    pv_lower_open(lower, is_name ? PV_NAME : PV_TYPE, is_generic ? PV_ROLE_TYPE : role, node);
    pv_lower_range(lower, start, end);
    pv_lower_word(lower, pv_str_sub(pv_lower_text(lower, node), 0, end - start));
    pv_lower_close(lower);
    if (is_generic) {
        pv_lower_child(lower, arguments, PV_ROLE_ARGS);
        pv_lower_close(lower);
    }
}

/* Expressions */

static TSNode first_of(struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            return kids.p[i].node;
    }
    return (TSNode){0};
}

/* Arguments in parentheses, then functions in braces; `name:` before one of those is dropped. */
static void lower_call_arguments(struct pv_lower *lower, TSNode suffix)
{
    struct pv_kids kids = pv_lower_kids(lower, suffix);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, suffix);
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "value_arguments"))
            pv_lower_each(lower, pv_lower_kids(lower, kids.p[i].node), PV_ROLE_NONE);
        else if (pv_node_is(kids.p[i].node, "lambda_literal"))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

/* f(x), T<U>(x), and a[x], which the grammar takes for a call. */
static void lower_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (pv_lower_regroup(lower, node, role))
        return;
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode suffix = kids.n > 0 ? kids.p[kids.n - 1].node : (TSNode){0};
    TSNode callee = first_of(kids);
    TSNode arguments = pv_kid_of_type(pv_lower_kids(lower, suffix), "value_arguments");
    struct pv_kids list = pv_lower_kids(lower, arguments);
    bool is_index = list.n > 0 && pv_node_is(list.p[0].node, "[");
    pv_lower_open(lower, is_index ? PV_INDEX : PV_CALL, role, node);
    pv_lower_child(lower, callee, is_index ? PV_ROLE_OBJECT : PV_ROLE_CALLEE);
    if (is_index) {
        pv_lower_each(lower, list, PV_ROLE_ARGS);
    } else {
        if (pv_node_is(callee, "user_type"))
            pv_lower_child(lower, pv_kid_of_type(pv_lower_kids(lower, callee), "type_arguments"),
                           PV_ROLE_TYPE_PARAMS);
        lower_call_arguments(lower, suffix);
    }
    pv_lower_close(lower);
}

/* LABEL: VALUE, or the value alone. */
static void lower_argument(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode name = pv_kid_of_type(kids, "value_argument_label");
    TSNode value = kids.n > 0 ? kids.p[kids.n - 1].node : (TSNode){0};
    bool is_named = !ts_node_is_null(name) && kids.n > 2;
    if (is_named) {
        pv_lower_open(lower, PV_KWARG, role, node);
        pv_lower_child(lower, name, PV_ROLE_NAME);
    }
    pv_lower_child(lower, value, is_named ? PV_ROLE_VALUE : role);
    if (is_named)
        pv_lower_close(lower);
}

static void lower_navigation(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (pv_lower_regroup(lower, node, role))
        return;
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode suffix = pv_kid_of_type(kids, "navigation_suffix");
    pv_lower_open(lower, PV_ACCESS, role, node);
    pv_lower_child(lower, first_of(kids), PV_ROLE_OBJECT);
    pv_lower_child(lower, first_of(pv_lower_kids(lower, suffix)), PV_ROLE_FIELD);
    pv_lower_close(lower);
}

static void lower_coalescing(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_BINARY, role, node);
    pv_lower_word(lower, PV_STR("??"));
    pv_lower_child(lower, pv_node_field(node, "value"), PV_ROLE_LEFT);
    pv_lower_child(lower, pv_node_field(node, "if_nil"), PV_ROLE_RIGHT);
    pv_lower_close(lower);
}

/* `try f()` is f(); `try!` and `try?` say more. */
static void lower_try(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct pv_str word = pv_lower_text(lower, pv_kid_of_type(kids, "try_operator"));
    TSNode value = kids.n > 0 ? kids.p[kids.n - 1].node : (TSNode){0};
    bool is_plain = pv_str_eq(word, PV_STR("try"));
    if (is_plain) {
        pv_lower_child(lower, value, role);
        return;
    }
    pv_lower_open(lower, PV_UNARY, role, node);
    pv_lower_word(lower, word);
    pv_lower_child(lower, value, PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

static void lower_prefix(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_UNARY, role, node);
    pv_lower_word(lower, pv_lower_text(lower, pv_node_field(node, "operation")));
    pv_lower_child(lower, pv_node_field(node, "target"), PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

/* x! is no write to x, as x++ is. */
static void lower_postfix(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (pv_lower_regroup(lower, node, role))
        return;
    TSNode operation = pv_node_field(node, "operation");
    bool is_bang = pv_node_is(operation, "bang");
    pv_lower_open(lower, is_bang ? PV_UNARY : PV_POSTFIX, role, node);
    pv_lower_word(lower, is_bang ? PV_STR("!!") : pv_lower_text(lower, operation));
    pv_lower_child(lower, pv_node_field(node, "target"), PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

/* (a, b: c); one expression in parentheses is that expression. */
static void lower_tuple(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_tuple = !ts_node_is_null(pv_kid_of_type(kids, ","));
    if (is_tuple)
        pv_lower_open(lower, PV_TUPLE, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_label = i + 1 < kids.n && pv_node_is(kids.p[i + 1].node, ":");
        if (kids.p[i].is_named && !is_label)
            pv_lower_child(lower, kids.p[i].node, is_tuple ? PV_ROLE_NONE : role);
    }
    if (is_tuple)
        pv_lower_close(lower);
}

static void lower_dictionary(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_DICT, role, node);
    for (size_t i = 0; i + 2 < kids.n; i++) {
        if (!kids.p[i].is_named || !pv_node_is(kids.p[i + 1].node, ":"))
            continue;
        pv_lower_open(lower, PV_PAIR, PV_ROLE_NONE, kids.p[i].node);
        pv_lower_range(lower, ts_node_start_byte(kids.p[i].node),
                       ts_node_end_byte(kids.p[i + 2].node));
        pv_lower_child(lower, kids.p[i].node, PV_ROLE_KEY);
        pv_lower_child(lower, kids.p[i + 2].node, PV_ROLE_VALUE);
        pv_lower_close(lower);
        i += 2;
    }
    pv_lower_close(lower);
}

static void lower_lambda_params(struct pv_lower *lower, TSNode type)
{
    TSNode list = pv_kid_of_type(pv_lower_kids(lower, type), "lambda_function_type_parameters");
    struct pv_kids kids = pv_lower_kids(lower, list);
    if (ts_node_is_null(list))
        return;
    pv_lower_open(lower, PV_PARAMS, PV_ROLE_PARAMS, list);
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        struct pv_kids parts = pv_lower_kids(lower, kids.p[i].node);
        pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, kids.p[i].node);
        for (size_t k = 0; k < parts.n; k++) {
            if (pv_swift_is_type(parts.p[k].node))
                pv_lower_child(lower, parts.p[k].node, PV_ROLE_TYPE);
            else if (pv_node_is(parts.p[k].node, "simple_identifier"))
                pv_lower_child(lower, parts.p[k].node, PV_ROLE_TARGET);
        }
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

static void lower_lambda(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_LAMBDA, role, node);
    lower_lambda_params(lower, pv_kid_of_type(kids, "lambda_function_type"));
    pv_swift_block(lower, kids, PV_ROLE_BODY, node);
    pv_lower_close(lower);
}

/* Strings */

static void lower_text(struct pv_lower *lower, TSNode string, uint32_t start, uint32_t end)
{
    uint32_t base = ts_node_start_byte(string);
    pv_lower_open(lower, PV_TEXT, PV_ROLE_NONE, string);
    pv_lower_range(lower, start, end);
    pv_lower_word(lower, pv_str_sub(pv_lower_text(lower, string), start - base, end - base));
    pv_lower_close(lower);
}

/* "a \(b) c": a hole is three nodes, from `\(` to its parenthesis. */
static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    if (kids.n < 2)
        return;
    uint32_t at = ts_node_end_byte(kids.p[0].node);
    uint32_t end = ts_node_start_byte(kids.p[kids.n - 1].node);
    size_t n_pieces = 0;
    pv_lower_open(lower, PV_STRING, role, node);
    for (size_t i = 1; i + 1 < kids.n; i++) {
        if (!pv_node_is(kids.p[i].node, "interpolated_expression"))
            continue;
        uint32_t start = ts_node_start_byte(kids.p[i - 1].node);
        uint32_t stop = ts_node_end_byte(kids.p[i + 1].node);
        if (start > at)
            lower_text(lower, node, at, start);
        pv_lower_open(lower, PV_INTERP, PV_ROLE_NONE, node);
        pv_lower_range(lower, start, stop);
        pv_lower_child(lower, kids.p[i].node, PV_ROLE_VALUE);
        pv_lower_close(lower);
        at = stop;
        n_pieces++;
    }
    if (end > at || n_pieces == 0)
        lower_text(lower, node, at, end > at ? end : at);
    pv_lower_close(lower);
}

/* #"a"#, with as many # as it likes. */
static void lower_raw_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    size_t n = 0;
    while (n < text.n && text.p[n] == '#')
        n++;
    bool is_whole = text.n >= 2 * n + 2;
    uint32_t skip = is_whole ? (uint32_t)n + 1 : 0;
    pv_lower_open(lower, PV_STRING, role, node);
    pv_lower_flag(lower, PV_NODE_RAW_STRING);
    lower_text(lower, node, ts_node_start_byte(node) + skip, ts_node_end_byte(node) - skip);
    pv_lower_close(lower);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/swift/swift.def"
};

extern const struct pv_pattern_spelling pv_spelling_swift;

const struct pv_lang pv_lang_swift = {
    .name = {"swift", 5},
    .extensions = (const char *const[]){".swift", NULL},
    .grammar = tree_sitter_swift,
    .hold = hold,
    .is_link = is_link,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_swift,
};
