/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/progress.h"
#include "app/cli/scan_job.h"
#include "sys/clock.h"
#include "sys/interrupt.h"

static void step(void *context, size_t done, size_t all, size_t findings)
{
    pv_progress_step(context, done, all, findings);
}

enum pv_exit pv_scan_job_run(struct pv_scan_job *job)
{
    const struct pv_args *args = job->args;
    struct pv_terminal quiet = {0};
    struct pv_progress progress =
        pv_progress_begin(job->talk == PV_TALK_QUIET ? quiet : job->cli->err, pv_clock_ns());
    bool is_narrowed = pv_args_has(args, PV_OPT_SCAN_DIFF) || pv_args_has(args, PV_OPT_SCAN_STAGED);
    struct pv_scan_options options = {
        .rules = &job->rules,
        .deferred = pv_rule_set_is_deferred(&job->rules) ? &job->rules : NULL,
        .threads = (unsigned)pv_args_number(args, PV_OPT_SCAN_THREADS),
        .max_file_bytes = pv_args_number(args, PV_OPT_SCAN_MAX_FILE_SIZE),
        .is_full = pv_args_has(args, PV_OPT_SCAN_FULL),
        .tries_every_rule = pv_args_has(args, PV_OPT_SCAN_NO_PREFILTER),
        .is_across = !is_narrowed && !pv_args_has(args, PV_OPT_SCAN_ALONE),
        .scans_generated = pv_args_has(args, PV_OPT_SCAN_NO_IGNORE),
        .writes_fixes = job->fixing != PV_FIXING_NOTHING,
        .times_rules = pv_args_has(args, PV_OPT_SCAN_TIME),
        .changes = is_narrowed ? &job->changes : NULL,
        .stop = pv_interrupt_flag(),
        .progress = step,
        .progress_context = &progress,
    };
    struct pv_err err = {0};

    pv_interrupt_watch();
    struct pv_result result = pv_args_has(args, PV_OPT_SCAN_HISTORY)
                                  ? pv_scan_job_scan_history(job, &options, &err)
                                  : pv_scan_run(&options, &job->targets, &job->result, &err);
    pv_progress_end(&progress);
    return pv_is_ok(result) ? PV_EXIT_DONE : pv_cli_fail(PV_EXIT_FAILED, &err);
}
