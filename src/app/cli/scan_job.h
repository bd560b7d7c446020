/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scan_job: one run of `pave scan` or `pave fix`, from what was typed to what is printed.
 *
 * Its steps share this struct; each gives PV_EXIT_DONE to go on. What went wrong
 * without ending the run is kept in `exit`.
 */
#ifndef PV_APP_CLI_SCAN_JOB_H
#define PV_APP_CLI_SCAN_JOB_H

#include "app/cli/command.h"
#include "app/cli/rule_source.h"
#include "base/buf.h"
#include "engine/report/report.h"
#include "engine/scan/history.h"
#include "risk/catalog.h"
#include "risk/owner.h"
#include "risk/policy.h"

/* What becomes of the fixes that findings carry. */
enum pv_fixing {
    PV_FIXING_NOTHING,
    PV_FIXING_SHOWN,   /* as a patch, on standard output */
    PV_FIXING_WRITTEN, /* made in the files */
};

struct pv_scan_job {
    struct pv_cli *cli;
    const struct pv_args *args;
    struct pv_rule_set rules;
    struct pv_buf stdin_text;
    struct pv_changes changes;
    struct pv_targets targets;
    struct pv_history history;
    struct pv_history_result found; /* in the history; `result` is a view of it then */
    struct pv_scan_result result;
    struct pv_catalog catalog;
    struct pv_owners owners;
    struct pv_policy policy;
    struct pv_report_question *questions;
    size_t n_questions;
    struct pv_buf report;
    enum pv_fixing fixing;
    bool reports; /* the findings themselves */
    size_t n_fixes;
    uint64_t rules_ns; /* what reading and compiling the rules took */
    enum pv_exit exit; /* the worst that happened so far */
    enum pv_talk talk;
    enum pv_talk rule_talk; /* about rules; less of those that the user did not write */
};

/* Finds the files. */
enum pv_exit pv_scan_job_targets(struct pv_scan_job *job);

/* Reads the rules for those files, says what is wrong with them, keeps those that were asked for.
 */
enum pv_exit pv_scan_job_rules(struct pv_scan_job *job);

/* The same two steps for a history, whose texts are scanned as they are read. */
PV_RESULT pv_scan_job_list_history(struct pv_scan_job *job, struct pv_err *err);
PV_RESULT pv_scan_job_scan_history(struct pv_scan_job *job, const struct pv_scan_options *options,
                                   struct pv_err *err);

/* Scans them; shows progress; can be interrupted. */
enum pv_exit pv_scan_job_run(struct pv_scan_job *job);

/* Says of each finding what it means where it is; reports put first what matters most. */
enum pv_exit pv_scan_job_decide(struct pv_scan_job *job);

/* Takes them into the ledger, when one is named, and hides what is settled there. */
enum pv_exit pv_scan_job_ledger(struct pv_scan_job *job);

/* Writes the findings to standard output or to the file. */
enum pv_exit pv_scan_job_report(struct pv_scan_job *job);

/* Shows or makes the fixes that findings carry, when that is asked for. */
enum pv_exit pv_scan_job_fix(struct pv_scan_job *job);

/* Says on the error stream what the findings do not. */
enum pv_exit pv_scan_job_summary(struct pv_scan_job *job);

/* Says on the error stream what took how long: stages, rules, files. */
void pv_scan_job_say_times(const struct pv_scan_job *job);

typedef enum pv_exit pv_scan_step(struct pv_scan_job *job);

/* Takes the steps one after the other, to the first that cannot be gone on from. */
enum pv_exit pv_scan_job_take(struct pv_scan_job *job, pv_scan_step *const *steps, size_t n);

void pv_scan_job_clear(struct pv_scan_job *job);

#endif
