/* SPDX-License-Identifier: Apache-2.0 */
/* Takes what a scan found into a ledger, and what the ledger says into the report. */
#include "app/cli/ledger_access.h"
#include "app/cli/repository.h"
#include "app/cli/scan_job.h"
#include "base/hash.h"
#include "base/map.h"
#include "engine/scan/scan_limits.h"
#include "ledger/store/dispose.h"
#include "ledger/store/sighting.h"
#include "ledger/store/weakness.h"
#include "risk/decide.h"
#include "risk/priority.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "text/date.h"

struct keeping {
    struct pv_scan_job *job;
    struct pv_arena *mem;
    struct pv_repository repository;
    struct pv_map scanned; /* path from the root: number in result.files */
    struct pv_map rules;   /* that ran */
    struct pv_map files;   /* with findings: number in `sightings` */
    struct pv_sightings sightings;
    uint64_t *digests;    /* of those files */
    struct pv_str *asked; /* what was to be scanned, from the root */
    size_t n_asked;
    struct pv_err *err;
};

static PV_RESULT list_scanned(struct keeping *k)
{
    const struct pv_scan_result *result = &k->job->result;
    for (size_t i = 0; i < result->n_files; i++) {
        struct pv_str path = {0};
        PV_TRY(pv_repository_path(&k->repository, result->files[i].path, &path, k->err));
        PV_TRY(pv_map_put(k->mem, &k->scanned, path, (uint32_t)i, k->err));
    }
    for (size_t i = 0; i < k->job->rules.rules.n; i++)
        PV_TRY(pv_map_put(k->mem, &k->rules, k->job->rules.rules.p[i]->check_id, 1, k->err));
    return PV_SUCCESS;
}

static PV_RESULT list_asked(struct keeping *k)
{
    const struct pv_args *args = k->job->args;
    size_t n = args->operands.n;
    PV_TRY(PV_NEW_ARRAY(k->mem, n + 1, &k->asked, k->err));
    for (size_t i = 0; i < n; i++)
        PV_TRY(pv_repository_path(&k->repository, args->operands.p[i], &k->asked[i], k->err));
    k->n_asked = n ? n : 1;
    return n ? PV_SUCCESS : pv_repository_path(&k->repository, PV_STR("."), &k->asked[0], k->err);
}

/* Reads the file once for all its findings; a file that has gone meanwhile is as if empty. */
static PV_RESULT read_file(struct keeping *k, struct pv_str scan_path, struct pv_str *out)
{
    struct pv_result result =
        pv_file_read_text(k->mem, scan_path, PV_SCAN_FILE_BYTES_MAX, out, k->err);
    if (result.code == PV_NO_MEMORY)
        return result;
    if (!pv_is_ok(result))
        *out = (struct pv_str){0};
    return PV_SUCCESS;
}

static PV_RESULT add_file(struct keeping *k, struct pv_str path, struct pv_str text, uint32_t *out)
{
    struct pv_observed_file *file = &k->sightings.files[k->sightings.n_files];
    *out = (uint32_t)k->sightings.n_files;
    file->path = path;
    pv_sketch_take(text, &file->sketch);
    k->digests[k->sightings.n_files++] = pv_hash_str(text);
    return pv_map_put(k->mem, &k->files, path, *out, k->err);
}

/* metadata.cwe, a text or a list of them. */
static PV_RESULT find_class(struct keeping *k, const struct pv_rule *rule, struct pv_str *out)
{
    const struct pv_doc *cwe = pv_doc_get(rule->metadata, PV_STR("cwe"));
    if (cwe && cwe->kind == PV_DOC_LIST && cwe->n > 0)
        cwe = &cwe->items[0];
    return cwe && pv_doc_is_scalar(cwe) ? pv_weakness_find(k->mem, cwe->text, out, k->err)
                                        : PV_SUCCESS;
}

/* Findings are in order of path, so that each file is read once. */
static PV_RESULT see_findings(struct keeping *k)
{
    const struct pv_scan_result *result = &k->job->result;
    struct pv_str text = {0};
    PV_TRY(PV_NEW_ARRAY(k->mem, result->n_findings + 1, &k->sightings.p, k->err));
    PV_TRY(PV_NEW_ARRAY(k->mem, result->n_findings + 1, &k->sightings.files, k->err));
    PV_TRY(PV_NEW_ARRAY(k->mem, result->n_findings + 1, &k->digests, k->err));
    for (size_t i = 0; i < result->n_findings; i++) {
        const struct pv_finding *finding = &result->findings[i];
        struct pv_sighting *seen = &k->sightings.p[k->sightings.n++];
        uint32_t file = 0;
        *seen = (struct pv_sighting){
            .at = {.rule = finding->rule->check_id,
                   .scope = finding->scope,
                   .line = finding->start.line},
            .message = finding->message,
            .severity = finding->rule->severity_text,
            .priority = finding->context.priority,
            .rank = finding->context.rank,
            .record = finding->context.record,
            .service = finding->context.service,
            .owner = finding->context.owner,
        };
        PV_TRY(find_class(k, finding->rule, &seen->class));
        PV_TRY(pv_repository_path(&k->repository, finding->path, &seen->at.path, k->err));
        if (!pv_map_find(&k->files, seen->at.path, &file)) {
            PV_TRY(read_file(k, finding->path, &text));
            PV_TRY(add_file(k, seen->at.path, text, &file));
        }
        seen->at.file = file;
        seen->file_digest = k->digests[file];
        pv_footprint_take(text, finding->start.line, finding->end.line, &seen->at.footprint);
    }
    return PV_SUCCESS;
}

static bool did_run(void *context, struct pv_str rule)
{
    const struct keeping *k = context;
    uint32_t unused = 0;
    return pv_map_find(&k->rules, rule, &unused);
}

static bool is_asked(const struct keeping *k, struct pv_str path)
{
    for (size_t i = 0; i < k->n_asked; i++) {
        struct pv_str asked = k->asked[i];
        if (asked.n == 0 || pv_str_eq(asked, path) ||
            (pv_str_has_prefix(path, asked) && path.p[asked.n] == '/'))
            return true;
    }
    return false;
}

static uint64_t digest_of(const struct keeping *k, struct pv_str path)
{
    struct pv_str file = {0};
    struct pv_arena mem = {0};
    struct pv_str text = {0};
    uint64_t digest = 0;
    uint32_t number = 0;
    if (pv_map_find(&k->files, path, &number))
        return k->digests[number];
    if (pv_is_ok(pv_repository_file(&k->repository, path, &file, NULL)) &&
        pv_is_ok(pv_file_read_text(&mem, file, PV_SCAN_FILE_BYTES_MAX, &text, NULL)))
        digest = pv_hash_str(text);
    pv_arena_clear(&mem);
    return digest;
}

/* Only what the system says is not there is gone: a folder may be closed to us for a day. */
static bool is_gone(const struct keeping *k, struct pv_str path)
{
    struct pv_str file = {0};
    struct pv_file_info info = {0};
    return pv_is_ok(pv_repository_file(&k->repository, path, &file, NULL)) &&
           pv_file_look(file, &info, NULL).code == PV_NOT_FOUND;
}

static struct pv_coverage_answer look(void *context, struct pv_str path)
{
    const struct keeping *k = context;
    uint32_t number = 0;
    if (!pv_map_find(&k->scanned, path, &number)) {
        if (!is_asked(k, path))
            return (struct pv_coverage_answer){.coverage = PV_COVERAGE_NONE};
        return is_gone(k, path) ? (struct pv_coverage_answer){.coverage = PV_COVERAGE_GONE}
                                : (struct pv_coverage_answer){PV_COVERAGE_FAILED, 0, "left out"};
    }
    enum pv_outcome outcome = k->job->result.files[number].outcome;
    if (outcome != PV_OUTCOME_PARSED && outcome != PV_OUTCOME_PARTLY &&
        outcome != PV_OUTCOME_IRRELEVANT)
        return (struct pv_coverage_answer){PV_COVERAGE_FAILED, 0, pv_outcome_meaning(outcome).p};
    return (struct pv_coverage_answer){PV_COVERAGE_SCANNED, digest_of(k, path), NULL};
}

/* What ran on what, in lines: all rules, and the files that were not scanned to their end. */
static void write_manifest(const struct keeping *k, struct pv_buf *out)
{
    const struct pv_scan_result *result = &k->job->result;
    for (size_t i = 0; i < k->job->rules.rules.n; i++)
        pv_buf_format(out, "rule %.*s\n", PV_STR_FMT(k->job->rules.rules.p[i]->check_id));
    pv_buf_format(out, "files %zu\n", result->n_files);
    for (size_t i = 0; i < result->n_files; i++) {
        const struct pv_scan_file *file = &result->files[i];
        if (file->outcome != PV_OUTCOME_PARSED && file->outcome != PV_OUTCOME_IRRELEVANT)
            pv_buf_format(out, "file %.*s: %.*s\n", PV_STR_FMT(file->path),
                          PV_STR_FMT(pv_outcome_meaning(file->outcome)));
    }
}

/* A question that has been open for long counts by what may be. */
static void weigh(const struct keeping *k, const struct pv_recorded *known,
                  struct pv_finding *finding)
{
    enum { DAY_S = 24 * 60 * 60 };
    pv_fact priority = 0;
    if (pv_priority_read(finding->context.priority, &priority))
        pv_decide_weight(&k->job->policy, priority,
                         (k->job->catalog.now - known->first_seen) / DAY_S, &finding->context);
}

/* What people have settled is not said again. */
static PV_RESULT settle(struct keeping *k, const struct pv_recorded *recorded)
{
    for (size_t i = 0; i < k->job->result.n_findings; i++) {
        struct pv_finding *finding = &k->job->result.findings[i];
        const struct pv_recorded *known = &recorded[i];
        finding->ledger_id = known->id;
        finding->baseline = known->is_fresh ? PV_BASELINE_NEW : PV_BASELINE_UNCHANGED;
        weigh(k, known, finding);
        if (finding->is_suppressed || pv_str_eq(known->disposition, PV_STR("new")) ||
            pv_str_eq(known->disposition, PV_STR("confirmed")))
            continue;
        char until[sizeof "2026-12-01"] = "";
        if (known->until)
            pv_date_write(known->until, until);
        finding->is_suppressed = true;
        finding->is_settled = true;
        k->job->result.counts.suppressed++;
        PV_TRY(pv_str_format(&k->job->result.mem, &finding->suppression, k->err,
                             "%.*s in the ledger%s%s: %.*s", PV_STR_FMT(known->disposition),
                             known->until ? " until " : "", until, PV_STR_FMT(known->reason)));
    }
    return PV_SUCCESS;
}

static void say_counts(const struct keeping *k, const struct pv_record_counts *counts)
{
    if (k->job->talk == PV_TALK_QUIET)
        return;
    pv_cli_say("ledger: %zu new, %zu known, %zu reopened, %zu fixed", counts->fresh, counts->known,
               counts->reopened, counts->fixed);
    if (counts->withdrawn || counts->unobservable || counts->voided)
        pv_cli_say("ledger: %zu withdrawn since only rules changed, %zu could not be observed, "
                   "%zu acceptances ended",
                   counts->withdrawn, counts->unobservable, counts->voided);
}

static PV_RESULT record(struct keeping *k, struct pv_ledger *ledger)
{
    PV_DEFER(pv_buf_clear) struct pv_buf manifest = {0};
    struct pv_str asset = pv_args_text(k->job->args, PV_OPT_SCAN_ASSET);
    struct pv_record_result recorded = {0};
    PV_TRY(pv_repository_find(k->mem, &k->repository, k->err));
    PV_TRY(list_scanned(k));
    PV_TRY(list_asked(k));
    PV_TRY(see_findings(k));
    write_manifest(k, &manifest);
    PV_TRY(pv_buf_result(&manifest, k->err));
    const struct pv_record_run run = {
        .asset = asset.n ? asset : k->repository.name,
        .tool = PV_STR("pave"),
        .tool_version = PV_STR(PAVE_VERSION),
        .manifest = pv_buf_str(&manifest),
        .at = pv_clock_unix_s(),
        .ran = did_run,
        .look = look,
        .context = k,
    };
    PV_TRY(pv_ledger_expire(ledger, run.at, k->err));
    PV_TRY(pv_ledger_record(k->mem, ledger, &run, &k->sightings, &recorded, k->err));
    say_counts(k, &recorded.counts);
    return settle(k, recorded.list);
}

/* A ledger is about whole files: changed lines alone prove nothing about the others. */
static const char *conflict_of(const struct pv_args *args)
{
    if (pv_args_has(args, PV_OPT_SCAN_DIFF))
        return "--diff";
    if (pv_args_has(args, PV_OPT_SCAN_STAGED))
        return "--staged";
    if (pv_args_has(args, PV_OPT_SCAN_STDIN))
        return "--stdin";
    return pv_args_has(args, PV_OPT_SCAN_PATTERN) ? "--pattern" : NULL;
}

enum pv_exit pv_scan_job_ledger(struct pv_scan_job *job)
{
    struct pv_str url = pv_args_text(job->args, PV_OPT_SCAN_LEDGER);
    const char *conflict = conflict_of(job->args);
    struct pv_err err = {0};
    struct keeping keeping = {.job = job, .mem = job->cli->mem, .err = &err};
    struct pv_ledger_access access = {0};

    if (!url.n)
        return PV_EXIT_DONE;
    if (conflict) {
        pv_cli_say("--ledger: can't be used together with %s; it needs a scan of whole files",
                   conflict);
        return PV_EXIT_USAGE;
    }
    if (job->result.is_partial) {
        pv_cli_say("ledger: the scan was stopped, so nothing was recorded");
        return PV_EXIT_DONE;
    }
    enum pv_exit exit = pv_ledger_access_make(job->cli, url, &access);
    if (exit == PV_EXIT_DONE && !pv_is_ok(record(&keeping, &access.ledger)))
        exit = pv_cli_fail(PV_EXIT_FAILED, &err);
    pv_ledger_access_close(&access);
    return exit;
}
