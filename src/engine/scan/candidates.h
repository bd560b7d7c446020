/* SPDX-License-Identifier: Apache-2.0 */
/*
 * candidates: the rules that could hold in one file.
 */
#ifndef PV_ENGINE_SCAN_CANDIDATES_H
#define PV_ENGINE_SCAN_CANDIDATES_H

#include "engine/scan/scan_internal.h"

struct pv_candidate {
    struct pv_plan_entry entry;
    bool is_alone;  /* the file has all that the rule needs */
    bool is_across; /* it has with those around it */
};

struct pv_candidates {
    struct pv_candidate *p; /* in the order of the rules */
    size_t n;
    bool need_tree;
    bool is_across; /* one of them is */
    bool is_end;    /* in a survey: values that come from elsewhere may end here */
};

/*
 * Of the worker's plan, by the words that worker->words has of the file, and by its
 * path. Lives in the worker's file_mem.
 */
PV_RESULT pv_candidates_choose(const struct pv_scan_worker *worker, const struct pv_lang *lang,
                               const struct pv_target *target, struct pv_candidates *out,
                               struct pv_err *err);

/* Whether the rule looks at files of this path: its own `paths`. */
bool pv_candidates_has_path(const struct pv_rule *rule, struct pv_str path);

#endif
