/* SPDX-License-Identifier: Apache-2.0 */
/* Fields that are functions, and run when they are read or written; and those that many share. */
#include "engine/taint/flow_internal.h"

pv_word pv_flow_backing(const struct pv_flow *f)
{
    PV_VEC_EACH (const struct pv_accessor, at, &f->functions->accessors)
        if (f->frame && at->node == f->frame->function)
            return at->field;
    return 0;
}

/* Languages in which a method that takes nothing is called by its name alone. */
static bool is_call_by_name(const struct pv_flow *f, pv_node function)
{
    return pv_flow_is(f, "ruby") ||
           (pv_flow_is(f, "scala") && pv_flow_child(f, function, PV_ROLE_PARAMS) == PV_NO_NODE);
}

static pv_node method_by_name(struct pv_flow *f, pv_node name, pv_word owner)
{
    struct pv_function_call call = {
        .name = pv_flow_at(f, name)->word, .owner = owner, .site = name};
    if (!pv_flow_is(f, "ruby") && !pv_flow_is(f, "scala"))
        return PV_NO_NODE;
    uint32_t found = pv_functions_find(f->functions, f->tree, &call);
    if (found == PV_NO_FUNCTION)
        return PV_NO_NODE;
    pv_node function = f->functions->list.p[found].node;
    return is_call_by_name(f, function) ? function : PV_NO_NODE;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_property(struct pv_flow *f, pv_node name, pv_word owner,
                                        const struct pv_value *self)
{
    const struct pv_accessor *accessor =
        pv_functions_accessor(f->functions, owner, pv_flow_at(f, name)->word, false);
    pv_node function = accessor ? accessor->node : method_by_name(f, name, owner);
    struct pv_flow_args args = {.self = self};
    if (function == PV_NO_NODE || f->rule->options.is_within_functions ||
        !pv_flow_can_invoke(f, function))
        return NULL;
    return pv_flow_invoke(f, function, &args);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
bool pv_flow_set_property(struct pv_flow *f, pv_node target, const struct pv_value *value)
{
    struct pv_flow_place place = {0};
    if (f->functions->accessors.n == 0 || f->rule->options.is_within_functions ||
        !pv_flow_place(f, target, &place) || place.n == 0)
        return false;
    pv_word field = place.path[--place.n];
    const struct pv_value *self = pv_flow_read(f, &place);
    pv_word owner = self->class;
    if (!owner && place.var == PV_VAR_THIS && place.n == 0)
        owner = f->frame->owner;
    const struct pv_accessor *accessor = pv_functions_accessor(f->functions, owner, field, true);
    if (!accessor || !pv_flow_can_invoke(f, accessor->node) || accessor->node == f->frame->function)
        return false;
    struct pv_flow_args args = {.self = self, .values = {value}, .nodes = {PV_NO_NODE}, .n = 1};
    (void)pv_flow_invoke(f, accessor->node, &args);
    if (!f->env.is_dead && args.self)
        pv_flow_write(f, &place, args.self);
    return true;
}

bool pv_flow_is_shared(const struct pv_flow *f, pv_node object, pv_word field)
{
    bool is_local = field && field == f->words.locals;
    if (!field || (!is_local && field != f->words.state) || !pv_flow_is_js(f) ||
        object == PV_NO_NODE || pv_flow_kind(f, object) != PV_NAME)
        return false;
    struct pv_str name = pv_tree_text(f->tree, object);
    return pv_str_eq(name, is_local ? PV_STR("res") : PV_STR("ctx")) ||
           pv_str_eq(name, is_local ? PV_STR("response") : PV_STR("context"));
}
