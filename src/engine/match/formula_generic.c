/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/formula_internal.h"

/* The captures of a match in text from byte `base` on. */
static PV_RESULT bind_captures(struct pv_evaluation *e, const struct pv_generic_match *match,
                               uint32_t base, struct pv_bindings *out)
{
    PV_TRY(PV_NEW_ARRAY(e->algebra.mem, match->n_captures, &out->p, e->algebra.err));
    for (size_t i = 0; i < match->n_captures; i++)
        out->p[out->n++] = (struct pv_binding){.name = match->captures[i].name,
                                               .kind = PV_BIND_TEXT,
                                               .first = PV_NO_NODE,
                                               .last = PV_NO_NODE,
                                               .start = base + match->captures[i].start,
                                               .end = base + match->captures[i].end};
    pv_bindings_sort(*out);
    return PV_SUCCESS;
}

PV_RESULT pv_formula_generic(struct pv_evaluation *e, const struct pv_generic *generic,
                             struct pv_ranges *out)
{
    const struct pv_match_file *file = e->algebra.file;
    struct pv_str text = pv_str_sub(file->text, file->start, file->end);
    struct pv_generic_matches found = {0};
    struct pv_result result = pv_generic_find(
        e->algebra.mem, generic, text, &e->algebra.budget->steps_left, &found, e->algebra.err);
    PV_VEC_EACH (const struct pv_generic_match, match, &found.list) {
        struct pv_range range = {.kind = PV_RANGE_PLAIN};
        range.match = (struct pv_match){.start = file->start + match->start,
                                        .end = file->start + match->end,
                                        .node = PV_NO_NODE};
        PV_TRY(bind_captures(e, match, file->start, &range.match.bindings));
        PV_TRY(pv_ranges_add(&e->algebra, out, range));
    }
    return result;
}
