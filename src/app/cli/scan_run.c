/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/progress.h"
#include "app/cli/scan_job.h"
#include "risk/decide.h"
#include "risk/service_proof.h"
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
        .scans_generated = pv_args_has(args, PV_OPT_SCAN_NO_IGNORE),
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

/* Learns of the services that findings are in, then what each of them seals. */
static PV_RESULT prove(struct pv_scan_job *job, struct pv_err *err)
{
    const struct pv_proof_options options = {
        .threads = (unsigned)pv_args_number(job->args, PV_OPT_SCAN_THREADS),
        .stop = pv_interrupt_flag(),
    };
    for (size_t i = 0; i < job->result.n_findings; i++) {
        const struct pv_service *service = NULL;
        PV_TRY(pv_catalog_find(&job->catalog, job->result.findings[i].path, &service, err));
    }
    size_t n = job->catalog.services.n;
    for (size_t i = 0; i < n; i++) {
        struct pv_sealings sealings = {0};
        struct pv_service service = job->catalog.services.p[i];
        struct pv_result result =
            pv_sealings_prove(job->cli->mem, &job->catalog, &service, &options, &sealings, err);
        pv_sealings_clear(&sealings);
        PV_TRY(result);
    }
    return PV_SUCCESS;
}

static PV_RESULT decide(struct pv_scan_job *job, struct pv_err *err)
{
    struct pv_policy policy = {0};
    struct pv_scan_result *result = &job->result;

    PV_TRY(pv_policy_read_shipped(&policy, err));
    PV_TRY(prove(job, err));
    for (size_t i = 0; i < result->n_findings; i++) {
        const struct pv_service *service = NULL;
        struct pv_finding *finding = &result->findings[i];
        PV_TRY(pv_catalog_find(&job->catalog, finding->path, &service, err));
        if (service)
            PV_TRY(pv_decide(&result->mem, &policy, service, finding, err));
    }
    return PV_SUCCESS;
}

enum pv_exit pv_scan_job_decide(struct pv_scan_job *job)
{
    struct pv_err err = {0};

    if (job->result.n_findings == 0)
        return PV_EXIT_DONE;
    struct pv_result result = decide(job, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    for (size_t i = 0; i < job->catalog.problems.n; i++) {
        const struct pv_catalog_problem *problem = &job->catalog.problems.p[i];
        pv_cli_say("%.*s: %.*s; findings below it are shown without their context",
                   PV_STR_FMT(problem->file), PV_STR_FMT(problem->text));
        job->exit = pv_cli_worse(job->exit, PV_EXIT_USAGE);
    }
    return PV_EXIT_DONE;
}
