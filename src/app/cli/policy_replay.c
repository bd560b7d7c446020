/* SPDX-License-Identifier: Apache-2.0 */
/* Stored findings, decided again under two policies. */
#include "app/cli/ledger_access.h"
#include "app/cli/policy_job.h"
#include "ledger/store/entry.h"
#include "sys/environment.h"
#include "sys/file.h"
#include "text/text_limits.h"

#include <inttypes.h>

struct replay {
    struct pv_policy_job *job;
    struct pv_ledger *ledger; /* NULL: findings come from a file */
    struct pv_policy old;
    struct pv_policy new;
    size_t n;         /* findings with a record */
    size_t n_without; /* a record: nothing decided them */
    size_t n_up;
    size_t n_down;
    size_t n_other; /* the interval is narrower or wider */
};

static void add_row(struct replay *r, struct pv_str name, pv_fact before, pv_fact after)
{
    struct pv_buf *out = &r->job->out;
    bool is_markdown = r->job->form == PV_POLICY_MARKDOWN;
    struct pv_json json = {.out = out};
    if (r->job->form == PV_POLICY_JSON) {
        PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
        pv_json_object(&json);
        pv_json_key_str(&json, "finding", name);
        pv_priority_add(&text, before);
        pv_json_key_str(&json, "old", pv_buf_str(&text));
        pv_buf_reset(&text);
        pv_priority_add(&text, after);
        pv_json_key_str(&json, "new", pv_buf_str(&text));
        pv_json_end(&json);
        pv_buf_add_byte(out, '\n');
        return;
    }
    pv_buf_format(out, is_markdown ? "| %.*s | " : "%.*s  ", PV_STR_FMT(name));
    pv_priority_add(out, before);
    pv_buf_format(out, is_markdown ? " | " : " → ");
    pv_priority_add(out, after);
    pv_buf_format(out, is_markdown ? " |\n" : "\n");
}

static PV_RESULT replay_one(struct replay *r, struct pv_str name, const struct pv_doc *record,
                            struct pv_err *err)
{
    struct pv_situations situations = {0};
    PV_TRY(pv_explanation_read(record, &situations, err));
    pv_fact before = pv_situations_decide(&r->old, &situations);
    pv_fact after = pv_situations_decide(&r->new, &situations);
    r->n++;
    if (before == after)
        return PV_SUCCESS;
    bool is_up =
        pv_fact_low(after) >= pv_fact_low(before) && pv_fact_high(after) >= pv_fact_high(before);
    bool is_down =
        pv_fact_low(after) <= pv_fact_low(before) && pv_fact_high(after) <= pv_fact_high(before);
    r->n_up += is_up;
    r->n_down += is_down;
    r->n_other += !is_up && !is_down;
    add_row(r, name, before, after);
    return PV_SUCCESS;
}

static PV_RESULT replay_result(struct replay *r, const struct pv_doc *result, struct pv_err *err)
{
    const struct pv_doc *pave = pv_doc_get(pv_doc_get(result, PV_STR("extra")), PV_STR("pave"));
    const struct pv_doc *record = pv_doc_get(pave, PV_STR("decision"));
    const struct pv_doc *id = pv_doc_get(result, PV_STR("check_id"));
    const struct pv_doc *path = pv_doc_get(result, PV_STR("path"));
    const struct pv_doc *line = pv_doc_get(pv_doc_get(result, PV_STR("start")), PV_STR("line"));
    struct pv_str name = {0};
    if (!record) {
        r->n_without++;
        return PV_SUCCESS;
    }
    if (!id || !path || !line)
        return pv_fail(err, PV_INVALID, 0, "a finding has check_id, path and start");
    PV_TRY(pv_str_format(r->job->cli->mem, &name, err, "%.*s %.*s:%" PRId64, PV_STR_FMT(id->text),
                         PV_STR_FMT(path->text), line->number));
    return replay_one(r, name, record, err);
}

static PV_RESULT replay_file(struct replay *r, struct pv_str path, struct pv_err *err)
{
    struct pv_str text = {0};
    struct pv_doc doc = {0};
    PV_TRY(pv_file_read_text(r->job->cli->mem, path, PV_DOC_BYTES_MAX, &text, err));
    PV_TRY(pv_doc_read(r->job->cli->mem, text, &doc, NULL, err));
    const struct pv_doc *results = pv_doc_get(&doc, PV_STR("results"));
    if (!results || results->kind != PV_DOC_LIST)
        return pv_fail(err, PV_INVALID, 0, "%.*s: is not what `pave scan --json` writes",
                       PV_STR_FMT(path));
    for (size_t i = 0; i < results->n; i++)
        PV_TRY(replay_result(r, &results->items[i], err));
    return PV_SUCCESS;
}

static PV_RESULT take_entry(void *context, const struct pv_entry *entry, struct pv_err *err)
{
    struct replay *r = context;
    struct pv_doc record = {0};
    struct pv_str name = {0};
    if (entry->record.n == 0) {
        r->n_without++;
        return PV_SUCCESS;
    }
    PV_TRY(pv_doc_read(r->job->cli->mem, entry->record, &record, NULL, err));
    PV_TRY(pv_str_format(r->job->cli->mem, &name, err, "PV-%" PRId64 " %.*s %.*s:%u", entry->id,
                         PV_STR_FMT(entry->rule), PV_STR_FMT(entry->path), entry->line));
    return replay_one(r, name, &record, err);
}

static PV_RESULT run(struct replay *r, struct pv_err *err)
{
    const struct pv_entry_filter open = {.state = PV_ENTRY_OPEN};
    PV_TRY(pv_policy_job_read(r->job, 1, &r->old, err));
    PV_TRY(pv_policy_job_read(r->job, 2, &r->new, err));
    if (r->job->form == PV_POLICY_MARKDOWN)
        PV_BUF_LIT(&r->job->out, "| finding | now | then |\n|---|---|---|\n");
    return r->ledger ? pv_entry_each(r->ledger, &open, take_entry, r, err)
                     : replay_file(r, pv_args_text(r->job->args, PV_OPT_POLICY_FINDINGS), err);
}

static enum pv_exit find_findings(struct replay *r, struct pv_ledger_access *access)
{
    struct pv_str url = pv_args_text(r->job->args, PV_OPT_POLICY_LEDGER);
    if (pv_args_has(r->job->args, PV_OPT_POLICY_FINDINGS))
        return PV_EXIT_DONE;
    if (!url.n)
        url = pv_environment("PAVE_LEDGER");
    if (!url.n) {
        pv_cli_say("which findings? --findings FILE or --ledger FILE");
        return PV_EXIT_USAGE;
    }
    r->ledger = &access->ledger;
    return pv_ledger_access_open(r->job->cli, url, access);
}

enum pv_exit pv_policy_replay(struct pv_policy_job *job)
{
    struct replay replay = {.job = job};
    struct pv_ledger_access access = {0};
    struct pv_err err = {0};
    if (job->args->operands.n != 3) {
        pv_cli_say("policy replay: expected two folders, OLD and NEW");
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = find_findings(&replay, &access);
    struct pv_result result = PV_SUCCESS;
    if (exit == PV_EXIT_DONE)
        result = run(&replay, &err);
    pv_ledger_access_close(&access);
    if (exit != PV_EXIT_DONE)
        return exit;
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    size_t moved = replay.n_up + replay.n_down + replay.n_other;
    if (job->form == PV_POLICY_JSON)
        return PV_EXIT_DONE;
    pv_buf_format(&job->out, "%s%zu of %zu findings move: %zu up, %zu down, %zu otherwise\n",
                  moved && job->form == PV_POLICY_MARKDOWN ? "\n" : "", moved, replay.n,
                  replay.n_up, replay.n_down, replay.n_other);
    if (replay.n_without)
        pv_buf_format(&job->out, "%zu were outside any catalog, so nothing decided them\n",
                      replay.n_without);
    return PV_EXIT_DONE;
}
