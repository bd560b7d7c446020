/* SPDX-License-Identifier: Apache-2.0 */
/*
 * entry_point: where strangers' data comes into programs, by framework.
 *
 * Rules that follow values name a kind of entry point ("http") as their source;
 * which code that is, in which language, is data: the files of entries/, and
 * whatever rule files say under `entry-points:`.
 */
#ifndef PV_ENGINE_RULE_ENTRY_POINT_H
#define PV_ENGINE_RULE_ENTRY_POINT_H

#include "engine/rule/rule_internal.h"

/* Takes the entry points that a file lists; the formulas are read when a rule asks for them. */
PV_RESULT pv_entry_points_take(struct pv_rule_reader *reader, const struct pv_doc *list);

/* The formulas of one kind in one language. */
struct pv_entry_formulas {
    PV_VEC(struct pv_formula *) list;
};

/*
 * Adds the formulas of `kind` for the reader's language, those that Pave comes
 * with included; each is read once for a set. PV_INVALID, at `doc`, when there
 * are none.
 */
PV_RESULT pv_entry_points_find(struct pv_rule_reader *reader, const struct pv_doc *doc,
                               struct pv_str kind, struct pv_entry_formulas *out);

/* Whether all of a set's entry points are those that Pave comes with. */
bool pv_entry_points_are_shipped(const struct pv_rule_set *set);

/* Where the entry point `number` stands among those that Pave comes with. */
struct pv_deferred_entry pv_entry_point_place(const struct pv_rule_set *set, size_t number);

/* Compiles a deferred entry point of the set. PV_INVALID when Pave comes with no such one. */
PV_RESULT pv_entry_point_compile(struct pv_rule_set *set, struct pv_deferred_entry *entry,
                                 struct pv_err *err);

#endif
