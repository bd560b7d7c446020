/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Operators. `$X + ...` holds for the whole of `a + b + c` and for its front.
 */
#include "engine/match/match_internal.h"

static bool is_open_right(const struct pv_tree *code, pv_node p)
{
    pv_node right = pv_tree_child(code, p, PV_ROLE_RIGHT);
    return right != PV_NO_NODE && pv_match_is_dots(code, right);
}

void pv_match_binary(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    t = pv_match_unwrap(m, t, PV_BINARY);
    while (t != PV_NO_NODE && pv_match_target(m, t)->kind == PV_BINARY &&
           pv_match_target(m, t)->word == pv_match_code(m, p)->word && pv_match_step(m)) {
        pv_match_parts(m, p, t, then);
        if (!is_open_right(m->code, p))
            return;
        t = pv_tree_child(m->tree, t, PV_ROLE_LEFT);
    }
}
