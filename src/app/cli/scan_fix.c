/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/edit.h"
#include "app/cli/scan_job.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"
#include "sys/save.h"

static bool has_fix(const struct pv_finding *findings, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (findings[i].fix.p && !findings[i].is_suppressed)
            return true;
    }
    return false;
}

static PV_RESULT fix_file(const struct pv_finding *findings, size_t n,
                          struct pv_edit_counts *counts, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf fixed = {0};
    struct pv_edit_counts here = {0};

    PV_TRY(pv_file_read(findings->path, PV_SCAN_FILE_BYTES_MAX, &text, err));
    pv_edit_apply(pv_buf_str(&text), findings, n, &fixed, &here);
    PV_TRY(pv_buf_result(&fixed, err));
    if (here.applied)
        PV_TRY(pv_save(findings->path, pv_buf_str(&fixed), err));
    counts->applied += here.applied;
    counts->overlapping += here.overlapping;
    counts->moved += here.moved;
    return PV_SUCCESS;
}

static void say_counts(const struct pv_scan_job *job, const struct pv_edit_counts *counts)
{
    if (counts->moved)
        pv_cli_say("%zu fixes were not applied: their files changed while they were scanned",
                   counts->moved);
    if (job->talk == PV_TALK_QUIET)
        return;
    pv_cli_say("%zu fix%s applied", counts->applied, counts->applied == 1 ? "" : "es");
    if (counts->overlapping)
        pv_cli_say("%zu overlap with others and are left for the next run", counts->overlapping);
}

enum pv_exit pv_scan_job_fix(struct pv_scan_job *job)
{
    const struct pv_scan_result *result = &job->result;
    struct pv_edit_counts counts = {0};
    size_t end = 0;

    if (!pv_args_has(job->args, PV_OPT_SCAN_AUTOFIX))
        return PV_EXIT_DONE;
    for (size_t start = 0; start < result->n_findings; start = end) {
        const struct pv_finding *first = &result->findings[start];
        struct pv_err err = {0};
        end = start + 1;
        while (end < result->n_findings && pv_str_eq(result->findings[end].path, first->path))
            end++;
        if (!has_fix(first, end - start))
            continue;
        if (!pv_is_ok(fix_file(first, end - start, &counts, &err)))
            job->exit = pv_cli_worse(job->exit, pv_cli_fail(PV_EXIT_FAILED, &err));
    }
    say_counts(job, &counts);
    return PV_EXIT_DONE;
}
