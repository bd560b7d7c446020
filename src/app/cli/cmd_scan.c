/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "app/cli/scan_job.h"

void pv_scan_job_clear(struct pv_scan_job *job)
{
    pv_buf_clear(&job->report);
    pv_catalog_clear(&job->catalog);
    pv_owners_clear(&job->owners);
    pv_scan_result_clear(&job->result);
    pv_history_result_clear(&job->found);
    pv_buf_clear(&job->stdin_text);
    pv_rule_set_clear(&job->rules);
}

enum pv_exit pv_scan_job_take(struct pv_scan_job *job, pv_scan_step *const *steps, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        enum pv_exit exit = steps[i](job);
        if (exit != PV_EXIT_DONE)
            return exit;
    }
    return PV_EXIT_DONE;
}

/*
 * What the policy stops for stops always; with --error everything does that is more than
 * deferred for sure. Nobody is stopped for what only may be bad; where no catalog says
 * anything, the rule alone decides.
 */
static bool is_blocking(const struct pv_scan_job *job, const struct pv_finding *finding)
{
    bool is_decided = finding->context.rank > 0;
    if (finding->is_suppressed)
        return false;
    if (finding->context.is_blocking)
        return true;
    return pv_args_has(job->args, PV_OPT_SCAN_ERROR) &&
           !(is_decided && finding->context.is_deferrable);
}

static bool has_blocking(const struct pv_scan_job *job)
{
    for (size_t i = 0; i < job->result.n_findings; i++)
        if (is_blocking(job, &job->result.findings[i]))
            return true;
    return false;
}

/* The way of a scan. Each step says itself why it cannot go on. */
static pv_scan_step *const steps[] = {
    pv_scan_job_targets, pv_scan_job_rules,  pv_scan_job_run, pv_scan_job_decide,
    pv_scan_job_ledger,  pv_scan_job_report, pv_scan_job_fix, pv_scan_job_summary,
};

enum pv_exit pv_cmd_scan(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_scan_job job = {
        .cli = cli,
        .args = args,
        .talk = pv_args_has(args, PV_OPT_SCAN_QUIET)     ? PV_TALK_QUIET
                : pv_args_has(args, PV_OPT_SCAN_VERBOSE) ? PV_TALK_VERBOSE
                                                         : PV_TALK_PLAIN,
        .fixing = pv_args_has(args, PV_OPT_SCAN_AUTOFIX) ? PV_FIXING_WRITTEN : PV_FIXING_NOTHING,
        .reports = true,
    };

    pv_cli_colour(cli, pv_args_text(args, PV_OPT_SCAN_COLOR));
    enum pv_exit exit = pv_scan_job_take(&job, steps, PV_COUNT(steps));
    exit = pv_cli_worse(exit, job.exit);
    if (has_blocking(&job))
        exit = pv_cli_worse(exit, PV_EXIT_BLOCKED);
    pv_scan_job_clear(&job);
    return exit;
}
