/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts that are put together, for rules that name a safe prefix: whatever a stranger writes behind
 * `https://host/` leads to that host, so such a text is clean from there on.
 */
#include "engine/taint/flow_library_internal.h"

#include "engine/taint/format.h"
#include "engine/taint/prefix.h"
#include "text/regex.h"

#include <string.h>

enum how {
    NOTHING,
    CONCAT,
    PARTS,
    APPEND,
    PERCENT,
    BRACES,
    PERCENT_SELF,
    BRACES_SELF,
    JOIN,
    JOIN_SELF,
    JOIN_FIRST,
    JOIN_LAST,
};

static const struct {
    struct pv_str lang;
    struct pv_str object;
    struct pv_str function;
    enum how how;
} functions[] = {
#define X(lang, object, function, how)                                                             \
    {{lang, sizeof(lang) - 1}, {object, sizeof(object) - 1}, {function, sizeof(function) - 1}, how},
#include "engine/taint/prefix.def"
#undef X
};

static enum how how_of(const struct pv_flow *f, pv_node call)
{
    bool has_object = false;
    struct pv_str function = pv_flow_method(f, call, &has_object);
    for (size_t i = 0; i < PV_COUNT(functions); i++)
        if (pv_str_eq(functions[i].function, function) &&
            (functions[i].lang.n == 0 || pv_str_eq(functions[i].lang, f->rule->lang)) &&
            (functions[i].object.n == 0 ||
             pv_str_eq(functions[i].object, pv_flow_object_text(f, call))))
            return functions[i].how;
    return NOTHING;
}

static bool is_safe(const struct pv_flow *f, const struct pv_prefix *prefix)
{
    struct pv_regex_match match;
    struct pv_str text = {prefix->text, prefix->n};
    return pv_is_ok(pv_regex_find(f->rule->options.safe_prefix, text, 0, &match));
}

/* What begins like that, and comes from the sources of `sum`. */
static const struct pv_value *prefixed(struct pv_flow *f, struct pv_prefix *prefix,
                                       const struct pv_value *sum)
{
    char *text = NULL;
    if (pv_value_is_tainted(sum) && is_safe(f, prefix))
        sum = &pv_value_clean;
    if (!pv_value_is_tainted(sum) && prefix->is_ended) {
        prefix->is_ended = false;
        pv_prefix_add_value(prefix, &pv_value_clean);
    }
    if (f->values.stop == PV_OK)
        f->values.stop = PV_NEW_ARRAY(f->values.mem, prefix->n + 1, &text, NULL).code;
    if (pv_flow_is_over(f))
        return sum;
    memcpy(text, prefix->text, prefix->n);
    return pv_value_prefixed(&f->values, pv_value_reach(&f->values, sum),
                             (struct pv_str){text, prefix->n});
}

static const struct pv_value *add(struct pv_flow *f, struct pv_prefix *prefix,
                                  const struct pv_value *sum, const struct pv_value *value)
{
    pv_prefix_add_value(prefix, value);
    return pv_value_add(&f->values, sum, pv_value_reach(&f->values, value));
}

const struct pv_value *pv_flow_concat(struct pv_flow *f, const struct pv_value *a,
                                      const struct pv_value *b)
{
    struct pv_prefix prefix = {0};
    const struct pv_value *sum = add(f, &prefix, &pv_value_clean, a);
    sum = add(f, &prefix, sum, b);
    return prefixed(f, &prefix, sum);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_interpolated(struct pv_flow *f, pv_node string)
{
    struct pv_prefix prefix = {0};
    const struct pv_value *sum = &pv_value_clean;
    for (pv_node at = pv_tree_first(f->tree, string); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        if (pv_flow_kind(f, at) == PV_TEXT)
            pv_prefix_add_text(&prefix, pv_tree_text(f->tree, at));
        else
            sum = add(f, &prefix, sum, pv_flow_eval(f, at));
    }
    return prefixed(f, &prefix, sum);
}

/* What a value has under a key; NULL when it is not known whether it has it. */
static const struct pv_value *held(const struct pv_value *value, pv_word key)
{
    for (size_t i = 0; i < value->n_fields; i++)
        if (value->fields[i].key == key)
            return value->fields[i].value;
    return NULL;
}

/* The element of a list at a place; NULL when it is not known whether there is one. */
static const struct pv_value *element(const struct pv_flow *f, const struct pv_value *list,
                                      size_t i)
{
    return i < PV_FLOW_INDEX_WORDS ? held(list, f->words.index[i]) : NULL;
}

static const struct pv_value *joined(struct pv_flow *f, const struct pv_value *list,
                                     const struct pv_value *between)
{
    struct pv_prefix prefix = {0};
    const struct pv_value *sum =
        pv_value_add(&f->values, pv_value_reach(&f->values, list), between);
    const struct pv_value *at = NULL;
    for (uint32_t i = 0; (at = element(f, list, i)) != NULL; i++) {
        if (i > 0)
            pv_prefix_add_value(&prefix, between);
        pv_prefix_add_value(&prefix, at);
    }
    prefix.is_ended = true;
    return prefixed(f, &prefix, sum);
}

/* String.join(between, a, b, c) */
static const struct pv_value *joined_arguments(struct pv_flow *f, const struct pv_flow_args *args)
{
    struct pv_prefix prefix = {0};
    const struct pv_value *sum = args->values[0];
    if (args->n == 2 && args->values[1]->n_fields > 0)
        return joined(f, args->values[1], args->values[0]);
    for (uint32_t i = 1; i < args->n; i++) {
        if (i > 1)
            pv_prefix_add_value(&prefix, args->values[0]);
        sum = add(f, &prefix, sum, args->values[i]);
    }
    return prefixed(f, &prefix, sum);
}

/*
 * What is put into a place of a format: one of the arguments from `first` on, or something in the
 * only one. NULL when it is not known.
 */
static const struct pv_value *given(const struct pv_flow *f, const struct pv_flow_args *args,
                                    uint32_t first, const struct pv_format_piece *piece)
{
    pv_word name = piece->name.n ? pv_vocab_word(f->file->vocab, piece->name) : 0;
    const struct pv_value *only = args->n == first + 1 ? args->values[first] : NULL;
    for (uint32_t i = first; name && i < args->n; i++)
        if (args->names[i] == name)
            return args->values[i];
    if (name)
        return only ? held(only, name) : NULL;
    const struct pv_value *part = only ? element(f, only, piece->number) : NULL;
    if (part)
        return part;
    return piece->number < args->n - first ? args->values[first + piece->number] : NULL;
}

static const struct pv_value *formatted(struct pv_flow *f, const struct pv_value *written,
                                        const struct pv_flow_args *args, uint32_t first,
                                        bool has_braces)
{
    struct pv_prefix prefix = {0};
    struct pv_format format = {.rest = written->text, .has_braces = has_braces};
    struct pv_format_piece piece = {0};
    const struct pv_value *sum = pv_value_reach(&f->values, written);
    for (uint32_t i = first; i < args->n; i++)
        sum = pv_value_add(&f->values, sum, pv_value_reach(&f->values, args->values[i]));
    if (args->rest)
        sum = pv_value_add(&f->values, sum, pv_value_reach(&f->values, args->rest));
    if (written->constant != PV_VALUE_TEXT || pv_value_is_tainted(written))
        return prefixed(f, &prefix, sum);
    while (!prefix.is_ended && pv_format_next(&format, &piece)) {
        const struct pv_value *value = piece.text.n ? NULL : given(f, args, first, &piece);
        if (value)
            pv_prefix_add_value(&prefix, value);
        else if (piece.text.n)
            pv_prefix_add_text(&prefix, piece.text);
        else
            prefix.is_ended = true;
    }
    return prefixed(f, &prefix, sum);
}

static const struct pv_value *parts(struct pv_flow *f, const struct pv_value *first,
                                    const struct pv_flow_args *args)
{
    struct pv_prefix prefix = {0};
    const struct pv_value *sum = &pv_value_clean;
    if (first)
        sum = add(f, &prefix, sum, first);
    for (uint32_t i = 0; i < args->n; i++)
        sum = add(f, &prefix, sum, args->values[i]);
    return prefixed(f, &prefix, sum);
}

const struct pv_value *pv_flow_percent(struct pv_flow *f, const struct pv_value *format,
                                       const struct pv_value *value)
{
    struct pv_flow_args args = {.n = 1, .values = {value}};
    return formatted(f, format, &args, 0, false);
}

const struct pv_value *pv_flow_together(struct pv_flow *f, pv_node call, struct pv_flow_args *args)
{
    const struct pv_value *self = args->self;
    if (!f->rule->options.safe_prefix)
        return NULL;
    /* Kotlin makes objects without `new`. */
    if (pv_flow_is(f, "kotlin")) {
        const struct pv_value *made =
            pv_flow_new_text(f, pv_flow_child(f, call, PV_ROLE_CALLEE), args);
        if (made)
            return made;
    }
    enum how how = how_of(f, call);
    bool is_text = self && pv_prefix_is_known(self);
    if (how == NOTHING)
        return NULL;
    switch (how) {
    case CONCAT: return is_text ? parts(f, self, args) : NULL;
    case PARTS: return parts(f, NULL, args);
    case APPEND:
        if (!is_text || args->n != 1)
            return NULL;
        args->self = pv_flow_concat(f, self, args->values[0]);
        return args->self;
    case PERCENT:
    case BRACES: return args->n ? formatted(f, args->values[0], args, 1, how == BRACES) : NULL;
    case PERCENT_SELF:
    case BRACES_SELF: return self ? formatted(f, self, args, 0, how == BRACES_SELF) : NULL;
    case JOIN: return is_text && args->n == 1 ? joined(f, args->values[0], self) : NULL;
    case JOIN_SELF: return self && args->n == 1 ? joined(f, self, args->values[0]) : NULL;
    case JOIN_FIRST: return args->n >= 2 ? joined_arguments(f, args) : NULL;
    case JOIN_LAST: return args->n == 2 ? joined(f, args->values[0], args->values[1]) : NULL;
    case NOTHING: return NULL;
    }
    return NULL;
}

const struct pv_value *pv_flow_new_text(struct pv_flow *f, pv_node type,
                                        const struct pv_flow_args *args)
{
    static const char *const names[] = {"StringBuilder", "StringBuffer", "strings.Builder",
                                        "bytes.Buffer",  "std::string",  "string"};
    struct pv_str text = type == PV_NO_NODE || !f->rule->options.safe_prefix
                             ? (struct pv_str){0}
                             : pv_tree_text(f->tree, type);
    bool is_text = false;
    struct pv_prefix empty = {0};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        is_text |= pv_str_eq(text, pv_str_of(names[i]));
    if (!is_text || args->n > 1)
        return NULL;
    /* A number is the room that it asks for. */
    return args->n == 0 || args->values[0]->constant == PV_VALUE_INT
               ? prefixed(f, &empty, &pv_value_clean)
               : parts(f, NULL, args);
}
