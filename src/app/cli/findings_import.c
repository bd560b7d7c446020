/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/findings_decide.h"
#include "app/cli/findings_job.h"
#include "app/cli/repository.h"
#include "base/hash.h"
#include "engine/scan/scan_limits.h"
#include "ledger/exchange/sarif_read.h"
#include "sys/file.h"
#include "text/text_limits.h"

struct import {
    struct pv_findings_job *job;
    struct pv_arena mem; /* of one file */
    struct pv_repository repository;
    const struct pv_sarif_run *run;
};

static bool read_code(void *context, struct pv_str path, struct pv_str *out)
{
    struct import *import = context;
    struct pv_str file = {0};
    return pv_is_ok(pv_repository_file(&import->repository, path, &file, NULL)) &&
           pv_is_ok(pv_file_read_text(&import->mem, file, PV_SCAN_FILE_BYTES_MAX, out, NULL));
}

static bool did_run(void *context, struct pv_str rule)
{
    const struct import *import = context;
    uint32_t unused = 0;
    return import->run->is_successful && pv_map_find(&import->run->rules, rule, &unused);
}

/* The tool has looked at the code as it is here, or was: what is gone from here is gone. */
static struct pv_coverage_answer look(void *context, struct pv_str path)
{
    struct import *import = context;
    struct pv_str text = {0};
    if (!read_code(context, path, &text)) {
        struct pv_file_info info = {0};
        bool has_code = pv_is_ok(pv_file_look(import->repository.root, &info, NULL));
        return (struct pv_coverage_answer){.coverage =
                                               has_code ? PV_COVERAGE_GONE : PV_COVERAGE_SCANNED};
    }
    return (struct pv_coverage_answer){PV_COVERAGE_SCANNED, pv_hash_str(text), NULL};
}

static PV_RESULT record(struct import *import, struct pv_str file, struct pv_err *err)
{
    struct pv_findings_job *job = import->job;
    const struct pv_sarif_run *run = import->run;
    struct pv_record_result recorded = {0};
    const struct pv_record_run record_run = {
        .asset = job->asset,
        .tool = run->tool,
        .tool_version = run->version,
        .manifest = file,
        .at = job->now,
        .ran = did_run,
        .look = look,
        .context = import,
    };
    PV_TRY(
        pv_ledger_record(&import->mem, job->ledger, &record_run, &run->sightings, &recorded, err));
    pv_buf_format(&job->out, "%.*s: %.*s: %zu new, %zu known, %zu reopened, %zu fixed",
                  PV_STR_FMT(file), PV_STR_FMT(run->tool), recorded.counts.fresh,
                  recorded.counts.known, recorded.counts.reopened,
                  recorded.counts.fixed + recorded.counts.withdrawn);
    if (run->n_suppressed)
        pv_buf_format(&job->out, "; %zu suppressed by the tool", run->n_suppressed);
    if (run->n_without_place)
        pv_buf_format(&job->out, "; %zu without a file, left out", run->n_without_place);
    pv_buf_add_byte(&job->out, '\n');
    return PV_SUCCESS;
}

/* Decides with the context of the code as it is here, on the day of the import. */
static PV_RESULT decide(struct import *import, struct pv_findings_deciding *deciding,
                        const struct pv_sarif_runs *runs, struct pv_err *err)
{
    struct pv_str list = pv_args_text(import->job->args, PV_OPT_FINDINGS_KEV);
    struct pv_str text = {0};
    struct pv_err why = {0};
    deciding->catalog.now = import->job->now;
    PV_TRY(pv_policy_read_shipped(&deciding->policy, err));
    if (list.n) {
        PV_TRY(pv_file_read_text(&import->mem, list, PV_DOC_BYTES_MAX, &text, err));
        struct pv_result result = pv_kev_read(&import->mem, text, &deciding->kev, &why);
        if (!pv_is_ok(result))
            return pv_fail(err, result.code, 0, "%.*s: %s", PV_STR_FMT(list), why.text);
    }
    PV_VEC_EACH (const struct pv_sarif_run, run, &runs->list)
        PV_TRY(pv_findings_decide(deciding, &run->sightings, err));
    return PV_SUCCESS;
}

static PV_RESULT import_file(struct import *import, struct pv_str file, struct pv_err *err)
{
    const struct pv_sarif_options options = {.code = read_code, .context = import};
    struct pv_sarif_runs runs = {0};
    struct pv_str text = {0};
    PV_TRY(pv_repository_find(&import->mem, &import->repository, err));
    PV_TRY(pv_file_read_text(&import->mem, file, PV_DOC_BYTES_MAX, &text, err));
    PV_TRY(pv_sarif_read(&import->mem, text, &options, &runs, err));
    PV_DEFER(pv_findings_deciding_clear)
    struct pv_findings_deciding deciding = {.mem = &import->mem, .repository = &import->repository};
    PV_TRY(decide(import, &deciding, &runs, err));
    PV_VEC_EACH (const struct pv_sarif_run, run, &runs.list) {
        import->run = run;
        PV_TRY(record(import, file, err));
    }
    return PV_SUCCESS;
}

enum pv_exit pv_findings_import(struct pv_findings_job *job)
{
    enum pv_exit exit = PV_EXIT_DONE;
    if (job->args->operands.n < 2) {
        pv_cli_say("findings import: expected a file of SARIF");
        return PV_EXIT_USAGE;
    }
    for (size_t i = 1; i < job->args->operands.n; i++) {
        struct import import = {.job = job};
        struct pv_err err = {0};
        struct pv_str file = job->args->operands.p[i];
        struct pv_result result = import_file(&import, file, &err);
        pv_arena_clear(&import.mem);
        if (pv_is_ok(result))
            continue;
        bool is_named = pv_str_has_prefix(pv_str_of(err.text), file);
        pv_cli_say("%.*s%s%s; nothing of it was taken in", PV_STR_FMT(is_named ? PV_STR("") : file),
                   is_named ? "" : ": ", err.text);
        exit = pv_cli_worse(exit, pv_cli_exit_of(result.code));
    }
    return exit;
}
