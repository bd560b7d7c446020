/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of functions that the file does not define: library.def. */
#include "engine/taint/flow_internal.h"

enum effect { NO_EFFECT, SAME, LENGTH, CHAR, STORE, PUT, GET, DIG, DROP, EACH, FOLD, DO, FILL };

static const struct {
    struct pv_str method;
    enum effect effect;
} methods[] = {
#define X(name, effect) {{#name, sizeof(#name) - 1}, effect},
#include "engine/taint/library.def"
#undef X
};

static struct pv_str method_of(const struct pv_flow *f, pv_node call, bool *has_object)
{
    pv_node callee = pv_flow_child(f, call, PV_ROLE_CALLEE);
    *has_object = false;
    if (callee == PV_NO_NODE)
        return (struct pv_str){0};
    pv_node name = callee;
    if (pv_flow_kind(f, callee) == PV_ACCESS || pv_flow_kind(f, callee) == PV_REF) {
        *has_object = true;
        name = pv_flow_child(f, callee, PV_ROLE_FIELD);
    }
    return name == PV_NO_NODE ? (struct pv_str){0} : pv_tree_text(f->tree, name);
}

static enum effect effect_of(struct pv_str method)
{
    for (size_t i = 0; i < PV_COUNT(methods); i++)
        if (pv_str_eq(methods[i].method, method))
            return methods[i].effect;
    return NO_EFFECT;
}

enum type { NUMBER, BOOLEAN };

static const struct {
    struct pv_str object;
    struct pv_str function;
    enum type type;
} results[] = {
#define X(object, function, type)                                                                  \
    {{object, sizeof(object) - 1}, {function, sizeof(function) - 1}, type},
#include "engine/taint/result.def"
#undef X
};

static struct pv_str object_of(const struct pv_flow *f, pv_node call)
{
    pv_node callee = pv_flow_child(f, call, PV_ROLE_CALLEE);
    pv_node object = callee == PV_NO_NODE ? callee : pv_flow_child(f, callee, PV_ROLE_OBJECT);
    return object == PV_NO_NODE ? (struct pv_str){0} : pv_tree_text(f->tree, object);
}

static bool is_safe(const struct pv_taint_options *options, enum type type)
{
    return type == NUMBER ? options->is_safe_numbers : options->is_safe_booleans;
}

bool pv_flow_gives_safe_type(const struct pv_flow *f, pv_node call)
{
    const struct pv_taint_options *options = &f->rule->options;
    bool has_object = false;
    struct pv_str function = method_of(f, call, &has_object);
    for (size_t i = 0; i < PV_COUNT(results); i++)
        if (is_safe(options, results[i].type) && pv_str_eq(results[i].function, function) &&
            (results[i].object.n == 0 || pv_str_eq(results[i].object, object_of(f, call))))
            return true;
    return false;
}

bool pv_flow_is_list(const struct pv_flow *f, pv_node type)
{
    static const char *const names[] = {"ArrayList", "LinkedList", "List", "Vector",
                                        "Stack",     "ArrayDeque", "Array"};
    struct pv_str text = pv_tree_text(f->tree, type);
    size_t dot = pv_str_rfind_byte(text, '.');
    if (dot != SIZE_MAX)
        text = pv_str_sub(text, dot + 1, text.n);
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(text, pv_str_of(names[i])))
            return true;
    return false;
}

static const struct pv_value *all_of(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *sum = &pv_value_clean;
    if (args->self)
        sum = pv_value_reach(&f->values, args->self);
    for (uint32_t i = 0; i < args->n; i++)
        sum = pv_value_add(&f->values, sum, pv_value_reach(&f->values, args->values[i]));
    if (args->rest)
        sum = pv_value_add(&f->values, sum, pv_value_reach(&f->values, args->rest));
    return sum;
}

/* One callback, which may be run never or often: what it changes may have been changed. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void call_back(struct pv_flow *f, pv_node function, const struct pv_value *element,
                      bool is_fold, const struct pv_value **result)
{
    struct pv_flow_fork fork = {0};
    struct pv_flow_args args = {.n = element ? 1 : 0};
    args.values[0] = element;
    args.nodes[0] = args.nodes[1] = PV_NO_NODE;
    if (is_fold && element) {
        args.values[1] = element;
        args.n = 2;
    }
    if (!pv_flow_can_invoke(f, function))
        return;
    pv_flow_fork_begin(f, &fork);
    pv_flow_fork_way(f, &fork);
    const struct pv_value *value = pv_flow_invoke(f, function, &args);
    pv_flow_fork_join(f, &fork, value);
    pv_flow_fork_way(f, &fork);
    pv_flow_fork_join(f, &fork, value);
    (void)pv_flow_fork_end(f, &fork);
    *result = pv_value_add(&f->values, *result, pv_value_reach(&f->values, value));
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void call_all(struct pv_flow *f, struct pv_flow_args *args, const struct pv_value *element,
                     bool is_fold, const struct pv_value **result)
{
    for (uint32_t i = 0; i < args->n; i++)
        for (uint8_t k = 0; k < args->values[i]->n_callees; k++)
            call_back(f, args->values[i]->callees[k], element, is_fold, result);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_callbacks(struct pv_flow *f, struct pv_flow_args *args, const struct pv_value *element,
                       const struct pv_value **result)
{
    call_all(f, args, element, false, result);
}

/* What a function over elements is called with: those of the object, or of the arguments. */
static const struct pv_value *element_of(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *out = &pv_value_clean;
    if (args->self)
        out = pv_value_field(&f->values, args->self, PV_KEY_ANY);
    for (uint32_t i = 0; i < args->n; i++)
        if (args->values[i]->n_callees == 0 && pv_value_is_tainted(args->values[i]))
            out = pv_value_add(&f->values, out, pv_value_reach(&f->values, args->values[i]));
    return out;
}

static const struct pv_value *put(struct pv_flow *f, struct pv_flow_args *args)
{
    pv_word key = pv_value_key(args->values[0]);
    const struct pv_value *all = all_of(f, args);
    const struct pv_value *value = args->values[args->n - 1];
    /* A key within a key, as of sections. */
    if (args->n == 3 && key != PV_KEY_ANY && pv_value_key(args->values[1]) != PV_KEY_ANY)
        value = pv_value_with(&f->values, pv_value_field(&f->values, args->self, key),
                              pv_value_key(args->values[1]), value);
    args->self = key == PV_KEY_ANY ? pv_value_store(&f->values, args->self, value)
                                   : pv_value_with(&f->values, args->self, key, value);
    return all;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *get(struct pv_flow *f, struct pv_flow_args *args, bool drops)
{
    pv_word key = pv_value_key(args->values[0]);
    const struct pv_value *out = pv_value_field(&f->values, args->self, key);
    if (args->n == 2 && out->n_fields > 0 && pv_value_key(args->values[1]) != PV_KEY_ANY)
        return pv_value_field(&f->values, out, pv_value_key(args->values[1]));
    if (drops && key != PV_KEY_ANY)
        args->self = pv_value_with(&f->values, args->self, key, &pv_value_clean);
    const struct pv_value *otherwise = &pv_value_clean;
    for (uint32_t i = 1; i < args->n; i++) {
        if (args->values[i]->n_callees == 0)
            out = pv_value_join(&f->values, out, args->values[i]);
        for (uint8_t k = 0; k < args->values[i]->n_callees; k++)
            call_back(f, args->values[i]->callees[k], NULL, false, &otherwise);
    }
    return pv_value_add(&f->values, out, otherwise);
}

/* h.dig(:a, :b): what is under a key of what is under a key. */
static const struct pv_value *dig(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *out = args->self;
    for (uint32_t i = 0; i < args->n; i++)
        out = pv_value_field(&f->values, out, pv_value_key(args->values[i]));
    return out;
}

/* How many elements a list has, as far as that is known: -1. */
static int64_t length_of(const struct pv_flow *f, const struct pv_value *list)
{
    for (size_t i = 0; i < list->n_fields; i++)
        if (list->fields[i].key == f->words.length)
            return list->fields[i].value->constant == PV_VALUE_INT ? list->fields[i].value->number
                                                                   : -1;
    return -1;
}

static const struct pv_value *with_length(struct pv_flow *f, const struct pv_value *list,
                                          int64_t length)
{
    return pv_value_with(&f->values, list, f->words.length,
                         length < 0 ? &pv_value_clean : pv_flow_int(f, length));
}

/* To the end of a list whose length is known; else somewhere. */
static void append(struct pv_flow *f, struct pv_flow_args *args, const struct pv_value *value)
{
    int64_t length = length_of(f, args->self);
    if (length >= 0 && length < PV_FLOW_INDEX_WORDS) {
        args->self = pv_value_with(&f->values, args->self, f->words.index[length], value);
        args->self = with_length(f, args->self, length + 1);
        return;
    }
    if (args->self->n_fields > 0)
        args->self = with_length(f, args->self, -1);
    if (pv_value_is_tainted(value))
        args->self = pv_value_store(&f->values, args->self, value);
}

/* Takes one element out of a list whose length is known: those after it move up. */
static const struct pv_value *take_out(struct pv_flow *f, struct pv_flow_args *args, int64_t at)
{
    int64_t length = length_of(f, args->self);
    const struct pv_value *list = args->self;
    const struct pv_value *out = pv_value_field(&f->values, list, f->words.index[at]);
    const struct pv_value *rest = list;
    for (int64_t i = at; i + 1 < length; i++)
        rest = pv_value_with(&f->values, rest, f->words.index[i],
                             pv_value_field(&f->values, list, f->words.index[i + 1]));
    rest = pv_value_with(&f->values, rest, f->words.index[length - 1], &pv_value_clean);
    args->self = with_length(f, rest, length - 1);
    return out;
}

/* Which element `remove(0)` or `pop()` means: -1 when it is not known. */
static int64_t place_in_list(const struct pv_flow *f, const struct pv_flow_args *args)
{
    int64_t length = length_of(f, args->self);
    if (length <= 0 || length > PV_FLOW_INDEX_WORDS)
        return -1;
    if (args->n == 0)
        return length - 1;
    const struct pv_value *at = args->values[0];
    return at->constant == PV_VALUE_INT && at->number >= 0 && at->number < length ? at->number : -1;
}

const struct pv_value *pv_flow_letter(struct pv_flow *f, const struct pv_value *text,
                                      const struct pv_value *at)
{
    if (at->constant != PV_VALUE_INT || text->constant != PV_VALUE_TEXT || at->number < 0 ||
        (uint64_t)at->number >= text->text.n)
        return NULL;
    size_t place = (size_t)at->number;
    return pv_value_add(&f->values, pv_flow_text(f, pv_str_sub(text->text, place, place + 1)),
                        text);
}

/* What is stored is given back with the object: b.append(x) is b. */
static const struct pv_value *store(struct pv_flow *f, struct pv_flow_args *args)
{
    const struct pv_value *all = all_of(f, args);
    bool has_key = args->n == 2 && args->values[0]->constant == PV_VALUE_TEXT;
    if (has_key)
        return put(f, args);
    if (args->n == 1) {
        append(f, args, args->values[0]);
        return all;
    }
    if (length_of(f, args->self) >= 0)
        args->self = with_length(f, args->self, -1);
    for (uint32_t i = 0; i < args->n; i++)
        if (pv_value_is_tainted(args->values[i]))
            args->self = pv_value_store(&f->values, args->self, args->values[i]);
    return all;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *each(struct pv_flow *f, struct pv_flow_args *args, enum effect effect)
{
    const struct pv_value *out = all_of(f, args);
    const struct pv_value *element = effect == DO && args->self ? args->self : element_of(f, args);
    bool has_callee = false;
    for (uint32_t i = 0; i < args->n; i++)
        has_callee = has_callee || args->values[i]->n_callees > 0;
    if (!has_callee)
        return NULL;
    call_all(f, args, element, effect == FOLD, &out);
    return out;
}

/* Go's delete(m, k). */
static const struct pv_value *drop_argument(struct pv_flow *f, struct pv_flow_args *args)
{
    struct pv_flow_place place = {0};
    pv_word key = pv_value_key(args->values[1]);
    if (key == PV_KEY_ANY || args->nodes[0] == PV_NO_NODE ||
        !pv_flow_place(f, args->nodes[0], &place))
        return NULL;
    pv_flow_write(f, &place, pv_value_with(&f->values, args->values[0], key, &pv_value_clean));
    return &pv_value_clean;
}

/* What was put under a key that is known, and is asked for under the same key. NULL for nothing. */
static const struct pv_value *kept_under_key(const struct pv_flow_args *args)
{
    pv_word key = args->self && args->n == 1 ? pv_value_key(args->values[0]) : PV_KEY_ANY;
    for (size_t i = 0; key != PV_KEY_ANY && i < args->self->n_fields; i++)
        if (args->self->fields[i].key == key)
            return args->self->fields[i].value;
    return NULL;
}

/* Go's decoder.Decode(&x), json.Unmarshal(text, &x), fmt.Sscan(text, &x, &y). */
static void fill(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *from = all_of(f, args);
    if (!pv_value_is_tainted(from))
        return;
    for (uint32_t i = 0; i < args->n; i++) {
        struct pv_flow_place place = {0};
        bool is_target = args->nodes[i] != PV_NO_NODE &&
                         (i + 1 == args->n || pv_flow_kind(f, args->nodes[i]) == PV_UNARY);
        if (is_target && pv_flow_place(f, args->nodes[i], &place))
            pv_flow_write(f, &place, pv_value_add(&f->values, pv_flow_read(f, &place), from));
    }
}

const struct pv_value *pv_flow_same(struct pv_flow *f, pv_node call,
                                    const struct pv_flow_args *args)
{
    bool has_object = false;
    enum effect effect = effect_of(method_of(f, call, &has_object));
    if (effect == GET && has_object && f->rule->options.is_safe_functions)
        return kept_under_key(args);
    if (effect != SAME || args->n > 1)
        return NULL;
    /* In text.toString("utf8") the argument says how, in String.valueOf(text) what. */
    if (args->n == 1 && args->self && pv_value_is_tainted(args->self))
        return NULL;
    return args->n == 1 ? args->values[0] : args->self;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_library(struct pv_flow *f, pv_node call, struct pv_flow_args *args)
{
    bool has_object = false;
    enum effect effect = effect_of(method_of(f, call, &has_object));
    bool is_known = has_object && args->self && args->self->n_fields > 0;
    switch (effect) {
    case NO_EFFECT: return NULL;
    case SAME: return NULL;
    case LENGTH:
        return !has_object && args->n == 1 && args->values[0]->n_fields > 0
                   ? pv_value_field(&f->values, args->values[0], f->words.length)
                   : NULL;
    case EACH:
    case FOLD:
    case DO: return each(f, args, effect);
    case STORE: return has_object && args->self && args->n > 0 ? store(f, args) : NULL;
    case PUT: return has_object && args->self && args->n >= 2 ? put(f, args) : NULL;
    case GET: return is_known && args->n >= 1 ? get(f, args, false) : NULL;
    case DIG: return is_known && args->n >= 1 ? dig(f, args) : NULL;
    case DROP:
        if (!has_object && args->n == 2)
            return drop_argument(f, args);
        if (is_known && place_in_list(f, args) >= 0)
            return take_out(f, args, place_in_list(f, args));
        return is_known && args->n >= 1 ? get(f, args, true) : NULL;
    case FILL: fill(f, args); return NULL;
    case CHAR:
        return has_object && args->self && args->n == 1
                   ? pv_flow_letter(f, args->self, args->values[0])
                   : NULL;
    }
    return NULL;
}
