/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "engine/match/need.h"

enum { NONE = PV_NEED_GUARD_MAX + 1 };

/* The fewest words of which one must be there; NONE when there are none, or too many. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static size_t count(const struct pv_need *needs, uint32_t index)
{
    const struct pv_need *need = &needs[index];
    if (need->kind == PV_NEED_WORD)
        return 1;
    bool is_all = need->kind == PV_NEED_ALL;
    size_t n = is_all ? NONE : 0;
    for (uint32_t i = index + 1; i < need->after && n != (is_all ? 1 : NONE); i = needs[i].after)
        n = is_all ? pv_min(n, count(needs, i)) : pv_min(n + count(needs, i), NONE);
    return need->kind == PV_NEED_NOTHING ? NONE : n;
}

/* The part of the need of all at `index` that has the fewest. */
static uint32_t choose(const struct pv_need *needs, uint32_t index)
{
    size_t least = NONE;
    uint32_t best = index + 1;
    for (uint32_t i = index + 1; i < needs[index].after; i = needs[i].after) {
        size_t n = count(needs, i);
        if (n < least) {
            least = n;
            best = i;
        }
    }
    return best;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static void collect(const struct pv_need *needs, uint32_t index, struct pv_need_guard *out)
{
    while (needs[index].kind == PV_NEED_ALL)
        index = choose(needs, index);
    if (needs[index].kind == PV_NEED_WORD) {
        out->words[out->n++] = needs[index].word;
        return;
    }
    for (uint32_t i = index + 1; i < needs[index].after; i = needs[i].after)
        collect(needs, i, out);
}

bool pv_need_guard(const struct pv_needs *needs, uint32_t index, struct pv_need_guard *out)
{
    if (count(needs->list.p, index) == NONE)
        return false;
    out->n = 0;
    collect(needs->list.p, index, out);
    return true;
}
