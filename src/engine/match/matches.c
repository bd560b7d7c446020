/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/pattern.h"

#include "base/sort.h"

static int compare(const void *left, const void *right)
{
    const struct pv_match *a = left;
    const struct pv_match *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return pv_bindings_compare(a->bindings, b->bindings);
}

void pv_matches_sort(struct pv_matches *matches)
{
    if (matches->list.n < 2)
        return;
    struct pv_match *list = matches->list.p;
    pv_sort(list, matches->list.n, sizeof *list, compare);
    size_t kept = 1;
    for (size_t i = 1; i < matches->list.n; i++) {
        if (compare(&list[kept - 1], &list[i]) != 0)
            list[kept++] = list[i];
    }
    matches->list.n = kept;
}
