/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Promises of JavaScript: what `new Promise((resolve) => …)` hands to resolve, at once or in
 * functions that run later, is what waiting for it gives.
 */
#include "engine/taint/flow_internal.h"

static bool is_promise(const struct pv_flow *f, pv_node type)
{
    return pv_flow_is_js(f) && type != PV_NO_NODE &&
           pv_str_eq(pv_tree_text(f->tree, type), PV_STR("Promise"));
}

/* Whether a name is the first parameter of the function that a promise is made with. */
static bool is_resolve(const struct pv_flow *f, pv_node callee)
{
    if (callee == PV_NO_NODE || pv_flow_kind(f, callee) != PV_NAME)
        return false;
    uint32_t number = pv_defs_number(f->file->defs, callee);
    pv_node function =
        number == UINT32_MAX ? PV_NO_NODE : pv_defs_get(f->file->defs, number)->scope;
    pv_node params = function == PV_NO_NODE ? function : pv_flow_child(f, function, PV_ROLE_PARAMS);
    pv_node first = params == PV_NO_NODE ? params : pv_tree_first(f->tree, params);
    pv_node name = first == PV_NO_NODE ? first : pv_flow_child(f, first, PV_ROLE_TARGET);
    if (name == PV_NO_NODE || pv_flow_at(f, name)->word != pv_flow_at(f, callee)->word)
        return false;
    pv_node args = pv_flow_at(f, function)->parent;
    pv_node maker = args == PV_NO_NODE ? args : pv_flow_at(f, args)->parent;
    return maker != PV_NO_NODE && pv_flow_kind(f, maker) == PV_NEW &&
           is_promise(f, pv_flow_child(f, maker, PV_ROLE_TYPE));
}

void pv_flow_resolve(struct pv_flow *f, pv_node call, const struct pv_flow_args *args)
{
    if (!f->is_promising || args->n == 0 || !is_resolve(f, pv_flow_child(f, call, PV_ROLE_CALLEE)))
        return;
    f->promised =
        f->promised ? pv_value_join(&f->values, f->promised, args->values[0]) : args->values[0];
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_promise(struct pv_flow *f, pv_node type, struct pv_flow_args *args)
{
    const struct pv_value *ignored = &pv_value_clean;
    const struct pv_value *outer = f->promised;
    bool was_promising = f->is_promising;
    if (!is_promise(f, type) || args->n != 1 || args->values[0]->n_callees == 0)
        return NULL;
    f->promised = NULL;
    f->is_promising = true;
    pv_flow_callbacks(f, args, &ignored);
    const struct pv_value *promised = f->promised;
    f->promised = outer;
    f->is_promising = was_promising;
    return promised ? promised : ignored;
}
