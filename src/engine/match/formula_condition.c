/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/formula_internal.h"

/* metavariable-regex: from the start of the bound text, not to its end. */
static PV_RESULT hold_regex(struct pv_evaluation *e, const struct pv_condition *condition,
                            const struct pv_binding *binding, const struct pv_range *range,
                            struct pv_ranges *out)
{
    struct pv_str text = pv_str_sub(e->algebra.file->text, binding->start, binding->end);
    struct pv_regex_match groups;
    struct pv_result result = pv_regex_find(condition->regex, text, 0, &groups);
    if (result.code == PV_NOT_FOUND)
        return PV_SUCCESS;
    PV_TRY(result);
    struct pv_range kept = *range;
    PV_TRY(pv_formula_groups(e, condition->regex, &groups, binding->start, &kept.match.bindings));
    return pv_ranges_add(&e->algebra, out, kept);
}

/* The bound code as if it were a file of its own. */
static struct pv_match_file part_of(const struct pv_match_file *file,
                                    const struct pv_binding *binding)
{
    struct pv_match_file part = *file;
    part.is_part = true;
    part.nodes = (struct pv_node_range){0, 0};
    if (binding->first != PV_NO_NODE)
        part.nodes =
            (struct pv_node_range){binding->first, pv_tree_at(file->tree, binding->last)->after};
    part.start = binding->start;
    part.end = binding->end;
    return part;
}

/* metavariable-pattern: the formula holds within the bound code, with agreeing bindings. */
static PV_RESULT hold_pattern(struct pv_evaluation *e, const struct pv_condition *condition,
                              const struct pv_binding *binding, const struct pv_range *range,
                              struct pv_ranges *out)
{
    struct pv_match_file part = part_of(e->algebra.file, binding);
    struct pv_range context = {.kind = PV_RANGE_PLAIN};
    context.match = (struct pv_match){.start = binding->start,
                                      .end = binding->end,
                                      .node = binding->first,
                                      .bindings = range->match.bindings};
    struct pv_evaluation inner = *e;
    struct pv_ranges found = {0};
    inner.algebra.file = &part;
    inner.context = &context;
    PV_TRY(pv_formula_evaluate(&inner, condition->formula, &found));
    e->is_limited |= inner.is_limited;
    PV_VEC_EACH (struct pv_range, match, &found.list) {
        struct pv_range kept = *range;
        if (!pv_bindings_agree(part.tree, part.text, range->match.bindings, match->match.bindings))
            continue;
        PV_TRY(pv_bindings_join(e->algebra.mem, range->match.bindings, match->match.bindings,
                                &kept.match.bindings, e->algebra.err));
        PV_TRY(pv_ranges_add(&e->algebra, out, kept));
    }
    return PV_SUCCESS;
}

static PV_RESULT hold(struct pv_evaluation *e, const struct pv_condition *condition,
                      const struct pv_range *range, struct pv_ranges *out)
{
    const struct pv_binding *binding =
        pv_bindings_find(range->match.bindings, condition->metavariable);
    if (!binding)
        return PV_SUCCESS;
    switch (condition->kind) {
    case PV_CONDITION_REGEX: return hold_regex(e, condition, binding, range, out);
    case PV_CONDITION_PATTERN: return hold_pattern(e, condition, binding, range, out);
    }
    return PV_SUCCESS;
}

PV_RESULT pv_formula_conditions(struct pv_evaluation *e, const struct pv_formula *formula,
                                struct pv_ranges *ranges)
{
    for (size_t i = 0; i < formula->n_conditions; i++) {
        struct pv_ranges kept = {0};
        PV_VEC_EACH (struct pv_range, range, &ranges->list)
            PV_TRY(hold(e, &formula->conditions[i], range, &kept));
        pv_ranges_sort(&kept);
        *ranges = kept;
    }
    return PV_SUCCESS;
}
