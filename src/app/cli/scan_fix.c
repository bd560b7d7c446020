/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/edit.h"
#include "app/cli/patch.h"
#include "app/cli/scan_job.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"
#include "sys/save.h"

struct counts {
    size_t fixes;
    size_t files;
    size_t overlapping;
    size_t moved;
};

static bool has_fix(const struct pv_finding *findings, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (findings[i].fix.p && !findings[i].is_suppressed)
            return true;
    }
    return false;
}

static PV_RESULT put_out(struct pv_scan_job *job, struct pv_str path, struct pv_str before,
                         const struct pv_edit *edit, struct pv_err *err)
{
    const struct pv_terminal *terminal = &job->cli->out;
    const struct pv_patch patch = {
        .path = path,
        .before = before,
        .after = pv_buf_str(&edit->mended.text),
        .places = edit->mended.places.p,
        .n_places = edit->mended.places.n,
        .style = {.has_colour = terminal->has_colour, .has_utf8 = terminal->has_utf8},
        .is_shown = terminal->is_terminal};
    if (job->fixing == PV_FIXING_WRITTEN)
        return pv_save(path, patch.after, err);
    return pv_patch_write(job->cli->mem, &patch, &job->report, err);
}

static PV_RESULT fix_file(struct pv_scan_job *job, const struct pv_finding *findings, size_t n,
                          struct counts *counts, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_edit edit = {0};

    PV_TRY(pv_file_read(findings->path, PV_SCAN_FILE_BYTES_MAX, &text, err));
    struct pv_result result =
        pv_edit_make(job->cli->mem, pv_buf_str(&text), findings, n, &edit, err);
    if (pv_is_ok(result) && edit.applied)
        result = put_out(job, findings->path, pv_buf_str(&text), &edit, err);
    pv_buf_clear(&edit.mended.text);
    if (!pv_is_ok(result))
        return result;
    counts->fixes += edit.applied;
    counts->files += edit.applied > 0;
    counts->overlapping += edit.overlapping;
    counts->moved += edit.moved;
    return PV_SUCCESS;
}

static void say_counts(const struct pv_scan_job *job, const struct counts *counts)
{
    bool is_written = job->fixing == PV_FIXING_WRITTEN;
    if (counts->moved)
        pv_cli_say("%zu fixes were not applied: their files changed while they were scanned",
                   counts->moved);
    if (job->talk == PV_TALK_QUIET)
        return;
    if (is_written)
        pv_cli_say("%zu fix%s applied", counts->fixes, counts->fixes == 1 ? "" : "es");
    else if (counts->fixes)
        pv_cli_say("%zu fix%s in %zu file%s; --write makes %s", counts->fixes,
                   counts->fixes == 1 ? "" : "es", counts->files, counts->files == 1 ? "" : "s",
                   counts->fixes == 1 ? "it" : "them");
    if (counts->overlapping)
        pv_cli_say("%zu overlap with others and are left for the next run", counts->overlapping);
    if (!counts->fixes && !is_written && job->result.n_files && !job->result.is_partial)
        pv_cli_say("nothing to fix: %zu concern%s", job->result.n_findings,
                   job->result.n_findings == 1 ? ", which has no fix"
                   : job->result.n_findings    ? "s, none of which has a fix"
                                               : "s");
}

enum pv_exit pv_scan_job_fix(struct pv_scan_job *job)
{
    const struct pv_scan_result *result = &job->result;
    struct counts counts = {0};
    size_t end = 0;

    if (job->fixing == PV_FIXING_NOTHING)
        return PV_EXIT_DONE;
    for (size_t start = 0; start < result->n_findings; start = end) {
        const struct pv_finding *first = &result->findings[start];
        struct pv_err err = {0};
        end = start + 1;
        while (end < result->n_findings && pv_str_eq(result->findings[end].path, first->path))
            end++;
        if (!has_fix(first, end - start))
            continue;
        if (!pv_is_ok(fix_file(job, first, end - start, &counts, &err)))
            job->exit = pv_cli_worse(job->exit, pv_cli_fail(PV_EXIT_FAILED, &err));
    }
    job->n_fixes = counts.fixes;
    enum pv_exit exit = job->fixing == PV_FIXING_SHOWN ? pv_cli_print(&job->report) : PV_EXIT_DONE;
    say_counts(job, &counts);
    return exit;
}
