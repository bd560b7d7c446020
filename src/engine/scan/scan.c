/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/scan.h"

#include "base/bits.h"
#include "base/num.h"
#include "engine/scan/scan_internal.h"
#include "engine/scan/scan_limits.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "sys/sys_limits.h"
#include "sys/thread.h"

#include <stdlib.h>

struct pv_str pv_outcome_meaning(enum pv_outcome outcome)
{
    switch (outcome) {
    case PV_OUTCOME_NONE:
    case PV_OUTCOME_COUNT: break;
#define X(name, meaning)                                                                           \
    case name:                                                                                     \
        return PV_STR(meaning);
#include "engine/scan/outcome.def"
#undef X
    }
    return PV_STR("");
}

void pv_scan_result_clear(struct pv_scan_result *result)
{
    for (unsigned i = 0; i < result->n_thread_mem; i++)
        pv_arena_clear(&result->thread_mem[i]);
    pv_arena_clear(&result->mem);
    *result = (struct pv_scan_result){0};
}

/* All that the threads share. */
struct run {
    const struct pv_scan_options *options;
    const struct pv_targets *targets;
    struct pv_scan_worker *workers;
    struct pv_scan_file *files; /* one for each target, in the same order */
    struct pv_across across;    /* empty when files are not followed into each other */
    struct pv_thread_queue queue;
    atomic_size_t done;
    atomic_size_t findings;
};

static bool is_stopped(const struct run *run)
{
    return run->options->stop && atomic_load_explicit(run->options->stop, memory_order_relaxed);
}

static void work(void *context, unsigned index)
{
    struct run *run = context;
    struct pv_scan_worker *worker = &run->workers[index];
    const struct pv_scan_options *options = run->options;
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = PV_SCAN_FILE_MEMORY};
    PV_DEFER(pv_parse_memory_freep) struct pv_parse_memory *parsing = pv_parse_memory_new();
    size_t at = 0;
    worker->file_mem = &mem;
    worker->parsing = parsing;
    while (!is_stopped(run) && pv_thread_queue_take(&run->queue, &at)) {
        size_t before = worker->findings.n;
        if (run->files[at].outcome != PV_OUTCOME_NONE)
            continue; /* the survey was enough */
        pv_scan_one_file(worker, &run->targets->files.p[at], &run->files[at]);
        pv_arena_reset(&mem);
        if (run->files[at].outcome == PV_OUTCOME_NONE)
            continue; /* it comes again */
        size_t done = atomic_fetch_add(&run->done, 1) + 1;
        size_t found = atomic_fetch_add(&run->findings, worker->findings.n - before) +
                       worker->findings.n - before;
        /* Only the calling thread reports, so that the caller needs no lock. */
        if (index == 0 && options->progress)
            options->progress(options->progress_context, done, run->targets->files.n, found);
    }
    pv_buf_clear(&worker->bytes);
    worker->file_mem = NULL;
    worker->parsing = NULL;
}

/* The options with their defaults written out. */
static struct pv_scan_options complete(const struct pv_scan_options *options, size_t n_files)
{
    struct pv_scan_options all = *options;
    if (all.threads == 0)
        all.threads = pv_thread_count();
    all.threads = (unsigned)pv_min(all.threads, pv_max(1, pv_min(n_files, PV_THREADS_MAX)));
    if (all.max_file_bytes == 0)
        all.max_file_bytes = PV_SCAN_FILE_BYTES;
    all.max_file_bytes = pv_min(all.max_file_bytes, PV_SCAN_FILE_BYTES_MAX);
    if (all.file_timeout_ms == 0)
        all.file_timeout_ms = PV_SCAN_FILE_MS;
    if (all.rule_steps == 0)
        all.rule_steps = PV_SCAN_RULE_STEPS;
    return all;
}

/* Gives the threads the rules of a plan, before they run. */
static PV_RESULT give_plan(struct run *run, const struct pv_plan *plan, struct pv_scan_result *out,
                           struct pv_err *err)
{
    for (unsigned i = 0; i < run->options->threads; i++) {
        struct pv_scan_worker *worker = &run->workers[i];
        worker->plan = plan;
        worker->wanted = NULL;
        PV_TRY(PV_NEW_ARRAY(&out->mem, pv_plan_n_words(plan) + 1, &worker->words, err));
    }
    return PV_SUCCESS;
}

/* Files of properties are few and small; what can't be read says nothing. */
static PV_RESULT read_properties(const struct run *run, struct pv_arena *mem,
                                 struct pv_properties **out, struct pv_err *err)
{
    PV_TRY(PV_NEW(mem, out, err));
    **out = (struct pv_properties){0};
    PV_VEC_EACH (const struct pv_target, target, &run->targets->files) {
        struct pv_arena own = {0};
        struct pv_str text = target->text;
        size_t slash = pv_str_rfind_byte(target->path, '/');
        struct pv_str name =
            slash == SIZE_MAX ? target->path : pv_str_sub(target->path, slash + 1, target->path.n);
        if (!pv_str_has_suffix(name, PV_STR(".properties")))
            continue;
        struct pv_result result = PV_SUCCESS;
        if (!target->has_text &&
            !pv_is_ok(
                pv_file_read_text(&own, target->path, run->options->max_file_bytes, &text, NULL)))
            text = (struct pv_str){0};
        result = pv_properties_add(mem, *out, name, text, err);
        pv_arena_clear(&own);
        PV_TRY(result);
    }
    return PV_SUCCESS;
}

static PV_RESULT prepare(struct run *run, struct pv_scan_result *out, struct pv_err *err)
{
    unsigned threads = run->options->threads;
    struct pv_properties *properties = NULL;
    PV_TRY(read_properties(run, &out->mem, &properties, err));
    PV_TRY(PV_NEW_ARRAY(&out->mem, threads, &out->thread_mem, err));
    out->n_thread_mem = threads;
    PV_TRY(PV_NEW_ARRAY(&out->mem, threads, &run->workers, err));
    PV_TRY(PV_NEW_ARRAY(&out->mem, run->targets->files.n + 1, &run->files, err));
    for (unsigned i = 0; i < threads; i++) {
        struct pv_scan_worker *worker = &run->workers[i];
        out->thread_mem[i].limit_bytes = PV_SCAN_RESULT_MEMORY;
        worker->options = run->options;
        worker->properties = properties;
        worker->result_mem = &out->thread_mem[i];
        if (run->options->times_rules)
            PV_TRY(PV_NEW_ARRAY(&out->mem, run->options->rules->rules.n + 1, &worker->rule_times,
                                err));
    }
    return PV_SUCCESS;
}

static int compare_findings(const void *a, const void *b)
{
    const struct pv_finding *x = a;
    const struct pv_finding *y = b;
    int order = pv_str_cmp(x->path, y->path);
    return order ? order : pv_scan_compare_findings(x, y);
}

static int compare_notices(const void *a, const void *b)
{
    const struct pv_scan_notice *x = a;
    const struct pv_scan_notice *y = b;
    int order = pv_str_cmp(x->path, y->path);
    if (order != 0 || x->line == y->line)
        return order;
    return x->line < y->line ? -1 : 1;
}

static int compare_files(const void *a, const void *b)
{
    const struct pv_scan_file *x = a;
    const struct pv_scan_file *y = b;
    int order = pv_str_cmp(x->path, y->path);
    if (order != 0 || x->outcome == y->outcome)
        return order;
    return x->outcome < y->outcome ? -1 : 1;
}

static PV_RESULT gather_findings(const struct run *run, struct pv_scan_result *out,
                                 struct pv_err *err)
{
    size_t n_findings = 0;
    size_t n_notices = 0;
    for (unsigned i = 0; i < run->options->threads; i++) {
        n_findings += run->workers[i].findings.n;
        n_notices += run->workers[i].notices.n;
    }
    PV_TRY(PV_NEW_ARRAY(&out->mem, n_findings + 1, &out->findings, err));
    PV_TRY(PV_NEW_ARRAY(&out->mem, n_notices + 1, &out->notices, err));
    for (unsigned i = 0; i < run->options->threads; i++) {
        const struct pv_scan_worker *worker = &run->workers[i];
        PV_VEC_EACH (const struct pv_finding, finding, &worker->findings)
            out->findings[out->n_findings++] = *finding;
        PV_VEC_EACH (const struct pv_scan_notice, notice, &worker->notices)
            out->notices[out->n_notices++] = *notice;
    }
    qsort(out->findings, out->n_findings, sizeof *out->findings, compare_findings);
    qsort(out->notices, out->n_notices, sizeof *out->notices, compare_notices);
    return PV_SUCCESS;
}

/* Joins what the threads say of files with what the walk says of those that it left out. */
static PV_RESULT gather_files(const struct run *run, struct pv_scan_result *out, struct pv_err *err)
{
    const struct pv_targets *targets = run->targets;
    size_t n = targets->files.n + targets->left_out.n + targets->unreadable.n;
    PV_TRY(PV_NEW_ARRAY(&out->mem, n + 1, &out->files, err));
    for (size_t i = 0; i < targets->files.n; i++) {
        struct pv_scan_file *file = &out->files[out->n_files++];
        *file = run->files[i];
        if (file->outcome != PV_OUTCOME_NONE)
            continue;
        file->path = targets->files.p[i].path;
        file->outcome = PV_OUTCOME_UNREACHED;
        out->is_partial = true;
    }
    PV_VEC_EACH (const struct pv_left_out, one, &targets->left_out)
        out->files[out->n_files++] = (struct pv_scan_file){
            .path = one->path, .outcome = PV_OUTCOME_SKIPPED, .skip = one->skip};
    PV_VEC_EACH (const struct pv_unreadable, one, &targets->unreadable)
        out->files[out->n_files++] = (struct pv_scan_file){
            .path = one->path, .outcome = PV_OUTCOME_UNREADABLE, .note = one->text};
    qsort(out->files, out->n_files, sizeof *out->files, compare_files);
    return PV_SUCCESS;
}

static void count(const struct run *run, struct pv_scan_result *out)
{
    for (unsigned i = 0; i < run->options->threads; i++) {
        const struct pv_scan_worker *worker = &run->workers[i];
        out->counts.bytes_read += worker->counts.bytes_read;
        out->counts.bytes_parsed += worker->counts.bytes_parsed;
        out->counts.joined += worker->counts.joined;
        out->counts.cut += worker->counts.cut;
        out->times.read_ns += worker->times.read_ns;
        out->times.prefilter_ns += worker->times.prefilter_ns;
        out->times.parse_ns += worker->times.parse_ns;
        out->times.match_ns += worker->times.match_ns;
    }
    for (size_t i = 0; i < out->n_files; i++) {
        out->counts.outcome[out->files[i].outcome]++;
        out->counts.skip[out->files[i].skip]++;
    }
    for (size_t i = 0; i < out->n_findings; i++)
        out->counts.suppressed += out->findings[i].is_suppressed;
}

static int compare_rule_times(const void *a, const void *b)
{
    const struct pv_rule_time *x = a;
    const struct pv_rule_time *y = b;
    if (x->time_ns != y->time_ns)
        return x->time_ns > y->time_ns ? -1 : 1;
    return pv_str_cmp(x->rule->check_id, y->rule->check_id);
}

static PV_RESULT gather_rule_times(const struct run *run, struct pv_scan_result *out,
                                   struct pv_err *err)
{
    const struct pv_rule_set *rules = run->options->rules;
    PV_TRY(PV_NEW_ARRAY(&out->mem, rules->rules.n + 1, &out->rule_times, err));
    out->n_rule_times = rules->rules.n;
    for (size_t i = 0; i < rules->rules.n; i++) {
        struct pv_rule_time *sum = &out->rule_times[i];
        sum->rule = rules->rules.p[i];
        for (unsigned k = 0; k < run->options->threads; k++) {
            sum->time_ns += run->workers[k].rule_times[i].time_ns;
            sum->files += run->workers[k].rule_times[i].files;
        }
    }
    qsort(out->rule_times, out->n_rule_times, sizeof *out->rule_times, compare_rule_times);
    return PV_SUCCESS;
}

/* One file alone has no others. */
static bool is_across(const struct run *run)
{
    return run->options->is_across && run->targets->files.n > 1;
}

static PV_RESULT run_plan(struct run *run, struct pv_scan_result *out, bool is_survey,
                          struct pv_err *err)
{
    struct pv_plan *plan = NULL;
    size_t n_wanted = pv_bits_words(pv_rule_set_n_wanted(run->options->rules)) + 1;
    PV_TRY(PV_NEW(&out->mem, &plan, err));
    PV_TRY(pv_plan_build(&out->mem, run->options->rules,
                         is_survey || run->options->is_full ? PV_PLAN_ALL : PV_PLAN_COMPILED, plan,
                         err));
    PV_TRY(give_plan(run, plan, out, err));
    if (is_survey && is_across(run))
        PV_TRY(pv_across_init(&out->mem, run->targets, pv_plan_n_words(plan), &run->across, err));
    for (unsigned i = 0; i < run->options->threads; i++) {
        if (is_survey)
            PV_TRY(PV_NEW_ARRAY(&out->mem, n_wanted, &run->workers[i].wanted, err));
        run->workers[i].across = run->across.n > 0 ? &run->across : NULL;
    }
    run->queue = (struct pv_thread_queue){.n = run->targets->files.n};
    out->counts.threads = pv_thread_run(run->options->threads, work, run);
    return PV_SUCCESS;
}

/* Files that the survey was done with, and that others may bring values to, come again. */
static PV_RESULT link_files(struct run *run, struct pv_scan_result *out, uint64_t *wanted,
                            struct pv_err *err)
{
    struct pv_plan *plan = NULL;
    struct pv_neighbour_options *options = &run->across.neighbours.options;
    PV_TRY(
        pv_across_link(&out->mem, &run->across, run->targets, run->options->max_file_bytes, err));
    *options = (struct pv_neighbour_options){.vocab = &run->options->rules->vocab,
                                             .properties = run->workers[0].properties,
                                             .max_file_bytes = run->options->max_file_bytes,
                                             .file_timeout_ms = run->options->file_timeout_ms,
                                             .rule_steps = run->options->rule_steps};
    PV_TRY(PV_NEW(&out->mem, &plan, err));
    PV_TRY(pv_plan_build(&out->mem, run->options->rules, PV_PLAN_ALL, plan, err));
    for (uint32_t i = 0; i < run->across.n; i++) {
        struct pv_scan_file *file = &run->files[i];
        if (!pv_across_wants(&run->across, i, plan, wanted) ||
            file->outcome != PV_OUTCOME_IRRELEVANT)
            continue;
        run->workers[0].counts.bytes_read -= file->size_bytes;
        atomic_fetch_sub(&run->done, 1);
        file->outcome = PV_OUTCOME_NONE;
    }
    return PV_SUCCESS;
}

/* Reads all files, links them, and compiles the deferred rules that one of them could match. */
static PV_RESULT survey(struct run *run, struct pv_scan_result *out, struct pv_err *err)
{
    size_t n_wanted = pv_bits_words(pv_rule_set_n_wanted(run->options->rules)) + 1;
    uint64_t *wanted = NULL;
    PV_TRY(run_plan(run, out, true, err));
    PV_TRY(PV_NEW_ARRAY(&out->mem, n_wanted, &wanted, err));
    for (unsigned i = 0; i < run->options->threads; i++)
        for (size_t k = 0; k < n_wanted; k++)
            wanted[k] |= run->workers[i].wanted[k];
    if (is_across(run))
        PV_TRY(link_files(run, out, wanted, err));
    return run->options->deferred ? pv_rule_set_compile(run->options->deferred, wanted, err)
                                  : PV_SUCCESS;
}

static PV_RESULT run_all(struct run *run, struct pv_scan_result *out, struct pv_err *err)
{
    uint64_t start = pv_clock_ns();
    PV_TRY(prepare(run, out, err));
    if (run->options->deferred || is_across(run))
        PV_TRY(survey(run, out, err));
    PV_TRY(run_plan(run, out, false, err));
    PV_TRY(gather_findings(run, out, err));
    PV_TRY(gather_files(run, out, err));
    if (run->options->times_rules)
        PV_TRY(gather_rule_times(run, out, err));
    count(run, out);
    out->times.wall_ns = pv_clock_ns() - start;
    return PV_SUCCESS;
}

struct pv_result pv_scan_run(const struct pv_scan_options *options,
                             const struct pv_targets *targets, struct pv_scan_result *out,
                             struct pv_err *err)
{
    PV_DEFER(pv_scan_result_clear) struct pv_scan_result result = {0};
    struct pv_scan_options all = complete(options, targets->files.n);
    struct run run = {.options = &all, .targets = targets};
    struct pv_result done = run_all(&run, &result, err);
    pv_across_clear(&run.across);
    PV_TRY(done);
    *out = result;
    result = (struct pv_scan_result){0}; /* it has a new owner */
    return PV_SUCCESS;
}
