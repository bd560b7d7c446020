/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ranges: matches as the terms of a formula see them, and the algebra on them.
 */
#ifndef PV_ENGINE_MATCH_RANGES_H
#define PV_ENGINE_MATCH_RANGES_H

#include "engine/match/pattern.h"

/* How a range meets others: rule-language 1.1. */
enum pv_range_kind {
    PV_RANGE_PLAIN,
    PV_RANGE_REGEX,
    PV_RANGE_INSIDE,
    PV_RANGE_ANYWHERE,
};

struct pv_range {
    struct pv_match match;
    enum pv_range_kind kind;
};

/* Sorted by start, end, kind and bindings, no two alike, when it leaves a function. */
struct pv_ranges {
    PV_VEC(struct pv_range) list;
};

/* What the algebra works on; `err` of the caller. */
struct pv_algebra {
    struct pv_arena *mem;
    const struct pv_match_file *file;
    struct pv_match_budget *budget;
    struct pv_err *err;
};

/* Takes `steps` from the budget; PV_LIMIT when it has less. */
PV_RESULT pv_algebra_pay(const struct pv_algebra *a, uint64_t steps);

void pv_ranges_sort(struct pv_ranges *ranges);
PV_RESULT pv_ranges_add(const struct pv_algebra *a, struct pv_ranges *ranges,
                        struct pv_range range);

/* What of `x` lies in some of `y`, and of `y` in some of `x`, with bindings that agree. */
PV_RESULT pv_ranges_intersect(const struct pv_algebra *a, const struct pv_ranges *x,
                              const struct pv_ranges *y, struct pv_ranges *out);

/* What of `y` lies in some of `x`. */
PV_RESULT pv_ranges_select(const struct pv_algebra *a, const struct pv_ranges *x,
                           const struct pv_ranges *y, struct pv_ranges *out);

/* What of `x` agrees with some of `y`, wherever that is. */
PV_RESULT pv_ranges_where(const struct pv_algebra *a, const struct pv_ranges *x,
                          const struct pv_ranges *y, struct pv_ranges *out);

/* `x` without what some of `y` excludes, each by its kind. */
PV_RESULT pv_ranges_subtract(const struct pv_algebra *a, const struct pv_ranges *x,
                             const struct pv_ranges *y, struct pv_ranges *out);

#endif
