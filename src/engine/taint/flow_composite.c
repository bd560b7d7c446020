/* SPDX-License-Identifier: Apache-2.0 */
/* `T{a, b}`: what is written in braces, as the fields of what it makes. */
#include "engine/taint/flow_call_internal.h"

pv_word pv_flow_field_at(const struct pv_flow *f, pv_node body, uint32_t number)
{
    pv_node at = body == PV_NO_NODE ? body : pv_tree_first(f->tree, body);
    /* The fields of `struct T(U, V)` of Rust are numbers. */
    if (at != PV_NO_NODE && pv_flow_kind(f, at) == PV_TYPE)
        return number < PV_FLOW_INDEX_WORDS ? f->words.index[number] : PV_KEY_ANY;
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at)) {
        if (pv_flow_kind(f, at) != PV_VAR)
            continue;
        /* `A, B string` are two. */
        uint32_t n_names = 0;
        for (pv_node name = pv_tree_first(f->tree, at); name != PV_NO_NODE;
             name = pv_tree_next(f->tree, name)) {
            if (pv_flow_at(f, name)->role != PV_ROLE_TARGET)
                continue;
            if (number == n_names++)
                return pv_flow_at(f, name)->word;
        }
        /* A field without a name of its own takes a place as well. */
        if (n_names == 0 && number == n_names++)
            return PV_KEY_ANY;
        number -= n_names;
    }
    return PV_KEY_ANY;
}

static uint32_t place_of(const struct pv_flow *f, pv_word key)
{
    for (uint32_t i = 0; i < PV_FLOW_INDEX_WORDS && key != PV_KEY_ANY; i++)
        if (key == f->words.index[i])
            return i;
    return PV_FLOW_INDEX_WORDS;
}

/* The elements of `value` that have places, as the fields of `body`. */
static const struct pv_value *named(struct pv_flow *f, pv_node body, const struct pv_value *out,
                                    const struct pv_value *value)
{
    for (size_t i = 0; i < value->n_fields; i++) {
        pv_word key = value->fields[i].key;
        uint32_t place = place_of(f, key);
        if (place < PV_FLOW_INDEX_WORDS)
            key = pv_flow_field_at(f, body, place);
        if (value->fields[i].key != f->words.length)
            out = key == PV_KEY_ANY ? pv_value_store(&f->values, out, value->fields[i].value)
                                    : pv_value_with(&f->values, out, key, value->fields[i].value);
    }
    return out;
}

const struct pv_value *pv_flow_composed_of(struct pv_flow *f, const struct pv_class *class,
                                           const struct pv_value *made,
                                           const struct pv_value *value)
{
    return named(f, pv_flow_child(f, class->node, PV_ROLE_BODY),
                 pv_value_add(&f->values, made, value), value);
}

const struct pv_value *pv_flow_composed(struct pv_flow *f, pv_node type,
                                        const struct pv_value *value)
{
    bool is_struct = pv_flow_is(f, "c") || pv_flow_is(f, "cpp");
    const struct pv_class *class = is_struct ? pv_flow_class_of(f, type) : NULL;
    return class ? pv_flow_composed_of(f, class, pv_flow_object_of(f, &pv_value_clean, class->name),
                                       value)
                 : value;
}

static bool has_places(const struct pv_flow *f, const struct pv_value *value)
{
    for (size_t i = 0; i < value->n_fields; i++)
        if (place_of(f, value->fields[i].key) < PV_FLOW_INDEX_WORDS)
            return true;
    return false;
}

/* A struct of which the file says which fields it has, or else any of them may be any. */
static const struct pv_value *struct_of(struct pv_flow *f, pv_node type,
                                        const struct pv_value *value)
{
    const struct pv_class *class = pv_functions_class(f->functions, pv_flow_at(f, type)->word);
    pv_node body = class ? pv_flow_child(f, class->node, PV_ROLE_BODY) : PV_NO_NODE;
    if (value->class || !has_places(f, value))
        return value;
    if (pv_flow_kind(f, type) == PV_CLASS_BODY)
        body = type;
    return body == PV_NO_NODE || pv_flow_kind(f, body) != PV_CLASS_BODY
               ? pv_value_add(&f->values, value, pv_value_reach(&f->values, value))
               : named(f, body, value, value);
}

/* NOLINTNEXTLINE(misc-no-recursion): the types that a type is written of, PV_AST_DEPTH_MAX */
const struct pv_value *pv_flow_composite(struct pv_flow *f, pv_node type,
                                         const struct pv_value *value)
{
    if (type == PV_NO_NODE || !pv_value_is_tainted(value))
        return value;
    enum pv_kind kind = pv_flow_kind(f, type);
    if (kind == PV_TYPE || kind == PV_CLASS_BODY)
        return struct_of(f, type, value);
    if (kind == PV_GENERIC || kind == PV_POINTER_TYPE)
        return pv_flow_composite(f, pv_flow_child(f, type, PV_ROLE_TYPE), value);
    pv_node element = pv_flow_child(f, type, PV_ROLE_TYPE);
    if (kind == PV_OTHER) {
        /* `map[K]V`. */
        element = pv_tree_first(f->tree, type);
        element = element == PV_NO_NODE ? element : pv_tree_next(f->tree, element);
    }
    const struct pv_value *out = value;
    for (size_t i = 0; i < value->n_fields; i++) {
        const struct pv_value *part = value->fields[i].value;
        const struct pv_value *whole = pv_flow_composite(f, element, part);
        if (whole != part)
            out = pv_value_with(&f->values, out, value->fields[i].key, whole);
    }
    return out;
}
