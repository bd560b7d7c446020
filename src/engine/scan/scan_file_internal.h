/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scan_file_internal: one file on its way, shared by the files that take it there.
 */
#ifndef PV_ENGINE_SCAN_SCAN_FILE_INTERNAL_H
#define PV_ENGINE_SCAN_SCAN_FILE_INTERNAL_H

#include "engine/match/memo.h"
#include "engine/scan/finding_fill.h"
#include "engine/scan/scan_internal.h"
#include "engine/scan/suppress.h"
#include "engine/taint/unit.h"

struct pv_file_unit; /* scan_across.c */

/* One file on its way; lives in the worker's file_mem, as do its parts. */
struct pv_file_job {
    struct pv_scan_worker *worker;
    const struct pv_target *target;
    const struct pv_lang *lang;
    struct pv_str text;
    struct pv_tree tree;
    struct pv_match_file file; /* as the matcher sees it */
    struct pv_line_index lines;
    struct pv_suppressions suppressions;
    struct pv_secrets secrets;
    struct pv_finding_source source;
    size_t text_bytes;    /* as read, before normalising */
    size_t first_finding; /* of this file, in the worker's list */
    uint32_t number;      /* of the target */
    struct pv_match_memo memo;
    struct pv_arena door_mem;
    struct pv_taint_doors *doors; /* NULL until a rule asks */
    bool has_no_walls;            /* values of others may come in anywhere */
    struct pv_file_unit *unit;    /* with the files around it; NULL until a rule asks */
    struct pv_scan_file *out;
};

/* Fills and takes a finding; `flow` is how a value came there, NULL for what only stands there. */
PV_RESULT pv_file_job_add(struct pv_file_job *job, const struct pv_rule *rule,
                          const struct pv_match *match, const struct pv_taint_finding *flow,
                          struct pv_err *err);

/* Puts the file's findings in order and adds what is known once all are there: scan_finish.c. */
PV_RESULT pv_scan_finish_file(struct pv_file_job *job, struct pv_err *err);

/*
 * Runs a rule of taint mode with the values that other files bring to its sinks
 * here: scan_across.c. `first` is the first finding that the rule has had in this
 * file, in the worker's list. PV_LIMIT as for pv_taint_find.
 */
PV_RESULT pv_scan_across_rule(struct pv_file_job *job, const struct pv_plan_entry *entry,
                              size_t first, struct pv_err *err);

/*
 * Where values of other files come into this one, read once: scan_doors.c. NULL in `*out` when
 * they may come in anywhere. They live until pv_scan_across_end.
 */
PV_RESULT pv_scan_doors_read(struct pv_file_job *job, const struct pv_taint_doors **out,
                             struct pv_err *err);

/* Before the rules run, and after: nothing is left of it. `is_across`: some will ask for more. */
void pv_scan_across_begin(struct pv_file_job *job, bool is_across);
void pv_scan_across_end(struct pv_file_job *job);

#endif
