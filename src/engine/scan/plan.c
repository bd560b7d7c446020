/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/plan.h"

#include "base/hash.h"

/*
 * The part of `rule` for files of `lang`: the language's own before one that
 * covers it, and that before one for any text. NULL when it has none.
 */
static const struct pv_rule_part *choose(const struct pv_rule *rule, const struct pv_lang *lang,
                                         enum pv_plan_scope scope)
{
    const struct pv_rule_part *covering = NULL;
    const struct pv_rule_part *any = NULL;
    for (size_t i = 0; i < rule->n_parts; i++) {
        const struct pv_rule_part *part = &rule->parts[i];
        bool is_there = part->is_deferred ? scope == PV_PLAN_ALL : part->formula || part->taint;
        if (!is_there)
            continue; /* not wished for when the rules were read, or not wanted since */
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
        const struct pv_rule_part *part = choose(rule, lang, plan->scope);
        struct pv_plan_entry *entry = NULL;
        if (!part)
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &slot->entries, &entry, err));
        *entry = (struct pv_plan_entry){.rule = rule, .part = part, .index = i};
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
        if (need->kind != PV_NEED_WORD && need->kind != PV_NEED_PART)
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &word, err));
        *word = need->word;
    }
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

static PV_RESULT guard_entry(struct pv_arena *mem, const struct pv_needs *needs,
                             struct words *guards, struct pv_err *err)
{
    struct pv_need_guard guard = {0};
    if (needs->list.n == 0 || !pv_need_guard(needs, 0, &guard)) {
        guard.words[0] = PV_PREFILTER_ANY;
        guard.n = 1;
    }
    for (size_t i = 0; i < guard.n; i++) {
        pv_word *slot = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &guards->list, &slot, err));
        *slot = guard.words[i];
    }
    return PV_SUCCESS;
}

/* Sorts by counting: where[i] is the first of the guards that entry i has in the list. */
static PV_RESULT sort_guards(struct pv_arena *mem, const struct words *guards, const size_t *where,
                             struct pv_plan_lang *lang, struct pv_err *err)
{
    size_t n_words = lang->prefilter.n_bits;
    uint32_t *first = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, n_words + 2, &first, err));
    PV_TRY(PV_NEW_ARRAY(mem, guards->list.n, &lang->guards.entries, err));
    for (size_t i = 0; i < guards->list.n; i++)
        first[guards->list.p[i] + 2]++;
    for (size_t word = 2; word < n_words + 2; word++)
        first[word] += first[word - 1];
    for (size_t entry = 0; entry < lang->entries.n; entry++)
        for (size_t i = where[entry]; i < where[entry + 1]; i++) {
            pv_assume(guards->list.p);
            lang->guards.entries[first[guards->list.p[i] + 1]++] = (uint32_t)entry;
        }
    lang->guards.first = first;
    return PV_SUCCESS;
}

/* The prefilter is there already: the words that it looks for have numbers below its n_bits. */
static PV_RESULT add_guards(struct pv_arena *mem, struct pv_plan_lang *lang, struct pv_err *err)
{
    struct words guards = {0};
    size_t *where = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, lang->entries.n + 1, &where, err));
    for (size_t i = 0; i < lang->entries.n; i++) {
        PV_TRY(add_end_guards(mem, lang, (uint32_t)i, err));
        PV_TRY(guard_entry(mem, &lang->entries.p[i].part->needs, &guards, err));
        where[i + 1] = guards.list.n;
    }
    return sort_guards(mem, &guards, where, lang, err);
}

static uint64_t hash_of_clause(const struct pv_need *needs, uint32_t index)
{
    uint64_t hash = PV_HASH_START;
    for (uint32_t i = index; i < needs[index].after; i++) {
        hash = (hash ^ needs[i].word) * UINT64_C(0x9e3779b97f4a7c15);
        hash = (hash ^ needs[i].kind ^ (uint64_t)(needs[i].after - index) << 8) *
               UINT64_C(0xbf58476d1ce4e5b9);
        hash ^= hash >> 32;
    }
    return hash;
}

static bool is_same_clause(const struct pv_plan_clause *a, const struct pv_plan_clause *b)
{
    const struct pv_need *x = &a->needs->list.p[a->index];
    const struct pv_need *y = &b->needs->list.p[b->index];
    if (a->hash != b->hash || x->after - a->index != y->after - b->index)
        return false;
    for (uint32_t i = 0; i < x->after - a->index; i++)
        if (x[i].kind != y[i].kind || x[i].word != y[i].word ||
            x[i].after - a->index != y[i].after - b->index)
            return false;
    return true;
}

/* One more than the clause's number in the list; it is added when it is new. */
static PV_RESULT number_clause(struct pv_arena *mem, struct pv_plan_lang *lang,
                               struct pv_plan_clause clause, uint32_t *out, struct pv_err *err)
{
    struct pv_plan_clause *slot = NULL;
    for (size_t i = 0; i < lang->clauses.n; i++) {
        if (is_same_clause(&lang->clauses.p[i], &clause)) {
            *out = (uint32_t)i + 1;
            return PV_SUCCESS;
        }
    }
    PV_TRY(PV_VEC_PUSH(mem, &lang->clauses, &slot, err));
    *slot = clause;
    *out = (uint32_t)lang->clauses.n;
    return PV_SUCCESS;
}

/* Rules of one kind of source need the same many words of it, beside few that are their own. */
static PV_RESULT add_clauses(struct pv_arena *mem, struct pv_plan_lang *lang,
                             struct pv_plan_entry *entry, struct pv_err *err)
{
    enum { LEAST = 16 }; /* needs: fewer are asked as fast as an answer is looked up */
    const struct pv_needs *needs = &entry->part->needs;
    size_t n = 0;
    if (needs->list.n == 0 || needs->list.p[0].kind != PV_NEED_ALL)
        return PV_SUCCESS;
    for (uint32_t i = 1; i < needs->list.p[0].after && n < PV_PLAN_CLAUSES;
         i = needs->list.p[i].after) {
        if (needs->list.p[i].after - i < LEAST)
            continue;
        struct pv_plan_clause clause = {needs, i, hash_of_clause(needs->list.p, i)};
        PV_TRY(number_clause(mem, lang, clause, &entry->clauses[n++], err));
    }
    return PV_SUCCESS;
}

/* A file is asked only for the words of rules that could run on it: the fewer, the faster. */
static PV_RESULT build_prefilter(struct pv_arena *mem, const struct pv_plan *plan,
                                 struct pv_plan_lang *lang, struct pv_err *err)
{
    const struct pv_rule_set *rules = plan->rules;
    bool asks_entries = plan->scope == PV_PLAN_ALL;
    struct words words = {0};
    PV_VEC_EACH (const struct pv_deferred_entry, entry, &rules->deferred_entries)
        if (asks_entries && !entry->is_compiled && pv_deferred_entry_is_for(entry, lang->lang))
            PV_TRY(collect_words_of(mem, &entry->needs, &words, err));
    PV_VEC_EACH (const struct pv_plan_entry, entry, &lang->entries)
        PV_TRY(collect_words_of(mem, &entry->part->needs, &words, err));
    PV_VEC_EACH (struct pv_plan_entry, entry, &lang->entries)
        PV_TRY(add_clauses(mem, lang, entry, err));
    struct pv_prefilter_words wanted = {&rules->vocab, lang->lang, words.list.p, words.list.n};
    PV_TRY(pv_prefilter_build(mem, &wanted, &lang->prefilter, err));
    return add_guards(mem, lang, err);
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
                               enum pv_plan_scope scope, struct pv_plan *out, struct pv_err *err)
{
    struct pv_plan plan = {.rules = rules, .scope = scope};
    PV_TRY(add_lang(mem, &plan, NULL, err));
    /* A file of a language that was not wished for would have the rules for any text. */
    for (size_t i = 0; pv_lang_at(i); i++)
        if (pv_rule_wish_has(&rules->wish, pv_lang_at(i)))
            PV_TRY(add_lang(mem, &plan, pv_lang_at(i), err));
    for (size_t i = 0; i < plan.langs.n; i++)
        PV_TRY(build_prefilter(mem, &plan, &plan.langs.p[i], err));
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
