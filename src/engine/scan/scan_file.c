/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/scan_file_internal.h"

#include "base/bits.h"
#include "base/num.h"
#include "engine/scan/candidates.h"
#include "engine/scan/evidence.h"
#include "engine/scan/finding_fill.h"
#include "engine/scan/scan_limits.h"
#include "engine/scan/scope.h"
#include "engine/scan/sniff.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { NS_PER_MS = 1000000, PERCENT = 100 };

/* Adds the time since `*from` to `*sum` and starts anew. */
static void clock_stage(uint64_t *sum, uint64_t *from)
{
    uint64_t now = pv_clock_ns();
    *sum += now - *from;
    *from = now;
}

static void skip(struct pv_file_job *job, enum pv_skip reason)
{
    job->out->outcome = PV_OUTCOME_SKIPPED;
    job->out->skip = reason;
}

/* A note is a courtesy: without memory for it the outcome still stands. */
static void note(struct pv_file_job *job, enum pv_outcome outcome, const char *text)
{
    struct pv_str copy = {0};
    job->out->outcome = outcome;
    pv_ignore(pv_str_copy(job->worker->result_mem,
                          pv_target_remark(job->out->path, pv_str_of(text)), &copy, NULL));
    job->out->note = copy;
}

static void note_size(struct pv_file_job *job, size_t max)
{
    char text[48];
    (void)snprintf(text, sizeof text, "%zu bytes", max);
    note(job, PV_OUTCOME_SKIPPED, text);
}

/* Gets the bytes; on false the outcome is set. */
static bool read_text(struct pv_file_job *job)
{
    struct pv_scan_worker *worker = job->worker;
    size_t max = worker->options->max_file_bytes;
    struct pv_err err = {0};
    if (job->target->has_text) {
        job->text = job->target->text;
        if (job->text.n <= max)
            return true;
        note_size(job, max);
        job->out->skip = PV_SKIP_TOO_LARGE;
        return false;
    }
    struct pv_result result = pv_file_read(job->target->path, max, &worker->bytes, &err);
    job->text = pv_buf_str(&worker->bytes);
    if (pv_is_ok(result))
        return true;
    /* Too many open files and the like are limits, too: of the system, and no reason to go by. */
    if (result.code == PV_LIMIT && err.offset == max) {
        note_size(job, max);
        job->out->skip = PV_SKIP_TOO_LARGE;
    } else if (result.code == PV_NOT_FOUND) {
        /* It was there when the tree was walked: somebody works in it. */
        note(job, PV_OUTCOME_SKIPPED, "");
        job->out->skip = PV_SKIP_GONE;
    } else if (result.code == PV_UNSUPPORTED) {
        note(job, PV_OUTCOME_SKIPPED, err.text);
        job->out->skip = PV_SKIP_SPECIAL;
    } else {
        note(job, PV_OUTCOME_UNREADABLE, err.text);
    }
    return false;
}

static bool is_survey(const struct pv_scan_worker *worker)
{
    return worker->wanted != NULL;
}

static PV_RESULT parse(struct pv_file_job *job, struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    const struct pv_vocab *vocab = &worker->options->rules->vocab;
    struct pv_parse_options options = {
        .vocab = vocab,
        .deadline_ns = pv_clock_ns() + worker->options->file_timeout_ms * NS_PER_MS,
        .now_ns = pv_clock_ns,
        .memory = worker->parsing,
    };
    PV_TRY(pv_lang_parse(worker->file_mem, job->lang, job->text, &options, &job->tree, err));
    worker->counts.bytes_parsed += job->text.n;
    return PV_SUCCESS;
}

/* Lines are counted once, and only in files that have findings or comments about them. */
static PV_RESULT prepare_findings(struct pv_file_job *job, struct pv_err *err)
{
    struct pv_arena *mem = job->worker->file_mem;
    PV_TRY(pv_line_index_build(mem, job->text, &job->lines, err));
    if (!job->worker->options->ignores_suppressions)
        PV_TRY(pv_suppressions_read(mem, job->text, &job->suppressions, err));
    job->source.path = job->target->path;
    job->source.lines = &job->lines;
    job->source.vocab = &job->worker->options->rules->vocab;
    job->source.constants = &job->file.constants;
    job->source.hidden = &job->secrets;
    return PV_SUCCESS;
}

static bool is_in_changes(const struct pv_file_job *job, const struct pv_finding *finding)
{
    const struct pv_changes *changes = job->worker->options->changes;
    return !changes ||
           pv_changes_touch(changes, finding->path, finding->start.line, finding->end.line);
}

/* Takes a finding that is filled, unless it is about lines that did not change. */
static PV_RESULT take_finding(struct pv_file_job *job, struct pv_finding *finding,
                              struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    struct pv_finding *slot = NULL;
    if (!is_in_changes(job, finding))
        return PV_SUCCESS;
    const struct pv_suppression *why =
        pv_suppressions_use(&job->suppressions, finding->rule, finding->start.line);
    if (why) {
        finding->is_suppressed = true;
        PV_TRY(pv_str_copy(worker->result_mem, why->reason, &finding->suppression, err));
    }
    PV_TRY(PV_VEC_PUSH(worker->result_mem, &worker->findings, &slot, err));
    *slot = *finding;
    slot->origin = job->target->origin;
    return PV_SUCCESS;
}

static PV_RESULT check_room(const struct pv_file_job *job, struct pv_err *err)
{
    if (job->worker->findings.n - job->first_finding >= PV_SCAN_FILE_FINDINGS)
        return pv_fail(err, PV_LIMIT, 0, "more than %d findings", PV_SCAN_FILE_FINDINGS);
    return PV_SUCCESS;
}

/* A user's own rule about secrets says so by its class; what it matches is not shown either. */
static PV_RESULT hide_match(struct pv_file_job *job, const struct pv_rule *rule,
                            const struct pv_match *match, struct pv_err *err)
{
    struct pv_secret *slot = NULL;
    if (!pv_str_eq(pv_rule_class(rule), PV_STR("secret.in-text")))
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(job->worker->result_mem, &job->secrets.list, &slot, err));
    *slot = (struct pv_secret){.start = match->start, .end = match->end};
    return PV_SUCCESS;
}

struct pv_result pv_file_job_add(struct pv_file_job *job, const struct pv_rule *rule,
                                 const struct pv_match *match, const struct pv_taint_finding *flow,
                                 struct pv_err *err)
{
    struct pv_arena *mem = job->worker->result_mem;
    struct pv_finding finding = {0};
    PV_TRY(check_room(job, err));
    PV_TRY(hide_match(job, rule, match, err));
    PV_TRY(pv_finding_fill(mem, &job->source, rule, match, &finding, err));
    if (flow)
        PV_TRY(pv_finding_fill_steps(mem, &job->source, flow, &finding, err));
    return take_finding(job, &finding, err);
}

/* Whether a rule that understands the code has said the same already. */
static bool is_told(const struct pv_file_job *job, const struct pv_secret *secret)
{
    const struct pv_scan_worker *worker = job->worker;
    for (size_t i = job->first_finding; i < worker->findings.n; i++) {
        const struct pv_finding *finding = &worker->findings.p[i];
        const struct pv_doc *cwe = pv_doc_get(finding->rule->metadata, PV_STR("cwe"));
        bool is_ours = finding->rule->n_parts && finding->rule->parts[0].secret;
        if (!is_ours && cwe && pv_str_has_prefix(cwe->text, PV_STR("CWE-798")) &&
            finding->start.offset <= secret->end + job->source.shift &&
            finding->end.offset >= secret->start + job->source.shift)
            return true;
    }
    return false;
}

static PV_RESULT add_secrets(struct pv_file_job *job, struct pv_err *err)
{
    const struct pv_plan *plan = job->worker->plan;
    PV_VEC_EACH (const struct pv_secret, secret, &job->secrets.list) {
        const struct pv_rule *rule = plan->secrets[secret->kind];
        struct pv_finding finding = {0};
        if (!rule || is_told(job, secret))
            continue;
        PV_TRY(check_room(job, err));
        PV_TRY(pv_finding_fill_secret(job->worker->result_mem, &job->source, rule, secret, &finding,
                                      err));
        PV_TRY(take_finding(job, &finding, err));
    }
    return PV_SUCCESS;
}

/* Whether a rule that keeps the first few of a file has them. */
static bool has_enough(const struct pv_rule *rule, size_t n)
{
    return rule->max_matches && n >= rule->max_matches;
}

static PV_RESULT run_taint(struct pv_file_job *job, const struct pv_plan_entry *entry,
                           struct pv_match_budget *budget, struct pv_err *err)
{
    struct pv_taint_findings findings = {0};
    struct pv_result result = pv_taint_find(job->worker->file_mem, entry->part->taint, &job->file,
                                            budget, &findings, err);
    PV_VEC_EACH (const struct pv_taint_finding, finding, &findings.list)
        if (!has_enough(entry->rule, (size_t)(finding - findings.list.p)))
            PV_TRY(pv_file_job_add(job, entry->rule, &finding->match, finding, err));
    return result;
}

/* What only rules of taint mode need to know of a file. */
static PV_RESULT read_functions(struct pv_file_job *job, const struct pv_candidates *candidates,
                                struct pv_err *err)
{
    struct pv_functions *functions = NULL;
    bool is_needed = false;
    for (size_t i = 0; i < candidates->n; i++)
        is_needed = is_needed || candidates->p[i].entry.part->taint;
    if (!is_needed || !job->file.tree)
        return PV_SUCCESS;
    PV_TRY(pv_functions_read(job->worker->file_mem, job->file.tree, &functions, err));
    job->file.functions = functions;
    return PV_SUCCESS;
}

/* A rule that reaches its bound has findings too: those that it is sure of. */
static PV_RESULT run_rule(struct pv_file_job *job, const struct pv_plan_entry *entry,
                          struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    struct pv_match_budget budget = {.steps_left = worker->options->rule_steps};
    struct pv_matches matches = {0};
    if (entry->part->taint)
        return run_taint(job, entry, &budget, err);
    struct pv_result result =
        pv_formula_find(worker->file_mem, entry->part->formula, &job->file, &budget, &matches, err);
    PV_VEC_EACH (const struct pv_match, match, &matches.list)
        if (!has_enough(entry->rule, (size_t)(match - matches.list.p)))
            PV_TRY(pv_file_job_add(job, entry->rule, match, NULL, err));
    return result;
}

/* Each rule that did not finish is named, as far as a note is read at all. */
static void note_rule(struct pv_file_job *job, const struct pv_rule *rule, const struct pv_err *err)
{
    enum { NOTE_BYTES = 1000 };
    struct pv_str before = job->out->outcome == PV_OUTCOME_UNFINISHED ? job->out->note : PV_STR("");
    char text[NOTE_BYTES + PV_ERR_TEXT_MAX + 128] = "";
    if (before.n > NOTE_BYTES)
        return;
    (void)snprintf(text, sizeof text, "%.*s%srule %.*s: %s", PV_STR_FMT(before),
                   before.n ? "; " : "", PV_STR_FMT(rule->id), err->text);
    note(job, PV_OUTCOME_UNFINISHED, text);
}

/* A rule that reaches a bound is named; the others still run. */
static void run_rules(struct pv_file_job *job, const struct pv_candidates *candidates)
{
    struct pv_arena *mem = job->worker->file_mem;
    for (size_t i = 0; i < candidates->n; i++) {
        struct pv_err err = {0};
        const struct pv_candidate *one = &candidates->p[i];
        struct pv_arena_mark mark = pv_arena_mark(mem);
        size_t first = job->worker->findings.n;
        uint64_t from = job->worker->rule_times ? pv_clock_ns() : 0;
        if (one->is_alone && !pv_is_ok(run_rule(job, &one->entry, &err)))
            note_rule(job, one->entry.rule, &err);
        if (one->is_across && !pv_is_ok(pv_scan_across_rule(job, &one->entry, first, &err)))
            note_rule(job, one->entry.rule, &err);
        if (job->worker->rule_times) {
            struct pv_rule_time *time = &job->worker->rule_times[candidates->p[i].entry.index];
            clock_stage(&time->time_ns, &from);
            time->files++;
        }
        pv_arena_rewind(mem, mark);
    }
}

static void judge_parse(struct pv_file_job *job)
{
    size_t errors = job->tree.error_bytes;
    job->out->outcome = PV_OUTCOME_PARSED;
    if (errors > 0) {
        job->out->outcome = PV_OUTCOME_PARTLY;
        job->out->error_percent = (unsigned)pv_max(1, errors * PERCENT / pv_max(job->text.n, 1));
    }
    if (job->tree.is_cut)
        note(job, PV_OUTCOME_UNFINISHED, "too large a tree: parts were left out");
}

static PV_RESULT match(struct pv_file_job *job, const struct pv_candidates *candidates,
                       struct pv_err *err)
{
    struct pv_scan_times *times = &job->worker->times;
    uint64_t from = pv_clock_ns();
    job->out->outcome = PV_OUTCOME_PARSED;
    if (candidates->need_tree) {
        PV_TRY(parse(job, err));
        judge_parse(job);
    }
    clock_stage(&times->parse_ns, &from);
    if (candidates->n > 0 || job->secrets.list.n > 0)
        PV_TRY(pv_match_file_read(job->worker->file_mem, candidates->need_tree ? &job->tree : NULL,
                                  job->text, &job->worker->options->rules->vocab, &job->file, err));
    job->file.constants.properties = job->worker->properties;
    PV_TRY(prepare_findings(job, err));
    PV_TRY(read_functions(job, candidates, err));
    pv_scan_across_begin(job, candidates->is_across);
    run_rules(job, candidates);
    pv_scan_across_end(job);
    PV_TRY(add_secrets(job, err));
    struct pv_result result = pv_scan_finish_file(job, err);
    clock_stage(&times->match_ns, &from);
    return result;
}

/* The file comes again once these are compiled. */
static void want_rules(struct pv_file_job *job, const struct pv_candidates *candidates)
{
    for (size_t i = 0; i < candidates->n; i++)
        pv_bits_set(job->worker->wanted, candidates->p[i].entry.index);
    const struct pv_rule_set *rules = job->worker->options->rules;
    for (size_t i = 0; i < rules->deferred_entries.n; i++)
        if (job->worker->options->tries_every_rule ||
            pv_deferred_entry_may_be(&rules->deferred_entries.p[i], job->lang, job->worker->words))
            pv_bits_set(job->worker->wanted, rules->rules.n + i);
    job->worker->counts.bytes_read -= job->text_bytes;
}

static PV_RESULT find_secrets(struct pv_file_job *job, struct pv_err *err)
{
    const struct pv_scan_worker *worker = job->worker;
    return (worker->options->tries_every_rule ? pv_secrets_find_everywhere : pv_secrets_find)(
        worker->file_mem, worker->plan->finder, job->target->path, job->text, &job->secrets, err);
}

/* What the files of a scan have to know of each other. */
static PV_RESULT note_across(struct pv_file_job *job, const struct pv_candidates *candidates,
                             struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    const struct pv_across_note note = {.number = job->number,
                                        .lang = job->lang,
                                        .path = job->target->path,
                                        .text = job->text,
                                        .words = worker->words,
                                        .is_end = candidates->is_end};
    if (job->target->origin || pv_outline_kind_of(job->lang) == PV_OUTLINE_NONE)
        return PV_SUCCESS;
    return pv_across_add(worker->result_mem, worker->across, &note, err);
}

static PV_RESULT scan_text(struct pv_file_job *job, struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    struct pv_candidates candidates = {0};
    uint64_t from = pv_clock_ns();
    if (!worker->options->tries_every_rule || (is_survey(worker) && worker->across)) {
        const struct pv_prefilter *prefilter = &pv_plan_of(worker->plan, job->lang)->prefilter;
        pv_prefilter_find(prefilter, job->text, worker->words);
        if (pv_lang_is_caseless(job->lang))
            pv_prefilter_add_lower(prefilter, job->text, worker->words);
    }
    struct pv_result result =
        pv_candidates_choose(worker, job->lang, job->target, &candidates, err);
    if (pv_is_ok(result) && candidates.n > 0 && !worker->options->tries_every_rule &&
        pv_prefilter_look_closer(&pv_plan_of(worker->plan, job->lang)->prefilter, job->text,
                                 worker->words))
        result = pv_candidates_choose(worker, job->lang, job->target, &candidates, err);
    /* What is parsed for nothing (--full) waits, too: others may bring values to it. */
    bool is_for_later =
        is_survey(worker) && (candidates.n > 0 || (worker->across && candidates.need_tree));
    if (pv_is_ok(result) && worker->plan->finder && !is_for_later)
        result = find_secrets(job, err);
    if (pv_is_ok(result) && is_survey(worker) && worker->across)
        result = note_across(job, &candidates, err);
    clock_stage(&worker->times.prefilter_ns, &from);
    PV_TRY(result);
    /* Whether others bring values here is not known yet: it may come again. */
    is_for_later |= candidates.is_end && job->secrets.list.n > 0;
    if (is_for_later) {
        want_rules(job, &candidates);
        return PV_SUCCESS;
    }
    if (candidates.n == 0 && !candidates.need_tree && job->secrets.list.n == 0) {
        job->out->outcome = PV_OUTCOME_IRRELEVANT;
        return PV_SUCCESS;
    }
    return match(job, &candidates, err);
}

/* Text that people wrote, as UTF-8 without a mark; on false the outcome is set. */
static bool is_worth_scanning(struct pv_file_job *job)
{
    bool may_be_machine_made = job->target->is_named || job->worker->options->scans_generated;
    enum pv_skip reason = pv_sniff_text(job->text);
    if (reason == PV_SKIP_NONE || (reason != PV_SKIP_BINARY && may_be_machine_made))
        return true;
    skip(job, reason);
    return false;
}

/* What can be said without opening the file; on false the outcome is set. */
static bool is_worth_reading(struct pv_file_job *job)
{
    bool may_be_machine_made = job->target->is_named || job->worker->options->scans_generated;
    if (!job->worker->plan->finder && pv_plan_of(job->worker->plan, job->lang)->entries.n == 0) {
        skip(job, PV_SKIP_LANGUAGE);
        return false;
    }
    enum pv_skip reason = pv_sniff_path(job->target->path);
    if (reason == PV_SKIP_NONE || may_be_machine_made)
        return true;
    skip(job, reason);
    return false;
}

/* Makes one encoding of many. On false the outcome is set. */
static bool normalise(struct pv_file_job *job)
{
    struct pv_err err = {0};
    struct pv_utf8_text text = {0};
    if (!pv_is_ok(pv_utf8_read(job->worker->file_mem, job->text, &text, &err))) {
        note(job, PV_OUTCOME_UNFINISHED, err.text);
        return false;
    }
    job->text = text.text;
    job->source.shift = (uint32_t)text.mark_bytes;
    job->source.is_transcoded = text.is_transcoded;
    return true;
}

static void scan_one_file(struct pv_file_job *job)
{
    struct pv_scan_worker *worker = job->worker;
    struct pv_err err = {0};
    uint64_t from = pv_clock_ns();
    if (!is_worth_reading(job))
        return;
    bool is_read = read_text(job);
    clock_stage(&worker->times.read_ns, &from);
    if (!is_read)
        return;
    job->text_bytes = job->text.n;
    job->out->size_bytes = job->text.n;
    worker->counts.bytes_read += job->text.n;
    if (!normalise(job) || !is_worth_scanning(job))
        return;
    if (!pv_is_ok(scan_text(job, &err)))
        note(job, PV_OUTCOME_UNFINISHED, err.text);
}

void pv_scan_one_file(struct pv_scan_worker *worker, const struct pv_target *target,
                      struct pv_scan_file *out)
{
    struct pv_file_job job = {.worker = worker, .target = target, .out = out};
    if (worker->across)
        job.number = pv_across_number(worker->across, target);
    uint64_t from = pv_clock_ns();
    job.lang = pv_lang_of_path(target->path);
    job.first_finding = worker->findings.n;
    *out = (struct pv_scan_file){.path = target->path};
    scan_one_file(&job);
    clock_stage(&out->time_ns, &from);
}
