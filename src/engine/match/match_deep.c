/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Somewhere inside: `<... E ...>`, expressions nested in a statement, and
 * chains of calls with `. ...` between them.
 */
#include "engine/match/match_internal.h"

void pv_match_deep(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node inner = pv_tree_first(m->code, p);
    /* What stands for an argument is none that is given by name. */
    if (inner == PV_NO_NODE || pv_match_target(m, t)->kind == PV_KWARG)
        return;
    pv_node after = m->pattern->options.go_deeper_expr ? pv_match_target(m, t)->after : t + 1;
    for (; t < after && !pv_match_is_over(m); t++) {
        if (pv_match_is_use(m->tree, t))
            pv_match_node(m, inner, t, then);
    }
}

/*
 * What a statement's expression may stand in, so that `f();` also finds
 * `x = await f()` and `g(f())`, but neither `a + f()` nor what runs later.
 */
static const bool is_transparent[PV_KIND_COUNT] = {
    [PV_EXPR_STMT] = true, [PV_RETURN] = true, [PV_VAR] = true,   [PV_ASSIGN] = true,
    [PV_CALL] = true,      [PV_ARGS] = true,   [PV_KWARG] = true, [PV_ACCESS] = true,
    [PV_AWAIT] = true,     [PV_YIELD] = true,  [PV_CAST] = true,  [PV_ARRAY] = true,
    [PV_TUPLE] = true,     [PV_RECORD] = true, [PV_DICT] = true,  [PV_PAIR] = true,
};

/* Where the walk over nested expressions goes from `t`. */
static pv_node next_nested(const struct pv_tree *tree, pv_node t)
{
    const struct pv_tree_node *node = pv_tree_at(tree, t);
    return is_transparent[node->kind] ? t + 1 : node->after;
}

/* A text that is put together is looked for in what it is put together of. */
static bool is_sum(const struct pv_matcher *m, pv_node t)
{
    return pv_match_target(m, t)->kind == PV_BINARY &&
           pv_match_target(m, t)->word == m->pattern->plus;
}

void pv_match_deep_stmt(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    const struct pv_tree_node *stmt = pv_match_target(m, t);
    if (stmt->kind == PV_VAR)
        pv_match_node(m, p, t, then);
    pv_node value = pv_tree_child(m->tree, t, PV_ROLE_VALUE);
    if (!is_transparent[stmt->kind] || value == PV_NO_NODE)
        return;
    if (!m->pattern->options.implicit_deep_exprstmt) {
        if (stmt->kind == PV_EXPR_STMT)
            pv_match_node(m, p, value, then);
        return;
    }
    pv_node after = pv_match_target(m, value)->after;
    bool is_string = pv_match_code(m, p)->kind == PV_STRING;
    for (pv_node at = value; at < after && !pv_match_is_over(m);
         at = is_string && is_sum(m, at) ? at + 1 : next_nested(m->tree, at)) {
        if (pv_match_is_use(m->tree, at))
            pv_match_node(m, p, at, then);
    }
}

/* One link of a chain back: from `a.b` or `a.b(...)` to `a`. */
static pv_node before_link(const struct pv_tree *tree, pv_node t)
{
    if (pv_tree_at(tree, t)->kind == PV_CALL)
        t = pv_tree_child(tree, t, PV_ROLE_CALLEE);
    if (t == PV_NO_NODE || pv_tree_at(tree, t)->kind != PV_ACCESS)
        return PV_NO_NODE;
    return pv_tree_child(tree, t, PV_ROLE_OBJECT);
}

void pv_match_links(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node object = pv_tree_child(m->code, p, PV_ROLE_OBJECT);
    if (object == PV_NO_NODE)
        return;
    for (; t != PV_NO_NODE && !pv_match_is_over(m); t = before_link(m->tree, t))
        pv_match_node(m, object, t, then);
}
