/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One rule in one file: the ranges of its specs, then the file's own statements,
 * then every function as whoever is outside the file may call it.
 */
#include "engine/taint/taint.h"

#include "base/num.h"
#include "engine/match/memo.h"
#include "engine/taint/flow_internal.h"
#include "engine/taint/unit.h"

#include <stdio.h>
#include <stdlib.h>

enum { LISTS_MIN = 31 };

struct search {
    struct pv_arena *mem;
    const struct pv_taint_rule *rule;
    const struct pv_match_file *file;
    const struct pv_taint_unit *unit;   /* NULL: the file is alone */
    const struct pv_taint_doors *doors; /* in place of sources; NULL */
    bool is_first_only;                 /* of a unit: its other members are not looked at */
    struct pv_match_budget *budget;
    struct pv_err *err;
    bool is_limited;
};

static PV_RESULT find_in(struct search *s, const struct pv_taint_spec *spec,
                         const struct pv_match_file *file, struct pv_matches *out)
{
    struct pv_result result =
        pv_match_memo_find(s->mem, spec->formula, file, s->budget, out, s->err);
    if (result.code != PV_LIMIT)
        return result;
    s->is_limited = true;
    return PV_SUCCESS;
}

static PV_RESULT find(struct search *s, const struct pv_taint_spec *spec, struct pv_matches *out)
{
    if (!s->unit)
        return find_in(s, spec, s->file, out);
    for (size_t i = 0; i < (s->is_first_only ? 1 : s->unit->n); i++) {
        const struct pv_taint_member *member = &s->unit->members[i];
        struct pv_matches own = {0};
        if (member->is_left_out)
            continue;
        PV_TRY(find_in(s, spec, member->file, &own));
        PV_VEC_EACH (const struct pv_match, match, &own.list) {
            struct pv_match *slot = NULL;
            PV_TRY(PV_VEC_PUSH(s->mem, &out->list, &slot, s->err));
            PV_TRY(pv_taint_unit_shift(s->mem, member, match, slot, s->err));
        }
    }
    return PV_SUCCESS;
}

static PV_RESULT mark_all(struct search *s, const struct pv_taint_specs *specs,
                          struct pv_marks *out)
{
    for (size_t i = 0; i < specs->n; i++) {
        struct pv_matches matches = {0};
        PV_TRY(find(s, &specs->p[i], &matches));
        PV_VEC_EACH (const struct pv_match, match, &matches.list) {
            struct pv_mark mark = {.spec = &specs->p[i],
                                   .start = match->start,
                                   .end = match->end,
                                   .bindings = match->bindings};
            PV_TRY(pv_marks_add(s->mem, out, mark, s->err));
        }
    }
    return pv_marks_finish(s->mem, out, s->err);
}

/* A sanitizer that says so does not hold where a source or a sink is the very same code. */
static PV_RESULT drop_conflicting(struct search *s, struct pv_flow *f)
{
    struct pv_marks kept = {0};
    PV_VEC_EACH (const struct pv_mark, mark, &f->sanitizers.list) {
        bool conflicts =
            mark->spec->is_not_conflicting && (pv_marks_has(&f->sources, mark->start, mark->end) ||
                                               pv_marks_has(&f->sinks, mark->start, mark->end));
        if (!conflicts)
            PV_TRY(pv_marks_add(s->mem, &kept, *mark, s->err));
    }
    f->sanitizers = kept;
    return pv_marks_finish(s->mem, &f->sanitizers, s->err);
}

/* Each match of a propagator has two ends; without `to` what it gives is the whole match. */
static PV_RESULT mark_ends(struct search *s, const struct pv_taint_spec *spec, struct pv_flow *f,
                           uint32_t *number)
{
    struct pv_matches matches = {0};
    PV_TRY(find(s, spec, &matches));
    PV_VEC_EACH (const struct pv_match, match, &matches.list) {
        const struct pv_binding *from = pv_bindings_find(match->bindings, spec->from);
        const struct pv_binding *to = spec->to ? pv_bindings_find(match->bindings, spec->to) : NULL;
        if (!from || (spec->to && !to))
            continue;
        struct pv_mark mark = {.spec = spec, .number = (*number)++, .bindings = match->bindings};
        mark.start = from->start;
        mark.end = from->end;
        PV_TRY(pv_marks_add(s->mem, &f->from, mark, s->err));
        mark.start = to ? to->start : match->start;
        mark.end = to ? to->end : match->end;
        PV_TRY(pv_marks_add(s->mem, &f->to, mark, s->err));
    }
    return PV_SUCCESS;
}

static PV_RESULT mark_propagators(struct search *s, struct pv_flow *f)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s->rule->propagators.n; i++)
        PV_TRY(mark_ends(s, &s->rule->propagators.p[i], f, &n));
    PV_TRY(PV_NEW_ARRAY(s->mem, (size_t)n + 1, &f->carried, s->err));
    for (uint32_t i = 0; i <= n; i++)
        f->carried[i] = NULL;
    PV_TRY(pv_marks_finish(s->mem, &f->from, s->err));
    return pv_marks_finish(s->mem, &f->to, s->err);
}

static bool has_implicit_this(const struct pv_flow *f)
{
    static const char *const names[] = {"java", "kotlin", "scala", "csharp", "cpp", "swift"};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_flow_is(f, names[i]))
            return true;
    return false;
}

static void learn_words(struct pv_flow *f)
{
    const struct pv_vocab *vocab = f->file->vocab;
#define X(name, text) f->words.name = pv_vocab_word(vocab, PV_STR(text));
#include "engine/taint/word.def"
#undef X
    for (int i = 0; i < PV_FLOW_INDEX_WORDS; i++) {
        char digits[8] = "";
        (void)snprintf(digits, sizeof digits, "%d", i);
        f->words.index[i] = pv_vocab_word(vocab, pv_str_of(digits));
    }
}

/* To say that a variable is the global one is not to write to it. */
bool pv_flow_is_written_once(const struct pv_flow *f, uint32_t number)
{
    uint32_t n = 0;
    uint32_t at = pv_defs_get(f->file->defs, number)->last;
    for (; at != PV_NO_WRITE; at = pv_defs_write(f->file->defs, at)->before)
        n += pv_flow_kind(f, pv_defs_write(f->file->defs, at)->writer) != PV_GLOBAL;
    return n == 1;
}

/* What JavaScript takes apart (`const {a} = require('./m')`) has a word, and no number. */
static bool is_global(void *user, uint32_t key)
{
    if (key < PV_VAR_THIS)
        return pv_flow_is_written_once(user, key);
    return pv_flow_is_js(user) && (key & PV_VAR_UNDEFINED) && key != PV_VAR_THIS;
}

/* Functions see what the file gave to variables that it writes once. */
static void keep_globals(struct pv_flow *f)
{
    f->global = (struct pv_env){0};
    if (f->env.is_dead)
        return;
    f->global = pv_env_copy(&f->values, &f->env);
    pv_env_filter(&f->values, &f->global, is_global, f);
}

/* Of files that are only called, what is called is enough. */
static bool is_entered(const struct pv_flow *f, const struct pv_function *function)
{
    return !f->unit ||
           pv_taint_unit_member(f->unit, pv_flow_at(f, function->node)->start)->is_entered;
}

/* Functions that others may call; then what nobody has called so far, and is there all the same. */
static void run_functions(struct pv_flow *f)
{
    for (size_t i = 0; i < f->functions->list.n; i++)
        f->was_run[i] = false;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < f->functions->list.n && !pv_flow_is_over(f); i++) {
            const struct pv_function *function = &f->functions->list.p[i];
            bool is_turn =
                pv_flow_is_inner(f, function) ? round == 1 && !f->was_run[i] : round == 0;
            if (function->scope != PV_NO_NODE || !is_turn || !is_entered(f, function))
                continue;
            f->env = pv_env_copy(&f->values, &f->global);
            pv_flow_enter(f, function->node);
        }
}

static void run_file(struct pv_flow *f)
{
    struct pv_flow_frame frame = {.function = 0, .returned = {.is_dead = true}};
    f->frame = &frame;
    bool has_scopes = f->unit && f->unit->n > 0 && f->unit->has_scopes;
    if (has_scopes)
        pv_flow_run_modules(f);
    else
        (void)pv_flow_eval(f, 0);
    keep_globals(f);
    if (has_scopes)
        pv_flow_keep_exports(f);
    run_functions(f);
    for (int i = 0; i < PV_TAINT_ROUNDS_MAX && pv_flow_learn_fields(f); i++)
        run_functions(f);
    pv_flow_held_report(f);
    f->frame = NULL;
}

static int compare(const void *left, const void *right)
{
    const struct pv_taint_finding *a = left;
    const struct pv_taint_finding *b = right;
    if (a->match.start != b->match.start)
        return a->match.start < b->match.start ? -1 : 1;
    if (a->match.end != b->match.end)
        return a->match.end < b->match.end ? -1 : 1;
    if (a->steps[0].start != b->steps[0].start)
        return a->steps[0].start < b->steps[0].start ? -1 : 1;
    if (a->steps[0].end != b->steps[0].end)
        return a->steps[0].end < b->steps[0].end ? -1 : 1;
    return pv_bindings_compare(a->match.bindings, b->match.bindings);
}

static PV_RESULT mark_doors(struct search *s, struct pv_marks *out)
{
    static const struct pv_taint_spec seen = {0};
    static const struct pv_taint_spec filled = {.side_effect = PV_SIDE_EFFECT_YES};
    PV_VEC_EACH (const struct pv_taint_door, door, &s->doors->list) {
        struct pv_mark mark = {
            .spec = door->is_filled ? &filled : &seen, .start = door->start, .end = door->end};
        PV_TRY(pv_marks_add(s->mem, out, mark, s->err));
    }
    return pv_marks_finish(s->mem, out, s->err);
}

struct labels {
    PV_VEC(pv_word) list;
};

static PV_RESULT add_label(struct pv_arena *mem, struct labels *out, pv_word label,
                           struct pv_err *err)
{
    pv_word *slot = NULL;
    for (size_t i = 0; i < out->list.n; i++)
        if (out->list.p[i] == label)
            return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, err));
    *slot = label;
    return PV_SUCCESS;
}

/* Whether a sink could take what has the labels that sources of the file give. */
static PV_RESULT has_labels(struct search *s, const struct pv_flow *f, bool *out)
{
    struct labels labels = {0};
    PV_VEC_EACH (const struct pv_mark, mark, &f->sources.list)
        PV_TRY(add_label(s->mem, &labels, mark->spec->label, s->err));
    for (size_t i = 0; i < s->rule->propagators.n; i++)
        PV_TRY(add_label(s->mem, &labels, s->rule->propagators.p[i].label, s->err));
    *out = s->rule->options.is_closed || s->doors != NULL;
    PV_VEC_EACH (const struct pv_mark, mark, &f->sinks.list)
    *out = *out || !mark->spec->requires ||
           pv_label_may_be_met(mark->spec->requires, labels.list.p, labels.list.n);
    return PV_SUCCESS;
}

static PV_RESULT mark_file(struct search *s, struct pv_flow *f)
{
    s->is_first_only = true;
    PV_TRY(mark_all(s, &s->rule->sinks, &f->sinks));
    s->is_first_only = false;
    if (f->sinks.list.n == 0 && !s->rule->options.is_closed)
        return PV_SUCCESS;
    PV_TRY(s->doors ? mark_doors(s, &f->sources) : mark_all(s, &s->rule->sources, &f->sources));
    bool may_be_found = false;
    if (f->sources.list.n > 0)
        PV_TRY(has_labels(s, f, &may_be_found));
    if (!may_be_found) {
        f->sources = (struct pv_marks){0};
        return PV_SUCCESS;
    }
    PV_TRY(mark_all(s, &s->rule->sanitizers, &f->sanitizers));
    PV_TRY(mark_all(s, &s->rule->known, &f->known));
    PV_TRY(drop_conflicting(s, f));
    return mark_propagators(s, f);
}

/* What is kept by class and by function, new for each try. */
static PV_RESULT make_tables(struct pv_arena *mem, struct pv_flow *f, struct pv_err *err)
{
    size_t n_classes = f->functions->classes.n + 1;
    size_t n_functions = f->functions->list.n + 1;
    f->n_lists = n_functions + LISTS_MIN;
    PV_TRY(PV_NEW_ARRAY(mem, n_classes, &f->seeds, err));
    PV_TRY(PV_NEW_ARRAY(mem, n_classes, &f->left, err));
    PV_TRY(PV_NEW_ARRAY(mem, n_classes, &f->is_making, err));
    PV_TRY(PV_NEW_ARRAY(mem, n_functions, &f->was_run, err));
    PV_TRY(PV_NEW_ARRAY(mem, f->n_lists, &f->runs, err));
    return PV_NEW_ARRAY(mem, f->n_lists, &f->captures, err);
}

/* With so much memory; PV_OK, PV_LIMIT or PV_NO_MEMORY. What was found until then is in `out`. */
static PV_RESULT try_flow(struct pv_arena *mem, struct pv_flow f, size_t memory, enum pv_code *stop,
                          struct pv_err *err)
{
    size_t limit_before = mem->limit_bytes;
    PV_TRY(make_tables(mem, &f, err));
    size_t limit = limit_before ? limit_before : (size_t)PV_ARENA_LIMIT_DEFAULT;
    mem->limit_bytes = pv_min(limit, mem->used_bytes + memory);
    run_file(&f);
    mem->limit_bytes = limit_before;
    *stop = f.values.stop == PV_OK && f.is_cut ? PV_LIMIT : f.values.stop;
    return PV_SUCCESS;
}

/*
 * Where functions call each other in more ways than can be followed, what crosses few calls is
 * still found; the file counts as not finished for the rule all the same.
 */
static PV_RESULT run_flow(struct pv_arena *mem, struct pv_flow *f, enum pv_code *stop,
                          struct pv_err *err)
{
    uint64_t reserve = f->budget->steps_left / 4;
    f->budget->steps_left -= reserve;
    f->calls_max = PV_TAINT_CALLS_MAX;
    PV_TRY(try_flow(mem, *f, PV_TAINT_MEMORY, stop, err));
    f->budget->steps_left += reserve;
    if (*stop != PV_LIMIT)
        return PV_SUCCESS;
    enum pv_code again = PV_OK;
    f->calls_max = PV_TAINT_CALLS_FEW;
    return try_flow(mem, *f, PV_TAINT_MEMORY_FEW, &again, err);
}

static PV_RESULT find_flows(struct search *s, struct pv_taint_findings *out)
{
    const struct pv_taint_rule *rule = s->rule;
    struct pv_flow flow = {
        .values = {.has_prefixes = s->rule->options.safe_prefix != NULL, .mem = s->mem},
        .rule = rule,
        .file = s->file,
        .unit = s->unit,
        .has_doors = s->doors != NULL,
        .tree = s->file->tree,
        .functions = s->file->functions,
        .budget = s->budget,
        .out = out};
    enum pv_code stop = PV_OK;
    PV_TRY(mark_file(s, &flow));
    if ((flow.sinks.list.n == 0 && !rule->options.is_closed) || flow.sources.list.n == 0)
        return PV_SUCCESS;
    learn_words(&flow);
    PV_TRY(pv_flow_read_aliases(s->mem, &flow, s->err));
    flow.has_implicit_this = has_implicit_this(&flow);
    for (size_t i = 0; i < rule->sources.n; i++)
        flow.has_control = flow.has_control || rule->sources.p[i].is_control;
    PV_TRY(run_flow(s->mem, &flow, &stop, s->err));
    if (out->list.n > 1)
        qsort(out->list.p, out->list.n, sizeof *out->list.p, compare);
    if (stop == PV_NO_MEMORY)
        return pv_fail(s->err, PV_NO_MEMORY, 0, "out of memory");
    if (stop != PV_OK || s->is_limited)
        return pv_fail(s->err, PV_LIMIT, 0, "the flow of values was too much to follow to its end");
    return PV_SUCCESS;
}

PV_RESULT pv_taint_find(struct pv_arena *mem, const struct pv_taint_rule *rule,
                        const struct pv_match_file *file, struct pv_match_budget *budget,
                        struct pv_taint_findings *out, struct pv_err *err)
{
    struct search search = {.mem = mem, .rule = rule, .file = file, .budget = budget, .err = err};
    return file->tree ? find_flows(&search, out) : PV_SUCCESS;
}

/* Of functions that are not known it is taken that they pass on what they are given. */
PV_RESULT pv_taint_find_through(struct pv_arena *mem, const struct pv_taint_probe *probe,
                                struct pv_match_budget *budget, struct pv_taint_findings *out,
                                struct pv_err *err)
{
    struct pv_taint_rule rule = *probe->rule;
    struct search search = {.mem = mem,
                            .rule = &rule,
                            .file = probe->file,
                            .doors = probe->doors,
                            .budget = budget,
                            .err = err};
    rule.options.is_safe_functions = false;
    rule.options.is_safe_constructors = false;
    rule.options.is_only_assigned = false;
    rule.options.is_unifying = false;
    return find_flows(&search, out);
}

PV_RESULT pv_taint_find_across(struct pv_arena *mem, const struct pv_taint_rule *rule,
                               const struct pv_taint_unit *unit, struct pv_match_budget *budget,
                               struct pv_taint_findings *out, struct pv_err *err)
{
    struct search search = {
        .mem = mem, .rule = rule, .file = &unit->whole, .unit = unit, .budget = budget, .err = err};
    return find_flows(&search, out);
}
