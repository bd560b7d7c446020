/* SPDX-License-Identifier: Apache-2.0 */
/* Reads `options:` of a rule. */
#include "engine/rule/rule_internal.h"

static const struct {
    struct pv_str key;
    size_t offset; /* of a bool in the reader */
} flags[] = {
#define X(key, place) {{(key), sizeof(key) - 1}, offsetof(struct pv_rule_reader, place)},
#include "engine/rule/option.def"
#undef X
};

static const struct pv_str ignored[] = {
#define X(key) {(key), sizeof(key) - 1},
#include "engine/rule/option_ignored.def"
#undef X
};

static PV_RESULT take_bool(struct pv_rule_reader *r, struct pv_str key, const struct pv_doc *value,
                           bool *out)
{
    if (value->kind != PV_DOC_BOOL)
        return pv_rule_fail(r, PV_INVALID, value, "'%.*s' should be true or false",
                            PV_STR_FMT(key));
    *out = value->number != 0;
    return PV_SUCCESS;
}

static PV_RESULT take_count(struct pv_rule_reader *r, struct pv_str key, const struct pv_doc *value,
                            uint32_t *out)
{
    enum { COUNT_MAX = 1000000 };
    if (value->kind != PV_DOC_INT || value->number < 0 || value->number > COUNT_MAX)
        return pv_rule_fail(r, PV_INVALID, value, "'%.*s' should be a number from 0 to %d",
                            PV_STR_FMT(key), COUNT_MAX);
    *out = (uint32_t)value->number;
    return PV_SUCCESS;
}

/* One of a few words; its place among them. */
static PV_RESULT take_word(struct pv_rule_reader *r, struct pv_str key, const struct pv_doc *value,
                           const char *const *words, size_t *out)
{
    for (size_t i = 0; words[i]; i++) {
        if (pv_str_eq(value->text, pv_str_of(words[i]))) {
            *out = i;
            return PV_SUCCESS;
        }
    }
    return pv_rule_fail(r, PV_INVALID, value, "'%.*s' cannot be '%.*s'; it may be '%s'",
                        PV_STR_FMT(key), PV_STR_FMT(value->text), words[0]);
}

/* A list of single bytes, or of pairs of them, as one text. */
static PV_RESULT take_bytes(struct pv_rule_reader *r, struct pv_str key, const struct pv_doc *value,
                            size_t each, struct pv_str *out)
{
    char *bytes = NULL;
    size_t n = 0;
    if (value->kind != PV_DOC_LIST)
        return pv_rule_fail(r, PV_INVALID, value, "'%.*s' should be a list", PV_STR_FMT(key));
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, value->n * each + 1, &bytes, r->err));
    for (size_t i = 0; i < value->n; i++) {
        const struct pv_doc *item = &value->items[i];
        const struct pv_doc *parts = each == 1 ? item : item->items;
        bool is_whole = each == 1 || (item->kind == PV_DOC_LIST && item->n == each);
        for (size_t k = 0; is_whole && k < each; k++) {
            is_whole = pv_doc_is_scalar(&parts[k]) && parts[k].text.n == 1;
            if (is_whole)
                bytes[n++] = parts[k].text.p[0];
        }
        if (!is_whole)
            return pv_rule_fail(r, PV_INVALID, item, "'%.*s' holds %s", PV_STR_FMT(key),
                                each == 1 ? "single characters" : "pairs of single characters");
    }
    *out = (struct pv_str){bytes, n};
    return PV_SUCCESS;
}

/* Those of patterns of any text. */
static PV_RESULT read_generic(struct pv_rule_reader *r, struct pv_str key,
                              const struct pv_doc *value)
{
    struct pv_generic_options *out = &r->generic_options;
    size_t word = 0;
    if (pv_str_eq(key, PV_STR("generic_engine"))) {
        static const char *const engines[] = {"spacegrep", "aliengrep", NULL};
        PV_TRY(take_word(r, key, value, engines, &word));
        out->engine = word == 1 ? PV_GENERIC_REGEX : PV_GENERIC_INDENTS;
    } else if (pv_str_eq(key, PV_STR("generic_comment_style"))) {
        static const char *const styles[] = {"c", "cpp", "shell", NULL};
        PV_TRY(take_word(r, key, value, styles, &word));
        out->comments = (enum pv_generic_comments)(PV_GENERIC_COMMENTS_C + word);
    } else if (pv_str_eq(key, PV_STR("generic_ellipsis_max_span"))) {
        return take_count(r, key, value, &out->max_span);
    } else if (pv_str_eq(key, PV_STR("generic_multiline"))) {
        bool is_multiline = true;
        PV_TRY(take_bool(r, key, value, &is_multiline));
        out->is_single_line = !is_multiline;
    } else if (pv_str_eq(key, PV_STR("generic_extra_word_characters"))) {
        return take_bytes(r, key, value, 1, &out->extra_word_bytes);
    } else if (pv_str_eq(key, PV_STR("generic_braces"))) {
        return take_bytes(r, key, value, 2, &out->brackets);
    } else if (pv_str_eq(key, PV_STR("generic_extra_braces"))) {
        return take_bytes(r, key, value, 2, &out->extra_brackets);
    } else {
        return (struct pv_result){PV_NOT_FOUND};
    }
    return PV_SUCCESS;
}

static PV_RESULT read_special(struct pv_rule_reader *r, struct pv_str key,
                              const struct pv_doc *value, struct pv_rule *rule)
{
    size_t word = 0;
    if (pv_str_eq(key, PV_STR("taint_focus_on"))) {
        r->taint_options.is_at_source = pv_str_eq(value->text, PV_STR("source"));
    } else if (pv_str_eq(key, PV_STR("taint_safe_prefix"))) {
        return pv_rule_own_regex(r, value, (struct pv_regex_options){.anchored = true},
                                 &r->taint_options.safe_prefix);
    } else if (pv_str_eq(key, PV_STR("taint_intrafile"))) {
        bool is_intrafile = true;
        PV_TRY(take_bool(r, key, value, &is_intrafile));
        r->taint_options.is_within_functions = !is_intrafile;
    } else if (pv_str_eq(key, PV_STR("cpp_parsing_pref"))) {
        static const char *const ways[] = {"as_fundef", "as_vardef_with_ctor", NULL};
        PV_TRY(take_word(r, key, value, ways, &word));
        r->options.constructs_objects = word == 1;
    } else if (pv_str_eq(key, PV_STR("max_match_per_file"))) {
        uint32_t count = 0;
        PV_TRY(take_count(r, key, value, &count));
        rule->max_matches = count;
    } else {
        return read_generic(r, key, value);
    }
    return PV_SUCCESS;
}

static PV_RESULT read_option(struct pv_rule_reader *r, struct pv_str key,
                             const struct pv_doc *value, struct pv_rule *rule)
{
    for (size_t i = 0; i < PV_COUNT(flags); i++)
        if (pv_str_eq(flags[i].key, key))
            return take_bool(r, key, value, (bool *)(void *)((char *)r + flags[i].offset));
    for (size_t i = 0; i < PV_COUNT(ignored); i++)
        if (pv_str_eq(ignored[i], key))
            return PV_SUCCESS;
    struct pv_result result = read_special(r, key, value, rule);
    if (result.code != PV_NOT_FOUND)
        return result;
    return pv_rule_note(r, value->place, "option '%.*s' is not supported; the rule runs without it",
                        PV_STR_FMT(key));
}

struct pv_result pv_options_read(struct pv_rule_reader *r, const struct pv_doc *options,
                                 struct pv_rule *rule)
{
    if (options && options->kind != PV_DOC_MAP)
        return pv_rule_fail(r, PV_INVALID, options, "expected names of options and their values");
    for (size_t i = 0; options && i < options->n; i++)
        PV_TRY(read_option(r, options->keys[i].text, &options->items[i], rule));
    return PV_SUCCESS;
}
