/* SPDX-License-Identifier: Apache-2.0 */
/*
 * need_internal: what expressions and patterns say about the words of a file.
 */
#ifndef PV_ENGINE_MATCH_NEED_INTERNAL_H
#define PV_ENGINE_MATCH_NEED_INTERNAL_H

#include "engine/match/formula.h"
#include "engine/match/need.h"
#include "engine/match/need_place.h"

/*
 * One way in which an expression can hold: bytes of words as they are, with a
 * PV_NEED_EDGE where a word ends or begins for certain, and a PV_NEED_GAP for
 * anything else, nothing included.
 */
#define PV_NEED_EDGE '\1'
#define PV_NEED_GAP '\2'

struct pv_need_forms {
    PV_VEC(struct pv_str) list;
    bool is_folded; /* letters of forms stand for their others, too */
};

struct pv_need_regex {
    struct pv_str text; /* as written */
    bool is_anchored;   /* a match begins where what is asked about does, which no word goes over */
};

/*
 * Adds to `out`, which is empty, the forms of all that an expression matches: any
 * text that it matches has one of them. None is added where that is not certain,
 * or past PV_NEED_FORMS_MAX. Lives in `mem`.
 */
PV_RESULT pv_need_read_regex(struct pv_arena *mem, struct pv_need_regex regex,
                             struct pv_need_forms *out, struct pv_err *err);

/* Takes the next word that is whole from `*form`; false when there is none left. */
bool pv_need_take_word(struct pv_str *form, struct pv_str *out);

/* Where the name at `node` of a pattern has to stand: its word is left empty. */
struct pv_need_place pv_need_where(const struct pv_pattern *pattern, pv_node node);

/*
 * The same of the word that all is which a metavariable is bound to, where its
 * condition holds: when that is the last part of a name or of a call.
 */
struct pv_need_place pv_need_where_bound(const struct pv_formula *formula,
                                         const struct pv_condition *condition);

/* Whether a regular expression in `formula` can bind a metavariable to part of a word. */
bool pv_need_binds_pieces(const struct pv_formula *formula);

#endif
