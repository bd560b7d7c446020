/* SPDX-License-Identifier: Apache-2.0 */
/*
 * formula_internal: one evaluation of a formula in a file.
 */
#ifndef PV_ENGINE_MATCH_FORMULA_INTERNAL_H
#define PV_ENGINE_MATCH_FORMULA_INTERNAL_H

#include "engine/match/formula.h"
#include "engine/match/ranges.h"

struct pv_evaluation {
    struct pv_algebra algebra;
    const struct pv_range *context; /* of metavariable-pattern: where all of it has to lie */
    size_t depth;
    bool is_limited;
};

PV_RESULT pv_formula_evaluate(struct pv_evaluation *e, const struct pv_formula *formula,
                              struct pv_ranges *out);

/* Every match of `regex` in the part of the text that is looked at: formula_regex.c. */
PV_RESULT pv_formula_regex(struct pv_evaluation *e, const struct pv_regex *regex,
                           struct pv_ranges *out);

/* Every place where `generic` holds in the same. */
PV_RESULT pv_formula_generic(struct pv_evaluation *e, const struct pv_generic *generic,
                             struct pv_ranges *out);

/* Adds what the groups of a match in text from byte `base` on bind. */
PV_RESULT pv_formula_groups(struct pv_evaluation *e, const struct pv_regex *regex,
                            const struct pv_regex_match *groups, size_t base,
                            struct pv_bindings *bindings);

/* Keeps what the conditions of ALL hold for: formula_condition.c. */
PV_RESULT pv_formula_conditions(struct pv_evaluation *e, const struct pv_formula *formula,
                                struct pv_ranges *ranges);

/*
 * metavariable-pattern on what is bound as a text or code of its own: adds `given`, with
 * what the condition's formula binds there, for each of its matches. formula_other.c.
 */
PV_RESULT pv_formula_other(struct pv_evaluation *e, const struct pv_condition *condition,
                           const struct pv_binding *binding, const struct pv_range *given,
                           struct pv_ranges *out);

/* Narrows ranges to the metavariables in focus: formula_focus.c. */
PV_RESULT pv_formula_focus(struct pv_evaluation *e, const struct pv_formula *formula,
                           struct pv_ranges *ranges);

#endif
