/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/plan.h"

/*
 * The part of `rule` for files of `lang`: the language's own before one that
 * covers it, and that before one for any text. NULL when it has none.
 */
static const struct pv_rule_part *choose(const struct pv_rule *rule, const struct pv_lang *lang)
{
    const struct pv_rule_part *covering = NULL;
    const struct pv_rule_part *any = NULL;
    for (size_t i = 0; i < rule->n_parts; i++) {
        const struct pv_rule_part *part = &rule->parts[i];
        if (!part->formula && !part->taint && !part->is_deferred)
            continue; /* not wished for when the rules were read */
        if (lang && part->lang == lang)
            return part;
        if (lang && part->lang && !covering && pv_lang_covers(part->lang, lang))
            covering = part;
        if (!part->lang && !any)
            any = part;
    }
    return covering ? covering : any;
}

static PV_RESULT add_lang(struct pv_arena *mem, struct pv_plan *plan, const struct pv_lang *lang,
                          struct pv_err *err)
{
    struct pv_plan_lang *slot = NULL;
    PV_TRY(PV_VEC_PUSH(mem, &plan->langs, &slot, err));
    slot->lang = lang;
    for (size_t i = 0; i < plan->rules->rules.n; i++) {
        const struct pv_rule *rule = plan->rules->rules.p[i];
        const struct pv_rule_part *part = choose(rule, lang);
        struct pv_plan_entry *entry = NULL;
        if (!part)
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &slot->entries, &entry, err));
        *entry = (struct pv_plan_entry){rule, part, i};
    }
    return PV_SUCCESS;
}

struct words {
    PV_VEC(pv_word) list;
};

static PV_RESULT collect_words_of(struct pv_arena *mem, const struct pv_needs *needs,
                                  struct words *out, struct pv_err *err)
{
    PV_VEC_EACH (const struct pv_need, need, &needs->list) {
        pv_word *word = NULL;
        if (need->kind != PV_NEED_WORD)
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &word, err));
        *word = need->word;
    }
    return PV_SUCCESS;
}

static PV_RESULT add_guard(struct pv_arena *mem, struct pv_plan_lang *lang, pv_word word,
                           uint32_t entry, struct pv_err *err)
{
    struct pv_plan_guard *slot = NULL;
    PV_TRY(PV_VEC_PUSH(mem, &lang->guards, &slot, err));
    *slot = (struct pv_plan_guard){word, entry};
    return PV_SUCCESS;
}

static PV_RESULT add_end_guard(struct pv_arena *mem, struct pv_plan_lang *lang, pv_word word,
                               uint32_t entry, struct pv_err *err)
{
    struct pv_plan_guard *slot = NULL;
    PV_TRY(PV_VEC_PUSH(mem, &lang->end_guards, &slot, err));
    *slot = (struct pv_plan_guard){word, entry};
    return PV_SUCCESS;
}

static PV_RESULT add_end_guards(struct pv_arena *mem, struct pv_plan_lang *lang, uint32_t entry,
                                struct pv_err *err)
{
    const struct pv_rule_part *part = lang->entries.p[entry].part;
    struct pv_need_guard guard = {0};
    if (!part->sinks_need)
        return PV_SUCCESS;
    if (!pv_need_guard(&part->needs, part->sinks_need, &guard))
        PV_TRY(add_end_guard(mem, lang, PV_PREFILTER_ANY, entry, err));
    for (size_t k = 0; k < guard.n; k++)
        PV_TRY(add_end_guard(mem, lang, guard.words[k], entry, err));
    return PV_SUCCESS;
}

static PV_RESULT add_guards(struct pv_arena *mem, struct pv_plan_lang *lang, struct pv_err *err)
{
    for (size_t i = 0; i < lang->entries.n; i++) {
        const struct pv_needs *needs = &lang->entries.p[i].part->needs;
        struct pv_need_guard guard = {0};
        PV_TRY(add_end_guards(mem, lang, (uint32_t)i, err));
        if (needs->list.n == 0 || !pv_need_guard(needs, 0, &guard))
            PV_TRY(add_guard(mem, lang, PV_PREFILTER_ANY, (uint32_t)i, err));
        for (size_t k = 0; k < guard.n; k++)
            PV_TRY(add_guard(mem, lang, guard.words[k], (uint32_t)i, err));
    }
    return PV_SUCCESS;
}

/* A file is asked only for the words of rules that could run on it: the fewer, the faster. */
static PV_RESULT build_prefilter(struct pv_arena *mem, const struct pv_rule_set *rules,
                                 struct pv_plan_lang *lang, struct pv_err *err)
{
    struct words words = {0};
    PV_VEC_EACH (const struct pv_deferred_entry, entry, &rules->deferred_entries)
        if (!entry->is_compiled && pv_deferred_entry_is_for(entry, lang->lang))
            PV_TRY(collect_words_of(mem, &entry->needs, &words, err));
    PV_VEC_EACH (const struct pv_plan_entry, entry, &lang->entries)
        PV_TRY(collect_words_of(mem, &entry->part->needs, &words, err));
    PV_TRY(add_guards(mem, lang, err));
    return pv_prefilter_build(mem, &rules->vocab, words.list.p, words.list.n, &lang->prefilter,
                              err);
}

static PV_RESULT add_secrets(struct pv_arena *mem, struct pv_plan *plan, struct pv_err *err)
{
    bool is_wanted = false;
    for (size_t i = 0; i < plan->rules->rules.n; i++) {
        const struct pv_rule *rule = plan->rules->rules.p[i];
        enum pv_secret_kind kind = rule->n_parts ? rule->parts[0].secret : PV_SECRET_NONE;
        if (kind == PV_SECRET_NONE)
            continue;
        plan->secrets[kind] = rule;
        is_wanted = true;
    }
    return is_wanted ? pv_secret_finder_new(mem, &plan->finder, err) : PV_SUCCESS;
}

struct pv_result pv_plan_build(struct pv_arena *mem, const struct pv_rule_set *rules,
                               struct pv_plan *out, struct pv_err *err)
{
    struct pv_plan plan = {.rules = rules};
    PV_TRY(add_lang(mem, &plan, NULL, err));
    /* A file of a language that was not wished for would have the rules for any text. */
    for (size_t i = 0; pv_lang_at(i); i++)
        if (pv_rule_wish_has(&rules->wish, pv_lang_at(i)))
            PV_TRY(add_lang(mem, &plan, pv_lang_at(i), err));
    for (size_t i = 0; i < plan.langs.n; i++)
        PV_TRY(build_prefilter(mem, rules, &plan.langs.p[i], err));
    PV_TRY(add_secrets(mem, &plan, err));
    *out = plan;
    return PV_SUCCESS;
}

size_t pv_plan_n_words(const struct pv_plan *plan)
{
    return pv_prefilter_set_size(&plan->langs.p[0].prefilter); /* the same for each */
}

const struct pv_plan_lang *pv_plan_of(const struct pv_plan *plan, const struct pv_lang *lang)
{
    for (size_t i = 1; lang && i < plan->langs.n; i++)
        if (plan->langs.p[i].lang == lang)
            return &plan->langs.p[i];
    return &plan->langs.p[0]; /* made first, for no language */
}
