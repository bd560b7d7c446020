/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/candidates.h"

#include "base/bits.h"
#include "text/glob.h"

#include <string.h>

/* One file while its rules are chosen. */
struct choice {
    const struct pv_scan_worker *worker;
    const struct pv_plan_lang *plan;
    struct pv_str path;
    uint64_t pairs;   /* of the path, as pv_glob_pairs has it */
    uint8_t *answers; /* by clause */
    struct pv_candidates *out;
};

enum answer { UNKNOWN, YES, NO };

/* A rule's own include and exclude. */
static bool has_path(const struct pv_rule *rule, struct pv_str path, uint64_t pairs)
{
    bool is_in = rule->n_include == 0;
    for (size_t i = 0; i < rule->n_include && !is_in; i++)
        is_in = pv_glob_may_match(&rule->include[i], pairs) &&
                pv_glob_is_match_within(&rule->include[i], path);
    for (size_t i = 0; i < rule->n_exclude && is_in; i++)
        is_in = !pv_glob_may_match(&rule->exclude[i], pairs) ||
                !pv_glob_is_match_within(&rule->exclude[i], path);
    return is_in;
}

bool pv_candidates_has_path(const struct pv_rule *rule, struct pv_str path)
{
    return has_path(rule, path, pv_glob_pairs(path));
}

static bool is_for_file(const struct choice *choice, const struct pv_rule *rule)
{
    return choice->worker->options->ignores_rule_paths ||
           has_path(rule, choice->path, choice->pairs);
}

/* Where a rule is among those that were taken, or should be. */
static size_t place_of(const struct pv_candidates *taken, const struct pv_plan_entry *entry)
{
    size_t at = taken->n;
    while (at > 0 && taken->p[at - 1].entry.index >= entry->index)
        at--;
    return at;
}

static PV_RESULT take(const struct choice *choice, const struct pv_plan_entry *entry,
                      bool is_across, struct pv_err *err)
{
    struct pv_candidates *out = choice->out;
    if (!is_for_file(choice, entry->rule))
        return PV_SUCCESS;
    if (!out->p)
        PV_TRY(PV_NEW_ARRAY(choice->worker->file_mem, choice->plan->entries.n, &out->p, err));
    size_t at = place_of(out, entry);
    if (at == out->n || out->p[at].entry.index != entry->index) {
        memmove(out->p + at + 1, out->p + at, (out->n - at) * sizeof *out->p);
        out->p[at] = (struct pv_candidate){.entry = *entry};
        out->n++;
    }
    out->p[at].is_alone |= !is_across;
    out->p[at].is_across |= is_across;
    out->is_across |= is_across;
    out->need_tree |= entry->part->lang != NULL;
    return PV_SUCCESS;
}

static bool is_clause_met(const struct choice *choice, uint32_t number)
{
    uint8_t *answer = &choice->answers[number];
    const struct pv_plan_clause *clause = &choice->plan->clauses.p[number];
    if (*answer == UNKNOWN)
        *answer = pv_need_is_met(clause->needs, clause->index, choice->worker->words) ? YES : NO;
    return *answer == YES;
}

static bool is_met(const struct choice *choice, const struct pv_plan_entry *entry)
{
    for (size_t i = 0; i < PV_PLAN_CLAUSES && entry->clauses[i]; i++)
        if (!is_clause_met(choice, entry->clauses[i] - 1))
            return false;
    return entry->part->needs.list.n == 0 ||
           pv_need_is_met(&entry->part->needs, 0, choice->worker->words);
}

/* The entries that have a guard among the words of the file. */
static void mark_guarded(const struct choice *choice, uint64_t *marked)
{
    const struct pv_plan_guards *guards = &choice->plan->guards;
    for (size_t i = 0; i < pv_prefilter_set_size(&choice->plan->prefilter); i++) {
        for (uint64_t bits = choice->worker->words[i]; bits; bits &= bits - 1) {
            size_t word = i * PV_BITS_WORD + (unsigned)__builtin_ctzll(bits);
            for (uint32_t k = guards->first[word]; k < guards->first[word + 1]; k++)
                pv_bits_set(marked, guards->entries[k]);
        }
    }
}

/* Only rules one of whose guards is there are asked for all that they need. */
static PV_RESULT take_guarded(struct choice *choice, struct pv_err *err)
{
    struct pv_arena *mem = choice->worker->file_mem;
    size_t n = pv_bits_words(choice->plan->entries.n);
    uint64_t *marked = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, choice->plan->clauses.n, &choice->answers, err));
    PV_TRY(PV_NEW_ARRAY(mem, n, &marked, err));
    mark_guarded(choice, marked);
    for (size_t i = 0; i < n; i++) {
        for (; marked[i]; marked[i] &= marked[i] - 1) {
            size_t number = i * PV_BITS_WORD + (unsigned)__builtin_ctzll(marked[i]);
            const struct pv_plan_entry *entry = &choice->plan->entries.p[number];
            if (is_met(choice, entry))
                PV_TRY(take(choice, entry, false, err));
        }
    }
    return PV_SUCCESS;
}

/* Whether sinks of some rule may be in the file. */
static bool is_end(const struct choice *choice)
{
    const uint64_t *words = choice->worker->words;
    PV_VEC_EACH (const struct pv_plan_guard, guard, &choice->plan->end_guards) {
        const struct pv_plan_entry *entry = &choice->plan->entries.p[guard->entry];
        if (pv_bits_has(words, guard->word) &&
            pv_need_is_met(&entry->part->needs, entry->part->sinks_need, words) &&
            is_for_file(choice, entry->rule))
            return true;
    }
    return false;
}

/* Rules whose sinks are here and whose sources are in files around this one. */
static PV_RESULT take_across(const struct choice *choice, uint32_t number, struct pv_err *err)
{
    const struct pv_across *across = choice->worker->across;
    if (!across->files[number].unit_words)
        return PV_SUCCESS;
    PV_VEC_EACH (const struct pv_plan_entry, entry, &choice->plan->entries)
        if (pv_across_is_met(across, number, entry->part))
            PV_TRY(take(choice, entry, true, err));
    return PV_SUCCESS;
}

static PV_RESULT take_alone(struct choice *choice, struct pv_err *err)
{
    if (!choice->worker->options->tries_every_rule)
        return take_guarded(choice, err);
    PV_VEC_EACH (const struct pv_plan_entry, entry, &choice->plan->entries)
        PV_TRY(take(choice, entry, false, err));
    return PV_SUCCESS;
}

struct pv_result pv_candidates_choose(const struct pv_scan_worker *worker,
                                      const struct pv_lang *lang, const struct pv_target *target,
                                      struct pv_candidates *out, struct pv_err *err)
{
    struct choice choice = {.worker = worker,
                            .plan = pv_plan_of(worker->plan, lang),
                            .path = target->path,
                            .pairs = pv_glob_pairs(target->path),
                            .out = out};
    bool is_full = worker->options->is_full;
    bool is_survey = worker->wanted != NULL;
    *out = (struct pv_candidates){0};
    for (size_t i = 0; is_full && !out->need_tree && i < choice.plan->entries.n; i++)
        out->need_tree = choice.plan->entries.p[i].part->lang &&
                         is_for_file(&choice, choice.plan->entries.p[i].rule);
    PV_TRY(take_alone(&choice, err));
    if (!worker->across)
        return PV_SUCCESS;
    out->is_end = is_survey && is_end(&choice);
    return is_survey ? PV_SUCCESS
                     : take_across(&choice, pv_across_number(worker->across, target), err);
}
