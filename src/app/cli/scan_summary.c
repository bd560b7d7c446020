/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/incomplete.h"
#include "app/cli/scan_job.h"
#include "sys/interrupt.h"

#include <inttypes.h>

/* Whether the text report says it on the same screen already. */
static bool is_on_screen(const struct pv_scan_job *job)
{
    struct pv_str format = pv_args_text(job->args, PV_OPT_SCAN_FORMAT);

    return job->reports && (!format.n || pv_str_eq(format, PV_STR("text"))) &&
           job->cli->out.is_terminal && job->cli->err.is_terminal &&
           !pv_args_has(job->args, PV_OPT_SCAN_OUTPUT);
}

static void say_partly(const struct pv_scan_job *job)
{
    for (size_t i = 0; i < job->result.n_files; i++) {
        const struct pv_scan_file *file = &job->result.files[i];
        if (file->outcome == PV_OUTCOME_PARTLY)
            pv_cli_say("%.*s: %u %% of it could not be parsed", PV_STR_FMT(file->path),
                       file->error_percent);
    }
}

static void say_notice(const struct pv_scan_notice *notice)
{
    struct pv_str what = pv_suppress_flaw_meaning(notice->flaw);

    if (notice->flaw == PV_SUPPRESS_GOOD)
        what = PV_STR("the comment suppresses nothing; it can go");
    pv_cli_say("%.*s:%" PRIu32 ": %.*s", PV_STR_FMT(notice->path), notice->line, PV_STR_FMT(what));
}

/* A comment that was meant to suppress and does not is worth a word at any time. */
static void say_notices(const struct pv_scan_job *job)
{
    for (size_t i = 0; i < job->result.n_notices; i++) {
        if (job->result.notices[i].flaw != PV_SUPPRESS_GOOD || job->talk == PV_TALK_VERBOSE)
            say_notice(&job->result.notices[i]);
    }
}

static enum pv_exit say_end(const struct pv_scan_job *job)
{
    const struct pv_scan_counts *counts = &job->result.counts;
    size_t looked_at = counts->outcome[PV_OUTCOME_PARSED] + counts->outcome[PV_OUTCOME_IRRELEVANT] +
                       counts->outcome[PV_OUTCOME_PARTLY];
    size_t failed = counts->outcome[PV_OUTCOME_UNREADABLE] + counts->outcome[PV_OUTCOME_UNFINISHED];

    if (job->result.is_partial) {
        if (!is_on_screen(job))
            pv_cli_say("interrupted: these are partial results, %zu files were not reached",
                       counts->outcome[PV_OUTCOME_UNREACHED]);
        return PV_EXIT_FAILED;
    }
    if (looked_at == 0 && failed == 0 && job->talk != PV_TALK_QUIET)
        pv_cli_say("there was nothing to scan: no file that a rule reads%s",
                   counts->skip[PV_SKIP_TOO_LARGE]       ? "; --max-file-size takes larger ones"
                   : counts->outcome[PV_OUTCOME_SKIPPED] ? "; --list-skipped says why"
                                                         : "");
    return PV_EXIT_DONE;
}

static enum pv_exit incomplete(const struct pv_scan_job *job)
{
    const struct pv_scan_counts *counts = &job->result.counts;
    if (!is_on_screen(job))
        return pv_incomplete_say(&job->result);
    return counts->outcome[PV_OUTCOME_UNREADABLE] + counts->outcome[PV_OUTCOME_UNFINISHED]
               ? PV_EXIT_FAILED
               : PV_EXIT_DONE;
}

enum pv_exit pv_scan_job_summary(struct pv_scan_job *job)
{
    job->exit = pv_cli_worse(job->exit, incomplete(job));
    if (job->talk == PV_TALK_VERBOSE)
        say_partly(job);
    if (job->talk != PV_TALK_QUIET)
        say_notices(job);
    if (pv_args_has(job->args, PV_OPT_SCAN_TIME))
        pv_scan_job_say_times(job);
    job->exit = pv_cli_worse(job->exit, say_end(job));
    return PV_EXIT_DONE;
}
