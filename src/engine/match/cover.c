/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/cover.h"

static uint32_t greater(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

PV_RESULT pv_cover_build(struct pv_arena *mem, const uint32_t *starts, const uint32_t *ends,
                         size_t n, struct pv_cover *out, struct pv_err *err)
{
    struct pv_cover cover = {.starts = starts, .leaves = 1, .n = n};
    /* One leaf more than there are ranges, so that "before the end" is a leaf too. */
    while (cover.leaves <= n)
        cover.leaves *= 2;
    PV_TRY(PV_NEW_ARRAY(mem, 2 * cover.leaves, &cover.tree, err));
    for (size_t i = 0; i < n; i++)
        cover.tree[cover.leaves + i] = ends[i];
    for (size_t i = cover.leaves; i-- > 1;)
        cover.tree[i] = greater(cover.tree[2 * i], cover.tree[2 * i + 1]);
    *out = cover;
    return PV_SUCCESS;
}

size_t pv_cover_upto(const struct pv_cover *cover, uint32_t place)
{
    size_t low = 0;
    size_t high = cover->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (cover->starts[middle] <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t pv_cover_last(const struct pv_cover *cover, size_t n, uint32_t end)
{
    size_t at = cover->leaves + n;
    /* Up, until the subtree to the left holds a far enough end … */
    while (at > 1 && !((at & 1) && cover->tree[at - 1] >= end))
        at /= 2;
    if (at <= 1)
        return PV_COVER_NONE;
    /* … and down to the last leaf of it that does. */
    at--;
    while (at < cover->leaves)
        at = cover->tree[2 * at + 1] >= end ? 2 * at + 1 : 2 * at;
    return at - cover->leaves;
}
