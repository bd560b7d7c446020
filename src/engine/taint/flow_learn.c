/* SPDX-License-Identifier: Apache-2.0 */
/* What one method of a class leaves in the fields of an object, and another finds there. */
#include "engine/taint/flow_internal.h"
#include "engine/taint/unit.h"

/*
 * Languages whose frameworks make a controller anew for each request: what one of its actions
 * keeps, no other sees.
 */
static bool is_of_one_request(const struct pv_flow *f, const struct pv_class *class)
{
    pv_node name = pv_flow_child(f, class->node, PV_ROLE_NAME);
    bool is_controller =
        name != PV_NO_NODE && pv_str_has_suffix(pv_tree_text(f->tree, name), PV_STR("Controller"));
    return is_controller &&
           (pv_flow_is(f, "ruby") || pv_flow_is(f, "php") || pv_flow_is(f, "csharp"));
}

/* `before_action :load`: the class names a method of its own that runs besides an action. */
static bool is_named_in(const struct pv_flow *f, pv_node body, pv_word method)
{
    pv_node at = body == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, body);
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at))
        for (pv_node i = at; pv_flow_kind(f, at) == PV_EXPR_STMT && i < pv_flow_at(f, at)->after;
             i++)
            if (pv_flow_kind(f, i) == PV_NAME && pv_flow_at(f, i)->word == method)
                return true;
    return false;
}

void pv_flow_leave_object(struct pv_flow *f, const struct pv_class *class, pv_node method,
                          const struct pv_value *self)
{
    const struct pv_value **left = &f->left[class - f->functions->classes.p];
    pv_node name = pv_flow_child(f, method, PV_ROLE_NAME);
    if (is_of_one_request(f, class) &&
        (name == PV_NO_NODE ||
         !is_named_in(f, pv_flow_child(f, class->node, PV_ROLE_BODY), pv_flow_at(f, name)->word)))
        return;
    *left = *left ? pv_value_join(&f->values, *left, self) : self;
}

/* How many sources the fields of an object come from, one by one. */
static size_t sources_in(struct pv_flow *f, const struct pv_value *object)
{
    size_t n = object->n_taints;
    for (size_t i = 0; i < object->n_fields; i++)
        n += pv_value_reach(&f->values, object->fields[i].value)->n_taints;
    return n;
}

bool pv_flow_learn_fields(struct pv_flow *f)
{
    bool is_new = false;
    for (size_t i = 0; i < f->functions->classes.n && !pv_flow_is_over(f); i++) {
        if (!f->left[i] || !f->seeds[i] || !pv_value_is_tainted(f->left[i]))
            continue;
        /* In a class of another file it is not plain enough that one comes after the other. */
        if (pv_functions_module(f->functions, f->functions->classes.p[i].node) > 0)
            continue;
        const struct pv_value *joined = pv_value_join(&f->values, f->seeds[i], f->left[i]);
        is_new |= sources_in(f, joined) > sources_in(f, f->seeds[i]);
        f->seeds[i] = joined;
    }
    /* What calls came to before, they came to without it. */
    for (size_t i = 0; is_new && i < f->n_lists; i++)
        f->runs[i] = NULL;
    return is_new;
}
