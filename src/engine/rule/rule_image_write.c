/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/entry_point.h"
#include "engine/rule/rule_image_internal.h"
#include "engine/rule/rule_internal.h"

static void add_place(struct pv_buf *out, struct pv_doc_place place)
{
    pv_pack_number(out, place.line);
    pv_pack_number(out, place.column);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the document, so PV_DOC_DEPTH_MAX at most */
static void add_doc(struct pv_buf *out, const struct pv_doc *doc)
{
    pv_buf_add_byte(out, (char)doc->kind);
    pv_buf_add_byte(out, (char)doc->style);
    add_place(out, doc->place);
    if (doc->kind != PV_DOC_LIST && doc->kind != PV_DOC_MAP) {
        pv_pack_text(out, doc->text);
        if (doc->kind != PV_DOC_TEXT && doc->kind != PV_DOC_NULL) {
            pv_pack_bytes(out, &doc->number, sizeof doc->number);
            pv_pack_bytes(out, &doc->real, sizeof doc->real);
        }
        return;
    }
    pv_pack_number(out, doc->n);
    for (size_t i = 0; i < doc->n; i++) {
        if (doc->kind == PV_DOC_MAP) {
            pv_pack_text(out, doc->keys[i].text);
            add_place(out, doc->keys[i].place);
        }
        add_doc(out, &doc->items[i]);
    }
}

/* Numbers in the image for the words of the vocabulary that needs speak of: their list is short. */
struct word_list {
    struct pv_arena mem;
    uint32_t *numbers; /* by word; 0: it is not in the list */
    PV_VEC(pv_word) words;
};

static void clear_list(struct word_list *list)
{
    pv_arena_clear(&list->mem);
}

static PV_RESULT list_words(struct word_list *list, const struct pv_needs *needs)
{
    PV_VEC_EACH (const struct pv_need, need, &needs->list) {
        pv_word *slot = NULL;
        if (list->numbers[need->word])
            continue;
        PV_TRY(PV_VEC_PUSH(&list->mem, &list->words, &slot, NULL));
        *slot = need->word;
        list->numbers[need->word] = (uint32_t)list->words.n;
    }
    return PV_SUCCESS;
}

static PV_RESULT list_all_words(struct word_list *list, const struct pv_rule_set *set)
{
    PV_TRY(PV_NEW_ARRAY(&list->mem, set->vocab.words.n + 1, &list->numbers, NULL));
    for (size_t i = 0; i < set->rules.n; i++)
        for (size_t k = 0; k < set->rules.p[i]->n_parts; k++)
            PV_TRY(list_words(list, &set->rules.p[i]->parts[k].needs));
    PV_VEC_EACH (const struct pv_entry_formula, known, &set->entry_formulas)
        PV_TRY(list_words(list, &known->needs));
    return PV_SUCCESS;
}

static void add_words(struct pv_buf *out, const struct pv_vocab *vocab,
                      const struct word_list *list)
{
    pv_pack_number(out, list->words.n);
    PV_VEC_EACH (const pv_word, word, &list->words)
        pv_pack_text(out, pv_vocab_text(vocab, *word));
}

static void add_needs(struct pv_buf *out, const struct word_list *list,
                      const struct pv_needs *needs)
{
    pv_pack_number(out, needs->list.n);
    PV_VEC_EACH (const struct pv_need, need, &needs->list) {
        pv_buf_add_byte(out, (char)need->kind);
        if (need->kind == PV_NEED_WORD || need->kind == PV_NEED_PART)
            pv_pack_number(out, list->numbers[need->word] - 1);
        else
            pv_pack_number(out, need->after);
    }
}

static void add_part(struct pv_buf *out, const struct word_list *list,
                     const struct pv_rule_part *part)
{
    pv_pack_number(out, pv_lang_number(part->lang));
    pv_buf_add_byte(out, part->formula || part->taint);
    pv_pack_number(out, part->sinks_need);
    add_needs(out, list, &part->needs);
}

static void add_globs(struct pv_buf *out, const struct pv_doc *paths, struct pv_str key)
{
    const struct pv_doc *list = paths ? pv_doc_get(paths, key) : NULL;
    pv_pack_number(out, list ? list->n : 0);
    for (size_t i = 0; list && i < list->n; i++)
        pv_pack_text(out, list->items[i].text);
}

/* What is asked of a rule before it is compiled comes first; all that it says is skipped then. */
static void add_rule(struct pv_buf *out, const struct word_list *list, const struct pv_rule *rule)
{
    struct pv_buf packed = {0};
    const struct pv_doc *paths = rule->doc ? pv_doc_get(rule->doc, PV_STR("paths")) : NULL;
    pv_pack_text(out, rule->file);
    pv_pack_text(out, rule->id);
    pv_pack_text(out, rule->check_id);
    pv_pack_text(out, rule->severity_text);
    pv_pack_text(out, rule->silent);
    pv_pack_number(out, rule->line);
    add_globs(out, paths, PV_STR("include"));
    add_globs(out, paths, PV_STR("exclude"));
    pv_pack_number(out, rule->n_parts);
    for (size_t i = 0; i < rule->n_parts; i++)
        add_part(out, list, &rule->parts[i]);
    if (rule->doc)
        add_doc(&packed, rule->doc);
    pv_pack_text(out, pv_buf_str(&packed));
    pv_buf_take_failure(out, &packed);
    pv_buf_clear(&packed);
}

static void add_problem(struct pv_buf *out, const struct pv_rule_problem *problem)
{
    pv_pack_text(out, problem->file);
    pv_pack_text(out, problem->rule_id);
    pv_pack_number(out, problem->line);
    pv_pack_number(out, problem->column);
    pv_pack_number(out, problem->code);
    pv_pack_text(out, problem->text);
}

/* The rules about secrets are made anew each time. */
static bool is_made(const struct pv_rule *rule)
{
    return rule->n_parts && rule->parts[0].secret != PV_SECRET_NONE;
}

static void add_rules(struct pv_buf *out, const struct pv_rule_set *set,
                      const struct word_list *list)
{
    size_t n = 0;
    for (size_t i = 0; i < set->rules.n; i++)
        n += !is_made(set->rules.p[i]);
    pv_pack_number(out, n);
    for (size_t i = 0; i < set->rules.n; i++)
        if (!is_made(set->rules.p[i]))
            add_rule(out, list, set->rules.p[i]);
}

/* Bindings are in order of these words' numbers, and groups are bound where one is among them. */
static void add_metavariables(struct pv_buf *out, const struct pv_vocab *vocab)
{
    size_t n = 0;
    PV_VEC_EACH (const struct pv_str, word, &vocab->words)
        n += pv_str_has_prefix(*word, PV_STR("$"));
    pv_pack_number(out, n);
    PV_VEC_EACH (const struct pv_str, word, &vocab->words)
        if (pv_str_has_prefix(*word, PV_STR("$")))
            pv_pack_text(out, *word);
}

static void add_origin(struct pv_buf *out, const struct pv_rule_set *set,
                       const struct pv_rule_origin *origin)
{
    struct pv_buf wish = {0};
    pv_rule_image_add_wish(&wish, &set->wish);
    pv_pack_text(out, origin->engine);
    pv_pack_text(out, pv_buf_str(&wish));
    pv_buf_clear(&wish);
    pv_pack_number(out, origin->sources.list.n);
    PV_VEC_EACH (const struct pv_rule_source, source, &origin->sources.list) {
        pv_pack_text(out, source->path);
        pv_pack_text(out, source->text);
    }
}

void pv_rule_image_add_wish(struct pv_buf *out, const struct pv_rule_wish *wish)
{
    pv_buf_add_byte(out, wish->is_skimming ? 's' : 'a');
    if (!wish->langs)
        pv_buf_add_byte(out, '*');
    for (size_t i = 0; wish->langs && i < wish->n_langs; i++) {
        pv_buf_add(out, pv_lang_name(wish->langs[i]));
        pv_buf_add_byte(out, ' ');
    }
}

static uint64_t mix(uint64_t hash, struct pv_str text)
{
    return pv_rule_image_mix(hash, pv_rule_image_hash(text));
}

uint64_t pv_rule_image_key(const struct pv_rule_set *set, const struct pv_rule_origin *origin)
{
    struct pv_buf wish = {0};
    pv_rule_image_add_wish(&wish, &set->wish);
    uint64_t key = mix(mix(PV_HASH_START, origin->engine), pv_buf_str(&wish));
    pv_buf_clear(&wish);
    PV_VEC_EACH (const struct pv_rule_source, source, &origin->sources.list)
        key = mix(mix(key, source->path), source->text);
    return key;
}

static void add_shelf(struct pv_buf *out, const struct pv_rule_set *set)
{
    struct pv_buf packed = {0};
    pv_pattern_shelf_pack(&set->shelf, &set->vocab, &packed);
    pv_pack_text(out, pv_buf_str(&packed));
    pv_buf_take_failure(out, &packed);
    pv_buf_clear(&packed);
}

static void add_body(struct pv_buf *out, const struct pv_rule_set *set,
                     const struct pv_rule_origin *origin, const struct word_list *list)
{
    add_origin(out, set, origin);
    pv_pack_number(out, set->n_unsupported);
    pv_pack_number(out, set->n_broken);
    pv_pack_number(out, set->problems.n);
    PV_VEC_EACH (const struct pv_rule_problem, problem, &set->problems)
        add_problem(out, problem);
    add_metavariables(out, &set->vocab);
    add_words(out, &set->vocab, list);
    add_rules(out, set, list);
    pv_pack_number(out, set->entry_formulas.n);
    PV_VEC_EACH (const struct pv_entry_formula, known, &set->entry_formulas) {
        struct pv_deferred_entry place = pv_entry_point_place(set, known->entry);
        pv_pack_number(out, place.file);
        pv_pack_number(out, place.index);
        pv_pack_number(out, pv_lang_number(known->lang));
        add_needs(out, list, &known->needs);
    }
    add_shelf(out, set);
}

bool pv_rule_image_write(const struct pv_rule_set *set, const struct pv_rule_origin *origin,
                         struct pv_buf *out)
{
    PV_DEFER(clear_list) struct word_list list = {0};
    struct pv_buf body = {0};
    if (!pv_entry_points_are_shipped(set) || !pv_is_ok(list_all_words(&list, set)))
        return false;
    add_body(&body, set, origin, &list);
    pv_buf_add(out, PV_RULE_IMAGE_MAGIC);
    uint64_t hash = pv_rule_image_hash(pv_buf_str(&body));
    pv_pack_bytes(out, &hash, sizeof hash);
    pv_buf_add(out, pv_buf_str(&body));
    pv_buf_take_failure(out, &body);
    pv_buf_clear(&body);
    return out->failure == PV_OK;
}
