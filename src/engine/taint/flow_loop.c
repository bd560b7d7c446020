/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loops: the body is run until what is known before it does not change, at most
 * PV_TAINT_LOOPS_MAX times.
 */
#include "engine/taint/flow_internal.h"

struct loop {
    pv_node node;
    pv_node cond;
    pv_node update;
    pv_node target; /* of a loop over the elements of something */
    const struct pv_value *element;
    bool is_after; /* the condition comes after the body */
};

/* Only what is written as true: a counter that is known now is another one the next time. */
static int endless_truth(struct pv_flow *f, pv_node cond)
{
    const struct pv_value *value = pv_flow_eval(f, cond);
    enum pv_kind kind = pv_flow_kind(f, cond);
    return kind == PV_BOOL || kind == PV_INT ? pv_value_truth(value) : -1;
}

/* `for (x <- xs if cond)`: the body is run for those that the condition lets through. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_element(struct pv_flow *f, const struct loop *loop)
{
    pv_flow_bind(f, loop->target, loop->element);
    pv_node cond = pv_flow_child(f, loop->node, PV_ROLE_COND);
    if (cond == PV_NO_NODE)
        return;
    (void)pv_flow_eval(f, cond);
    pv_flow_guard(f, cond, true);
}

/* One time round: from f->env to f->env. What leaves by the condition is joined to `out`. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void go_round(struct pv_flow *f, const struct loop *loop, struct pv_flow_loop *jumps,
                     struct pv_env *out)
{
    int truth = -1;
    if (!loop->is_after)
        truth = loop->cond == PV_NO_NODE ? -1 : endless_truth(f, loop->cond);
    bool is_endless = !loop->is_after && loop->cond == PV_NO_NODE && loop->target == PV_NO_NODE &&
                      loop->update == PV_NO_NODE;
    if (!loop->is_after && truth != 1 && !is_endless)
        *out = pv_env_join(&f->values, *out, pv_env_copy(&f->values, &f->env));
    if (truth == 0)
        f->env.is_dead = true;
    if (loop->target != PV_NO_NODE && !f->env.is_dead)
        bind_element(f, loop);
    jumps->continued.is_dead = true;
    (void)pv_flow_eval(f, pv_flow_child(f, loop->node, PV_ROLE_BODY));
    f->env = pv_env_join(&f->values, f->env, jumps->continued);
    (void)pv_flow_eval(f, loop->update);
    if (!loop->is_after)
        return;
    truth = loop->cond == PV_NO_NODE ? -1 : endless_truth(f, loop->cond);
    if (truth != 1)
        *out = pv_env_join(&f->values, *out, pv_env_copy(&f->values, &f->env));
    if (truth == 0)
        f->env.is_dead = true;
}

/* The condition holds by what is known before the loop, so that its body is run once for sure. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static bool is_entered(struct pv_flow *f, const struct loop *loop)
{
    enum pv_kind kind = pv_flow_kind(f, loop->cond);
    return !loop->is_after && kind == PV_BINARY && pv_value_truth(pv_flow_eval(f, loop->cond)) == 1;
}

/* That one time. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void enter(struct pv_flow *f, const struct loop *loop, struct pv_flow_loop *jumps)
{
    jumps->continued.is_dead = true;
    (void)pv_flow_eval(f, pv_flow_child(f, loop->node, PV_ROLE_BODY));
    f->env = pv_env_join(&f->values, f->env, jumps->continued);
    (void)pv_flow_eval(f, loop->update);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run(struct pv_flow *f, const struct loop *loop)
{
    struct pv_flow_loop jumps = {
        .node = loop->node, .broke = {.is_dead = true}, .outer = f->frame->loop};
    struct pv_env out = {.is_dead = true};
    f->frame->loop = &jumps;
    if (is_entered(f, loop))
        enter(f, loop, &jumps);
    for (int i = 0; i < PV_TAINT_LOOPS_MAX && !f->env.is_dead && !pv_flow_is_over(f); i++) {
        struct pv_env before = pv_env_copy(&f->values, &f->env);
        out.is_dead = true;
        go_round(f, loop, &jumps, &out);
        struct pv_env again = pv_env_join(&f->values, pv_env_copy(&f->values, &before), f->env);
        if (f->env.is_dead || pv_env_equal(&again, &before))
            break;
        f->env = again;
    }
    f->frame->loop = jumps.outer;
    f->env = pv_env_join(&f->values, out, jumps.broke);
    return jumps.value ? jumps.value : &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_while(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    pv_node cond = pv_flow_child(f, node, PV_ROLE_COND);
    const struct loop loop = {
        .node = node, .cond = cond, .update = PV_NO_NODE, .target = PV_NO_NODE};
    const struct pv_value *value = run(f, &loop);
    (void)pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_ELSE));
    return value;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_do(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    (void)run(f, &(struct loop){.node = node,
                                .cond = pv_flow_child(f, node, PV_ROLE_COND),
                                .update = PV_NO_NODE,
                                .target = PV_NO_NODE,
                                .is_after = true});
    return &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_for(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        if (pv_flow_at(f, at)->role == PV_ROLE_INIT)
            (void)pv_flow_eval(f, at);
    (void)run(f, &(struct loop){.node = node,
                                .cond = pv_flow_child(f, node, PV_ROLE_COND),
                                .update = pv_flow_child(f, node, PV_ROLE_UPDATE),
                                .target = PV_NO_NODE});
    return &pv_value_clean;
}

/* `for i, x := range xs` of Go: a place or key, which is as tainted as the list itself, and x. */
static const struct pv_value *with_index(struct pv_flow *f, const struct pv_value *list,
                                         const struct pv_value *element)
{
    const struct pv_value *key = pv_value_add(&f->values, &pv_value_clean, list);
    const struct pv_value *out = pv_value_with(&f->values, &pv_value_clean, f->words.index[0], key);
    return pv_value_with(&f->values, out, f->words.index[1], element);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_for_each(struct pv_flow *f, pv_node node,
                                        const struct pv_value **shown)
{
    (void)shown;
    const struct pv_value *list = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_VALUE));
    pv_node target = pv_flow_child(f, node, PV_ROLE_TARGET);
    const struct pv_value *element = pv_value_field(&f->values, list, PV_KEY_ANY);
    if (target != PV_NO_NODE && pv_flow_kind(f, target) == PV_TUPLE && pv_flow_is(f, "go"))
        element = with_index(f, list, element);
    (void)run(f, &(struct loop){
                     .node = node,
                     .cond = PV_NO_NODE,
                     .update = PV_NO_NODE,
                     .target = target == PV_NO_NODE ? pv_flow_child(f, node, PV_ROLE_INIT) : target,
                     .element = element});
    return pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_ELSE));
}
