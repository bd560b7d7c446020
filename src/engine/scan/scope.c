/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/scope.h"

#include "base/attr.h"
#include "base/buf.h"
#include "engine/scan/scan_limits.h"

static void add_scope(struct pv_buf *out, const struct pv_tree *tree, uint32_t at)
{
    /* In preorder, what is around a byte comes from the outer to the inner. */
    for (pv_node i = 0; i < tree->nodes.n;) {
        const struct pv_tree_node *node = pv_tree_at(tree, i);
        if (at < node->start || at >= node->end) {
            i = node->after;
            continue;
        }
        pv_node name = node->kind == PV_FUNC || node->kind == PV_CLASS
                           ? pv_tree_child(tree, i, PV_ROLE_NAME)
                           : PV_NO_NODE;
        if (name != PV_NO_NODE && out->n < PV_SCAN_SCOPE_BYTES) {
            if (out->n)
                pv_buf_add_byte(out, '.');
            pv_buf_add(out, pv_tree_text(tree, name));
        }
        i++;
    }
}

PV_RESULT pv_scope_fill(struct pv_arena *mem, const struct pv_tree *tree, uint32_t shift,
                        struct pv_finding *findings, size_t n, struct pv_err *err)
{
    for (size_t i = 0; i < n; i++) {
        PV_DEFER(pv_buf_clear) struct pv_buf scope = {0};
        add_scope(&scope, tree, findings[i].start.offset - shift);
        PV_TRY(pv_buf_result(&scope, err));
        PV_TRY(pv_str_copy(mem, pv_buf_str(&scope), &findings[i].scope, err));
    }
    return PV_SUCCESS;
}
