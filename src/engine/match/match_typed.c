/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ($X : T): an expression whose type is known to be T.
 */
#include "engine/match/match_internal.h"

/* The node that says what type the expression at `t` has; PV_NO_NODE when none does. */
static pv_node type_of(const struct pv_matcher *m, pv_node t)
{
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    if (kind == PV_NEW || kind == PV_CAST)
        return pv_tree_child(m->tree, t, PV_ROLE_TYPE);
    return PV_NO_NODE;
}

struct typed {
    struct pv_then base;
    pv_node p;
    pv_node t;
    const struct pv_then *then;
};

static void run_typed(struct pv_matcher *m, const struct pv_then *then)
{
    const struct typed *typed = (const struct typed *)then;
    pv_match_node(m, typed->p, typed->t, typed->then);
}

void pv_match_typed(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node wanted = pv_tree_child(m->code, p, PV_ROLE_TYPE);
    pv_node target = pv_tree_child(m->code, p, PV_ROLE_TARGET);
    pv_node given = type_of(m, t);
    if (wanted == PV_NO_NODE || target == PV_NO_NODE || given == PV_NO_NODE)
        return;
    struct typed typed = {{run_typed}, target, t, then};
    pv_match_node(m, wanted, given, &typed.base);
}
