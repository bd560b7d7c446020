/* SPDX-License-Identifier: Apache-2.0 */
/* Code that only one or two languages have. */
#include "engine/taint/flow_internal.h"

const struct pv_value *pv_flow_symbol(struct pv_flow *f, pv_node node)
{
    pv_node name = pv_tree_first(f->tree, node);
    if (pv_flow_at(f, node)->word != f->words.symbol || name == PV_NO_NODE ||
        pv_flow_kind(f, name) == PV_INTERP || pv_tree_next(f->tree, name) != PV_NO_NODE)
        return NULL;
    return pv_flow_text(f, pv_tree_text(f->tree, name));
}

/* `case x := <-ch` */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *receive(struct pv_flow *f, pv_node first)
{
    pv_node second = pv_tree_next(f->tree, first);
    const struct pv_value *value = pv_flow_eval(f, second == PV_NO_NODE ? first : second);
    if (second != PV_NO_NODE)
        pv_flow_bind(f, first, value);
    return value;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_other(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    pv_word word = pv_flow_at(f, node)->word;
    pv_node first = pv_tree_first(f->tree, node);
    const struct pv_value *value = pv_flow_symbol(f, node);
    if (value)
        return value;
    if (!word || first == PV_NO_NODE)
        return pv_flow_children(f, node);
    if (word == f->words.receive_statement)
        return receive(f, first);
    if (word == f->words.size_of)
        return &pv_value_clean; /* a number that the compiler knows; x is not looked at */
    if (word == f->words.select)
        return pv_flow_cases(f, node, &pv_value_clean);
    return pv_flow_children(f, node);
}

/* What is deleted holds nothing any more. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_delete(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        struct pv_flow_place place = {0};
        if (f->has_destructors)
            pv_flow_destroy(f, pv_flow_eval(f, at));
        if (pv_flow_kind(f, at) == PV_ARGS || pv_flow_kind(f, at) == PV_TUPLE)
            (void)pv_flow_delete(f, at, shown);
        else if (pv_flow_at(f, at)->role != PV_ROLE_CALLEE && pv_flow_place(f, at, &place) &&
                 (place.n == 0 || place.path[place.n - 1] != PV_KEY_ANY))
            pv_flow_write(f, &place, &pv_value_clean);
    }
    return &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_label(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    return pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_BODY));
}
