/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "engine/match/need.h"

enum { NONE = INT32_MAX };

/* Words of which one must be there, if each stood for itself; NONE when there are none. */
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
        size_t n = is_known ? 0 : count(needs, i);
        if (n < least) {
            least = n;
            best = i;
        }
    }
    return best;
}

/* False when there are too many. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static bool collect(const struct pv_need *needs, uint32_t index, struct pv_need_guard *out)
{
    while (needs[index].kind == PV_NEED_ALL)
        index = choose(needs, index, out);
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
    return count(needs->list.p, index) != NONE && collect(needs->list.p, index, out);
}
