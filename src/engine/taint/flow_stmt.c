/* SPDX-License-Identifier: Apache-2.0 */
/* Statements that run one after another, or where a condition holds. */
#include "engine/taint/flow_internal.h"
#include "engine/taint/unit.h"

/* The value of a block is that of its last statement. */
/* Statements in a row, from one on. What only a jump reaches begins at a label. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run_from(struct pv_flow *f, pv_node at)
{
    const struct pv_value *value = &pv_value_clean;
    for (; at != PV_NO_NODE && (!f->env.is_dead || f->frame->gotos);
         at = pv_tree_next(f->tree, at)) {
        if (f->frame->gotos && pv_flow_kind(f, at) == PV_LABEL)
            pv_flow_land(f, at);
        if (!f->env.is_dead)
            value = pv_flow_eval(f, at);
    }
    return value;
}

/* What a jump upwards runs again: once more, for what is not known before it. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void run_again(struct pv_flow *f, pv_node first)
{
    for (pv_node at = first; at != PV_NO_NODE; at = pv_tree_next(f->tree, at)) {
        if (pv_flow_kind(f, at) != PV_LABEL || !pv_flow_is_ahead(f, at))
            continue;
        struct pv_env end = f->env;
        f->env = (struct pv_env){.is_dead = true};
        (void)run_from(f, at);
        f->env = pv_env_join(&f->values, end, f->env);
        return;
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_block(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    pv_node first = pv_tree_first(f->tree, node);
    const struct pv_value *value = run_from(f, first);
    if (f->frame->gotos)
        run_again(f, first);
    pv_node parent = pv_flow_at(f, node)->parent;
    if (f->has_destructors && parent != PV_NO_NODE && pv_flow_kind(f, parent) != PV_FUNC)
        pv_flow_end_block(f, node);
    return value;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_if(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_INIT));
    return pv_flow_cond(f, node, shown);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_with(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        if (pv_flow_at(f, at)->role != PV_ROLE_RESOURCE)
            continue;
        const struct pv_value *value = pv_flow_eval(f, at);
        if (pv_flow_kind(f, at) != PV_VAR)
            pv_flow_bind(f, pv_flow_child(f, at, PV_ROLE_TARGET), value);
    }
    return pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_BODY));
}

/* A function in a function is run where it is written, with what it can see there. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_function(struct pv_flow *f, pv_node node,
                                        const struct pv_value **shown)
{
    (void)shown;
    if (f->frame->caller || pv_flow_kind(f, f->frame->function) != PV_FILE)
        pv_flow_enter(f, node);
    return &pv_value_clean;
}

/* Its methods are run by themselves; here only what its own body computes. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_class(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    pv_node name = pv_flow_child(f, node, PV_ROLE_NAME);
    const struct pv_class *class =
        name == PV_NO_NODE ? NULL : pv_functions_class(f->functions, pv_flow_at(f, name)->word);
    /* An object of a class of a file that is only called is made once somebody asks for it. */
    bool is_asked =
        f->unit && !pv_taint_unit_member(f->unit, pv_flow_at(f, node)->start)->is_entered;
    if (class && !is_asked)
        (void)pv_flow_seed(f, class);
    return &pv_value_clean;
}
