/* SPDX-License-Identifier: Apache-2.0 */
/* What leaves the place at hand: return, break, throw; and try, where throws arrive. */
#include "engine/taint/flow_internal.h"

/* What a bare `return` gives where a function has names for its results, as in Go. */
static const struct pv_value *named_result(struct pv_flow *f)
{
    pv_node results = pv_flow_child(f, f->frame->function, PV_ROLE_RESULT);
    const struct pv_value *out = &pv_value_clean;
    uint32_t n = 0;
    if (results == PV_NO_NODE || pv_flow_kind(f, results) != PV_PARAMS)
        return out;
    for (pv_node at = pv_tree_first(f->tree, results); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at), n++) {
        struct pv_flow_place place = {0};
        pv_node target = pv_flow_child(f, at, PV_ROLE_TARGET);
        if (target == PV_NO_NODE || n == PV_FLOW_INDEX_WORDS || !pv_flow_place(f, target, &place))
            return &pv_value_clean;
        const struct pv_value *value = pv_flow_read(f, &place);
        if (n == 0 && pv_tree_next(f->tree, at) == PV_NO_NODE)
            return value;
        out = pv_value_with(&f->values, out, f->words.index[n], value);
    }
    return out;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_return(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    struct pv_flow_frame *frame = f->frame;
    pv_node written = pv_flow_child(f, node, PV_ROLE_VALUE);
    const struct pv_value *value =
        written == PV_NO_NODE ? named_result(f) : pv_flow_eval(f, written);
    if (f->env.is_dead)
        return &pv_value_clean;
    value = pv_flow_marked(f, node, value);
    frame->result = frame->result ? pv_value_join(&f->values, frame->result, value) : value;
    frame->returned = pv_env_join(&f->values, frame->returned, pv_env_copy(&f->values, &f->env));
    f->env.is_dead = true;
    return value;
}

/* What a generator gives is what its caller goes through. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_yield(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    struct pv_flow_frame *frame = f->frame;
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_VALUE));
    const struct pv_value *all = pv_value_reach(&f->values, value);
    frame->result = frame->result ? pv_value_join(&f->values, frame->result, all) : all;
    return value;
}

/* The loop that a jump leaves or goes on with: the innermost, or the one of its label. */
static struct pv_flow_loop *loop_of(const struct pv_flow *f, pv_node jump, bool is_continue)
{
    pv_node label = pv_flow_child(f, jump, PV_ROLE_LABEL);
    if (label == PV_NO_NODE)
        label = pv_tree_first(f->tree, jump);
    if (label != PV_NO_NODE && pv_flow_at(f, label)->role == PV_ROLE_VALUE)
        label = PV_NO_NODE;
    struct pv_flow_loop *loop = f->frame->loop;
    while (loop && (is_continue || label != PV_NO_NODE) && loop->outer) {
        pv_node parent = pv_flow_at(f, loop->node)->parent;
        while (parent != PV_NO_NODE && pv_flow_kind(f, parent) == PV_BLOCK)
            parent = pv_flow_at(f, parent)->parent;
        bool is_labelled = parent != PV_NO_NODE && pv_flow_kind(f, parent) == PV_LABEL;
        pv_node name = is_labelled ? pv_flow_child(f, parent, PV_ROLE_NAME) : PV_NO_NODE;
        if (name == PV_NO_NODE && is_labelled)
            name = pv_tree_first(f->tree, parent);
        bool is_it = label == PV_NO_NODE
                         ? !loop->is_switch
                         : name != PV_NO_NODE &&
                               pv_str_eq(pv_tree_text(f->tree, name), pv_tree_text(f->tree, label));
        if (is_it)
            return loop;
        loop = loop->outer;
    }
    return loop;
}

const struct pv_value *pv_flow_break(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    struct pv_flow_loop *loop = loop_of(f, node, false);
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_VALUE));
    if (loop && !f->env.is_dead)
        loop->value = loop->value ? pv_value_join(&f->values, loop->value, value) : value;
    if (loop)
        loop->broke = pv_env_join(&f->values, loop->broke, f->env);
    f->env = (struct pv_env){.is_dead = true};
    return &pv_value_clean;
}

const struct pv_value *pv_flow_continue(struct pv_flow *f, pv_node node,
                                        const struct pv_value **shown)
{
    (void)shown;
    struct pv_flow_loop *loop = loop_of(f, node, true);
    if (loop)
        loop->continued = pv_env_join(&f->values, loop->continued, f->env);
    f->env = (struct pv_env){.is_dead = true};
    return &pv_value_clean;
}

static struct pv_flow_goto *goto_of(const struct pv_flow *f, pv_node label)
{
    struct pv_flow_goto *at = f->frame->gotos;
    while (at && !pv_str_eq(pv_tree_text(f->tree, at->label), pv_tree_text(f->tree, label)))
        at = at->next;
    return at;
}

/*
 * What holds at a `goto` holds at its label, too, once that is reached. Past the limit what follows
 * is run as if nothing had jumped.
 */
const struct pv_value *pv_flow_goto(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    pv_node label = pv_flow_child(f, node, PV_ROLE_LABEL);
    if (label == PV_NO_NODE || pv_flow_kind(f, label) != PV_NAME ||
        f->frame->n_gotos >= PV_TAINT_GOTOS_MAX)
        return &pv_value_clean;
    struct pv_flow_goto *jump = goto_of(f, label);
    if (!jump) {
        f->values.stop = PV_NEW(f->values.mem, &jump, NULL).code;
        if (f->values.stop != PV_OK)
            return &pv_value_clean;
        *jump = (struct pv_flow_goto){
            .label = label, .env = {.is_dead = true}, .next = f->frame->gotos};
        f->frame->gotos = jump;
        f->frame->n_gotos++;
    }
    jump->is_ahead = true;
    jump->env = pv_env_join(&f->values, jump->env, pv_env_copy(&f->values, &f->env));
    f->env.is_dead = true;
    return &pv_value_clean;
}

void pv_flow_land(struct pv_flow *f, pv_node node)
{
    pv_node label = pv_flow_child(f, node, PV_ROLE_LABEL);
    struct pv_flow_goto *jump = label == PV_NO_NODE || !f->frame->gotos ? NULL : goto_of(f, label);
    if (!jump || jump->env.is_dead)
        return;
    jump->is_ahead = false;
    f->env = pv_env_join(&f->values, f->env, pv_env_copy(&f->values, &jump->env));
}

bool pv_flow_is_ahead(const struct pv_flow *f, pv_node node)
{
    pv_node label = pv_flow_child(f, node, PV_ROLE_LABEL);
    struct pv_flow_goto *jump = label == PV_NO_NODE || !f->frame->gotos ? NULL : goto_of(f, label);
    return jump && jump->is_ahead;
}

static void throw_value(struct pv_flow *f, const struct pv_value *value)
{
    struct pv_flow_try *attempt = f->frame->attempt;
    if (!attempt || f->env.is_dead)
        return;
    attempt->thrown = pv_env_join(&f->values, attempt->thrown, pv_env_copy(&f->values, &f->env));
    attempt->value = attempt->value ? pv_value_join(&f->values, attempt->value, value) : value;
}

void pv_flow_may_throw(struct pv_flow *f)
{
    throw_value(f, &pv_value_clean);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_throw(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    const struct pv_value *value = pv_flow_whole(f, node, shown);
    pv_flow_ends(f, node, value, PV_END_THROWN);
    pv_flow_raise(f, value);
    return value;
}

void pv_flow_raise(struct pv_flow *f, const struct pv_value *value)
{
    throw_value(f, value);
    f->env = (struct pv_env){.is_dead = true};
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run_body(struct pv_flow *f, pv_node node, struct pv_flow_try *attempt)
{
    attempt->outer = f->frame->attempt;
    f->frame->attempt = attempt;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        if (pv_flow_at(f, at)->role == PV_ROLE_RESOURCE) {
            const struct pv_value *value = pv_flow_eval(f, at);
            if (pv_flow_kind(f, at) != PV_VAR)
                pv_flow_bind(f, pv_flow_child(f, at, PV_ROLE_TARGET), value);
        }
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_BODY));
    f->frame->attempt = attempt->outer;
    pv_node otherwise = pv_flow_child(f, node, PV_ROLE_ELSE);
    return otherwise == PV_NO_NODE ? value : pv_flow_eval(f, otherwise);
}

/* Where the handlers end, and what they give; what they throw themselves is added to `lost`. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run_handlers(struct pv_flow *f, pv_node node,
                                           const struct pv_flow_try *attempt,
                                           struct pv_flow_try *lost, struct pv_env *end)
{
    const struct pv_value *out = &pv_value_clean;
    lost->outer = f->frame->attempt;
    f->frame->attempt = lost;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        if (pv_flow_at(f, at)->role != PV_ROLE_CATCH || attempt->thrown.is_dead)
            continue;
        f->env = pv_env_copy(&f->values, &attempt->thrown);
        pv_flow_bind(f, pv_flow_child(f, at, PV_ROLE_TARGET),
                     attempt->value ? attempt->value : &pv_value_clean);
        pv_node body = pv_flow_child(f, at, PV_ROLE_BODY);
        const struct pv_value *value = pv_flow_eval(f, body == PV_NO_NODE ? at : body);
        if (!f->env.is_dead)
            out = pv_value_join(&f->values, out, value);
        *end = pv_env_join(&f->values, *end, f->env);
    }
    f->frame->attempt = lost->outer;
    return out;
}

/*
 * `finally` runs after an orderly end, and once more for what no handler took:
 * that goes on outwards. A return within the try is not held up by it.
 */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_try(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    struct pv_flow_try attempt = {.thrown = {.is_dead = true}};
    struct pv_flow_try lost = {.thrown = {.is_dead = true}};
    pv_node finally = pv_flow_child(f, node, PV_ROLE_FINALLY);
    const struct pv_value *value = run_body(f, node, &attempt);
    struct pv_env end = f->env;
    const struct pv_value *handled = run_handlers(f, node, &attempt, &lost, &end);
    f->env = pv_env_join(&f->values, pv_env_copy(&f->values, &attempt.thrown), lost.thrown);
    if (finally != PV_NO_NODE && f->env.is_dead && end.is_dead && !f->frame->returned.is_dead)
        f->env = pv_env_copy(&f->values, &f->frame->returned);
    (void)pv_flow_eval(f, finally);
    throw_value(f, attempt.value ? attempt.value : &pv_value_clean);
    /* Where nothing ends in order, what comes after may still be reached by what is not seen. */
    if (end.is_dead && finally != PV_NO_NODE && f->frame->returned.is_dead)
        return &pv_value_clean;
    f->env = end;
    (void)pv_flow_eval(f, finally);
    return pv_value_join(&f->values, value, handled);
}
