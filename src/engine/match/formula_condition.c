/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/constants.h"
#include "engine/match/analysis.h"
#include "engine/match/formula_internal.h"
#include "engine/match/match_limits.h"

/* One match under one condition: what it binds besides is added to `given`. */
struct trial {
    const struct pv_condition *condition;
    const struct pv_binding *binding;
    const struct pv_range *range; /* as the pattern found it */
    const struct pv_range *given; /* with what the conditions before have bound */
};

/* The source text of what is bound, or the text that it is known to be. */
static PV_RESULT text_of(struct pv_evaluation *e, const struct trial *trial, struct pv_str *out)
{
    const struct pv_match_file *file = e->algebra.file;
    const struct pv_binding *binding = trial->binding;
    *out = pv_str_sub(file->text, binding->start, binding->end);
    if (!trial->condition->is_folded || binding->kind != PV_BIND_NODE)
        return PV_SUCCESS;
    struct pv_result result =
        pv_constant_text(e->algebra.mem, &file->constants, binding->first, out);
    return result.code == PV_NO_MEMORY ? result : PV_SUCCESS;
}

/* metavariable-regex: from the start of the bound text, not to its end. */
static PV_RESULT hold_regex(struct pv_evaluation *e, const struct trial *trial,
                            struct pv_ranges *out)
{
    const struct pv_regex *regex = trial->condition->regex;
    uint32_t start = trial->binding->start;
    struct pv_str text = {0};
    struct pv_regex_match groups;
    PV_TRY(text_of(e, trial, &text));
    /* Terms within terms are as many texts, each with all of the next: they add up. */
    PV_TRY(pv_algebra_pay(&e->algebra, 1 + text.n / PV_REGEX_STEP_BYTES));
    struct pv_result result = pv_regex_find(regex, text, 0, &groups);
    if (result.code == PV_NOT_FOUND)
        return PV_SUCCESS;
    PV_TRY(result);
    struct pv_range kept = *trial->given;
    /* Groups of a text that is nowhere written as such have no place to bind to. */
    if (text.p == e->algebra.file->text.p + start)
        PV_TRY(pv_formula_groups(e, regex, &groups, start, &kept.match.bindings));
    return pv_ranges_add(&e->algebra, out, kept);
}

/* The bound code as if it were a file of its own. */
static struct pv_match_file part_of(const struct pv_match_file *file,
                                    const struct pv_binding *binding)
{
    struct pv_match_file part = *file;
    part.is_part = true;
    part.nodes = (struct pv_node_range){0, 0};
    pv_assume(binding->first == PV_NO_NODE || file->tree);
    if (binding->first != PV_NO_NODE)
        part.nodes =
            (struct pv_node_range){binding->first, pv_tree_at(file->tree, binding->last)->after};
    part.start = binding->start;
    part.end = binding->end;
    return part;
}

/*
 * metavariable-pattern: the formula holds within the bound code, with bindings
 * that agree with the match's own. Two conditions do not constrain each other.
 */
static PV_RESULT hold_pattern(struct pv_evaluation *e, const struct trial *trial,
                              struct pv_ranges *out)
{
    struct pv_match_file part = part_of(e->algebra.file, trial->binding);
    struct pv_range context = {.kind = PV_RANGE_PLAIN};
    context.match = (struct pv_match){.start = part.start,
                                      .end = part.end,
                                      .node = trial->binding->first,
                                      .bindings = trial->range->match.bindings};
    struct pv_evaluation inner = *e;
    struct pv_ranges found = {0};
    inner.algebra.file = &part;
    inner.context = &context;
    PV_TRY(pv_formula_evaluate(&inner, trial->condition->formula, &found));
    e->is_limited |= inner.is_limited;
    PV_VEC_EACH (struct pv_range, match, &found.list) {
        struct pv_range kept = *trial->given;
        if (!pv_bindings_agree(part.tree, part.text, context.match.bindings, match->match.bindings))
            continue;
        PV_TRY(pv_bindings_join(e->algebra.mem, kept.match.bindings, match->match.bindings,
                                &kept.match.bindings, e->algebra.err));
        PV_TRY(pv_ranges_add(&e->algebra, out, kept));
    }
    return PV_SUCCESS;
}

/* metavariable-comparison: on all that is bound so far. */
static PV_RESULT hold_comparison(struct pv_evaluation *e, const struct trial *trial,
                                 struct pv_ranges *out)
{
    if (!pv_comparison_holds(e->algebra.mem, trial->condition->comparison, e->algebra.file,
                             trial->given->match.bindings))
        return PV_SUCCESS;
    return pv_ranges_add(&e->algebra, out, *trial->given);
}

/* metavariable-analysis: of a text, what stands between its quotes. */
static PV_RESULT hold_analysis(struct pv_evaluation *e, const struct trial *trial,
                               struct pv_ranges *out)
{
    struct pv_str text =
        pv_str_sub(e->algebra.file->text, trial->binding->start, trial->binding->end);
    bool is_quoted = text.n > 1 && text.p[0] == text.p[text.n - 1] &&
                     (text.p[0] == '"' || text.p[0] == '\'' || text.p[0] == '`');
    if (is_quoted)
        text = pv_str_sub(text, 1, text.n - 1);
    bool holds = trial->condition->kind == PV_CONDITION_ENTROPY ? pv_analysis_is_random(text)
                                                                : pv_analysis_is_slow(text);
    return holds ? pv_ranges_add(&e->algebra, out, *trial->given) : PV_SUCCESS;
}

static PV_RESULT hold(struct pv_evaluation *e, const struct pv_condition *condition,
                      const struct pv_range *range, const struct pv_range *given,
                      struct pv_ranges *out)
{
    pv_word name = condition->metavariable;
    struct trial trial = {condition, pv_bindings_find(range->match.bindings, name), range, given};
    if (!trial.binding)
        trial.binding = pv_bindings_find(given->match.bindings, name);
    if (condition->kind == PV_CONDITION_COMPARISON)
        return hold_comparison(e, &trial, out);
    if (!trial.binding)
        return PV_SUCCESS;
    switch (condition->kind) {
    case PV_CONDITION_COMPARISON: break;
    case PV_CONDITION_REGEX: return hold_regex(e, &trial, out);
    case PV_CONDITION_PATTERN:
        /* A text is no part of the tree: it is read as code of its own. */
        if (condition->is_other_text ||
            (trial.binding->kind == PV_BIND_TEXT && condition->lang && e->algebra.file->tree))
            return pv_formula_other(e, condition, trial.binding, given, out);
        return hold_pattern(e, &trial, out);
    case PV_CONDITION_ENTROPY:
    case PV_CONDITION_REDOS: return hold_analysis(e, &trial, out);
    }
    return PV_SUCCESS;
}

static PV_RESULT hold_all(struct pv_evaluation *e, const struct pv_formula *formula,
                          const struct pv_range *range, struct pv_ranges *out)
{
    struct pv_range first = *range; /* most are dropped by the first condition */
    struct pv_ranges given = {.list = {.p = &first, .n = 1, .capacity = 1}};
    for (size_t i = 0; i < formula->n_conditions; i++) {
        struct pv_ranges kept = {0};
        PV_VEC_EACH (struct pv_range, each, &given.list)
            PV_TRY(hold(e, &formula->conditions[i], range, each, &kept));
        pv_ranges_sort(&kept);
        given = kept;
    }
    PV_VEC_EACH (struct pv_range, each, &given.list)
        PV_TRY(pv_ranges_add(&e->algebra, out, *each));
    return PV_SUCCESS;
}

PV_RESULT pv_formula_conditions(struct pv_evaluation *e, const struct pv_formula *formula,
                                struct pv_ranges *ranges)
{
    struct pv_ranges kept = {0};
    if (formula->n_conditions == 0)
        return PV_SUCCESS;
    PV_VEC_EACH (struct pv_range, range, &ranges->list)
        PV_TRY(hold_all(e, formula, range, &kept));
    pv_ranges_sort(&kept);
    *ranges = kept;
    return PV_SUCCESS;
}
