/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/formula_internal.h"

static bool is_within(uint32_t start, uint32_t end, uint32_t outer_start, uint32_t outer_end)
{
    return outer_start <= start && end <= outer_end;
}

/* The smaller of the match and the bound code, when one lies in the other. */
static PV_RESULT focus_on(struct pv_evaluation *e, const struct pv_range *range, pv_word name,
                          struct pv_ranges *out)
{
    const struct pv_binding *bound = pv_bindings_find(range->match.bindings, name);
    if (!bound)
        return PV_SUCCESS;
    struct pv_range narrowed = *range;
    if (is_within(bound->start, bound->end, range->match.start, range->match.end)) {
        narrowed.match.start = bound->start;
        narrowed.match.end = bound->end;
        narrowed.match.node = bound->first;
    } else if (!is_within(range->match.start, range->match.end, bound->start, bound->end)) {
        return PV_SUCCESS;
    }
    return pv_ranges_add(&e->algebra, out, narrowed);
}

PV_RESULT pv_formula_focus(struct pv_evaluation *e, const struct pv_formula *formula,
                           struct pv_ranges *ranges)
{
    for (size_t i = 0; i < formula->n_focus; i++) {
        struct pv_ranges narrowed = {0};
        PV_VEC_EACH (struct pv_range, range, &ranges->list) {
            for (const pv_word *name = formula->focus[i]; *name != 0; name++)
                PV_TRY(focus_on(e, range, *name, &narrowed));
        }
        pv_ranges_sort(&narrowed);
        *ranges = narrowed;
    }
    return PV_SUCCESS;
}
