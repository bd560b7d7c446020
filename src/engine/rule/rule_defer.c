/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rules that are known by what they need alone, and compiled once a text meets that.
 */
#include "base/bits.h"
#include "engine/rule/entry_point.h"
#include "engine/rule/rule_internal.h"

static bool is_deferred(const struct pv_rule *rule)
{
    for (size_t i = 0; i < rule->n_parts; i++)
        if (rule->parts[i].is_deferred)
            return true;
    return false;
}

/* What was noted of the rule was noted when it was read first. */
static void forget_notes(struct pv_rule_set *set, size_t n_problems)
{
    set->problems.n = n_problems;
}

static PV_RESULT compile(struct pv_rule_set *set, struct pv_rule *rule, struct pv_err *err)
{
    struct pv_rule full = {0};
    struct pv_rule_reader reader = {.set = set, .file = rule->file, .err = err};
    size_t n_problems = set->problems.n;
    reader.options = pv_match_options_default;
    reader.generic_options = pv_generic_options_default;
    for (size_t i = 0; i < rule->n_parts; i++)
        PV_TRY(pv_entry_points_compile(set, rule->parts[i].lang, err));
    PV_TRY(pv_rule_read_head(&reader, rule->doc, &full));
    PV_TRY(pv_rule_read_parts(&reader, rule->doc, &full));
    forget_notes(set, n_problems);
    *rule = full;
    return PV_SUCCESS;
}

struct pv_result pv_rule_set_compile(struct pv_rule_set *set, const uint64_t *wanted,
                                     struct pv_err *err)
{
    for (size_t i = 0; i < set->rules.n; i++)
        if (pv_bits_has(wanted, i) && is_deferred(set->rules.p[i]))
            PV_TRY(compile(set, set->rules.p[i], err));
    return PV_SUCCESS;
}

bool pv_rule_set_is_deferred(const struct pv_rule_set *set)
{
    for (size_t i = 0; i < set->rules.n; i++)
        if (is_deferred(set->rules.p[i]))
            return true;
    return false;
}
