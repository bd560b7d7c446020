/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Constructs that many languages have, and that no row of a table can say.
 */
#include "engine/lang/lang_internal.h"

#include <string.h>

static size_t count_named(struct pv_kids kids)
{
    size_t n = 0;
    for (size_t i = 0; i < kids.n; i++)
        n += kids.p[i].is_named;
    return n;
}

/* The outermost access is the last dot: a.b.c is (a.b).c. */
void pv_lower_path(struct pv_lower *lower, struct pv_kids kids, enum pv_role role)
{
    size_t left = count_named(kids);
    size_t first = 0;
    while (first < kids.n && !kids.p[first].is_named)
        first++;
    for (size_t i = kids.n; i > 0 && left > 1; i--) {
        if (!kids.p[i - 1].is_named)
            continue;
        TSNode last = kids.p[i - 1].node;
        pv_lower_open(lower, PV_ACCESS, role, last);
        pv_lower_range(lower, ts_node_start_byte(kids.p[first].node), ts_node_end_byte(last));
        role = PV_ROLE_OBJECT;
        left--;
    }
    for (size_t i = first; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        pv_lower_child(lower, kids.p[i].node, i == first ? role : PV_ROLE_FIELD);
        if (i != first)
            pv_lower_close(lower);
    }
}

void pv_lower_dotted(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_path(lower, pv_lower_kids(lower, node), role);
}

static bool is_bare_target(enum pv_kind kind)
{
    return kind == PV_NAME || kind == PV_TUPLE || kind == PV_ARRAY || kind == PV_RECORD;
}

static void lower_param(struct pv_lower *lower, TSNode node)
{
    if (!is_bare_target(pv_lower_kind(lower, node))) {
        pv_lower_child(lower, node, PV_ROLE_NONE);
        return;
    }
    pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, node);
    pv_lower_child(lower, node, PV_ROLE_TARGET);
    pv_lower_close(lower);
}

void pv_lower_params(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_PARAMS, role, node);
    if (pv_lower_kind(lower, node) == PV_NAME)
        lower_param(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            lower_param(lower, kids.p[i].node);
    }
    pv_lower_close(lower);
}

void pv_lower_if_chain(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t nested = 0;
    pv_lower_open(lower, PV_IF, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "condition"), PV_ROLE_COND);
    pv_lower_body(lower, pv_kid_of_field(kids, "consequence"), PV_ROLE_THEN);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (!kids.p[i].field || strcmp(kids.p[i].field, "alternative") != 0)
            continue;
        TSNode condition = pv_node_field(kid, "condition");
        if (ts_node_is_null(condition)) {
            pv_lower_body(lower, kid, PV_ROLE_ELSE);
            continue;
        }
        /* What follows the else belongs to the inner if, so both reach to the end. */
        for (int inner = 0; inner < 2; inner++) {
            pv_lower_open(lower, inner ? PV_IF : PV_BLOCK, inner ? PV_ROLE_NONE : PV_ROLE_ELSE,
                          kid);
            pv_lower_range(lower, ts_node_start_byte(kid), ts_node_end_byte(node));
        }
        pv_lower_child(lower, condition, PV_ROLE_COND);
        pv_lower_body(lower, pv_node_field(kid, "consequence"), PV_ROLE_THEN);
        nested++;
    }
    for (size_t i = 0; i < 2 * nested + 1; i++)
        pv_lower_close(lower);
}

void pv_lower_array_type(struct pv_lower *lower, TSNode whole, TSNode element, size_t n,
                         enum pv_role role)
{
    for (size_t i = 0; i < n; i++)
        pv_lower_open(lower, PV_ARRAY_TYPE, i ? PV_ROLE_TYPE : role, whole);
    pv_lower_child(lower, element, n ? PV_ROLE_TYPE : role);
    for (size_t i = 0; i < n; i++)
        pv_lower_close(lower);
}

void pv_lower_number(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    bool is_hex = text.n > 1 && (text.p[1] | 0x20) == 'x';
    bool is_float = !is_hex && (memchr(text.p, '.', text.n) || memchr(text.p, 'e', text.n) ||
                                memchr(text.p, 'E', text.n));
    pv_lower_leaf(lower, is_float ? PV_FLOAT : PV_INT, role, node);
}

void pv_lower_update(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_after = ts_node_is_named(ts_node_child(node, 0));
    pv_lower_open(lower, is_after ? PV_POSTFIX : PV_UNARY, role, node);
    pv_lower_word(lower, pv_lower_text(lower, pv_node_field(node, "operator")));
    pv_lower_child(lower, pv_node_field(node, "argument"), PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

/* `case V:` and its kin: what it is for, then its statements as one block. */
void pv_lower_case(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool has_value = false;
    pv_lower_open(lower, PV_CASE, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named || !kids.p[i].field || strcmp(kids.p[i].field, "body") == 0)
            continue;
        pv_lower_child(lower, kids.p[i].node, PV_ROLE_VALUE);
        has_value = true;
    }
    if (!has_value)
        pv_lower_word(lower, PV_STR("default"));
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_head = kids.p[i].field && strcmp(kids.p[i].field, "body") != 0;
        if (kids.p[i].is_named && !is_head)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    pv_lower_close(lower);
    pv_lower_close(lower);
}

void pv_lower_stmt(struct pv_lower *lower, TSNode node)
{
    enum pv_kind kind = pv_lower_kind(lower, node);
    bool is_stmt = kind == PV_KIND_NONE || kind == PV_BLOCK || pv_kind_is_stmt(kind);
    if (!is_stmt)
        pv_lower_open(lower, PV_EXPR_STMT, PV_ROLE_NONE, node);
    pv_lower_child(lower, node, is_stmt ? PV_ROLE_NONE : PV_ROLE_VALUE);
    if (!is_stmt)
        pv_lower_close(lower);
}

/* Gives one value, or with `from` or a star each of many. */
void pv_lower_yield(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_each = !ts_node_is_null(pv_kid_of_type(kids, "from")) ||
                   !ts_node_is_null(pv_kid_of_type(kids, "*"));
    pv_lower_open(lower, PV_YIELD, role, node);
    if (is_each)
        pv_lower_word(lower, PV_STR("from"));
    pv_lower_each(lower, kids, PV_ROLE_VALUE);
    pv_lower_close(lower);
}
