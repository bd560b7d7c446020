/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/memo.h"

void pv_match_memo_init(struct pv_match_memo *memo, size_t limit_bytes, uint64_t steps)
{
    *memo = (struct pv_match_memo){.mem.limit_bytes = limit_bytes, .steps = steps};
    pv_lock_init(&memo->lock);
}

void pv_match_memo_clear(struct pv_match_memo *memo)
{
    pv_arena_clear(&memo->mem);
    pv_lock_clear(&memo->lock);
}

static const struct pv_match_memo_entry *find(const struct pv_match_memo *memo,
                                              const struct pv_formula *formula)
{
    PV_VEC_EACH (const struct pv_match_memo_entry, entry, &memo->list)
        if (entry->formula == formula)
            return entry;
    return NULL;
}

static PV_RESULT add(struct pv_match_memo *memo, const struct pv_formula *formula,
                     const struct pv_match_file *file, struct pv_err *err)
{
    struct pv_match_budget budget = {.steps_left = memo->steps};
    struct pv_match_memo_entry entry = {.formula = formula};
    struct pv_match_memo_entry *slot = NULL;
    struct pv_result result =
        pv_formula_find(&memo->mem, formula, file, &budget, &entry.matches, err);
    entry.is_limited = result.code == PV_LIMIT;
    if (!entry.is_limited)
        PV_TRY(result);
    PV_TRY(PV_VEC_PUSH(&memo->mem, &memo->list, &slot, err));
    *slot = entry;
    return PV_SUCCESS;
}

PV_RESULT pv_match_memo_find(struct pv_arena *mem, const struct pv_formula *formula,
                             const struct pv_match_file *file, struct pv_match_budget *budget,
                             struct pv_matches *out, struct pv_err *err)
{
    struct pv_match_memo *memo = file->memo;
    struct pv_result result = PV_SUCCESS;
    if (!memo)
        return pv_formula_find(mem, formula, file, budget, out, err);
    pv_lock_take(&memo->lock);
    const struct pv_match_memo_entry *entry = find(memo, formula);
    if (!entry)
        result = add(memo, formula, file, err);
    if (!entry && pv_is_ok(result))
        entry = &memo->list.p[memo->list.n - 1];
    if (entry) {
        out->list.p = entry->matches.list.p;
        out->list.n = out->list.capacity = entry->matches.list.n;
        if (entry->is_limited)
            result = pv_fail(err, PV_LIMIT, 0, "a pattern was too much to try everywhere");
    }
    pv_lock_leave(&memo->lock);
    return result;
}
