/* SPDX-License-Identifier: Apache-2.0 */
/*
 * marks: the ranges of a file that a list of specs holds for.
 */
#ifndef PV_ENGINE_TAINT_MARKS_H
#define PV_ENGINE_TAINT_MARKS_H

#include "engine/match/cover.h"
#include "engine/taint/taint.h"

struct pv_mark {
    const struct pv_taint_spec *spec;
    uint32_t start;
    uint32_t end;
    uint32_t number; /* of propagators: one for both its ends */
    struct pv_bindings bindings;
};

struct pv_marks {
    PV_VEC(struct pv_mark) list; /* by start */
    struct pv_cover cover;
};

PV_RESULT pv_marks_add(struct pv_arena *mem, struct pv_marks *marks, struct pv_mark mark,
                       struct pv_err *err);

/* Sorts, and makes them ready to be asked. */
PV_RESULT pv_marks_finish(struct pv_arena *mem, struct pv_marks *marks, struct pv_err *err);

/* The marks that a range lies in, from the last to the first: the first one asked for … */
const struct pv_mark *pv_marks_around(const struct pv_marks *marks, uint32_t start, uint32_t end);

/* … and the one after `mark`. NULL when there is none. */
const struct pv_mark *pv_marks_next(const struct pv_marks *marks, const struct pv_mark *mark,
                                    uint32_t end);

/* Whether one has exactly this range. */
bool pv_marks_has(const struct pv_marks *marks, uint32_t start, uint32_t end);

#endif
