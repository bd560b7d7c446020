/* SPDX-License-Identifier: Apache-2.0 */
/*
 * candidates: the rules that could hold in one file.
 */
#ifndef PV_ENGINE_SCAN_CANDIDATES_H
#define PV_ENGINE_SCAN_CANDIDATES_H

#include "engine/scan/scan_internal.h"

struct pv_candidates {
    struct pv_plan_entry *p;
    size_t n;
    bool need_tree;
};

/*
 * Of the worker's plan, by the words that worker->words has of the file, and by its
 * path. Lives in the worker's file_mem.
 */
PV_RESULT pv_candidates_choose(const struct pv_scan_worker *worker, const struct pv_lang *lang,
                               struct pv_str path, struct pv_candidates *out, struct pv_err *err);

#endif
