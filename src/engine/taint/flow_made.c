/* SPDX-License-Identifier: Apache-2.0 */
/* Containers that functions of the library make of their arguments: made.def. */
#include "engine/taint/flow_library_internal.h"

enum how { LIST, TURNS, PAIRS, PAIR, ITSELF };

static const struct {
    struct pv_str lang;
    struct pv_str object;
    struct pv_str function;
    enum how how;
} functions[] = {
#define X(lang, object, function, how)                                                             \
    {{lang, sizeof(lang) - 1}, {object, sizeof(object) - 1}, {function, sizeof(function) - 1}, how},
#include "engine/taint/made.def"
#undef X
};

/* What the object is called by those who import it, and by those who do not. */
static bool is_named(struct pv_str object, struct pv_str name)
{
    if (pv_str_eq(name, PV_STR("*")))
        return true;
    size_t dot = pv_str_rfind_byte(object, '.');
    return pv_str_eq(dot == SIZE_MAX ? object : pv_str_sub(object, dot + 1, object.n), name);
}

static int how_of(const struct pv_flow *f, pv_node call)
{
    bool has_object = false;
    struct pv_str function = pv_flow_method(f, call, &has_object);
    for (size_t i = 0; i < PV_COUNT(functions); i++)
        if (pv_str_eq(functions[i].function, function) &&
            pv_str_eq(functions[i].lang, f->rule->lang) &&
            has_object == (functions[i].object.n > 0) &&
            (!has_object || is_named(pv_flow_object_text(f, call), functions[i].object)))
            return (int)functions[i].how;
    return -1;
}

static const struct pv_value *list_of(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *out = &pv_value_clean;
    bool is_counted = args->n <= PV_FLOW_INDEX_WORDS && !args->rest;
    for (uint32_t i = 0; i < args->n; i++)
        out = is_counted ? pv_value_with(&f->values, out, f->words.index[i], args->values[i])
                         : pv_value_store(&f->values, out, args->values[i]);
    if (args->rest)
        out = pv_value_store(&f->values, out, args->rest);
    return is_counted ? pv_value_with(&f->values, out, f->words.length, pv_flow_int(f, args->n))
                      : out;
}

static const struct pv_value *entry(struct pv_flow *f, const struct pv_value *map,
                                    const struct pv_value *key, const struct pv_value *value)
{
    pv_word word = pv_value_key(key);
    return word == PV_KEY_ANY ? pv_value_store(&f->values, map, value)
                              : pv_value_with(&f->values, map, word, value);
}

static const struct pv_value *map_of_turns(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *out = &pv_value_clean;
    for (uint32_t i = 0; i + 1 < args->n; i += 2)
        out = entry(f, out, args->values[i], args->values[i + 1]);
    return args->rest ? pv_value_store(&f->values, out, args->rest) : out;
}

/* A pair is a list of two; whatever else was given may hold anything. */
static const struct pv_value *map_of_pairs(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *out = &pv_value_clean;
    for (uint32_t i = 0; i < args->n; i++) {
        const struct pv_value *pair = args->values[i];
        out = pv_flow_length(f, pair) == 2
                  ? entry(f, out, pv_value_field(&f->values, pair, f->words.index[0]),
                          pv_value_field(&f->values, pair, f->words.index[1]))
                  : pv_value_store(&f->values, out, pv_value_reach(&f->values, pair));
    }
    return args->rest ? pv_value_store(&f->values, out, args->rest) : out;
}

const struct pv_value *pv_flow_pair(struct pv_flow *f, const struct pv_value *key,
                                    const struct pv_value *value)
{
    struct pv_flow_args both = {.n = 2, .values = {key, value}};
    const struct pv_flow_words *w = &f->words;
    const struct pv_value *out = list_of(f, &both);
    pv_word first = w->first_kotlin;
    pv_word second = w->second_kotlin;
    if (pv_flow_is(f, "scala")) {
        first = w->first_scala;
        second = w->second_scala;
    } else if (pv_flow_is(f, "java")) {
        first = w->first_java;
        second = w->value;
    }
    out = pv_value_with(&f->values, out, first, key);
    return pv_value_with(&f->values, out, second, value);
}

const struct pv_value *pv_flow_made(struct pv_flow *f, pv_node call,
                                    const struct pv_flow_args *args)
{
    int how = how_of(f, call);
    if (how < 0 || args->n == 0 || pv_flow_args_has_functions(args) ||
        f->rule->options.is_only_assigned)
        return NULL;
    switch ((enum how)how) {
    case LIST: return list_of(f, args);
    case TURNS: return map_of_turns(f, args);
    case PAIRS: return map_of_pairs(f, args);
    case PAIR:
        if (args->self && args->n == 1)
            return pv_flow_pair(f, args->self, args->values[0]);
        return args->n == 2 ? pv_flow_pair(f, args->values[0], args->values[1]) : NULL;
    case ITSELF: return args->n == 1 ? args->values[0] : NULL;
    }
    return NULL;
}
