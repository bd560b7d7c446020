/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recognition: whether two observations, of an earlier and a later state of the
 * code, are the same concern.
 *
 * Observations are matched within one rule in passes, the strongest first; each
 * keeps the order of the file and takes what it has matched out of the next:
 *
 *   1 path, scope, content, context: where there is one of it on both sides
 *   2 the same, where there are several        6 path and scope, similar words: an edited line
 *   3 path, scope, content                     7 a renamed file, by its lines; then as 3, 5, 6
 *   4 path, content, context                   8 content and scope, one on both sides: a move
 *   5 path and content
 *
 * Of several that are alike, the nearest are matched, counted from where the lines
 * around them have moved to. Where it is not clear, nothing is. No git is asked.
 */
#ifndef PV_LEDGER_IDENTITY_RECOGNITION_H
#define PV_LEDGER_IDENTITY_RECOGNITION_H

#include "base/arena.h"
#include "ledger/identity/footprint.h"

struct pv_observation {
    struct pv_str rule;  /* the lineage: the first name that it had */
    struct pv_str path;  /* from the root of the repository, with '/' */
    struct pv_str scope; /* "Store.keep"; empty where it is not known */
    uint32_t line;
    struct pv_footprint footprint;
    uint32_t file; /* number of the file in pv_observations.files */
};

struct pv_observed_file {
    struct pv_str path;
    struct pv_sketch sketch;
    bool is_gone; /* of the earlier state: there is no such file any more */
};

struct pv_observations {
    struct pv_observation *p;
    size_t n;
    struct pv_observed_file *files;
    size_t n_files;
};

#define PV_RECOGNITION_NONE UINT32_MAX

/* The pass that matched; 0 for none. */
struct pv_recognition {
    uint32_t earlier; /* index, or PV_RECOGNITION_NONE */
    uint8_t pass;
};

/* `out` has one for each of `later`, in `mem`. PV_NO_MEMORY. */
PV_RESULT pv_recognition_match(struct pv_arena *mem, const struct pv_observations *earlier,
                               const struct pv_observations *later, struct pv_recognition **out,
                               struct pv_err *err);

#endif
