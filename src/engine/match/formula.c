/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The value of a formula is a set of ranges. A limit that is reached on the way
 * does not end the evaluation: what was found stands, except where a negation
 * had still to be heard.
 */
#include "engine/match/formula.h"

#include "engine/match/formula_internal.h"
#include "engine/match/match_limits.h"

static PV_RESULT add_matches(struct pv_evaluation *e, const struct pv_matches *matches,
                             struct pv_ranges *out)
{
    PV_VEC_EACH (struct pv_match, match, &matches->list)
        PV_TRY(pv_ranges_add(&e->algebra, out, (struct pv_range){*match, PV_RANGE_PLAIN}));
    return PV_SUCCESS;
}

/* A limit is noted and the evaluation goes on; any other failure ends it. */
static PV_RESULT note_limit(struct pv_evaluation *e, struct pv_result result)
{
    if (result.code != PV_LIMIT)
        return result;
    e->is_limited = true;
    return PV_SUCCESS;
}

static PV_RESULT evaluate_pattern(struct pv_evaluation *e, const struct pv_pattern *pattern,
                                  struct pv_ranges *out)
{
    struct pv_matches matches = {0};
    PV_TRY(note_limit(e, pv_pattern_find(e->algebra.mem, pattern, e->algebra.file,
                                         e->algebra.budget, &matches, e->algebra.err)));
    return add_matches(e, &matches, out);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT evaluate_any(struct pv_evaluation *e, const struct pv_formula *formula,
                              struct pv_ranges *out)
{
    for (size_t i = 0; i < formula->n_terms; i++) {
        struct pv_ranges ranges = {0};
        PV_TRY(pv_formula_evaluate(e, formula->terms[i], &ranges));
        PV_VEC_EACH (struct pv_range, range, &ranges.list)
            PV_TRY(pv_ranges_add(&e->algebra, out, *range));
    }
    return PV_SUCCESS;
}

/* A pattern that is just $X: it chooses within what the other terms found. */
static bool is_selector(const struct pv_formula *formula)
{
    return formula->kind == PV_FORMULA_PATTERN && formula->pattern.source.form == PV_FORM_EXPR &&
           formula->pattern.source.tree.nodes.n > 0 &&
           pv_tree_at(&formula->pattern.source.tree, 0)->kind == PV_MVAR;
}

/* The order in which terms of ALL are heard. */
enum turn { TURN_PLAIN, TURN_INSIDE, TURN_SELECTOR, TURN_NOT, TURN_COUNT };

static enum turn turn_of(const struct pv_formula *term)
{
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): there are no holes among terms */
    if (term->kind == PV_FORMULA_NOT || term->kind == PV_FORMULA_NOT_INSIDE)
        return TURN_NOT;
    if (term->kind == PV_FORMULA_INSIDE || term->kind == PV_FORMULA_ANYWHERE)
        return TURN_INSIDE;
    return is_selector(term) ? TURN_SELECTOR : TURN_PLAIN;
}

/* Takes one more term into `all`, which holds the value of those before it. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT join_term(struct pv_evaluation *e, const struct pv_formula *term, bool is_first,
                           struct pv_ranges *all)
{
    struct pv_ranges ranges = {0};
    PV_TRY(pv_formula_evaluate(e, term, &ranges));
    enum turn turn = turn_of(term);
    if (turn == TURN_NOT)
        return pv_ranges_subtract(&e->algebra, all, &ranges, all);
    if (is_first) {
        *all = ranges;
        return PV_SUCCESS;
    }
    if (term->kind == PV_FORMULA_ANYWHERE)
        return pv_ranges_where(&e->algebra, all, &ranges, all);
    if (turn == TURN_SELECTOR)
        return pv_ranges_select(&e->algebra, all, &ranges, all);
    return pv_ranges_intersect(&e->algebra, all, &ranges, all);
}

/* `as: $M`: what was found under a name. */
static PV_RESULT bind_whole(struct pv_evaluation *e, const struct pv_formula *formula,
                            struct pv_ranges *ranges)
{
    if (formula->as == 0)
        return PV_SUCCESS;
    PV_VEC_EACH (struct pv_range, range, &ranges->list) {
        struct pv_match *match = &range->match;
        struct pv_bindings whole = {.n = 1};
        PV_TRY(PV_NEW_ARRAY(e->algebra.mem, 1, &whole.p, e->algebra.err));
        bool is_node = match->node != PV_NO_NODE &&
                       pv_tree_at(e->algebra.file->tree, match->node)->start == match->start &&
                       pv_tree_at(e->algebra.file->tree, match->node)->end == match->end;
        whole.p[0] = (struct pv_binding){.name = formula->as,
                                         .kind = is_node ? PV_BIND_NODE : PV_BIND_TEXT,
                                         .first = is_node ? match->node : PV_NO_NODE,
                                         .last = is_node ? match->node : PV_NO_NODE,
                                         .start = match->start,
                                         .end = match->end};
        PV_TRY(pv_bindings_join(e->algebra.mem, match->bindings, whole, &match->bindings,
                                e->algebra.err));
    }
    return PV_SUCCESS;
}

/* The expression that a $X alone has to match from its first byte on; NULL when there is none. */
static const struct pv_regex *regex_of(const struct pv_formula *formula,
                                       const struct pv_formula *selector)
{
    pv_word name = pv_tree_at(&selector->pattern.source.tree, 0)->word;
    for (size_t i = 0; i < formula->n_conditions; i++) {
        const struct pv_condition *condition = &formula->conditions[i];
        if (condition->kind == PV_CONDITION_REGEX && !condition->is_folded &&
            condition->metavariable == name)
            return condition->regex;
    }
    return NULL;
}

/* The $X that is all that is looked for; NULL when there is more, which may bind it, too. */
static const struct pv_formula *only_selector(const struct pv_evaluation *e,
                                              const struct pv_formula *formula)
{
    const struct pv_formula *only = NULL;
    for (size_t i = 0; i < formula->n_terms; i++) {
        if (turn_of(formula->terms[i]) == TURN_NOT)
            continue;
        if (only || !is_selector(formula->terms[i]))
            return NULL;
        only = formula->terms[i];
    }
    return e->context ? NULL : only;
}

static bool may_find(const struct pv_evaluation *e, const struct pv_formula *formula)
{
    bool may = formula->kind != PV_FORMULA_PATTERN ||
               pv_pattern_may_find(&formula->pattern, e->algebra.file);
    for (size_t i = 0; may && formula->kind == PV_FORMULA_ALL && i < formula->n_terms; i++)
        may = formula->terms[i]->kind != PV_FORMULA_PATTERN ||
              pv_pattern_may_find(&formula->terms[i]->pattern, e->algebra.file);
    return may;
}

/* Whether what conditions ask to be within $X is anywhere in the file. */
static bool may_hold(const struct pv_evaluation *e, const struct pv_formula *formula,
                     const struct pv_formula *selector)
{
    pv_word name = pv_tree_at(&selector->pattern.source.tree, 0)->word;
    for (size_t i = 0; i < formula->n_conditions; i++) {
        const struct pv_condition *condition = &formula->conditions[i];
        if (condition->kind == PV_CONDITION_PATTERN && !condition->is_other_text &&
            condition->metavariable == name && !may_find(e, condition->formula))
            return false;
    }
    return true;
}

/* As join_term, among the places where $X alone can be what the conditions ask for. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT join_selector(struct pv_evaluation *e, const struct pv_formula *formula,
                               const struct pv_formula *selector, struct pv_ranges *all)
{
    const struct pv_match_file *whole = e->algebra.file;
    struct pv_match_file narrowed = *whole;
    narrowed.begins = regex_of(formula, selector);
    e->algebra.file = &narrowed;
    struct pv_result result = join_term(e, selector, true, all);
    e->algebra.file = whole;
    return result;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT evaluate_all(struct pv_evaluation *e, const struct pv_formula *formula,
                              struct pv_ranges *out)
{
    bool was_limited = e->is_limited;
    struct pv_ranges all = {0};
    bool is_first = true;
    const struct pv_formula *only = only_selector(e, formula);
    if (only && !may_hold(e, formula, only))
        return PV_SUCCESS;
    if (e->context) {
        PV_TRY(pv_ranges_add(&e->algebra, &all, *e->context));
        is_first = false;
    }
    e->is_limited = false;
    for (int turn = TURN_PLAIN; turn < TURN_COUNT; turn++) {
        if (turn == TURN_NOT) {
            was_limited |= e->is_limited;
            e->is_limited = false;
        }
        for (size_t i = 0; i < formula->n_terms; i++) {
            if ((int)turn_of(formula->terms[i]) != turn || (!is_first && all.list.n == 0))
                continue;
            bool is_only = formula->terms[i] == only;
            PV_TRY(note_limit(e, is_only ? join_selector(e, formula, only, &all)
                                         : join_term(e, formula->terms[i], is_first, &all)));
            is_first = false;
        }
    }
    /* Too few matches of what must hold are fewer findings; of what must not, false ones. */
    if (e->is_limited)
        all.list.n = 0;
    PV_TRY(bind_whole(e, formula, &all));
    PV_TRY(pv_formula_conditions(e, formula, &all));
    PV_TRY(pv_formula_focus(e, formula, &all));
    PV_VEC_EACH (struct pv_range, range, &all.list)
        if (formula->fix.p)
            range->match.fix = formula->fix;
    e->is_limited |= was_limited;
    *out = all;
    return PV_SUCCESS;
}

/* The one term of a negation or of `inside`, which is a formula of its own. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT evaluate_term(struct pv_evaluation *e, const struct pv_formula *formula,
                               struct pv_ranges *out)
{
    PV_TRY(pv_formula_evaluate(e, formula->terms[0], out));
    if (formula->kind == PV_FORMULA_NOT)
        return PV_SUCCESS;
    bool is_anywhere = formula->kind == PV_FORMULA_ANYWHERE;
    PV_VEC_EACH (struct pv_range, range, &out->list)
        range->kind = is_anywhere ? PV_RANGE_ANYWHERE : PV_RANGE_INSIDE;
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT evaluate_kind(struct pv_evaluation *e, const struct pv_formula *formula,
                               struct pv_ranges *out)
{
    switch (formula->kind) {
    case PV_FORMULA_PATTERN: return evaluate_pattern(e, &formula->pattern, out);
    case PV_FORMULA_REGEX: return note_limit(e, pv_formula_regex(e, formula->regex, out));
    case PV_FORMULA_GENERIC: return note_limit(e, pv_formula_generic(e, formula->generic, out));
    case PV_FORMULA_ANY: return evaluate_any(e, formula, out);
    case PV_FORMULA_ALL: return evaluate_all(e, formula, out);
    case PV_FORMULA_NOT:
    case PV_FORMULA_INSIDE:
    case PV_FORMULA_NOT_INSIDE:
    case PV_FORMULA_ANYWHERE: return evaluate_term(e, formula, out);
    }
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
PV_RESULT pv_formula_evaluate(struct pv_evaluation *e, const struct pv_formula *formula,
                              struct pv_ranges *out)
{
    if (e->depth == PV_FORMULA_DEPTH_MAX)
        return pv_fail(e->algebra.err, PV_LIMIT, 0, "formulas at most %d deep",
                       PV_FORMULA_DEPTH_MAX);
    const struct pv_range *context = e->context;
    e->depth++;
    struct pv_result result = evaluate_kind(e, formula, out);
    e->depth--;
    e->context = context;
    pv_ranges_sort(out);
    return result;
}

PV_RESULT pv_formula_find(struct pv_arena *mem, const struct pv_formula *formula,
                          const struct pv_match_file *file, struct pv_match_budget *budget,
                          struct pv_matches *out, struct pv_err *err)
{
    struct pv_evaluation e = {.algebra = {mem, file, budget, err}};
    struct pv_ranges ranges = {0};
    struct pv_matches found = {0};
    struct pv_arena_mark mark = pv_arena_mark(mem);
    PV_TRY(note_limit(&e, pv_formula_evaluate(&e, formula, &ranges)));
    /* Most rules find nothing in most files; what they tried must not add up. */
    if (ranges.list.n == 0)
        pv_arena_rewind(mem, mark);
    PV_VEC_EACH (struct pv_range, range, &ranges.list) {
        struct pv_match *match = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &found.list, &match, err));
        *match = range->match;
    }
    pv_matches_sort(&found);
    PV_VEC_EACH (struct pv_match, match, &found.list) {
        struct pv_match *added = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &added, err));
        *added = *match;
    }
    if (e.is_limited)
        return pv_fail(err, PV_LIMIT, 0, "fewer steps or matches than this rule takes here");
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
void pv_formula_clear(struct pv_formula *formula)
{
    if (!formula)
        return;
    pv_pattern_clear(&formula->pattern);
    pv_regex_free(formula->regex);
    formula->regex = NULL;
    pv_generic_clear(formula->generic);
    for (size_t i = 0; i < formula->n_terms; i++)
        pv_formula_clear(formula->terms[i]);
    for (size_t i = 0; i < formula->n_conditions; i++) {
        pv_regex_free(formula->conditions[i].regex);
        formula->conditions[i].regex = NULL;
        pv_formula_clear(formula->conditions[i].formula);
        pv_comparison_clear(formula->conditions[i].comparison);
    }
}
