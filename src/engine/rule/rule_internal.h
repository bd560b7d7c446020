/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_internal: the reading of one rule, shared by rule_read.c and formula_read.c.
 */
#ifndef PV_ENGINE_RULE_RULE_INTERNAL_H
#define PV_ENGINE_RULE_RULE_INTERNAL_H

#include "engine/rule/rule.h"
#include "engine/rule/rule_limits.h"

/* One rule, for one of its languages. */
struct pv_rule_reader {
    struct pv_rule_set *set;
    struct pv_str file;
    struct pv_str rule_id;
    const struct pv_lang *lang; /* NULL: text rules only */
    struct pv_match_options options;
    size_t n_terms;
    bool is_condition;         /* inside a metavariable-pattern */
    struct pv_doc_place place; /* of the value at fault, once something failed */
    struct pv_err *err;
};

/* Fails at `doc`'s place, which the problem will name. */
PV_RESULT pv_rule_fail(struct pv_rule_reader *reader, enum pv_code code, const struct pv_doc *doc,
                       const char *format, ...) PV_PRINTF(4, 5);

/* Reads the formula that the keys of `doc` say, be it a rule or a part of one. */
PV_RESULT pv_formula_read(struct pv_rule_reader *reader, const struct pv_doc *doc,
                          struct pv_formula *out);

/* PV_UNSUPPORTED when one of the keys needs what this engine does not have. */
PV_RESULT pv_rule_check_features(struct pv_rule_reader *reader, const struct pv_doc *doc);

/* Adds a problem of `reader`'s rule. */
PV_RESULT pv_rule_add_problem(struct pv_rule_reader *reader, enum pv_code code, const char *text);

#endif
