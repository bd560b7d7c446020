/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/entry_story.h"
#include "app/cli/findings_job.h"
#include "app/cli/repository.h"
#include "app/cli/verb.h"
#include "ledger/exchange/export.h"
#include "ledger/store/dispose.h"
#include "ledger/store/envelope.h"
#include "sys/clock.h"
#include "sys/environment.h"
#include "sys/save.h"
#include "text/date.h"

#include <stdint.h>

enum { LISTED = 50, DAY_S = 86400 };

static struct pv_paint paint_of(struct pv_findings_job *job)
{
    const struct pv_terminal *out = &job->cli->out;
    return (struct pv_paint){
        .out = &job->out, .style = {out->has_colour, out->has_links, out->has_utf8, out->columns}};
}

static enum pv_exit fail(struct pv_result result, const struct pv_err *err)
{
    return pv_cli_fail(pv_cli_exit_of(result.code), err);
}

static struct pv_entry_filter filter_of(const struct pv_findings_job *job, bool is_all)
{
    const struct pv_args *args = job->args;
    struct pv_str state = pv_args_text(args, PV_OPT_FINDINGS_STATE);
    struct pv_entry_filter filter = {
        .asset = pv_args_text(args, PV_OPT_FINDINGS_ASSET),
        .tool = pv_args_text(args, PV_OPT_FINDINGS_TOOL),
        .rule = pv_args_text(args, PV_OPT_FINDINGS_RULE),
        .path = pv_args_text(args, PV_OPT_FINDINGS_PATH),
        .owner = pv_args_text(args, PV_OPT_FINDINGS_OWNER),
        .is_any_state = is_all && !state.n,
        .max = (int64_t)pv_args_number(args, PV_OPT_FINDINGS_LIMIT),
    };
    if (pv_str_eq(state, PV_STR("all")))
        filter.is_any_state = true;
    for (unsigned i = 0; i < PV_ENTRY_STATES; i++)
        if (pv_str_eq(state, pv_entry_state_word((enum pv_entry_state)i)))
            filter.state = (enum pv_entry_state)i;
    return filter;
}

static PV_RESULT list_one(void *context, const struct pv_entry *entry, struct pv_err *err)
{
    struct pv_findings_job *job = context;
    struct pv_paint paint = paint_of(job);
    job->n++;
    if (job->is_json)
        pv_entry_story_json(&job->out, entry);
    else
        pv_entry_story_line(&paint, entry);
    return pv_buf_result(&job->out, err);
}

static enum pv_exit list(struct pv_findings_job *job)
{
    struct pv_err err = {0};
    struct pv_entry_filter filter = filter_of(job, false);
    if (!filter.max && !job->is_json)
        filter.max = LISTED;
    struct pv_result result = pv_entry_each(job->ledger, &filter, list_one, job, &err);
    if (!pv_is_ok(result))
        return fail(result, &err);
    if (job->n == 0 && !job->is_json)
        pv_cli_say("no findings are in that state");
    if (filter.max && job->n == (size_t)filter.max &&
        !pv_args_has(job->args, PV_OPT_FINDINGS_LIMIT))
        pv_cli_say("these are the first %d; --limit N shows more", LISTED);
    return PV_EXIT_DONE;
}

/* "PV-12" or "12". */
static bool read_id(struct pv_str text, int64_t *out)
{
    if (pv_str_has_prefix(text, PV_STR("PV-")) || pv_str_has_prefix(text, PV_STR("pv-")))
        text = pv_str_sub(text, 3, text.n);
    *out = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9' || *out > INT32_MAX / 10)
            return false;
        *out = *out * 10 + (text.p[i] - '0');
    }
    return text.n > 0 && *out > 0;
}

static PV_RESULT show_one(void *context, const struct pv_entry *entry, struct pv_err *err)
{
    struct pv_findings_job *job = context;
    struct pv_paint paint = paint_of(job);
    job->n++;
    if (job->is_json)
        pv_entry_story_json(&job->out, entry);
    else
        pv_entry_story_whole(&paint, entry);
    return pv_buf_result(&job->out, err);
}

static PV_RESULT show_event(void *context, const struct pv_ledger_event *event, struct pv_err *err)
{
    struct pv_findings_job *job = context;
    struct pv_paint paint = paint_of(job);
    if (!job->is_json)
        pv_entry_story_event(&paint, event);
    return pv_buf_result(&job->out, err);
}

static PV_RESULT show(struct pv_findings_job *job, int64_t id, struct pv_err *err)
{
    const struct pv_entry_filter filter = {.id = id};
    size_t before = job->n;
    PV_TRY(pv_entry_each(job->ledger, &filter, show_one, job, err));
    if (job->n == before)
        return pv_fail(err, PV_NOT_FOUND, 0, "PV-%lld: there is no such finding in the ledger",
                       (long long)id);
    return pv_entry_events(job->ledger, id, show_event, job, err);
}

static PV_RESULT dispose(struct pv_findings_job *job, int64_t id, struct pv_err *err)
{
    const struct pv_args *args = job->args;
    struct pv_str verb = args->operands.p[0];
    struct pv_str by = pv_args_text(args, PV_OPT_FINDINGS_BY);
    struct pv_str until = pv_args_text(args, PV_OPT_FINDINGS_UNTIL);
    struct pv_disposal disposal = {.finding = id,
                                   .reason = pv_args_text(args, PV_OPT_FINDINGS_REASON),
                                   .by = by.n ? by : pv_environment_user(),
                                   .at = job->now};
    if (disposal.by.n == 0)
        return pv_fail(err, PV_INVALID, 0, "who decides? --by NAME");
    if (pv_str_eq(verb, PV_STR("accept")))
        disposal.disposition = PV_DISPOSITION_ACCEPTED;
    else if (pv_str_eq(verb, PV_STR("confirm")))
        disposal.disposition = PV_DISPOSITION_CONFIRMED;
    else if (pv_str_eq(verb, PV_STR("dismiss")))
        disposal.disposition =
            pv_str_eq(pv_args_text(args, PV_OPT_FINDINGS_AS), PV_STR("not-affected"))
                ? PV_DISPOSITION_NOT_AFFECTED
                : PV_DISPOSITION_FALSE_POSITIVE;
    if (until.n) {
        PV_TRY(pv_date_parse(until, &disposal.until, err));
        disposal.until += DAY_S; /* to the end of that day */
    }
    PV_TRY(pv_ledger_dispose(job->ledger, &disposal, err));
    pv_buf_format(&job->out, "PV-%lld: %.*s\n", (long long)id,
                  PV_STR_FMT(pv_disposition_word(disposal.disposition)));
    return PV_SUCCESS;
}

/* Does `what` for each ID; those that are wrong are said, the others done. */
static enum pv_exit each_id(struct pv_findings_job *job,
                            PV_RESULT (*what)(struct pv_findings_job *, int64_t, struct pv_err *))
{
    enum pv_exit exit = PV_EXIT_DONE;
    struct pv_str verb = job->args->operands.p[0];
    if (job->args->operands.n < 2) {
        pv_cli_say("findings %.*s: expected an ID such as PV-12", PV_STR_FMT(verb));
        return PV_EXIT_USAGE;
    }
    for (size_t i = 1; i < job->args->operands.n; i++) {
        struct pv_str text = job->args->operands.p[i];
        struct pv_err err = {0};
        int64_t id = 0;
        if (!read_id(text, &id)) {
            pv_cli_say("%.*s: is not an ID such as PV-12", PV_STR_FMT(text));
            exit = PV_EXIT_USAGE;
            continue;
        }
        struct pv_result result = what(job, id, &err);
        if (!pv_is_ok(result))
            exit = pv_cli_worse(exit, fail(result, &err));
    }
    return exit;
}

static enum pv_exit show_all(struct pv_findings_job *job)
{
    return each_id(job, show);
}

static enum pv_exit dispose_all(struct pv_findings_job *job)
{
    return each_id(job, dispose);
}

static enum pv_exit write_export(struct pv_findings_job *job)
{
    struct pv_str by = pv_args_text(job->args, PV_OPT_FINDINGS_BY);
    struct pv_str format = pv_args_text(job->args, PV_OPT_FINDINGS_FORMAT);
    struct pv_str path = pv_args_text(job->args, PV_OPT_FINDINGS_OUTPUT);
    struct pv_export options = {.mem = job->cli->mem,
                                .filter = filter_of(job, true),
                                .version = PV_STR(PAVE_VERSION),
                                .author = by.n ? by : pv_environment_user(),
                                .now = job->now};
    struct pv_err err = {0};
    if (options.author.n == 0)
        options.author = PV_STR("pave");
    struct pv_result result = pv_str_eq(format, PV_STR("openvex"))
                                  ? pv_export_openvex(&options, job->ledger, &job->out, &err)
                                  : pv_export_sarif(&options, job->ledger, &job->out, &err);
    if (pv_is_ok(result) && path.n) {
        result = pv_save(path, pv_buf_str(&job->out), &err);
        pv_buf_reset(&job->out);
    }
    return pv_is_ok(result) ? PV_EXIT_DONE : fail(result, &err);
}

static enum pv_exit check(struct pv_findings_job *job)
{
    struct pv_err err = {0};
    int64_t wrong = 0;
    int64_t shut = 0;
    struct pv_result result = pv_ledger_check(job->ledger, &wrong, &err);
    if (pv_is_ok(result))
        result = pv_ledger_check_seals(job->ledger, &shut, &err);
    if (!pv_is_ok(result))
        return fail(result, &err);
    if (wrong)
        pv_cli_say("%lld findings are in a state that no event gave them", (long long)wrong);
    if (shut)
        pv_cli_say("%lld texts don't open: changed, moved, or sealed with another key",
                   (long long)shut);
    if (wrong || shut)
        return PV_EXIT_BLOCKED;
    PV_BUF_LIT(&job->out, "the ledger agrees with its log\n");
    return PV_EXIT_DONE;
}

static enum pv_exit seal(struct pv_findings_job *job)
{
    struct pv_err err = {0};
    int64_t n = 0;
    struct pv_result result = pv_ledger_seal(job->ledger, &n, &err);
    if (!pv_is_ok(result))
        return fail(result, &err);
    pv_buf_format(&job->out, "%lld texts sealed; so is what is written from now on\n",
                  (long long)n);
    return PV_EXIT_DONE;
}

#define VERBS(X)                                                                                   \
    X("list", list)                                                                                \
    X("show", show_all)                                                                            \
    X("accept", dispose_all)                                                                       \
    X("dismiss", dispose_all)                                                                      \
    X("confirm", dispose_all)                                                                      \
    X("reopen", dispose_all)                                                                       \
    X("import", pv_findings_import)                                                                \
    X("export", write_export)                                                                      \
    X("check", check)                                                                              \
    X("seal", seal)

static const char *const names[] = {VERBS(PV_VERB_NAME)};
static enum pv_exit (*const runs[])(struct pv_findings_job *job) = {VERBS(PV_VERB_RUN)};

static enum pv_exit open_ledger(struct pv_findings_job *job, bool may_make)
{
    struct pv_str url = pv_args_text(job->args, PV_OPT_FINDINGS_LEDGER);
    struct pv_repository repository = {0};
    struct pv_err err = {0};
    if (!url.n)
        url = pv_environment("PAVE_LEDGER");
    if (!url.n) {
        pv_cli_say("findings: which ledger? --ledger FILE, as with `pave scan --ledger FILE`");
        return PV_EXIT_USAGE;
    }
    job->asset = pv_args_text(job->args, PV_OPT_FINDINGS_ASSET);
    enum pv_exit exit = may_make ? pv_ledger_access_make(job->cli, url, &job->access)
                                 : pv_ledger_access_open(job->cli, url, &job->access);
    if (exit != PV_EXIT_DONE)
        return exit;
    job->ledger = &job->access.ledger;
    struct pv_result result = PV_SUCCESS;
    if (!job->asset.n) {
        result = pv_repository_find(job->cli->mem, &repository, &err);
        job->asset = repository.name;
    }
    if (pv_is_ok(result))
        result = pv_ledger_expire(job->ledger, job->now, &err);
    return pv_is_ok(result) ? PV_EXIT_DONE : fail(result, &err);
}

/* What would be passed over in silence is refused. */
static bool takes_what_is_given(const struct pv_findings_job *job, struct pv_str verb,
                                enum pv_exit (*what)(struct pv_findings_job *job))
{
    struct pv_str format = pv_args_text(job->args, PV_OPT_FINDINGS_FORMAT);
    bool is_for_export = pv_str_eq(format, PV_STR("sarif")) || pv_str_eq(format, PV_STR("openvex"));
    bool has_names = what != list && what != write_export && what != check && what != seal;
    if (!has_names && job->args->operands.n > 1) {
        pv_cli_say("findings %.*s: %.*s: takes options only", PV_STR_FMT(verb),
                   PV_STR_FMT(job->args->operands.p[1]));
        return false;
    }
    if (format.n && is_for_export != (what == write_export)) {
        pv_cli_say("findings %.*s: --format: expected %s, not '%.*s'", PV_STR_FMT(verb),
                   is_for_export ? "text or json" : "sarif or openvex", PV_STR_FMT(format));
        return false;
    }
    return true;
}

static enum pv_exit run(struct pv_findings_job *job)
{
    struct pv_str word = job->args->operands.n ? job->args->operands.p[0] : PV_STR("list");
    size_t verb = pv_verb_find("findings", names, PV_COUNT(names), word);
    if (verb == SIZE_MAX || !takes_what_is_given(job, word, runs[verb]))
        return PV_EXIT_USAGE;
    enum pv_exit exit = open_ledger(job, pv_str_eq(word, PV_STR("import")));
    if (exit == PV_EXIT_DONE)
        exit = runs[verb](job);
    pv_ledger_access_close(&job->access);
    return exit;
}

enum pv_exit pv_cmd_findings(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_findings_job job = {.cli = cli, .args = args, .now = pv_clock_unix_s()};

    pv_cli_colour(cli, pv_args_text(args, PV_OPT_FINDINGS_COLOR));
    job.is_json = pv_str_eq(pv_args_text(args, PV_OPT_FINDINGS_FORMAT), PV_STR("json"));
    enum pv_exit exit = run(&job);
    return pv_cli_worse(exit, pv_cli_print(&job.out));
}
