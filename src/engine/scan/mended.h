/* SPDX-License-Identifier: Apache-2.0 */
/*
 * mended: a text with fixes of its findings made in it, and what stands where.
 */
#ifndef PV_ENGINE_SCAN_MENDED_H
#define PV_ENGINE_SCAN_MENDED_H

#include "base/buf.h"
#include "engine/scan/finding.h"

/* Bytes of the text, and those that stand for them in the new one. */
struct pv_mended_place {
    size_t start;
    size_t end;
    size_t new_start;
    size_t new_end;
    size_t finding; /* its number; SIZE_MAX for the lines that fixes need at the head */
};

struct pv_mended {
    struct pv_buf text;                    /* the new one; the caller clears it */
    PV_VEC(struct pv_mended_place) places; /* in order, none overlaps */
};

/* What is to be mended. */
struct pv_mending {
    struct pv_str text;
    size_t shift;                      /* bytes before it in the file that the findings are of */
    const struct pv_finding *findings; /* in order of place */
    const bool *is_made;               /* which of their fixes: none may overlap another */
    size_t n;
};

/*
 * Makes the fixes, and before them what they need at the head of the file, each line once.
 * What was in `out` is replaced; the places live in `mem`. PV_NO_MEMORY, PV_LIMIT.
 */
PV_RESULT pv_mended_make(struct pv_arena *mem, const struct pv_mending *mending,
                         struct pv_mended *out, struct pv_err *err);

#endif
