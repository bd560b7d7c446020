/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/scope.h"

#include "base/attr.h"
#include "base/num.h"
#include "engine/scan/scan_limits.h"

/* What is around a byte, the inner before the outer. */
struct link {
    pv_node name;
    uint32_t outer; /* number of the next link, and 1; 0: none */
};

struct sweep {
    const struct pv_tree *tree;
    struct pv_finding *findings; /* in order of their starts */
    size_t n;
    uint32_t shift;
    uint32_t *start; /* by node: where it and all that it stands in begin to hold, … */
    uint32_t *end;   /* … and cease to */
    uint32_t *inner; /* by finding: the number of its first link, and 1 */
    uint32_t *bytes; /* by finding: of its scope, as far as it is known */
    PV_VEC(struct link) links;
};

static size_t first_from(const struct sweep *sweep, uint32_t start)
{
    size_t low = 0;
    size_t high = sweep->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sweep->findings[middle].start.offset - sweep->shift < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void hold_within(struct sweep *sweep, pv_node i)
{
    const struct pv_tree_node *node = pv_tree_at(sweep->tree, i);
    sweep->start[i] = node->start;
    sweep->end[i] = node->end;
    if (node->parent == PV_NO_NODE)
        return;
    sweep->start[i] = (uint32_t)pv_max(node->start, sweep->start[node->parent]);
    sweep->end[i] = (uint32_t)pv_min(node->end, sweep->end[node->parent]);
}

/* Puts a name into the scope of one finding, while that is not too long. */
static PV_RESULT link_one(struct pv_arena *mem, struct sweep *sweep, size_t at, pv_node name,
                          struct pv_err *err)
{
    struct link *link = NULL;
    struct pv_str text = pv_tree_text(sweep->tree, name);
    uint32_t *bytes = &sweep->bytes[at];
    if (*bytes >= PV_SCAN_SCOPE_BYTES || *bytes + text.n == 0)
        return PV_SUCCESS;
    *bytes += (uint32_t)text.n + (*bytes > 0);
    PV_TRY(PV_VEC_PUSH(mem, &sweep->links, &link, err));
    *link = (struct link){name, sweep->inner[at]};
    sweep->inner[at] = (uint32_t)sweep->links.n;
    return PV_SUCCESS;
}

/* In preorder, what is around a byte comes from the outer to the inner. */
static PV_RESULT link_all(struct pv_arena *mem, struct sweep *sweep, struct pv_err *err)
{
    for (pv_node i = 0; i < sweep->tree->nodes.n; i++) {
        enum pv_kind kind = (enum pv_kind)pv_tree_at(sweep->tree, i)->kind;
        hold_within(sweep, i);
        pv_node name = kind == PV_FUNC || kind == PV_CLASS
                           ? pv_tree_child(sweep->tree, i, PV_ROLE_NAME)
                           : PV_NO_NODE;
        size_t at = name == PV_NO_NODE ? sweep->n : first_from(sweep, sweep->start[i]);
        for (; at < sweep->n && sweep->findings[at].start.offset - sweep->shift < sweep->end[i];
             at++)
            PV_TRY(link_one(mem, sweep, at, name, err));
    }
    return PV_SUCCESS;
}

/* The links' names with dots between them, written from the end. */
static PV_RESULT write_scope(struct pv_arena *mem, const struct sweep *sweep, size_t at,
                             struct pv_err *err)
{
    char *text = NULL;
    size_t n = sweep->bytes[at];
    PV_TRY(PV_NEW_ARRAY(mem, n, &text, err));
    sweep->findings[at].scope = (struct pv_str){text, n};
    for (uint32_t link = sweep->inner[at]; link > 0; link = sweep->links.p[link - 1].outer) {
        struct pv_str name = pv_tree_text(sweep->tree, sweep->links.p[link - 1].name);
        n -= name.n;
        memcpy(text + n, name.p, name.n);
        if (n > 0)
            text[--n] = '.';
    }
    return PV_SUCCESS;
}

PV_RESULT pv_scope_fill(struct pv_arena *mem, const struct pv_tree *tree, uint32_t shift,
                        struct pv_finding *findings, size_t n, struct pv_err *err)
{
    PV_DEFER(pv_arena_clear) struct pv_arena own = {0};
    struct sweep sweep = {.tree = tree, .findings = findings, .n = n, .shift = shift};
    if (n == 0)
        return PV_SUCCESS;
    PV_TRY(PV_NEW_ARRAY(&own, tree->nodes.n, &sweep.start, err));
    PV_TRY(PV_NEW_ARRAY(&own, tree->nodes.n, &sweep.end, err));
    PV_TRY(PV_NEW_ARRAY(&own, n, &sweep.inner, err));
    PV_TRY(PV_NEW_ARRAY(&own, n, &sweep.bytes, err));
    PV_TRY(link_all(&own, &sweep, err));
    for (size_t i = 0; i < n; i++)
        PV_TRY(write_scope(mem, &sweep, i, err));
    return PV_SUCCESS;
}
