/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Statements of Swift, in which every expression is one.
 */
#include "engine/lang/swift/swift_internal.h"

static void lower_stmts(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_stmt(lower, kids.p[i].node);
    }
}

void pv_swift_file(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_FILE, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        /* Outside of functions, the grammar has no node around what is thrown. */
        bool is_throw = i + 1 < kids.n && pv_node_is(kids.p[i].node, "throw_keyword");
        if (is_throw) {
            pv_lower_open(lower, PV_THROW, PV_ROLE_NONE, kids.p[i].node);
            pv_lower_range(lower, ts_node_start_byte(kids.p[i].node),
                           ts_node_end_byte(kids.p[i + 1].node));
            pv_lower_child(lower, kids.p[i + 1].node, PV_ROLE_VALUE);
            pv_lower_close(lower);
            i++;
        } else if (kids.p[i].is_named) {
            pv_lower_stmt(lower, kids.p[i].node);
        }
    }
    pv_lower_close(lower);
}

void pv_swift_block(struct pv_lower *lower, struct pv_kids kids, enum pv_role role, TSNode range)
{
    TSNode open = pv_kid_of_type(kids, "{");
    TSNode close = pv_kid_of_type(kids, "}");
    TSNode stmts = pv_kid_of_type(kids, "statements");
    TSNode last = !ts_node_is_null(close) ? close : !ts_node_is_null(stmts) ? stmts : range;
    uint32_t start = ts_node_start_byte(ts_node_is_null(open) ? range : open);
    uint32_t end = ts_node_end_byte(last);
    pv_lower_open(lower, PV_BLOCK, role, range);
    pv_lower_range(lower, start, end < start ? start : end);
    lower_stmts(lower, pv_lower_kids(lower, stmts));
    pv_lower_close(lower);
}

void pv_swift_body(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_swift_block(lower, pv_lower_kids(lower, node), role, node);
}

/* One of the conditions between commas: an expression, or `let x = e`, which declares x. */
static void lower_condition(struct pv_lower *lower, struct pv_kids kids)
{
    bool is_binding = kids.n > 1 && (pv_node_is(kids.p[0].node, "value_binding_pattern") ||
                                     pv_node_is(kids.p[0].node, "case"));
    if (!is_binding) {
        pv_lower_each(lower, kids, PV_ROLE_COND);
        return;
    }
    bool is_value = false;
    pv_lower_open(lower, PV_VAR, PV_ROLE_COND, kids.p[0].node);
    pv_lower_range(lower, ts_node_start_byte(kids.p[0].node),
                   ts_node_end_byte(kids.p[kids.n - 1].node));
    pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kids.p[0].node);
    for (size_t i = 1; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        is_value = is_value || pv_node_is(kid, "=");
        if (!kids.p[i].is_named)
            continue;
        if (pv_node_is(kid, "type_annotation"))
            pv_lower_child(lower, kid, PV_ROLE_TYPE);
        else
            pv_lower_child(lower, kid, is_value ? PV_ROLE_VALUE : PV_ROLE_TARGET);
    }
    pv_lower_close(lower);
}

/* All conditions among `kids`, up to a brace, `else` or the end; where they end. */
static size_t lower_conditions(struct pv_lower *lower, struct pv_kids kids, size_t start)
{
    size_t i = start;
    for (;; i++) {
        bool is_end = i == kids.n || pv_node_is(kids.p[i].node, "{") ||
                      pv_node_is(kids.p[i].node, "else") ||
                      pv_node_is(kids.p[i].node, "statements");
        if (!is_end && !pv_node_is(kids.p[i].node, ","))
            continue;
        lower_condition(lower, (struct pv_kids){kids.p + start, i - start});
        start = i + 1;
        if (is_end)
            return i;
    }
}

/* `guard c else { ... }` is an if with nothing but an else. */
void pv_swift_if(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_stmt = role == PV_ROLE_NONE;
    pv_lower_open(lower, is_stmt ? PV_IF : PV_COND, role, node);
    size_t i = lower_conditions(lower, kids, kids.n > 0);
    enum pv_role branch = PV_ROLE_THEN;
    for (; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "else"))
            branch = PV_ROLE_ELSE;
        else if (pv_node_is(kid, "{"))
            pv_swift_block(lower, (struct pv_kids){kids.p + i, i + 3 < kids.n ? 3 : kids.n - i},
                           branch, kid);
        else if (pv_node_is(kid, "if_statement"))
            pv_lower_body(lower, kid, branch);
    }
    pv_lower_close(lower);
}

void pv_swift_loop(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_repeat = pv_node_is(node, "repeat_while_statement");
    size_t first = 0;
    while (first < kids.n && !pv_node_is(kids.p[first].node, "while"))
        first++;
    pv_lower_open(lower, is_repeat ? PV_DO : PV_WHILE, role, node);
    lower_conditions(lower, kids, first < kids.n ? first + 1 : first);
    pv_swift_block(lower, kids, PV_ROLE_BODY, node);
    pv_lower_close(lower);
}

void pv_swift_for(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_FOR_EACH, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "item"), PV_ROLE_TARGET);
    pv_lower_child(lower, pv_kid_of_type(kids, "type_annotation"), PV_ROLE_TYPE);
    pv_lower_child(lower, pv_kid_of_field(kids, "collection"), PV_ROLE_VALUE);
    pv_swift_block(lower, kids, PV_ROLE_BODY, node);
    pv_lower_close(lower);
}

void pv_swift_case(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode stmts = pv_kid_of_type(kids, "statements");
    bool is_guard = false;
    pv_lower_open(lower, PV_CASE, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "default_keyword"))
            pv_lower_word(lower, PV_STR("default"));
        else if (pv_node_is(kid, "where_keyword"))
            is_guard = true;
        else if (kids.p[i].is_named && !pv_node_is(kid, "statements"))
            pv_lower_child(lower, kid, is_guard ? PV_ROLE_COND : PV_ROLE_VALUE);
    }
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, ts_node_is_null(stmts) ? node : stmts);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    lower_stmts(lower, pv_lower_kids(lower, stmts));
    pv_lower_close(lower);
    pv_lower_close(lower);
}

void pv_swift_do(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_TRY, role, node);
    pv_swift_block(lower, kids, PV_ROLE_BODY, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "catch_block"))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_CATCH);
    }
    pv_lower_close(lower);
}

void pv_swift_catch(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_CATCH, role, node);
    pv_lower_child(lower, pv_kid_of_type(kids, "pattern"), PV_ROLE_TARGET);
    pv_swift_block(lower, kids, PV_ROLE_BODY, node);
    pv_lower_close(lower);
}

/* return, throw, break, continue, yield */
void pv_swift_transfer(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    static const struct {
        const char *word;
        enum pv_kind kind;
    } kinds[] = {{"return", PV_RETURN},
                 {"throw_keyword", PV_THROW},
                 {"break", PV_BREAK},
                 {"continue", PV_CONTINUE},
                 {"yield", PV_YIELD}};
    struct pv_kids kids = pv_lower_kids(lower, node);
    enum pv_kind kind = PV_RETURN;
    for (size_t i = 0; i < PV_COUNT(kinds) && kids.n > 0; i++) {
        if (pv_node_is(kids.p[0].node, kinds[i].word))
            kind = kinds[i].kind;
    }
    bool is_jump = kind == PV_BREAK || kind == PV_CONTINUE;
    pv_lower_open(lower, kind, role, node);
    for (size_t i = 1; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, is_jump ? PV_ROLE_LABEL : PV_ROLE_VALUE);
    }
    pv_lower_close(lower);
}
