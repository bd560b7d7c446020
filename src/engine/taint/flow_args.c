/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments of calls, as they are written. */
#include "engine/taint/flow_call_internal.h"

void pv_flow_args_add(struct pv_flow *f, struct pv_flow_args *args, pv_word name, pv_node node,
                      const struct pv_value *value)
{
    if (args->n == PV_TAINT_ARGS_MAX) {
        args->rest = args->rest ? pv_value_join(&f->values, args->rest, value) : value;
        return;
    }
    args->names[args->n] = name;
    args->nodes[args->n] = node;
    args->values[args->n++] = value;
}

/* `f(*xs)`: elements that are known are arguments, and whatever else may be. */
void pv_flow_args_spread(struct pv_flow *f, struct pv_flow_args *args, const struct pv_value *value)
{
    uint32_t i = 0;
    for (; i < PV_FLOW_INDEX_WORDS && i < value->n_fields; i++)
        pv_flow_args_add(f, args, 0, PV_NO_NODE,
                         pv_value_field(&f->values, value, f->words.index[i]));
    if (i == 0 && pv_value_is_tainted(value)) {
        const struct pv_value *any = pv_value_field(&f->values, value, PV_KEY_ANY);
        args->rest = args->rest ? pv_value_join(&f->values, args->rest, any) : any;
    }
}

/* `f(**kw)`: keys are names of parameters. */
static void add_keywords(struct pv_flow *f, struct pv_flow_args *args, const struct pv_value *value)
{
    for (size_t i = 0; i < value->n_fields; i++)
        pv_flow_args_add(f, args, value->fields[i].key, PV_NO_NODE, value->fields[i].value);
    if (value->n_taints > 0)
        args->rest = args->rest ? pv_value_join(&f->values, args->rest, value) : value;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void read_arg(struct pv_flow *f, pv_node node, struct pv_flow_args *args)
{
    enum pv_kind kind = pv_flow_kind(f, node);
    const struct pv_value *value = pv_flow_eval(f, node);
    pv_node name = kind == PV_KWARG ? pv_flow_child(f, node, PV_ROLE_NAME) : PV_NO_NODE;
    if (kind == PV_SPREAD)
        pv_flow_args_spread(f, args, value);
    else if (kind == PV_SPREAD_KW)
        add_keywords(f, args, value);
    else
        pv_flow_args_add(f, args, name == PV_NO_NODE ? 0 : pv_flow_at(f, name)->word, node, value);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_args_read_list(struct pv_flow *f, pv_node list, struct pv_flow_args *args)
{
    pv_node at = list == PV_NO_NODE ? list : pv_tree_first(f->tree, list);
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at))
        read_arg(f, at, args);
}

/* The arguments of a call, a `new`, or of what stands in either's place. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_args_read(struct pv_flow *f, pv_node call, struct pv_flow_args *args)
{
    for (pv_node at = pv_tree_first(f->tree, call); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        enum pv_role role = (enum pv_role)pv_flow_at(f, at)->role;
        if (role == PV_ROLE_CALLEE || role == PV_ROLE_TYPE || role == PV_ROLE_TARGET ||
            role == PV_ROLE_TYPE_PARAMS || role == PV_ROLE_MODIFIER || role == PV_ROLE_ATTR)
            continue;
        if (role == PV_ROLE_BODY && pv_flow_kind(f, at) == PV_CLASS_BODY)
            continue;
        if (pv_flow_kind(f, at) != PV_ARGS) {
            if (role == PV_ROLE_BODY)
                args->block = args->n + 1;
            read_arg(f, at, args);
            continue;
        }
        pv_flow_args_read_list(f, at, args);
    }
}

bool pv_flow_args_has_functions(const struct pv_flow_args *args)
{
    for (uint32_t i = 0; i < args->n; i++)
        if (args->values[i]->n_callees > 0)
            return true;
    return false;
}

const struct pv_value *pv_flow_args_sum(struct pv_flow *f, const struct pv_flow_args *args)
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
