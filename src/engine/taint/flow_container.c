/* SPDX-License-Identifier: Apache-2.0 */
/* Lists, records and what is built from them. */
#include "engine/taint/flow_library_internal.h"

/* What a spread gives its container: all that it holds, somewhere. */
static const struct pv_value *spread(struct pv_flow *f, const struct pv_value *out,
                                     const struct pv_value *value)
{
    for (size_t i = 0; i < value->n_fields; i++)
        out = pv_value_with(&f->values, out, value->fields[i].key, value->fields[i].value);
    if (value->n_taints > 0)
        out = pv_value_store(&f->values, out, pv_value_field(&f->values, value, PV_KEY_ANY));
    return out;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static pv_word key_of(struct pv_flow *f, pv_node key, const struct pv_value **value)
{
    if (key == PV_NO_NODE)
        return PV_KEY_ANY;
    bool is_variable = pv_flow_is(f, "python") || pv_flow_is(f, "php") || pv_flow_is(f, "ruby");
    if (pv_flow_kind(f, key) == PV_NAME && !is_variable)
        return pv_flow_at(f, key)->word;
    *value = pv_flow_eval(f, key);
    return pv_value_key(*value);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *add_pair(struct pv_flow *f, const struct pv_value *out, pv_node pair)
{
    pv_node key = pv_flow_child(f, pair, PV_ROLE_KEY);
    const struct pv_value *name = &pv_value_clean;
    pv_word word = key_of(f, key, &name);
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, pair, PV_ROLE_VALUE));
    value = pv_flow_marked(f, pair, value);
    pv_flow_sink(f, pair, value, value);
    /* Whoever goes through the keys is given it. */
    if (pv_value_is_tainted(name) && !f->rule->options.is_only_assigned)
        out = pv_value_add(&f->values, out, pv_value_reach(&f->values, name));
    return word == PV_KEY_ANY ? pv_value_store(&f->values, out, value)
                              : pv_value_with(&f->values, out, word, value);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *add_method(struct pv_flow *f, const struct pv_value *out,
                                         pv_node function)
{
    pv_node name = pv_flow_child(f, function, PV_ROLE_NAME);
    (void)pv_flow_eval(f, function);
    if (name == PV_NO_NODE)
        return out;
    return pv_value_with(&f->values, out, pv_flow_at(f, name)->word,
                         pv_value_of_function(&f->values, function));
}

/* A list, while it is being put together. */
struct list {
    const struct pv_value *value;
    uint32_t n;
    bool is_counted; /* it is known at which place the next one will be */
};

static void add_element(struct pv_flow *f, struct list *list, const struct pv_value *element)
{
    bool has_place = list->is_counted && list->n < PV_FLOW_INDEX_WORDS;
    list->value = has_place
                      ? pv_value_with(&f->values, list->value, f->words.index[list->n], element)
                      : pv_value_store(&f->values, list->value, element);
    list->n++;
}

/* The elements of another list: in order, as far as its length is known. */
static void add_list(struct pv_flow *f, struct list *list, const struct pv_value *other)
{
    int64_t length = pv_flow_length(f, other);
    bool has_more = other->n_fields > 0 && other->fields[0].key == PV_KEY_ANY;
    if (has_more || length < 0 || length > PV_FLOW_INDEX_WORDS || other->n_taints > 0) {
        list->is_counted = false;
        list->value =
            pv_value_store(&f->values, list->value, pv_value_field(&f->values, other, PV_KEY_ANY));
        return;
    }
    for (int64_t i = 0; i < length; i++)
        add_element(f, list, pv_value_field(&f->values, other, f->words.index[i]));
}

/* What C# writes into the braces of a `new`: `A = x`, `["a"] = x`, `{ "a", x }`. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static bool add_initialiser(struct pv_flow *f, struct list *list, pv_node node)
{
    pv_node value = pv_flow_child(f, node, PV_ROLE_VALUE);
    pv_node key = pv_flow_child(f, node, PV_ROLE_TARGET);
    bool is_pair = pv_flow_kind(f, node) == PV_ARRAY;
    if (is_pair) {
        key = pv_tree_first(f->tree, node);
        value = key == PV_NO_NODE ? key : pv_tree_next(f->tree, key);
    } else if (key == PV_NO_NODE) {
        key = pv_flow_child(f, node, PV_ROLE_ARGS);
    }
    if (key == PV_NO_NODE || value == PV_NO_NODE || (is_pair && pv_flow_kind(f, key) == PV_NAME))
        return false;
    pv_word word = pv_flow_at(f, key)->word;
    if (pv_flow_kind(f, key) != PV_NAME)
        word = pv_value_key(pv_flow_eval(f, key));
    const struct pv_value *given = pv_flow_marked(f, node, pv_flow_eval(f, value));
    pv_flow_sink(f, node, given, given);
    list->value = word == PV_KEY_ANY ? pv_value_store(&f->values, list->value, given)
                                     : pv_value_with(&f->values, list->value, word, given);
    list->is_counted = false;
    return true;
}

/* `.name = x` of C. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static bool add_designated(struct pv_flow *f, struct list *list, pv_node node)
{
    pv_node first = pv_tree_first(f->tree, node);
    pv_node value = first == PV_NO_NODE ? first : pv_tree_next(f->tree, first);
    pv_node name = value == PV_NO_NODE ? value : pv_tree_first(f->tree, first);
    bool is_c = pv_flow_is(f, "c") || pv_flow_is(f, "cpp");
    if (!is_c || name == PV_NO_NODE || pv_flow_kind(f, first) != PV_OTHER ||
        pv_flow_kind(f, name) != PV_NAME)
        return false;
    list->value =
        pv_value_with(&f->values, list->value, pv_flow_at(f, name)->word, pv_flow_eval(f, value));
    return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_container(struct pv_flow *f, pv_node node,
                                         const struct pv_value **shown)
{
    (void)shown;
    struct list list = {.value = &pv_value_clean, .is_counted = true};
    bool is_new = pv_flow_is(f, "csharp") && pv_flow_kind(f, pv_flow_at(f, node)->parent) == PV_NEW;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        enum pv_kind kind = pv_flow_kind(f, at);
        bool is_designated = kind == PV_OTHER && add_designated(f, &list, at);
        if (is_designated) {
            list.is_counted = false;
        } else if (kind == PV_PAIR) {
            list.value = add_pair(f, list.value, at);
            list.is_counted = false;
        } else if (!is_new || (kind != PV_ASSIGN && kind != PV_ARRAY) ||
                   !add_initialiser(f, &list, at)) {
            const struct pv_value *value = pv_flow_eval(f, at);
            pv_node name = kind == PV_KWARG ? pv_flow_child(f, at, PV_ROLE_NAME) : PV_NO_NODE;
            if (kind == PV_SPREAD)
                add_list(f, &list, value);
            else
                add_element(f, &list, value);
            /* `(a: x, b: y)`: elements that also have names. */
            if (name != PV_NO_NODE && pv_flow_at(f, name)->word)
                list.value =
                    pv_value_with(&f->values, list.value, pv_flow_at(f, name)->word, value);
        }
    }
    if (list.is_counted && pv_flow_kind(f, node) == PV_ARRAY)
        list.value = pv_value_with(&f->values, list.value, f->words.length, pv_flow_int(f, list.n));
    return list.value;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_record(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    const struct pv_value *out = &pv_value_clean;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        enum pv_kind kind = pv_flow_kind(f, at);
        if (kind == PV_PAIR)
            out = add_pair(f, out, at);
        else if (kind == PV_FUNC)
            out = add_method(f, out, at);
        else if (kind == PV_SPREAD || kind == PV_SPREAD_KW)
            out = spread(f, out, pv_flow_eval(f, at));
        else
            out = pv_value_add(&f->values, out, pv_value_reach(&f->values, pv_flow_eval(f, at)));
    }
    return out;
}

/* `[f(x) for x in xs if c]`: the loops first, although they are written last. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_comprehension(struct pv_flow *f, pv_node node,
                                             const struct pv_value **shown)
{
    (void)shown;
    const struct pv_value *out = &pv_value_clean;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        if (pv_flow_kind(f, at) == PV_FOR_EACH) {
            const struct pv_value *list = pv_flow_eval(f, pv_flow_child(f, at, PV_ROLE_VALUE));
            pv_flow_bind(f, pv_flow_child(f, at, PV_ROLE_TARGET),
                         pv_value_field(&f->values, list, PV_KEY_ANY));
        } else if (pv_flow_at(f, at)->role == PV_ROLE_COND) {
            (void)pv_flow_eval(f, at);
        }
    }
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        enum pv_role role = (enum pv_role)pv_flow_at(f, at)->role;
        if (role == PV_ROLE_VALUE || role == PV_ROLE_KEY)
            out = pv_value_store(&f->values, out, pv_flow_eval(f, at));
    }
    return out;
}
