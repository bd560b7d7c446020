/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan: the rules of a set sorted by the language of the file that they run on.
 */
#ifndef PV_ENGINE_SCAN_PLAN_H
#define PV_ENGINE_SCAN_PLAN_H

#include "engine/rule/rule.h"
#include "engine/scan/prefilter.h"

enum { PV_PLAN_CLAUSES = 2 };

struct pv_plan_entry {
    const struct pv_rule *rule;
    const struct pv_rule_part *part;
    size_t index;                      /* of the rule in its set */
    uint32_t clauses[PV_PLAN_CLAUSES]; /* one more than the number of each; 0: no more */
};

/* Part of what a rule needs, and of what others need too: it is asked once for a file. */
struct pv_plan_clause {
    const struct pv_needs *needs;
    uint32_t index; /* of the part in the needs */
    uint64_t hash;  /* of its content */
};

/* A rule may hold in a file only if one of its guards is among the words of the file. */
struct pv_plan_guard {
    pv_word word;   /* PV_PREFILTER_ANY: it may hold in any */
    uint32_t entry; /* number of the rule in the entries */
};

/* The same by word, for nearly all files have few of the words. */
struct pv_plan_guards {
    uint32_t *first;   /* by word, and one more: where the numbers of its entries begin */
    uint32_t *entries; /* sorted by word */
};

/* What runs on files of one language; `lang` is NULL for files of none. */
struct pv_plan_lang {
    const struct pv_lang *lang;
    PV_VEC(struct pv_plan_entry) entries; /* in the set's order, a rule at most once */
    struct pv_plan_guards guards;
    PV_VEC(struct pv_plan_clause) clauses;
    PV_VEC(struct pv_plan_guard)
    end_guards;                    /* for the sinks alone of rules of taint mode, in order */
    struct pv_prefilter prefilter; /* for what these need */
};

/* Which rules are in a plan. */
enum pv_plan_scope {
    PV_PLAN_ALL,      /* those that are deferred, too, to see which of them are wanted */
    PV_PLAN_COMPILED, /* what is still deferred is known to hold nowhere */
};

/* Immutable once built; threads share it. */
struct pv_plan {
    const struct pv_rule_set *rules;
    enum pv_plan_scope scope;
    PV_VEC(struct pv_plan_lang) langs;
    const struct pv_rule *secrets[PV_SECRET_COUNT]; /* by kind; NULL: not looked for */
    const struct pv_secret_finder *finder;          /* NULL: no secret is looked for */
};

/* Lives in `mem`; the rules must outlive it and not change. */
PV_RESULT pv_plan_build(struct pv_arena *mem, const struct pv_rule_set *rules,
                        enum pv_plan_scope scope, struct pv_plan *out, struct pv_err *err);

/* How many 64-bit words hold the set that a prefilter of the plan fills. */
size_t pv_plan_n_words(const struct pv_plan *plan);

/* What runs on files of `lang`, which may be NULL; never NULL, perhaps without entries. */
const struct pv_plan_lang *pv_plan_of(const struct pv_plan *plan, const struct pv_lang *lang);

#endif
