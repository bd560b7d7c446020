/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule: one rule as it runs, and the set of rules that is switched on.
 */
#ifndef PV_ENGINE_RULE_RULE_H
#define PV_ENGINE_RULE_RULE_H

#include "engine/lang/lang.h"
#include "engine/match/formula.h"
#include "engine/match/need.h"
#include "text/doc.h"

enum pv_severity {
    PV_SEVERITY_INFO,    /* INFO, LOW, INVENTORY, EXPERIMENT */
    PV_SEVERITY_WARNING, /* WARNING, MEDIUM */
    PV_SEVERITY_ERROR,   /* ERROR, HIGH, CRITICAL */
};

/* One language of a rule: patterns are parsed with each language's own grammar. */
struct pv_rule_part {
    const struct pv_lang *lang; /* NULL: regex mode, any text file */
    struct pv_formula *formula;
    struct pv_needs needs; /* needs.list.p[0] is what this part needs */
};

struct pv_rule {
    struct pv_str id;
    struct pv_str check_id; /* dotted path of the rule's file and id, as Semgrep prints it */
    struct pv_str file;     /* where it was read from */
    size_t line;            /* 1-based line of the rule in its file */
    enum pv_severity severity;
    struct pv_str severity_text; /* as written */
    struct pv_str message;
    struct pv_str fix;             /* p is NULL when there is none */
    const struct pv_doc *metadata; /* NULL when there is none */
    struct pv_rule_part *parts;
    size_t n_parts;
    const struct pv_glob *include; /* paths */
    size_t n_include;
    const struct pv_glob *exclude;
    size_t n_exclude;
};

/* Something in a rule file that the user should know; the other rules still run. */
struct pv_rule_problem {
    struct pv_str file;
    struct pv_str rule_id; /* may be empty */
    size_t line;           /* 1-based; 0 unknown */
    size_t column;
    enum pv_code code; /* PV_SYNTAX, PV_INVALID: an error; PV_UNSUPPORTED: skipped and counted */
    struct pv_str text;
};

struct pv_rule_set {
    struct pv_arena mem; /* owns everything below */
    struct pv_vocab vocab;
    PV_VEC(struct pv_rule *) rules;
    PV_VEC(struct pv_rule_problem) problems;
};

void pv_rule_set_clear(struct pv_rule_set *set);

/*
 * Reads rules from YAML or JSON text and adds them. `file` is for messages and
 * for check_id. What is wrong with single rules goes to set->problems;
 * PV_SYNTAX only when the text as a whole can't be read (also a problem there).
 */
PV_RESULT pv_rule_set_read(struct pv_rule_set *set, struct pv_str file, struct pv_str text,
                           struct pv_err *err);

#endif
