/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the keys of a rule to a formula. Each term is linked to its parent before
 * it is filled, so that clearing the root releases whatever was made by then.
 */
#include "engine/rule/rule_internal.h"

#include "base/assert.h"
#include "base/attr.h"

static PV_RESULT fill(struct pv_rule_reader *r, struct pv_str key, const struct pv_doc *value,
                      size_t depth, struct pv_formula *out);

/* The keys that say a formula by themselves, in a rule or as a term. */
static const struct {
    struct pv_str key;
    enum pv_formula_kind kind;
} keys[] = {
#define KEY(text, kind)                                                                            \
    {                                                                                              \
        {(text), sizeof(text) - 1}, PV_FORMULA_##kind                                              \
    }
    KEY("pattern", PATTERN),
    KEY("patterns", ALL),
    KEY("pattern-either", ANY),
    KEY("pattern-regex", REGEX),
    KEY("pattern-not", NOT),
    KEY("pattern-inside", INSIDE),
    KEY("pattern-not-inside", NOT_INSIDE),
    KEY("pattern-not-regex", NOT),
    KEY("semgrep-internal-pattern-anywhere", ANYWHERE),
#undef KEY
};

static bool is_positive(const struct pv_formula *formula)
{
    return formula->kind != PV_FORMULA_NOT && formula->kind != PV_FORMULA_NOT_INSIDE;
}

static PV_RESULT text_of(struct pv_rule_reader *r, const struct pv_doc *doc, struct pv_str *out)
{
    if (!pv_doc_is_scalar(doc))
        return pv_rule_fail(r, PV_SYNTAX, doc, "expected text, not %s",
                            pv_doc_kind_name(doc->kind));
    if (pv_str_trim(doc->text).n == 0)
        return pv_rule_fail(r, PV_SYNTAX, doc, "expected text here; this is empty");
    *out = doc->text;
    return PV_SUCCESS;
}

struct pv_result pv_formula_read_pattern(struct pv_rule_reader *r, const struct pv_doc *doc,
                                         struct pv_formula *out)
{
    struct pv_str text = {0};
    struct pv_err err = {0};
    PV_TRY(text_of(r, doc, &text));
    if (!r->lang && !r->is_generic) {
        /* Where there is no code, a pattern is a regular expression. */
        out->kind = PV_FORMULA_REGEX;
        out->regex_text = text;
        return pv_formula_read_regex(r, doc, (struct pv_regex_options){.multiline = true},
                                     &out->regex);
    }
    out->kind = r->lang ? PV_FORMULA_PATTERN : PV_FORMULA_GENERIC;
    struct pv_result result =
        r->lang ? pv_pattern_compile(&r->set->mem,
                                     (struct pv_pattern_code){r->lang, text, &r->set->shelf},
                                     &r->options, &r->set->vocab, &out->pattern, &err)
                : pv_generic_compile(&r->set->mem, text, &r->generic_options, &r->set->vocab,
                                     &out->generic, &err);
    if (pv_is_ok(result))
        return result;
    r->place = pv_rule_place_in(r, doc, err.offset);
    return pv_fail(r->err, result.code, err.offset, "%s", err.text);
}

struct pv_result pv_formula_read_regex(struct pv_rule_reader *r, const struct pv_doc *doc,
                                       struct pv_regex_options options, struct pv_regex **out)
{
    struct pv_str text = {0};
    struct pv_err err = {0};
    PV_TRY(text_of(r, doc, &text));
    struct pv_result result = pv_regex_compile(text, options, out, &err);
    if (pv_is_ok(result))
        return result;
    r->place = pv_rule_place_in(r, doc, err.offset);
    return pv_fail(r->err, result.code == PV_SYNTAX ? PV_INVALID : result.code, err.offset,
                   "bad regular expression: %s", err.text);
}

struct pv_result pv_rule_own_regex(struct pv_rule_reader *r, const struct pv_doc *doc,
                                   struct pv_regex_options options, const struct pv_regex **out)
{
    struct pv_formula *owner = NULL;
    struct pv_formula **slot = NULL;
    PV_TRY(PV_NEW(&r->set->mem, &owner, r->err));
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->formulas, &slot, r->err));
    *slot = owner;
    owner->kind = PV_FORMULA_REGEX;
    PV_TRY(pv_formula_read_regex(r, doc, options, &owner->regex));
    *out = owner->regex;
    return PV_SUCCESS;
}

/* The next term of `parent`, which has room for it. */
struct pv_result pv_formula_add_term(struct pv_rule_reader *r, struct pv_formula *parent,
                                     const struct pv_doc *doc, struct pv_formula **out)
{
    if (++r->n_terms > PV_RULE_TERMS_MAX)
        return pv_rule_fail(r, PV_LIMIT, doc, "a rule of more than %d terms", PV_RULE_TERMS_MAX);
    PV_TRY(PV_NEW(&r->set->mem, out, r->err));
    parent->terms[parent->n_terms++] = *out;
    return PV_SUCCESS;
}

struct pv_result pv_formula_read_metavariable(struct pv_rule_reader *r, const struct pv_doc *doc,
                                              pv_word *out)
{
    if (!pv_doc_is_scalar(doc) || doc->text.n < 2 || doc->text.p[0] != '$')
        return pv_rule_fail(r, PV_SYNTAX, doc, "expected a metavariable such as $X");
    return pv_vocab_add(&r->set->mem, &r->set->vocab, doc->text, out, r->err);
}

/* Whatever of a formula's keys `doc` has, filled into `out`; PV_NOT_FOUND when none. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT fill_from_map(struct pv_rule_reader *r, const struct pv_doc *doc, size_t depth,
                               struct pv_formula *out)
{
    const struct pv_doc *value = NULL;
    struct pv_str key = {0};
    PV_TRY(pv_rule_check_features(r, doc));
    for (size_t i = 0; i < PV_COUNT(keys); i++) {
        const struct pv_doc *found = pv_doc_get(doc, keys[i].key);
        if (found && value)
            return pv_rule_fail(r, PV_INVALID, found, "'%.*s' and '%.*s' cannot stand together",
                                PV_STR_FMT(key), PV_STR_FMT(keys[i].key));
        if (found) {
            value = found;
            key = keys[i].key;
        }
    }
    if (!value)
        return (struct pv_result){PV_NOT_FOUND};
    return fill(r, key, value, depth, out);
}

/* A term is text, which is a pattern, or a formula of its own. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT fill_operand(struct pv_rule_reader *r, struct pv_str key,
                              const struct pv_doc *value, size_t depth, struct pv_formula *out)
{
    struct pv_formula *term = NULL;
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, 1, &out->terms, r->err));
    PV_TRY(pv_formula_add_term(r, out, value, &term));
    pv_assert(term);
    if (pv_str_has_suffix(key, PV_STR("-regex"))) {
        term->kind = PV_FORMULA_REGEX;
        term->regex_text = value->text;
        return pv_formula_read_regex(r, value, (struct pv_regex_options){.multiline = true},
                                     &term->regex);
    }
    if (pv_doc_is_scalar(value))
        return pv_formula_read_pattern(r, value, term);
    struct pv_result result = fill_from_map(r, value, depth, term);
    if (result.code == PV_NOT_FOUND)
        return pv_rule_fail(r, PV_SYNTAX, value, "expected a pattern or one of its kin under %.*s",
                            PV_STR_FMT(key));
    return result;
}

static PV_RESULT read_condition_regex(struct pv_rule_reader *r, const struct pv_doc *doc,
                                      struct pv_condition *out)
{
    const struct pv_doc *regex = pv_doc_get(doc, PV_STR("regex"));
    if (!regex)
        return pv_rule_fail(r, PV_SYNTAX, doc, "metavariable-regex needs 'regex'");
    const struct pv_doc *folded = pv_doc_get(doc, PV_STR("constant-propagation"));
    out->kind = PV_CONDITION_REGEX;
    out->regex_text = regex->text;
    out->is_folded = folded && folded->kind == PV_DOC_BOOL && folded->number != 0;
    return pv_formula_read_regex(r, regex, (struct pv_regex_options){.anchored = true},
                                 &out->regex);
}

/* The language in which a metavariable-pattern is written, when it is not the rule's. */
static PV_RESULT read_language(struct pv_rule_reader *r, const struct pv_doc *language,
                               struct pv_condition *out)
{
    const struct pv_lang *lang = pv_lang_find(language->text);
    bool is_generic = pv_str_eq(language->text, PV_STR("generic"));
    bool is_text = is_generic || pv_str_eq(language->text, PV_STR("regex")) ||
                   pv_str_eq(language->text, PV_STR("none"));
    if (!lang && !is_text)
        return pv_rule_fail(r, PV_UNSUPPORTED, language, "language '%.*s' is not supported yet",
                            PV_STR_FMT(language->text));
    if (lang && lang == r->lang && lang == r->first_lang)
        return PV_SUCCESS;
    out->is_other_text = true;
    out->lang = lang;
    r->lang = lang;
    r->is_generic = is_generic;
    return PV_SUCCESS;
}

struct pv_result pv_formula_read_within(struct pv_rule_reader *r, const struct pv_doc *doc,
                                        size_t depth, pv_formula_reader *read,
                                        struct pv_condition *out)
{
    const struct pv_doc *language = pv_doc_get(doc, PV_STR("language"));
    const struct pv_lang *outer = r->lang;
    bool was_generic = r->is_generic;
    bool was_condition = r->is_condition;
    out->kind = PV_CONDITION_PATTERN;
    out->lang = r->lang;
    if (language)
        PV_TRY(read_language(r, language, out));
    PV_TRY(PV_NEW(&r->set->mem, &out->formula, r->err));
    r->is_condition = true;
    struct pv_result result = read(r, doc, depth, out->formula);
    r->is_condition = was_condition;
    r->is_generic = was_generic;
    r->lang = outer;
    if (result.code == PV_NOT_FOUND)
        return pv_rule_fail(r, PV_SYNTAX, doc, "metavariable-pattern needs a pattern");
    return result;
}

/* `metavariable` may be left out here; with `strip` it is read as a number. */
struct pv_result pv_formula_read_comparison(struct pv_rule_reader *r, const struct pv_doc *doc,
                                            struct pv_formula *out)
{
    const struct pv_doc *comparison = pv_doc_get(doc, PV_STR("comparison"));
    struct pv_condition *condition = &out->conditions[out->n_conditions];
    struct pv_str text = {0};
    struct pv_err err = {0};
    if (!comparison)
        return pv_rule_fail(r, PV_SYNTAX, doc, "metavariable-comparison needs 'comparison'");
    PV_TRY(text_of(r, comparison, &text));
    condition->kind = PV_CONDITION_COMPARISON;
    struct pv_result result =
        pv_comparison_compile(&r->set->mem, text, &r->set->vocab, &condition->comparison, &err);
    if (!pv_is_ok(result)) {
        r->place = pv_rule_place_in(r, comparison, err.offset);
        return pv_fail(r->err, result.code, err.offset, "%s", err.text);
    }
    const struct pv_doc *strip = pv_doc_get(doc, PV_STR("strip"));
    if (strip && strip->kind == PV_DOC_BOOL && strip->number != 0)
        pv_comparison_of_numbers(condition->comparison);
    out->n_conditions++;
    return result;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT read_condition(struct pv_rule_reader *r, const struct pv_doc *doc, bool is_regex,
                                size_t depth, struct pv_formula *out)
{
    const struct pv_doc *name = pv_doc_get(doc, PV_STR("metavariable"));
    struct pv_condition *condition = &out->conditions[out->n_conditions];
    if (!name)
        return pv_rule_fail(r, PV_SYNTAX, doc, "expected 'metavariable' here");
    PV_TRY(pv_formula_read_metavariable(r, name, &condition->metavariable));
    out->n_conditions++;
    return is_regex ? read_condition_regex(r, doc, condition)
                    : pv_formula_read_within(r, doc, depth, fill_from_map, condition);
}

/* One name, or a list of names of which each is a focus. */
struct pv_result pv_formula_read_focus(struct pv_rule_reader *r, const struct pv_doc *doc,
                                       const pv_word **out)
{
    size_t n = pv_doc_is_scalar(doc) ? 1 : doc->n;
    pv_word *words = NULL;
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, n + 1, &words, r->err));
    for (size_t i = 0; i < n; i++)
        PV_TRY(pv_formula_read_metavariable(r, pv_doc_is_scalar(doc) ? doc : &doc->items[i],
                                            &words[i]));
    *out = words;
    return PV_SUCCESS;
}

/* One entry of `patterns`: a term, a condition or a focus. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT read_entry(struct pv_rule_reader *r, const struct pv_doc *entry, size_t depth,
                            struct pv_formula *out, const pv_word **focus)
{
    const struct pv_doc *regex = pv_doc_get(entry, PV_STR("metavariable-regex"));
    const struct pv_doc *pattern = pv_doc_get(entry, PV_STR("metavariable-pattern"));
    const struct pv_doc *comparison = pv_doc_get(entry, PV_STR("metavariable-comparison"));
    const struct pv_doc *names = pv_doc_get(entry, PV_STR("focus-metavariable"));
    const struct pv_doc *type = pv_doc_get(entry, PV_STR("metavariable-type"));
    const struct pv_doc *analysis = pv_doc_get(entry, PV_STR("metavariable-analysis"));
    struct pv_formula *term = NULL;
    if (out->kind == PV_FORMULA_ANY && (regex || pattern || comparison || names))
        return pv_rule_fail(r, PV_INVALID, entry, "'%.*s' can only stand under 'patterns'",
                            PV_STR_FMT(entry->keys[0].text));
    if (regex || pattern)
        return read_condition(r, regex ? regex : pattern, regex != NULL, depth, out);
    if (type || analysis)
        return pv_condition_read(r, type ? type : analysis, out);
    if (comparison)
        return pv_formula_read_comparison(r, comparison, out);
    if (names)
        return pv_formula_read_focus(r, names, &focus[out->n_focus++]);
    if (entry->kind != PV_DOC_MAP || entry->n == 0)
        return pv_rule_fail(r, PV_SYNTAX, entry, "expected a key such as 'pattern:' here");
    PV_TRY(pv_formula_add_term(r, out, entry, &term));
    struct pv_result result = fill_from_map(r, entry, depth, term);
    if (result.code == PV_NOT_FOUND)
        return pv_rule_fail(r, PV_SYNTAX, entry,
                            "'%.*s' is not known here; expected a pattern, a "
                            "metavariable condition or a focus",
                            PV_STR_FMT(entry->keys[0].text));
    return result;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT fill_list(struct pv_rule_reader *r, const struct pv_doc *list, size_t depth,
                           struct pv_formula *out)
{
    const pv_word **focus = NULL;
    bool has_positive = false;
    if (list->kind != PV_DOC_LIST || list->n == 0)
        return pv_rule_fail(r, PV_SYNTAX, list, "expected a list of patterns");
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, list->n, &out->terms, r->err));
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, list->n, &out->conditions, r->err));
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, list->n, &focus, r->err));
    for (size_t i = 0; i < list->n; i++)
        PV_TRY(read_entry(r, &list->items[i], depth, out, focus));
    out->focus = focus;
    for (size_t i = 0; i < out->n_terms; i++) {
        has_positive = has_positive || is_positive(out->terms[i]);
        if (out->kind == PV_FORMULA_ANY && !is_positive(out->terms[i]))
            return pv_rule_fail(r, PV_INVALID, &list->items[i],
                                "a negation can only stand under 'patterns'");
    }
    /* What a metavariable is bound to is the positive term of a condition on it. */
    if (!has_positive && !r->is_condition)
        return pv_rule_fail(r, PV_INVALID, list,
                            "expected at least one pattern that is not a negation");
    return PV_SUCCESS;
}

static enum pv_formula_kind kind_of(struct pv_str key)
{
    size_t i = 0;
    while (!pv_str_eq(keys[i].key, key))
        i++;
    return keys[i].kind;
}

bool pv_formula_has_key(struct pv_str key)
{
    for (size_t i = 0; i < PV_COUNT(keys); i++) {
        if (pv_str_eq(keys[i].key, key))
            return true;
    }
    return false;
}

void pv_formula_offer_keys(struct pv_nearest *nearest)
{
    for (size_t i = 0; i < PV_COUNT(keys); i++)
        pv_nearest_offer(nearest, keys[i].key);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT fill(struct pv_rule_reader *r, struct pv_str key, const struct pv_doc *value,
                      size_t depth, struct pv_formula *out)
{
    if (depth >= PV_RULE_DEPTH_MAX)
        return pv_rule_fail(r, PV_LIMIT, value, "patterns nested too deeply");
    out->kind = kind_of(key);
    switch (out->kind) {
    case PV_FORMULA_PATTERN:
    case PV_FORMULA_GENERIC: return pv_formula_read_pattern(r, value, out);
    case PV_FORMULA_REGEX:
        out->regex_text = value->text;
        return pv_formula_read_regex(r, value, (struct pv_regex_options){.multiline = true},
                                     &out->regex);
    case PV_FORMULA_ALL:
    case PV_FORMULA_ANY: return fill_list(r, value, depth + 1, out);
    case PV_FORMULA_NOT:
    case PV_FORMULA_INSIDE:
    case PV_FORMULA_NOT_INSIDE:
    case PV_FORMULA_ANYWHERE: return fill_operand(r, key, value, depth + 1, out);
    }
    return PV_SUCCESS;
}

struct pv_result pv_formula_read(struct pv_rule_reader *r, const struct pv_doc *doc,
                                 struct pv_formula *out)
{
    struct pv_result result = fill_from_map(r, doc, 0, out);
    if (result.code == PV_NOT_FOUND)
        return pv_rule_fail(r, PV_INVALID, doc,
                            "expected 'pattern', 'patterns', 'pattern-either' or 'pattern-regex'");
    if (pv_is_ok(result) && !is_positive(out))
        return pv_rule_fail(r, PV_INVALID, doc, "a rule cannot be a negation alone");
    return result;
}
