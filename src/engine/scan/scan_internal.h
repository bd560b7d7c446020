/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scan_internal: what the run over all files and the way of one file share.
 */
#ifndef PV_ENGINE_SCAN_SCAN_INTERNAL_H
#define PV_ENGINE_SCAN_SCAN_INTERNAL_H

#include "base/buf.h"
#include "engine/facts/properties.h"
#include "engine/scan/across.h"
#include "engine/scan/plan.h"
#include "engine/scan/scan.h"

/* One thread's own things. Nothing in here is seen by another thread. */
struct pv_scan_worker {
    const struct pv_scan_options *options; /* complete: no zero stands for a default */
    const struct pv_plan *plan;
    const struct pv_properties *properties; /* of the files to scan */
    struct pv_arena *file_mem;              /* empty at the start of each file */
    struct pv_parse_memory *parsing;        /* what parsers work in; may be NULL */
    struct pv_arena *result_mem;
    struct pv_buf bytes;             /* of the file at hand */
    uint64_t *words;                 /* set of pv_prefilter_find */
    uint64_t *wanted;                /* rules that some file needs; NULL: they run at once */
    struct pv_across *across;        /* the other files; NULL: each is alone */
    struct pv_rule_time *rule_times; /* by the index of the rule; NULL: not asked for */
    PV_VEC(struct pv_finding) findings;
    PV_VEC(struct pv_scan_notice) notices;
    struct pv_scan_counts counts;
    struct pv_scan_times times;
};

/*
 * Takes `target` all its way. What goes wrong is said in `*out`: this can't fail.
 * Findings of a file that could not be finished are kept as far as they are whole.
 * With `wanted`, the rules that could match are added to it and the file's outcome
 * stays PV_OUTCOME_NONE.
 */
void pv_scan_one_file(struct pv_scan_worker *worker, const struct pv_target *target,
                      struct pv_scan_file *out);

/* By start, end, rule and message, for findings of one path. */
int pv_scan_compare_findings(const struct pv_finding *a, const struct pv_finding *b);

#endif
