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
    struct pv_rule_reader reader = {
        .set = set,
        .file = rule->file,
        .takes_known_entries = true,
        .known = rule,
        .options = pv_match_options_default,
        .generic_options = pv_generic_options_default,
        .err = err,
    };
    const struct pv_doc *doc = NULL;
    size_t n_problems = set->problems.n;
    PV_TRY(pv_rule_unpack(set, rule->packed, &doc, err));
    PV_TRY(pv_rule_read_head(&reader, doc, &full));
    PV_TRY(pv_rule_read_parts(&reader, doc, &full));
    forget_notes(set, n_problems);
    *rule = full;
    return PV_SUCCESS;
}

struct pv_result pv_rule_set_compile(struct pv_rule_set *set, const uint64_t *wanted,
                                     struct pv_err *err)
{
    for (size_t i = 0; i < set->deferred_entries.n; i++)
        if (pv_bits_has(wanted, set->rules.n + i))
            PV_TRY(pv_entry_point_compile(set, &set->deferred_entries.p[i], err));
    for (size_t i = 0; i < set->rules.n; i++)
        if (pv_bits_has(wanted, i) && is_deferred(set->rules.p[i]))
            PV_TRY(compile(set, set->rules.p[i], err));
    return PV_SUCCESS;
}

size_t pv_rule_set_n_wanted(const struct pv_rule_set *set)
{
    return set->rules.n + set->deferred_entries.n;
}

bool pv_deferred_entry_is_for(const struct pv_deferred_entry *entry, const struct pv_lang *lang)
{
    return lang && (pv_lang_covers(lang, entry->lang) || pv_lang_covers(entry->lang, lang));
}

bool pv_deferred_entry_may_be(const struct pv_deferred_entry *entry, const struct pv_lang *lang,
                              const uint64_t *words)
{
    return pv_deferred_entry_is_for(entry, lang) &&
           (entry->needs.list.n == 0 || pv_need_is_met(&entry->needs, 0, words));
}

bool pv_rule_set_is_deferred(const struct pv_rule_set *set)
{
    for (size_t i = 0; i < set->rules.n; i++)
        if (is_deferred(set->rules.p[i]))
            return true;
    return false;
}
