/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `return E`: as it is written, and where a function gives back its last
 * expression: a lambda in any language, any function in some.
 */
#include "engine/match/match_internal.h"

/* What gives back what its own last part does, and so may be the last of a function itself. */
static const bool passes_on[PV_KIND_COUNT] = {
    [PV_EXPR_STMT] = true, [PV_IF] = true,    [PV_COND] = true, [PV_SWITCH] = true,
    [PV_CASE] = true,      [PV_CATCH] = true, [PV_TRY] = true,
};

static bool is_part_of_value(const struct pv_tree_node *parent, enum pv_role role)
{
    switch ((enum pv_kind)parent->kind) {
    case PV_IF:
    case PV_COND: return role == PV_ROLE_THEN || role == PV_ROLE_ELSE;
    case PV_CASE:
    case PV_CATCH: return role == PV_ROLE_BODY;
    case PV_TRY: return role == PV_ROLE_BODY || role == PV_ROLE_CATCH;
    default: return true;
    }
}

/* Whether the expression or statement `t` is what the function around it gives back. */
static bool is_result(struct pv_matcher *m, pv_node t)
{
    while (pv_match_target(m, t)->parent != PV_NO_NODE && pv_match_step(m)) {
        const struct pv_tree_node *node = pv_match_target(m, t);
        const struct pv_tree_node *parent = pv_match_target(m, node->parent);
        enum pv_role role = (enum pv_role)node->role;
        if (parent->kind == PV_LAMBDA || parent->kind == PV_FUNC)
            return role == PV_ROLE_BODY && (parent->kind == PV_LAMBDA || m->tree->returns_last);
        bool is_last = parent->kind == PV_BLOCK && node->after == parent->after;
        bool is_passed = passes_on[parent->kind] && is_part_of_value(parent, role);
        if (!is_last && !is_passed)
            return false;
        t = node->parent;
    }
    return false;
}

static bool is_statement(const struct pv_matcher *m, pv_node t)
{
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    return kind == PV_BLOCK || kind == PV_IF || kind == PV_SWITCH || kind == PV_TRY
    || (pv_kind_is_stmt(kind) && kind != PV_EXPR_STMT);
}

void pv_match_return(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node wanted = pv_tree_child(m->code, p, PV_ROLE_VALUE);
    pv_node given = t;
    if (pv_match_target(m, t)->kind == PV_BLOCK)
        t = pv_match_unwrap(m, t, PV_RETURN);
    if (t == PV_NO_NODE)
        return;
    if (pv_match_target(m, t)->kind == PV_RETURN || wanted == PV_NO_NODE) {
        pv_match_same_kind(m, p, t, then);
        return;
    }
    if (!m->pattern->options.implicit_return || is_statement(m, t))
        return;
    if (pv_match_target(m, t)->kind == PV_EXPR_STMT)
        given = pv_tree_child(m->tree, t, PV_ROLE_VALUE);
    if (given != PV_NO_NODE && !is_statement(m, given) && is_result(m, t))
        pv_match_node(m, wanted, given, then);
}
