/* SPDX-License-Identifier: Apache-2.0 */
/* Statements and literals of PHP. */
#include "engine/lang/php/php_internal.h"

#include <string.h>

static bool is_plain(TSNode node)
{
    return pv_node_is(node, "string_content") || pv_node_is(node, "escape_sequence") ||
           pv_node_is(node, "nowdoc_string") || !ts_node_is_named(node);
}

static void lower_text(struct pv_lower *lower, TSNode whole, uint32_t start, uint32_t end)
{
    uint32_t base = ts_node_start_byte(whole);
    struct pv_str text = pv_lower_text(lower, whole);
    pv_lower_open(lower, PV_TEXT, PV_ROLE_NONE, whole);
    pv_lower_range(lower, start, end);
    pv_lower_word(lower, pv_str_sub(text, start - base, end - base));
    pv_lower_close(lower);
}

/* The bytes between the quotes, cut where variables stand, which need no brackets here. */
static void lower_pieces(struct pv_lower *lower, TSNode whole, TSNode inner, uint32_t start,
                         uint32_t end)
{
    struct pv_kids kids =
        ts_node_is_null(inner) ? (struct pv_kids){0} : pv_lower_kids(lower, inner);
    uint32_t at = start;
    size_t n = 0;
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (is_plain(kid))
            continue;
        bool has_brace = i > 0 && pv_node_is(kids.p[i - 1].node, "{");
        uint32_t hole = ts_node_start_byte(has_brace ? kids.p[i - 1].node : kid);
        if (hole > at)
            lower_text(lower, whole, at, hole);
        pv_lower_open(lower, PV_INTERP, PV_ROLE_NONE, kid);
        pv_lower_child(lower, kid, PV_ROLE_VALUE);
        pv_lower_close(lower);
        at = ts_node_end_byte(kid) + has_brace;
        n++;
    }
    if (end > at || n == 0)
        lower_text(lower, whole, at, end > at ? end : at);
}

void pv_php_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    uint32_t start = ts_node_start_byte(node) + 1;
    uint32_t end = ts_node_end_byte(node);
    pv_lower_open(lower, PV_STRING, role, node);
    if (pv_node_is(node, "string"))
        pv_lower_flag(lower, PV_NODE_RAW_STRING);
    lower_pieces(lower, node, node, start, end > start ? end - 1 : start);
    pv_lower_close(lower);
}

void pv_php_heredoc(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode body = pv_node_field(node, "value");
    uint32_t start = ts_node_is_null(body) ? ts_node_start_byte(node) : ts_node_start_byte(body);
    uint32_t end = ts_node_is_null(body) ? start : ts_node_end_byte(body);
    pv_lower_open(lower, PV_STRING, role, node);
    lower_pieces(lower, node, body, start, end);
    pv_lower_close(lower);
}

/* `ls $x` runs a command: a call of what no name says. */
void pv_php_shell(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    uint32_t start = ts_node_start_byte(node);
    uint32_t end = ts_node_end_byte(node);
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_open(lower, PV_NAME, PV_ROLE_CALLEE, node);
    pv_lower_range(lower, start, start + 1);
    pv_lower_word(lower, PV_STR("`"));
    pv_lower_close(lower);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    /* `...` in a pattern is any command, and not only one without variables. */
    bool is_any =
        pv_lower_is_pattern(lower) && pv_str_eq(pv_lower_text(lower, node), PV_STR("`...`"));
    pv_lower_open(lower, is_any ? PV_NAME : PV_STRING, PV_ROLE_NONE, node);
    if (is_any)
        pv_lower_word(lower, PV_STR("__pvd0"));
    else
        lower_pieces(lower, node, node, start + 1, end > start + 1 ? end - 1 : start + 1);
    for (int i = 0; i < 3; i++)
        pv_lower_close(lower);
}

void pv_php_element(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    uint32_t n = ts_node_named_child_count(node);
    struct pv_kids kids = pv_lower_kids(lower, node);
    if (n < 2 || ts_node_is_null(pv_kid_of_type(kids, "=>"))) {
        pv_lower_each(lower, kids, role);
        return;
    }
    pv_lower_open(lower, PV_PAIR, role, node);
    pv_lower_child(lower, ts_node_named_child(node, 0), PV_ROLE_KEY);
    pv_lower_child(lower, ts_node_named_child(node, 1), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* [a, b] and array(a, b) are one; so is one with keys. */
void pv_php_array(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_ARRAY, role, node);
    for (size_t i = 0; i < kids.n; i++)
        if (pv_node_is(kids.p[i].node, "array_element_initializer"))
            pv_php_element(lower, kids.p[i].node, PV_ROLE_NONE);
    pv_lower_close(lower);
}

/* `list(, $a)` and `["k" => $b]`, to be filled: what is left out keeps its place. */
void pv_php_list(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_empty = true;
    pv_lower_open(lower, PV_ARRAY, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        bool has_key = i + 2 < kids.n && pv_node_is(kids.p[i + 1].node, "=>");
        if (has_key) {
            pv_lower_open(lower, PV_PAIR, PV_ROLE_NONE, kid);
            pv_lower_range(lower, ts_node_start_byte(kid), ts_node_end_byte(kids.p[i + 2].node));
            pv_lower_child(lower, kid, PV_ROLE_KEY);
            pv_lower_child(lower, kids.p[i + 2].node, PV_ROLE_VALUE);
            pv_lower_close(lower);
            i += 2;
        } else if (ts_node_is_named(kid)) {
            pv_lower_child(lower, kid, PV_ROLE_NONE);
        } else if (is_empty && pv_node_is(kid, ",")) {
            pv_lower_leaf(lower, PV_PASS, PV_ROLE_NONE, kid);
        }
        is_empty = !ts_node_is_named(kid) && !has_key;
    }
    pv_lower_close(lower);
}

/* foreach (list as key => value) */
void pv_php_foreach(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t n = 0;
    pv_lower_open(lower, PV_FOR_EACH, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (!kids.p[i].is_named || kids.p[i].field)
            continue;
        if (n == 1 && pv_node_is(kid, "pair")) {
            pv_lower_open(lower, PV_TUPLE, PV_ROLE_TARGET, kid);
            pv_lower_each(lower, pv_lower_kids(lower, kid), PV_ROLE_NONE);
            pv_lower_close(lower);
        } else {
            pv_lower_child(lower, kid, n == 0 ? PV_ROLE_VALUE : PV_ROLE_TARGET);
        }
        n++;
    }
    pv_lower_body(lower, pv_kid_of_field(kids, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* `elseif` is an if in the else of the one before; where there is no else, one is empty. */
void pv_php_if(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t nested = 0;
    bool has_else = false;
    pv_lower_open(lower, PV_IF, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "condition"), PV_ROLE_COND);
    pv_lower_body(lower, pv_kid_of_field(kids, "body"), PV_ROLE_THEN);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        has_else = has_else || pv_node_is(kid, "else_clause");
        if (pv_node_is(kid, "else_clause"))
            pv_lower_body(lower, pv_node_field(kid, "body"), PV_ROLE_ELSE);
        if (!pv_node_is(kid, "else_if_clause"))
            continue;
        for (int inner = 0; inner < 2; inner++) {
            pv_lower_open(lower, inner ? PV_IF : PV_BLOCK, inner ? PV_ROLE_NONE : PV_ROLE_ELSE,
                          kid);
            pv_lower_range(lower, ts_node_start_byte(kid), ts_node_end_byte(node));
        }
        pv_lower_child(lower, pv_node_field(kid, "condition"), PV_ROLE_COND);
        pv_lower_body(lower, pv_node_field(kid, "body"), PV_ROLE_THEN);
        nested++;
    }
    if (!has_else) {
        pv_lower_open(lower, PV_BLOCK, PV_ROLE_ELSE, node);
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        pv_lower_close(lower);
    }
    for (size_t i = 0; i < 2 * nested + 1; i++)
        pv_lower_close(lower);
}

/* `1, 2 => e` of a match. */
void pv_php_match_arm(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode list = pv_kid_of_field(kids, "conditional_expressions");
    pv_lower_open(lower, PV_CASE, role, node);
    if (ts_node_is_null(list))
        pv_lower_word(lower, PV_STR("default"));
    else
        pv_lower_each(lower, pv_lower_kids(lower, list), PV_ROLE_VALUE);
    pv_lower_body(lower, pv_kid_of_field(kids, "return_expression"), PV_ROLE_BODY);
    pv_lower_close(lower);
}
