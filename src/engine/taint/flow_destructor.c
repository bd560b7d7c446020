/* SPDX-License-Identifier: Apache-2.0 */
/* What C++ runs when an object ends: at the end of its block, or when it is deleted. */
#include "engine/taint/flow_internal.h"

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_destroy(struct pv_flow *f, const struct pv_value *object)
{
    const struct pv_class *class =
        object->class ? pv_functions_class(f->functions, object->class) : NULL;
    struct pv_flow_args args = {.self = object};
    for (int i = 0; class && i < PV_TAINT_BASES_MAX && !f->env.is_dead; i++) {
        if (class->destructor != PV_NO_NODE && pv_flow_can_invoke(f, class->destructor))
            (void)pv_flow_invoke(f, class->destructor, &args);
        class = class->base ? pv_functions_class(f->functions, class->base) : NULL;
    }
}

/* An object itself, not what points to one or is another name of one. */
static bool is_owned(const struct pv_flow *f, pv_node var)
{
    pv_node type = pv_flow_child(f, var, PV_ROLE_TYPE);
    pv_node target = pv_flow_child(f, var, PV_ROLE_TARGET);
    if (pv_flow_kind(f, var) != PV_VAR || type == PV_NO_NODE || target == PV_NO_NODE ||
        (pv_flow_kind(f, type) != PV_TYPE && pv_flow_kind(f, type) != PV_GENERIC))
        return false;
    uint32_t start = pv_flow_at(f, var)->start;
    struct pv_str before = pv_str_sub(f->tree->text, start, pv_flow_at(f, target)->start);
    return pv_str_find(before, PV_STR("&"), 0) == SIZE_MAX &&
           pv_str_find(before, PV_STR("static"), 0) == SIZE_MAX;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_end_block(struct pv_flow *f, pv_node block)
{
    if (!f->has_destructors || block == PV_NO_NODE || f->rule->options.is_within_functions)
        return;
    for (pv_node at = pv_tree_first(f->tree, block); at != PV_NO_NODE && !f->env.is_dead;
         at = pv_tree_next(f->tree, at)) {
        uint32_t number = is_owned(f, at)
                              ? pv_defs_number(f->file->defs, pv_flow_child(f, at, PV_ROLE_TARGET))
                              : UINT32_MAX;
        const struct pv_value *object = number == UINT32_MAX ? NULL : pv_env_get(&f->env, number);
        if (object)
            pv_flow_destroy(f, object);
    }
}
