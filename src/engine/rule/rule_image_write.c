/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/entry_point.h"
#include "engine/rule/rule_image_internal.h"
#include "engine/rule/rule_internal.h"

static void add_bytes(struct pv_buf *out, const void *bytes, size_t n)
{
    pv_buf_add(out, (struct pv_str){bytes, n});
}

/* Seven bits a byte, the lowest first: most numbers are small. */
static void add_number(struct pv_buf *out, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        pv_buf_add_byte(out, (char)(number | 0x80));
    pv_buf_add_byte(out, (char)number);
}

static void add_text(struct pv_buf *out, struct pv_str text)
{
    add_number(out, text.n);
    pv_buf_add(out, text);
}

static void add_place(struct pv_buf *out, struct pv_doc_place place)
{
    add_number(out, place.line);
    add_number(out, place.column);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the document, so PV_DOC_DEPTH_MAX at most */
static void add_doc(struct pv_buf *out, const struct pv_doc *doc)
{
    pv_buf_add_byte(out, (char)doc->kind);
    pv_buf_add_byte(out, (char)doc->style);
    add_place(out, doc->place);
    if (doc->kind != PV_DOC_LIST && doc->kind != PV_DOC_MAP) {
        add_text(out, doc->text);
        if (doc->kind != PV_DOC_TEXT && doc->kind != PV_DOC_NULL) {
            add_bytes(out, &doc->number, sizeof doc->number);
            add_bytes(out, &doc->real, sizeof doc->real);
        }
        return;
    }
    add_number(out, doc->n);
    for (size_t i = 0; i < doc->n; i++) {
        if (doc->kind == PV_DOC_MAP) {
            add_text(out, doc->keys[i].text);
            add_place(out, doc->keys[i].place);
        }
        add_doc(out, &doc->items[i]);
    }
}

static void add_lang(struct pv_buf *out, const struct pv_lang *lang)
{
    add_text(out, lang ? pv_lang_name(lang) : (struct pv_str){0});
}

static void add_part(struct pv_buf *out, const struct pv_vocab *vocab,
                     const struct pv_rule_part *part)
{
    add_lang(out, part->lang);
    pv_buf_add_byte(out, part->formula || part->taint);
    add_number(out, part->needs.list.n);
    PV_VEC_EACH (const struct pv_need, need, &part->needs.list) {
        pv_buf_add_byte(out, (char)need->kind);
        add_number(out, need->after);
        add_text(out, pv_vocab_text(vocab, need->word));
    }
}

static void add_rule(struct pv_buf *out, const struct pv_vocab *vocab, const struct pv_rule *rule)
{
    pv_buf_add_byte(out, rule->doc ? PV_RULE_IMAGE_WHOLE : PV_RULE_IMAGE_SKIMMED);
    add_text(out, rule->file);
    if (!rule->doc)
        return;
    add_doc(out, rule->doc);
    add_number(out, rule->n_parts);
    for (size_t i = 0; i < rule->n_parts; i++)
        add_part(out, vocab, &rule->parts[i]);
}

static void add_problem(struct pv_buf *out, const struct pv_rule_problem *problem)
{
    add_text(out, problem->file);
    add_text(out, problem->rule_id);
    add_number(out, problem->line);
    add_number(out, problem->column);
    add_number(out, problem->code);
    add_text(out, problem->text);
}

/* The rules about secrets are made anew each time. */
static bool is_made(const struct pv_rule *rule)
{
    return rule->n_parts && rule->parts[0].secret != PV_SECRET_NONE;
}

static void add_rules(struct pv_buf *out, const struct pv_rule_set *set)
{
    size_t n = 0;
    for (size_t i = 0; i < set->rules.n; i++)
        n += !is_made(set->rules.p[i]);
    add_number(out, n);
    for (size_t i = 0; i < set->rules.n; i++)
        if (!is_made(set->rules.p[i]))
            add_rule(out, &set->vocab, set->rules.p[i]);
}

/* Bindings are in order of these words' numbers, and groups are bound where one is among them. */
static void add_metavariables(struct pv_buf *out, const struct pv_vocab *vocab)
{
    size_t n = 0;
    PV_VEC_EACH (const struct pv_str, word, &vocab->words)
        n += pv_str_has_prefix(*word, PV_STR("$"));
    add_number(out, n);
    PV_VEC_EACH (const struct pv_str, word, &vocab->words)
        if (pv_str_has_prefix(*word, PV_STR("$")))
            add_text(out, *word);
}

static void add_origin(struct pv_buf *out, const struct pv_rule_set *set,
                       const struct pv_rule_origin *origin)
{
    struct pv_buf wish = {0};
    pv_rule_image_add_wish(&wish, &set->wish);
    add_text(out, origin->engine);
    add_text(out, pv_buf_str(&wish));
    pv_buf_clear(&wish);
    add_number(out, origin->sources.list.n);
    PV_VEC_EACH (const struct pv_rule_source, source, &origin->sources.list) {
        add_text(out, source->path);
        add_text(out, source->text);
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
    return (hash ^ pv_hash_str(text)) * UINT64_C(0x9e3779b97f4a7c15);
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

static void add_body(struct pv_buf *out, const struct pv_rule_set *set,
                     const struct pv_rule_origin *origin)
{
    add_origin(out, set, origin);
    add_number(out, set->n_unsupported);
    add_number(out, set->n_broken);
    add_number(out, set->problems.n);
    PV_VEC_EACH (const struct pv_rule_problem, problem, &set->problems)
        add_problem(out, problem);
    add_metavariables(out, &set->vocab);
    add_rules(out, set);
    add_number(out, set->entry_formulas.n);
    PV_VEC_EACH (const struct pv_entry_formula, known, &set->entry_formulas) {
        add_number(out, known->entry);
        add_lang(out, known->lang);
    }
}

bool pv_rule_image_write(const struct pv_rule_set *set, const struct pv_rule_origin *origin,
                         struct pv_buf *out)
{
    struct pv_buf body = {0};
    if (!pv_entry_points_are_shipped(set))
        return false;
    add_body(&body, set, origin);
    pv_buf_add(out, PV_RULE_IMAGE_MAGIC);
    uint64_t hash = pv_hash_str(pv_buf_str(&body));
    add_bytes(out, &hash, sizeof hash);
    pv_buf_add(out, pv_buf_str(&body));
    pv_buf_take_failure(out, &body);
    pv_buf_clear(&body);
    return out->failure == PV_OK;
}
