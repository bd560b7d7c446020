/* SPDX-License-Identifier: Apache-2.0 */
/* What declared types say of values: nothing harmful is written into a number. */
#include "engine/taint/flow_internal.h"

/* A type of numbers or Booleans, which nothing harmful can be written into. */
bool pv_flow_is_safe_type(const struct pv_flow *f, pv_node type)
{
    static const char *const numbers[] = {
        "int",   "long",  "short",  "byte",   "float", "double",  "Integer", "Long",
        "Short", "Float", "Double", "number", "Int",   "i32",     "i64",     "u32",
        "u64",   "usize", "int32",  "int64",  "uint",  "float64", "integer"};
    static const char *const booleans[] = {"bool", "boolean", "Boolean", "Bool"};
    const struct pv_taint_options *options = &f->rule->options;
    if (type == PV_NO_NODE || !(options->is_safe_numbers || options->is_safe_booleans))
        return false;
    struct pv_str text = pv_tree_text(f->tree, type);
    for (size_t i = 0; options->is_safe_numbers && i < PV_COUNT(numbers); i++)
        if (pv_str_eq(text, pv_str_of(numbers[i])))
            return true;
    for (size_t i = 0; options->is_safe_booleans && i < PV_COUNT(booleans); i++)
        if (pv_str_eq(text, pv_str_of(booleans[i])))
            return true;
    return false;
}

pv_node pv_flow_member(const struct pv_flow *f, const struct pv_class *class, pv_word word)
{
    const enum pv_role parts[] = {PV_ROLE_BODY, PV_ROLE_PARAMS};
    for (size_t i = 0; class && word && i < PV_COUNT(parts); i++) {
        pv_node list = pv_flow_child(f, class->node, parts[i]);
        pv_node at = list == PV_NO_NODE ? list : pv_tree_first(f->tree, list);
        for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at)) {
            pv_node target = pv_flow_child(f, at, PV_ROLE_TARGET);
            if (target != PV_NO_NODE && pv_flow_at(f, target)->word == word)
                return at;
        }
    }
    return PV_NO_NODE;
}

/* The class that a value is of, or that the variable at `object` is declared to hold. */
static const struct pv_class *class_of(const struct pv_flow *f, pv_node object,
                                       const struct pv_value *value)
{
    const struct pv_def *def =
        object == PV_NO_NODE ? NULL : pv_defs_of(f->file->defs, f->tree, object);
    pv_node type = def ? def->type : PV_NO_NODE;
    if (value->class)
        return pv_functions_class(f->functions, value->class);
    return type == PV_NO_NODE ? NULL : pv_flow_class_of(f, type);
}

bool pv_flow_is_safe_member(const struct pv_flow *f, pv_node object, const struct pv_value *value,
                            pv_word word)
{
    const struct pv_taint_options *options = &f->rule->options;
    if (!(options->is_safe_numbers || options->is_safe_booleans) || !pv_value_is_tainted(value))
        return false;
    pv_node member = pv_flow_member(f, class_of(f, object, value), word);
    return pv_flow_is_safe_type(f, pv_flow_child(f, member, PV_ROLE_TYPE));
}

/* What is known of a value besides where it comes from. */
const struct pv_value *pv_flow_without_sources(struct pv_flow *f, const struct pv_value *value)
{
    struct pv_value out = {.constant = value->constant,
                           .number = value->number,
                           .text = value->text,
                           .word = value->word};
    return value->constant == PV_VALUE_UNKNOWN ? &pv_value_clean : pv_value_new(&f->values, out);
}
