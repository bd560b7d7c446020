/* SPDX-License-Identifier: Apache-2.0 */
/*
 * memo: what formulas have found in a file, for those who ask again.
 */
#ifndef PV_ENGINE_MATCH_MEMO_H
#define PV_ENGINE_MATCH_MEMO_H

#include "engine/match/formula.h"
#include "sys/thread.h"

struct pv_match_memo_entry {
    const struct pv_formula *formula;
    struct pv_matches matches;
    bool is_limited;
};

/* Threads may share it. Its memory is its own. */
struct pv_match_memo {
    struct pv_lock lock;
    struct pv_arena mem;
    uint64_t steps; /* for each formula: who asks first makes no difference */
    PV_VEC(struct pv_match_memo_entry) list;
};

void pv_match_memo_init(struct pv_match_memo *memo, size_t limit_bytes, uint64_t steps);
void pv_match_memo_clear(struct pv_match_memo *memo);

/*
 * As pv_formula_find; with `file->memo` at most once for each formula, with steps of its
 * own, and the matches then live as long as the memo.
 */
PV_RESULT pv_match_memo_find(struct pv_arena *mem, const struct pv_formula *formula,
                             const struct pv_match_file *file, struct pv_match_budget *budget,
                             struct pv_matches *out, struct pv_err *err);

#endif
