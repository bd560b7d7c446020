/* SPDX-License-Identifier: Apache-2.0 */
/*
 * comparison: what metavariable-comparison asks, such as `int($BITS) < 2048`.
 *
 * The language is a part of Python's expressions: numbers, strings, lists,
 * metavariables, arithmetic and bits, comparisons, `in`, `and`, `or`, `not`,
 * and the functions int, str and re.match.
 */
#ifndef PV_ENGINE_MATCH_COMPARISON_H
#define PV_ENGINE_MATCH_COMPARISON_H

#include "engine/match/pattern.h"

struct pv_comparison; /* immutable; lives in the arena it was compiled in */

/*
 * PV_SYNTAX with the offset at fault; PV_UNSUPPORTED for a function that is not
 * known; PV_LIMIT past PV_COMPARISON_NODES_MAX or PV_COMPARISON_DEPTH_MAX.
 */
PV_RESULT pv_comparison_compile(struct pv_arena *mem, struct pv_str text, struct pv_vocab *vocab,
                                struct pv_comparison **out, struct pv_err *err);

/* From now on every metavariable is read as a whole number, as by int(). */
void pv_comparison_of_numbers(struct pv_comparison *comparison);

/* Releases what the arena does not hold. NULL does nothing. */
void pv_comparison_clear(struct pv_comparison *comparison);

/*
 * Whether it is true of what is bound. What has no value, such as a sum of a
 * text and a number, is not. Texts that are made live in `mem`.
 */
bool pv_comparison_holds(struct pv_arena *mem, const struct pv_comparison *comparison,
                         const struct pv_match_file *file, struct pv_bindings bindings);

#endif
