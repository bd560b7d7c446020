/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/explain_finding.h"

#include "app/cli/decision_story.h"
#include "app/cli/ledger_access.h"
#include "app/cli/scan_job.h"
#include "ledger/store/entry.h"
#include "sys/environment.h"

#include <inttypes.h>

enum { LINE_MAX = 100000000 };

struct asked {
    struct pv_cli *cli;
    const struct pv_args *args;
    struct pv_buf *out;
    bool is_json;
    size_t n; /* findings that were explained */
};

static bool read_number(struct pv_str text, int64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9' || *out > LINE_MAX)
            return false;
        *out = *out * 10 + (text.p[i] - '0');
    }
    return text.n > 0;
}

static bool read_place(struct pv_str operand, struct pv_str *path, int64_t *line)
{
    size_t colon = pv_str_rfind_byte(operand, ':');
    if (colon == SIZE_MAX || colon == 0)
        return false;
    *path = pv_str_sub(operand, 0, colon);
    return read_number(pv_str_sub(operand, colon + 1, operand.n), line);
}

static bool read_id(struct pv_str operand, int64_t *id)
{
    return (pv_str_has_prefix(operand, PV_STR("PV-")) ||
            pv_str_has_prefix(operand, PV_STR("pv-"))) &&
           read_number(pv_str_sub(operand, 3, operand.n), id);
}

bool pv_explain_is_finding(struct pv_str operand)
{
    struct pv_str path = {0};
    int64_t number = 0;
    return read_id(operand, &number) || read_place(operand, &path, &number);
}

static PV_RESULT tell(struct asked *asked, struct pv_decision_story story, struct pv_str record,
                      struct pv_err *err)
{
    struct pv_doc doc = {0};
    const struct pv_terminal *terminal = &asked->cli->out;
    struct pv_paint paint = {.out = asked->out,
                             .style = {terminal->has_colour, terminal->has_links,
                                       terminal->has_utf8, terminal->columns}};
    if (asked->n++ && !asked->is_json)
        pv_buf_add_byte(asked->out, '\n');
    if (asked->is_json) {
        pv_buf_add(asked->out, record);
        pv_buf_add_byte(asked->out, '\n');
        return pv_buf_result(asked->out, err);
    }
    PV_TRY(pv_doc_read(asked->cli->mem, record, &doc, NULL, err));
    story.record = &doc;
    pv_decision_story_text(&paint, &story);
    return pv_buf_result(asked->out, err);
}

enum { WORDS_MAX = 12 };

/* What `pave scan` would have been told. */
static PV_RESULT list_words(struct asked *asked, struct pv_str path, const char *words[WORDS_MAX],
                            size_t *n, struct pv_err *err)
{
    const struct {
        const char *name;
        struct pv_str value;
    } handed_on[] = {
        {"--rules", pv_args_text(asked->args, PV_OPT_EXPLAIN_RULES)},
        {"--policy", pv_args_text(asked->args, PV_OPT_EXPLAIN_POLICY)},
        {"--as-of", pv_args_text(asked->args, PV_OPT_EXPLAIN_AS_OF)},
    };
    words[(*n)++] = "--quiet";
    for (size_t i = 0; i < PV_COUNT(handed_on); i++) {
        if (!handed_on[i].value.n)
            continue;
        words[(*n)++] = handed_on[i].name;
        PV_TRY(pv_str_z(asked->cli->mem, handed_on[i].value, &words[(*n)++], err));
    }
    words[(*n)++] = "--";
    return pv_str_z(asked->cli->mem, path, &words[(*n)++], err);
}

/* Scans the file as `pave scan FILE` would. */
static enum pv_exit scan(struct asked *asked, struct pv_str path, struct pv_scan_job *job,
                         struct pv_args *scan_args)
{
    static enum pv_exit (*const steps[])(struct pv_scan_job *) = {
        pv_scan_job_targets, pv_scan_job_rules, pv_scan_job_run, pv_scan_job_decide};
    const char *words[WORDS_MAX] = {NULL};
    size_t n = 0;
    struct pv_err err = {0};
    struct pv_result result = list_words(asked, path, words, &n, &err);
    if (pv_is_ok(result))
        result = pv_args_parse(asked->cli->mem, pv_command_find(PV_STR("scan"))->options, words, n,
                               scan_args, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    *job = (struct pv_scan_job){.cli = asked->cli, .args = scan_args, .talk = PV_TALK_QUIET};
    for (size_t i = 0; i < PV_COUNT(steps); i++) {
        enum pv_exit exit = steps[i](job);
        if (exit != PV_EXIT_DONE)
            return exit;
    }
    return job->exit;
}

static PV_RESULT tell_finding(struct asked *asked, const struct pv_finding *finding,
                              struct pv_err *err)
{
    struct pv_decision_story story = {.reason = finding->context.reason,
                                      .why = finding->evidence.why};
    PV_TRY(pv_str_format(asked->cli->mem, &story.title, err, "%.*s at %.*s:%u",
                         PV_STR_FMT(finding->rule->check_id), PV_STR_FMT(finding->path),
                         finding->start.line));
    story.owner = PV_STR("nobody");
    if (finding->context.owner.n)
        PV_TRY(pv_str_format(asked->cli->mem, &story.owner, err, "%.*s (%.*s)",
                             PV_STR_FMT(finding->context.owner),
                             PV_STR_FMT(finding->context.owner_place)));
    if (finding->context.record.n)
        return tell(asked, story, finding->context.record, err);
    asked->n++;
    pv_cli_say("%.*s: nothing decides it: no catalog-info.yaml says what service this is; "
               "docs/context.md says how to write one",
               PV_STR_FMT(story.title));
    return PV_SUCCESS;
}

/* What was not looked at has no finding on any line, and says nothing of them. */
static bool was_looked_at(const struct pv_scan_result *result)
{
    for (size_t i = 0; i < result->n_files; i++) {
        const struct pv_scan_file *file = &result->files[i];
        struct pv_str why = file->outcome == PV_OUTCOME_SKIPPED ? pv_skip_meaning(file->skip)
                                                                : pv_outcome_meaning(file->outcome);
        if (file->outcome != PV_OUTCOME_SKIPPED && file->outcome != PV_OUTCOME_UNREADABLE)
            continue;
        pv_cli_say("%.*s: %.*s, so no rule looks at it", PV_STR_FMT(file->path), PV_STR_FMT(why));
        return false;
    }
    return true;
}

static enum pv_exit explain_place(struct asked *asked, struct pv_str path, int64_t line)
{
    struct pv_scan_job job = {0};
    struct pv_args args = {0};
    struct pv_err err = {0};
    enum pv_exit exit = scan(asked, path, &job, &args);
    struct pv_result result = PV_SUCCESS;
    for (size_t i = 0; exit == PV_EXIT_DONE && i < job.result.n_findings && pv_is_ok(result); i++) {
        const struct pv_finding *finding = &job.result.findings[i];
        if (line >= finding->start.line && line <= finding->end.line)
            result = tell_finding(asked, finding, &err);
    }
    bool is_known = exit != PV_EXIT_DONE || was_looked_at(&job.result);
    pv_scan_job_clear(&job);
    if (!pv_is_ok(result))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    if (!is_known)
        return PV_EXIT_USAGE;
    if (exit == PV_EXIT_DONE && asked->n == 0) {
        pv_cli_say("%.*s:%" PRId64 ": no rule finds anything on that line", PV_STR_FMT(path), line);
        return PV_EXIT_USAGE;
    }
    return exit;
}

static PV_RESULT tell_entry(void *context, const struct pv_entry *entry, struct pv_err *err)
{
    struct asked *asked = context;
    struct pv_decision_story story = {0};
    PV_TRY(pv_str_format(asked->cli->mem, &story.title, err, "PV-%" PRId64 " %.*s at %.*s:%u",
                         entry->id, PV_STR_FMT(entry->rule), PV_STR_FMT(entry->path), entry->line));
    story.owner = entry->owner.n ? entry->owner : PV_STR("nobody");
    if (entry->record.n)
        return tell(asked, story, entry->record, err);
    asked->n++;
    pv_cli_say(entry->is_open
                   ? "%.*s: nothing decided it: it is outside any catalog, or another tool's"
                   : "%.*s: its record is sealed; PAVE_LEDGER_POLICY says with which key",
               PV_STR_FMT(story.title));
    return PV_SUCCESS;
}

static enum pv_exit explain_id(struct asked *asked, int64_t id)
{
    const struct pv_entry_filter filter = {.id = id};
    struct pv_str url = pv_args_text(asked->args, PV_OPT_EXPLAIN_LEDGER);
    struct pv_ledger_access access = {0};
    struct pv_err err = {0};
    if (!url.n)
        url = pv_environment("PAVE_LEDGER");
    if (!url.n) {
        pv_cli_say("PV-%" PRId64 ": which ledger? --ledger FILE", id);
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = pv_ledger_access_open(asked->cli, url, &access);
    struct pv_result result = PV_SUCCESS;
    if (exit == PV_EXIT_DONE)
        result = pv_entry_each(&access.ledger, &filter, tell_entry, asked, &err);
    pv_ledger_access_close(&access);
    if (exit != PV_EXIT_DONE)
        return exit;
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    if (asked->n == 0) {
        pv_cli_say("PV-%" PRId64 ": there is no such finding in the ledger", id);
        return PV_EXIT_USAGE;
    }
    return PV_EXIT_DONE;
}

enum pv_exit pv_explain_finding(struct pv_cli *cli, const struct pv_args *args,
                                struct pv_str operand, struct pv_buf *out)
{
    struct asked asked = {.cli = cli, .args = args, .out = out};
    struct pv_str path = {0};
    int64_t number = 0;
    asked.is_json = pv_str_eq(pv_args_text(args, PV_OPT_EXPLAIN_FORMAT), PV_STR("json"));
    if (read_id(operand, &number))
        return explain_id(&asked, number);
    (void)read_place(operand, &path, &number);
    return explain_place(&asked, path, number);
}
