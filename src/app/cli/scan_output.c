/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/scan_job.h"
#include "sys/file.h"
#include "sys/save.h"

/* People have read on the error stream what is wrong with rules and catalogs; programs read it
 * here. */
static PV_RESULT add_notes(struct pv_scan_job *job, struct pv_report *report, struct pv_err *err)
{
    PV_VEC(struct pv_report_note) notes = {0};
    struct pv_report_note *note = NULL;

    for (size_t i = 0; i < job->rules.problems.n; i++) {
        const struct pv_rule_problem *problem = &job->rules.problems.p[i];
        if (!pv_rule_source_is_told(problem, job->rule_talk))
            continue;
        PV_TRY(PV_VEC_PUSH(job->cli->mem, &notes, &note, err));
        *note = (struct pv_report_note){problem->file, problem->line, problem->column,
                                        problem->text, problem->code != PV_UNSUPPORTED};
    }
    for (size_t i = 0; i < job->catalog.problems.n; i++) {
        const struct pv_catalog_problem *problem = &job->catalog.problems.p[i];
        PV_TRY(PV_VEC_PUSH(job->cli->mem, &notes, &note, err));
        *note = (struct pv_report_note){.path = problem->file,
                                        .line = problem->line,
                                        .text = problem->text,
                                        .is_error = problem->matter == PV_MATTER_BROKEN};
        if (!note->is_error)
            PV_TRY(pv_str_format(job->cli->mem, &note->text, err, "%.*s: %.*s",
                                 PV_STR_FMT(pv_catalog_matter_text(problem->matter)),
                                 PV_STR_FMT(problem->text)));
    }
    report->notes = notes.p;
    report->n_notes = notes.n;
    return PV_SUCCESS;
}

static PV_RESULT write_report(struct pv_scan_job *job, struct pv_err *err)
{
    const struct pv_args *args = job->args;
    struct pv_str format = pv_args_text(args, PV_OPT_SCAN_FORMAT);
    struct pv_report report = {
        .rules = &job->rules,
        .result = &job->result,
        .version = PV_STR(PAVE_VERSION),
        .questions = job->questions,
        .n_questions = job->n_questions,
        .shows_suppressed = pv_args_has(args, PV_OPT_SCAN_SHOW_SUPPRESSED),
        .offers_fixes = job->fixing == PV_FIXING_NOTHING,
        .lists_skipped = pv_args_has(args, PV_OPT_SCAN_LIST_SKIPPED),
    };

    /* Without it there are no links, which is no reason to show nothing. */
    pv_ignore(pv_file_real_path(job->cli->mem, PV_STR("."), &report.folder, NULL));
    if (format.n && !pv_str_eq(format, PV_STR("text")))
        PV_TRY(add_notes(job, &report, err));
    if (pv_str_eq(format, PV_STR("json")))
        return pv_report_json(&report, &job->report, err);
    if (pv_str_eq(format, PV_STR("sarif")))
        return pv_report_sarif(&report, &job->report, err);
    if (pv_str_eq(format, PV_STR("github")))
        return pv_report_github(&report, &job->report, err);
    if (pv_str_eq(format, PV_STR("gitlab")))
        return pv_report_gitlab(&report, &job->report, err);
    if (!pv_args_has(args, PV_OPT_SCAN_OUTPUT)) {
        const struct pv_terminal *terminal = &job->cli->out;
        report.style = (struct pv_report_style){terminal->has_colour, terminal->has_links,
                                                terminal->has_utf8, terminal->columns};
    }
    return pv_report_text(&report, &job->report, err);
}

enum pv_exit pv_scan_job_report(struct pv_scan_job *job)
{
    struct pv_str path = pv_args_text(job->args, PV_OPT_SCAN_OUTPUT);
    struct pv_err err = {0};
    struct pv_result result = write_report(job, &err);

    if (pv_is_ok(result))
        result = pv_buf_result(&job->report, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    if (!path.n || pv_str_eq(path, PV_STR("-")))
        return pv_cli_print(&job->report);
    if (!pv_is_ok(pv_save(path, pv_buf_str(&job->report), &err)))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    return PV_EXIT_DONE;
}
