/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/need.h"

static bool join(struct pv_need_guard *guard, const struct pv_need_guard *other)
{
    if (other->n > PV_NEED_GUARD_MAX - guard->n)
        return false;
    for (size_t i = 0; i < other->n; i++)
        guard->words[guard->n++] = other->words[i];
    return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static bool guard_any(const struct pv_needs *needs, uint32_t index, struct pv_need_guard *out)
{
    struct pv_need_guard all = {0};
    for (uint32_t i = index + 1; i < needs->list.p[index].after; i = needs->list.p[i].after) {
        struct pv_need_guard one = {0};
        if (!pv_need_guard(needs, i, &one) || !join(&all, &one))
            return false;
    }
    *out = all;
    return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static bool guard_all(const struct pv_needs *needs, uint32_t index, struct pv_need_guard *out)
{
    bool is_found = false;
    for (uint32_t i = index + 1; i < needs->list.p[index].after; i = needs->list.p[i].after) {
        struct pv_need_guard one = {0};
        if (!pv_need_guard(needs, i, &one) || (is_found && one.n >= out->n))
            continue;
        *out = one;
        is_found = true;
    }
    return is_found;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
bool pv_need_guard(const struct pv_needs *needs, uint32_t index, struct pv_need_guard *out)
{
    const struct pv_need *need = &needs->list.p[index];
    switch ((enum pv_need_kind)need->kind) {
    case PV_NEED_NOTHING: return false;
    case PV_NEED_WORD: *out = (struct pv_need_guard){{need->word}, 1}; return true;
    case PV_NEED_ALL: return guard_all(needs, index, out);
    case PV_NEED_ANY: return guard_any(needs, index, out);
    }
    return false;
}
