/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of functions that the file does not define: library.def. */
#include "engine/taint/flow_library_internal.h"

static const struct {
    struct pv_str method;
    enum pv_flow_effect effect;
} methods[] = {
#define X(name, effect) {{name, sizeof(name) - 1}, PV_FLOW_##effect},
#include "engine/taint/library.def"
#undef X
};

struct pv_str pv_flow_method(const struct pv_flow *f, pv_node call, bool *has_object)
{
    bool is_bare = pv_flow_kind(f, call) == PV_ACCESS;
    pv_node callee = is_bare ? call : pv_flow_child(f, call, PV_ROLE_CALLEE);
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

static enum pv_flow_effect effect_of(struct pv_str method)
{
    for (size_t i = 0; i < PV_COUNT(methods); i++)
        if (pv_str_eq(methods[i].method, method))
            return methods[i].effect;
    return PV_FLOW_NONE;
}

struct pv_str pv_flow_object_text(const struct pv_flow *f, pv_node call)
{
    pv_node callee = pv_flow_child(f, call, PV_ROLE_CALLEE);
    pv_node object = callee == PV_NO_NODE ? callee : pv_flow_child(f, callee, PV_ROLE_OBJECT);
    return object == PV_NO_NODE ? (struct pv_str){0} : pv_tree_text(f->tree, object);
}

static const struct {
    struct pv_str lang;
    struct pv_str object;
    struct pv_str function;
} leaving[] = {
#define X(lang, object, function)                                                                  \
    {{lang, sizeof(lang) - 1}, {object, sizeof(object) - 1}, {function, sizeof(function) - 1}},
#include "engine/taint/leave.def"
#undef X
};

bool pv_flow_never_returns(const struct pv_flow *f, pv_node call)
{
    bool has_object = false;
    struct pv_str function = pv_flow_method(f, call, &has_object);
    for (size_t i = 0; i < PV_COUNT(leaving); i++)
        if (pv_str_eq(leaving[i].function, function) && pv_str_eq(leaving[i].lang, f->rule->lang) &&
            (has_object ? pv_str_eq(leaving[i].object, pv_flow_object_text(f, call))
                        : leaving[i].object.n == 0))
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

static const struct pv_value *put(struct pv_flow *f, struct pv_flow_args *args)
{
    pv_word key = pv_value_key(args->values[0]);
    const struct pv_value *all = pv_flow_args_sum(f, args);
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
        otherwise = pv_value_add(&f->values, otherwise,
                                 pv_value_reach(&f->values, pv_flow_supplied(f, args->values[i])));
    }
    return pv_value_add(&f->values, out, otherwise);
}

/* table.TryGetValue(key, out value) */
static const struct pv_value *get_out(struct pv_flow *f, const struct pv_flow_args *args)
{
    struct pv_flow_place place = {0};
    const struct pv_value *key = args->values[0];
    bool is_table = f->rule->options.is_safe_checked && !pv_value_is_tainted(args->self);
    const struct pv_value *out = pv_value_field(&f->values, args->self, pv_value_key(key));
    if (!is_table)
        out = pv_value_add(&f->values, out, pv_value_reach(&f->values, key));
    if (args->nodes[1] != PV_NO_NODE && pv_flow_place(f, args->nodes[1], &place))
        pv_flow_write(f, &place, out);
    return &pv_value_clean;
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
int64_t pv_flow_length(const struct pv_flow *f, const struct pv_value *list)
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
    int64_t length = pv_flow_length(f, args->self);
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
    int64_t length = pv_flow_length(f, args->self);
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
    int64_t length = pv_flow_length(f, args->self);
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
    const struct pv_value *all = pv_flow_args_sum(f, args);
    bool has_key = args->n == 2 && args->values[0]->constant == PV_VALUE_TEXT;
    if (has_key)
        return put(f, args);
    if (args->n == 1) {
        append(f, args, args->values[0]);
        return all;
    }
    if (pv_flow_length(f, args->self) >= 0)
        args->self = with_length(f, args->self, -1);
    for (uint32_t i = 0; i < args->n; i++)
        if (pv_value_is_tainted(args->values[i]))
            args->self = pv_value_store(&f->values, args->self, args->values[i]);
    return all;
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
    const struct pv_value *from = pv_flow_args_sum(f, args);
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

/* Promise.all(xs) and its kin. */
static bool is_promise(const struct pv_flow *f, pv_node call)
{
    return pv_flow_is_js(f) && pv_str_eq(pv_flow_object_text(f, call), PV_STR("Promise"));
}

/* What is asked for, or what stands in for it where there is none. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *either(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *out = args->self;
    for (uint32_t i = 0; i < args->n; i++) {
        const struct pv_value *other =
            args->values[i]->n_callees > 0 ? pv_flow_supplied(f, args->values[i]) : args->values[i];
        out = out ? pv_value_join(&f->values, out, other) : other;
    }
    return out;
}

/* `optional.get()` is what is in it, which is all that it is. */
static bool is_opening(const struct pv_flow *f, const struct pv_flow_args *args)
{
    return args->self && args->n == 0 && args->self->n_callees == 0 && args->self->n_fields == 0 &&
           (pv_flow_is(f, "java") || pv_flow_is(f, "scala") || pv_flow_is(f, "kotlin"));
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_same(struct pv_flow *f, pv_node call,
                                    const struct pv_flow_args *args)
{
    bool has_object = false;
    struct pv_str method = pv_flow_method(f, call, &has_object);
    enum pv_flow_effect effect = effect_of(method);
    const struct pv_value *made = pv_flow_made(f, call, args);
    if (made)
        return made;
    bool is_default = effect == PV_FLOW_GET && args->n == 1 && args->self &&
                      args->self->n_fields == 0 && pv_flow_is(f, "scala") &&
                      pv_str_eq(method, PV_STR("getOrElse"));
    if (effect == PV_FLOW_EITHER || is_default)
        return args->n > 0 ? either(f, args) : NULL;
    /* Where it is not known what there is, it may be what stands in for it. */
    if (effect == PV_FLOW_GET && args->n == 2 && args->self && args->self->n_fields == 0 &&
        f->rule->options.is_safe_functions)
        return args->values[1]->n_callees > 0 ? pv_flow_supplied(f, args->values[1])
                                              : args->values[1];
    if (effect == PV_FLOW_GET && is_opening(f, args))
        return args->self;
    if (effect == PV_FLOW_GET && has_object && f->rule->options.is_safe_functions)
        return kept_under_key(args);
    if (args->n == 1 && is_promise(f, call))
        return args->values[0];
    if (effect != PV_FLOW_SAME || args->n > 1)
        return NULL;
    if (args->n == 0)
        return args->self;
    if (f->rule->options.is_closed && has_object && pv_value_is_tainted(args->values[0]))
        return NULL; /* insert.values(x) is no x */
    /* In b.toString("hex") the text says how. */
    bool is_form = pv_str_eq(method, PV_STR("toString")) || pv_str_eq(method, PV_STR("ToString"));
    if (args->self && is_form && args->values[0]->constant == PV_VALUE_TEXT)
        return args->self;
    /* s.trim(x) is s; copy.copy(x) is x. */
    bool is_object = args->self && (pv_value_is_tainted(args->self) || args->self->n_fields > 0);
    return is_object
               ? pv_value_add(&f->values, args->self, pv_value_reach(&f->values, args->values[0]))
               : args->values[0];
}

/* sprintf(text, …) writes from the beginning: what text was is gone, unless it is put in again. */
static void forget_first(struct pv_flow *f, struct pv_flow_args *args)
{
    struct pv_flow_place place = {0};
    const struct pv_taint_options *options = &f->rule->options;
    if (args->n == 0 || args->nodes[0] == PV_NO_NODE || options->is_safe_functions ||
        options->is_only_assigned || pv_flow_kind(f, args->nodes[0]) != PV_NAME ||
        !pv_flow_place(f, args->nodes[0], &place))
        return;
    pv_flow_write(f, &place, &pv_value_clean);
    args->values[0] = &pv_value_clean;
}

/* What is written into one of the arguments: strcpy(to, from). */
static const struct pv_value *put_out(struct pv_flow *f, struct pv_flow_args *args, uint32_t to)
{
    const struct pv_value *sum = pv_flow_args_sum(f, args);
    struct pv_flow_place place = {0};
    if (to >= args->n || args->nodes[to] == PV_NO_NODE || f->rule->options.is_safe_functions ||
        f->rule->options.is_only_assigned)
        return NULL;
    const struct pv_value *from = args->self && to == 0 && args->n == 1
                                      ? pv_value_reach(&f->values, args->self)
                                      : &pv_value_clean;
    for (uint32_t i = 0; i < args->n; i++)
        if (i != to)
            from = pv_value_add(&f->values, from, pv_value_reach(&f->values, args->values[i]));
    if (from->n_taints > 0 && pv_flow_place(f, args->nodes[to], &place))
        pv_flow_write(f, &place,
                      pv_value_add(&f->values, args->values[to],
                                   pv_value_moved(&f->values, from, args->nodes[to])));
    /* What it is written to may be a file or a connection. */
    return f->rule->options.is_closed ? NULL : sum;
}

/* memcpy(to, from, n): how much is copied says nothing of what. */
static const struct pv_value *copy_out(struct pv_flow *f, struct pv_flow_args *args)
{
    struct pv_flow_args ends = *args;
    ends.n = args->n < 2 ? args->n : 2;
    return put_out(f, &ends, 0);
}

/*
 * in.read(bytes), in.read(bytes, 0, n), whose places and counts say nothing of what is read. Where
 * reading gives what was read, the argument is a count.
 */
static void read_into(struct pv_flow *f, const struct pv_flow_args *args)
{
    bool has_buffers = pv_flow_is(f, "java") || pv_flow_is(f, "kotlin") || pv_flow_is(f, "scala") ||
                       pv_flow_is(f, "csharp") || pv_flow_is(f, "go") || pv_flow_is(f, "rust") ||
                       pv_flow_is(f, "cpp");
    struct pv_flow_args ends = *args;
    ends.n = 1;
    if (has_buffers && args->self && args->n > 0)
        (void)put_out(f, &ends, 0);
}

/* setattr(x, "a", y) */
static const struct pv_value *put_argument(struct pv_flow *f, const struct pv_flow_args *args)
{
    struct pv_flow_place place = {0};
    pv_word key = pv_value_key(args->values[1]);
    if (args->nodes[0] == PV_NO_NODE || !pv_flow_place(f, args->nodes[0], &place))
        return NULL;
    pv_flow_write(f, &place,
                  key == PV_KEY_ANY
                      ? pv_value_store(&f->values, args->values[0], args->values[2])
                      : pv_value_with(&f->values, args->values[0], key, args->values[2]));
    return &pv_value_clean;
}

/* Go's append(xs, a, b): xs, and the others somewhere in it. */
static const struct pv_value *appended(struct pv_flow *f, const struct pv_flow_args *args)
{
    if (!pv_flow_is(f, "go") || args->n == 0)
        return NULL;
    const struct pv_value *out = args->values[0];
    if (pv_flow_length(f, out) >= 0)
        out = with_length(f, out, -1);
    for (uint32_t i = 1; i < args->n; i++)
        if (pv_value_is_tainted(args->values[i]))
            out = pv_value_store(&f->values, out, args->values[i]);
    return args->rest ? pv_value_store(&f->values, out, args->rest) : out;
}

/* The first element, or the last. */
static const struct pv_value *end_of(struct pv_flow *f, const struct pv_value *list, bool is_last)
{
    int64_t length = pv_flow_length(f, list);
    if (length <= 0 || length > PV_FLOW_INDEX_WORDS)
        return pv_value_field(&f->values, list, PV_KEY_ANY);
    return pv_value_field(&f->values, list, f->words.index[is_last ? length - 1 : 0]);
}

static const struct pv_value *drop(struct pv_flow *f, struct pv_flow_args *args, bool has_object)
{
    bool is_known = has_object && args->self && args->self->n_fields > 0;
    if (!has_object && args->n == 2)
        return drop_argument(f, args);
    if (is_known && place_in_list(f, args) >= 0)
        return take_out(f, args, place_in_list(f, args));
    return is_known && args->n >= 1 ? get(f, args, true) : NULL;
}

static const struct pv_value *clear(struct pv_flow *f, struct pv_flow_args *args)
{
    const struct pv_value *length = args->n == 1 ? args->values[0] : NULL;
    bool is_all = args->n == 0 || (length && length->constant == PV_VALUE_INT && !length->number);
    if (is_all)
        args->self = pv_value_with(&f->values, &pv_value_clean, f->words.length, pv_flow_int(f, 0));
    return is_all ? &pv_value_clean : NULL;
}

/* Of functions that take something out of the object, whose fields are known. */
static const struct pv_value *take_from(struct pv_flow *f, struct pv_flow_args *args,
                                        enum pv_flow_effect effect)
{
    if (!args->self || args->self->n_fields == 0)
        return NULL;
    if (effect == PV_FLOW_GET)
        return args->n >= 1 ? get(f, args, false) : NULL;
    if (effect == PV_FLOW_DIG)
        return args->n >= 1 ? dig(f, args) : NULL;
    if (args->n > 0)
        return NULL;
    int64_t length = pv_flow_length(f, args->self);
    if (effect == PV_FLOW_SHIFT && length > 0 && length <= PV_FLOW_INDEX_WORDS)
        return take_out(f, args, 0);
    return end_of(f, args->self, effect == PV_FLOW_LAST);
}

/* Of functions that put something into the object. */
static const struct pv_value *put_into(struct pv_flow *f, struct pv_flow_args *args,
                                       enum pv_flow_effect effect)
{
    const struct pv_value *given = &pv_value_clean;
    if (!args->self || args->n == 0)
        return NULL;
    /* A function that is kept is called some time: `app.put("/orders", handler)` looks like a
     * map's. */
    pv_flow_callbacks(f, args, &given);
    if (effect == PV_FLOW_STORE)
        return store(f, args);
    if (effect == PV_FLOW_PUT)
        return args->n >= 2 ? put(f, args) : NULL;
    const struct pv_value *sum = pv_flow_args_sum(f, args);
    for (uint32_t i = 0; i < args->n; i++)
        args->self = pv_value_store(&f->values, with_length(f, args->self, -1), args->values[i]);
    return sum;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_library(struct pv_flow *f, pv_node call, struct pv_flow_args *args)
{
    bool has_object = false;
    enum pv_flow_effect effect = effect_of(pv_flow_method(f, call, &has_object));
    switch (effect) {
    case PV_FLOW_NONE:
    case PV_FLOW_EITHER:
    case PV_FLOW_SAME: return NULL;
    case PV_FLOW_LENGTH:
        return !has_object && args->n == 1 && args->values[0]->n_fields > 0
                   ? pv_value_field(&f->values, args->values[0], f->words.length)
                   : NULL;
    case PV_FLOW_EACH:
    case PV_FLOW_MAP:
    case PV_FLOW_SORT:
    case PV_FLOW_FOLD:
    case PV_FLOW_LET:
    case PV_FLOW_WITHIN:
    case PV_FLOW_ALSO: return pv_flow_each(f, args, effect);
    case PV_FLOW_STORE: return has_object ? put_into(f, args, effect) : appended(f, args);
    case PV_FLOW_FRONT:
    case PV_FLOW_PUT: return has_object ? put_into(f, args, effect) : NULL;
    case PV_FLOW_FIRST:
    case PV_FLOW_LAST:
        if (args->n > 0)
            return pv_flow_each(f, args, PV_FLOW_EACH);
        return has_object ? take_from(f, args, effect) : NULL;
    case PV_FLOW_GET:
    case PV_FLOW_DIG:
    case PV_FLOW_SHIFT: return has_object ? take_from(f, args, effect) : NULL;
    case PV_FLOW_DROP: return drop(f, args, has_object);
    case PV_FLOW_CLEAR: return has_object && args->self ? clear(f, args) : NULL;
    case PV_FLOW_GET_OUT: return has_object && args->self && args->n == 2 ? get_out(f, args) : NULL;
    case PV_FLOW_FILL: fill(f, args); return NULL;
    case PV_FLOW_GET_ARG:
        return !has_object && args->n >= 2
                   ? pv_value_field(&f->values, args->values[0], pv_value_key(args->values[1]))
                   : NULL;
    case PV_FLOW_PUT_ARG: return !has_object && args->n == 3 ? put_argument(f, args) : NULL;
    case PV_FLOW_COPY_0: return copy_out(f, args);
    case PV_FLOW_OUT_0: return put_out(f, args, 0);
    case PV_FLOW_OVER_0: forget_first(f, args); return put_out(f, args, 0);
    case PV_FLOW_OUT_1:
        /* getline(in, text) is a function, in.getline(bytes, n) a method. */
        if (args->self && pv_value_is_tainted(args->self)) {
            read_into(f, args);
            return NULL;
        }
        return put_out(f, args, 1);
    case PV_FLOW_OUT_2: return put_out(f, args, 2);
    case PV_FLOW_READ: read_into(f, args); return NULL;
    case PV_FLOW_SCAN:
        /* PHP gives what was found where there are no variables for it, and else how much. */
        pv_flow_scanned(f, args);
        return args->n < 3 ? NULL : &pv_value_clean;
    case PV_FLOW_OUT_SELF: return has_object && args->n == 1 ? put_out(f, args, 0) : NULL;
    case PV_FLOW_CHAR:
        return has_object && args->self && args->n == 1
                   ? pv_flow_letter(f, args->self, args->values[0])
                   : NULL;
    }
    return NULL;
}

/* `m.setdefault(k, [])` puts and gives what is there from then on. */
static bool is_getting(const struct pv_flow *f, pv_node call)
{
    bool has_object = false;
    return pv_str_eq(pv_flow_method(f, call, &has_object), PV_STR("setdefault"));
}

bool pv_flow_takes_out(const struct pv_flow *f, pv_node call)
{
    bool has_object = false;
    switch (effect_of(pv_flow_method(f, call, &has_object))) {
    case PV_FLOW_GET:
    case PV_FLOW_FIRST:
    case PV_FLOW_LAST:
    case PV_FLOW_SHIFT:
    case PV_FLOW_DROP: return has_object;
    default: return false;
    }
}

/* What a call leaves its object to be known by: `b.append(x)` is b, `m.get("k")` an element of m.
 */
bool pv_flow_passes_object(struct pv_flow *f, pv_node call, pv_word *key)
{
    bool has_object = false;
    enum pv_flow_effect effect = effect_of(pv_flow_method(f, call, &has_object));
    pv_node args = pv_flow_child(f, call, PV_ROLE_ARGS);
    pv_node arg = args == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, args);
    *key = PV_KEY_ANY;
    if (!has_object)
        return false;
    if (is_getting(f, call) || effect == PV_FLOW_GET) {
        *key = arg == PV_NO_NODE ? PV_KEY_ANY : pv_value_key(pv_flow_constant(f, arg));
        return arg != PV_NO_NODE;
    }
    if (effect == PV_FLOW_STORE || effect == PV_FLOW_PUT || effect == PV_FLOW_SAME) {
        *key = PV_KEY_OBJECT;
        return true;
    }
    return effect == PV_FLOW_FIRST || effect == PV_FLOW_LAST;
}
