/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan: the rules of a set sorted by the language of the file that they run on.
 */
#ifndef PV_ENGINE_SCAN_PLAN_H
#define PV_ENGINE_SCAN_PLAN_H

#include "engine/rule/rule.h"
#include "engine/scan/prefilter.h"

struct pv_plan_entry {
    const struct pv_rule *rule;
    const struct pv_rule_part *part;
    size_t index; /* of the rule in its set */
};

/* What runs on files of one language; `lang` is NULL for files of none. */
struct pv_plan_lang {
    const struct pv_lang *lang;
    PV_VEC(struct pv_plan_entry) entries; /* in the set's order, a rule at most once */
};

/* Immutable once built; threads share it. */
struct pv_plan {
    const struct pv_rule_set *rules;
    PV_VEC(struct pv_plan_lang) langs;
    struct pv_prefilter prefilter;
    const struct pv_rule *secrets[PV_SECRET_COUNT]; /* by kind; NULL: not looked for */
    const struct pv_secret_finder *finder;          /* NULL: no secret is looked for */
};

/* Lives in `mem`; the rules must outlive it and not change. */
PV_RESULT pv_plan_build(struct pv_arena *mem, const struct pv_rule_set *rules, struct pv_plan *out,
                        struct pv_err *err);

/* What runs on files of `lang`, which may be NULL; never NULL, perhaps without entries. */
const struct pv_plan_lang *pv_plan_of(const struct pv_plan *plan, const struct pv_lang *lang);

#endif
