/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Nodes that stand behind what they belong to, such as the text of a heredoc,
 * which begins on the line after the one where it is asked for. Nodes are
 * lowered in preorder, so what is asked for is held by a node that was met.
 */
#include "engine/lang/lower_internal.h"

/* Whether the node that starts at `start` is kept, or was given. What is before it is not asked for
 * any more. */
static bool is_known(struct pv_later *later, uint32_t start)
{
    uint32_t last = UINT32_MAX;
    for (; later->nodes.n > 0; later->nodes.n--) {
        last = ts_node_start_byte(later->nodes.p[later->nodes.n - 1]);
        if (last >= start)
            break;
    }
    return start < later->given || (later->nodes.n > 0 && last == start);
}

void pv_lower_keep_later(struct pv_lower *lower, TSNode node)
{
    TSNode *kept = NULL;
    if (is_known(&lower->later, ts_node_start_byte(node)))
        return;
    struct pv_result pushed = PV_VEC_PUSH(&lower->scratch, &lower->later.nodes, &kept, lower->err);
    if (pv_is_ok(pushed))
        *kept = node;
    else
        pv_lower_keep_failure(lower, pushed);
}

TSNode pv_lower_later(struct pv_lower *lower, TSNode node)
{
    struct pv_later *later = &lower->later;
    while (later->nodes.n > 0) {
        TSNode last = later->nodes.p[--later->nodes.n];
        if (ts_node_start_byte(last) < ts_node_end_byte(node))
            continue;
        later->given = ts_node_end_byte(last);
        return last;
    }
    return (TSNode){0};
}
