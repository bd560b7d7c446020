/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "engine/match/need.h"

enum { NONE = UINT16_MAX };

static size_t weigh(const struct pv_need *needs, uint32_t index)
{
    const struct pv_need *need = &needs[index];
    bool is_all = need->kind == PV_NEED_ALL;
    size_t n = is_all ? NONE : 0;
    if (need->kind == PV_NEED_PART)
        return NONE; /* it is looked for last */
    if (need->kind == PV_NEED_WORD || need->kind == PV_NEED_NOTHING)
        return need->kind == PV_NEED_WORD ? 1 : NONE;
    for (uint32_t i = index + 1; i < need->after; i = needs[i].after)
        n = is_all ? pv_min(n, needs[i].least) : pv_min(n + needs[i].least, NONE);
    return n;
}

/* From the last one back: the parts of a need come after it. */
void pv_needs_weigh(struct pv_needs *needs)
{
    for (size_t i = needs->list.n; i-- > 0;)
        needs->list.p[i].least = (uint16_t)weigh(needs->list.p, (uint32_t)i);
}

static bool holds(const struct pv_need_guard *guard, pv_word word)
{
    for (size_t i = 0; i < guard->n; i++)
        if (guard->words[i] == word)
            return true;
    return false;
}

/* The part of the need of all at `index` that adds least: a word that is a guard already, or few.
 */
static uint32_t choose(const struct pv_need *needs, uint32_t index, const struct pv_need_guard *out)
{
    size_t least = NONE;
    uint32_t best = index + 1;
    for (uint32_t i = index + 1; i < needs[index].after; i = needs[i].after) {
        bool is_known = needs[i].kind == PV_NEED_WORD && holds(out, needs[i].word);
        size_t n = is_known ? 0 : needs[i].least;
        if (n < least) {
            least = n;
            best = i;
        }
    }
    return best;
}

/* False when there are too many, or none: what is satisfied by any text has no guard. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static bool collect(const struct pv_need *needs, uint32_t index, struct pv_need_guard *out)
{
    while (needs[index].kind == PV_NEED_ALL && needs[index].after > index + 1)
        index = choose(needs, index, out);
    if (needs[index].kind == PV_NEED_ALL || needs[index].kind == PV_NEED_NOTHING ||
        needs[index].kind == PV_NEED_PART)
        return false;
    if (needs[index].kind == PV_NEED_WORD) {
        if (holds(out, needs[index].word))
            return true;
        if (out->n == PV_NEED_GUARD_MAX)
            return false;
        out->words[out->n++] = needs[index].word;
        return true;
    }
    for (uint32_t i = index + 1; i < needs[index].after; i = needs[i].after)
        if (!collect(needs, i, out))
            return false;
    return true;
}

bool pv_need_guard(const struct pv_needs *needs, uint32_t index, struct pv_need_guard *out)
{
    out->n = 0;
    return needs->list.p[index].least != NONE && collect(needs->list.p, index, out);
}
