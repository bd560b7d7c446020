/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions that outlive the function they are written in: what they see of its
 * variables goes with them, and comes back when they are called.
 */
#include "engine/taint/flow_internal.h"

enum { VALUES_DEEP = 3 };

static bool is_this(const struct pv_flow *f, pv_node name)
{
    pv_word word = pv_flow_at(f, name)->word;
    struct pv_str text = pv_tree_text(f->tree, name);
    return word == f->words.this || word == f->words.this_php || word == f->words.super ||
           word == f->words.self || (text.n > 1 && text.p[0] == '@');
}

static bool has(const struct pv_flow_captures *it, uint32_t key)
{
    for (uint32_t i = 0; i < it->n; i++)
        if (it->keys[i] == key)
            return true;
    return false;
}

static void note(struct pv_flow *f, struct pv_flow_captures *it, pv_node name)
{
    uint32_t key = pv_defs_number(f->file->defs, name);
    if (key == UINT32_MAX) {
        if (!is_this(f, name))
            return;
        key = PV_VAR_THIS;
    } else {
        pv_node scope = pv_defs_get(f->file->defs, key)->scope;
        bool is_inside = scope >= it->function && scope < pv_flow_at(f, it->function)->after;
        if (is_inside || pv_flow_kind(f, scope) == PV_FILE)
            return;
        if (pv_flow_kind(f, scope) == PV_CLASS_BODY || pv_flow_kind(f, scope) == PV_CLASS)
            key = PV_VAR_THIS;
    }
    if (it->n < PV_TAINT_CAPTURES_MAX && !has(it, key))
        it->keys[it->n++] = key;
}

/* The variables of functions around it that a function mentions; looked for once. */
static const struct pv_flow_captures *captures_of(struct pv_flow *f, pv_node function)
{
    struct pv_flow_captures **list = &f->captures[function % f->n_lists];
    for (const struct pv_flow_captures *at = *list; at; at = at->next)
        if (at->function == function)
            return at;
    struct pv_flow_captures *made = NULL;
    if (f->values.stop == PV_OK)
        f->values.stop = PV_NEW(f->values.mem, &made, NULL).code;
    if (!made)
        return NULL;
    *made = (struct pv_flow_captures){.function = function, .next = *list};
    for (pv_node i = function; i < pv_flow_at(f, function)->after; i++)
        if (pv_flow_kind(f, i) == PV_NAME)
            note(f, made, i);
    *list = made;
    return made;
}

static bool lies_in(const struct pv_flow *f, pv_node inner, pv_node outer)
{
    return inner > outer && inner < pv_flow_at(f, outer)->after;
}

static bool is_of(const struct pv_flow *f, uint32_t key, pv_node function)
{
    if (key == PV_VAR_THIS)
        return pv_flow_kind(f, function) == PV_FUNC;
    pv_node scope = pv_defs_get(f->file->defs, key)->scope;
    return scope >= function && scope < pv_flow_at(f, function)->after;
}

/* Where the caller keeps what it gave to the parameter that `key` is. */
static pv_node origin_of(const struct pv_flow *f, uint32_t key, const struct pv_flow_left *left)
{
    for (uint32_t i = 0; i < left->args->n; i++) {
        pv_node param = left->owners[i];
        pv_node target = param == PV_NO_NODE ? param : pv_flow_child(f, param, PV_ROLE_TARGET);
        if (target != PV_NO_NODE && pv_defs_number(f->file->defs, target) == key)
            return left->args->nodes[i];
    }
    return PV_NO_NODE;
}

static const struct pv_closure *capture_callee(struct pv_flow *f, const struct pv_closure *closure,
                                               pv_node callee, const struct pv_flow_left *left)
{
    const struct pv_flow_captures *captures = captures_of(f, callee);
    for (uint32_t i = 0; captures && i < captures->n; i++) {
        uint32_t key = captures->keys[i];
        const struct pv_value *value = pv_env_get(&f->env, key);
        if (value && is_of(f, key, left->function))
            closure =
                pv_closure_with(&f->values, closure,
                                (struct pv_captured){
                                    .key = key, .origin = origin_of(f, key, left), .value = value});
    }
    return closure;
}

/* NOLINTNEXTLINE(misc-no-recursion): VALUES_DEEP */
static const struct pv_value *capture(struct pv_flow *f, const struct pv_value *value,
                                      const struct pv_flow_left *left, int depth)
{
    const struct pv_closure *closure = value->closure;
    const struct pv_value *out = value;
    for (uint8_t i = 0; i < value->n_callees; i++)
        if (lies_in(f, value->callees[i], left->function))
            closure = capture_callee(f, closure, value->callees[i], left);
    if (closure != value->closure)
        out = pv_value_enclosing(&f->values, out, closure);
    for (size_t i = 0; depth > 0 && i < value->n_fields; i++) {
        const struct pv_value *field = capture(f, value->fields[i].value, left, depth - 1);
        if (field != value->fields[i].value)
            out = pv_value_with(&f->values, out, value->fields[i].key, field);
    }
    return out;
}

const struct pv_value *pv_flow_capture(struct pv_flow *f, const struct pv_value *value,
                                       const struct pv_flow_left *left)
{
    return f->env.is_dead || !value ? value : capture(f, value, left, VALUES_DEEP);
}

void pv_flow_closure_open(struct pv_flow *f, const struct pv_closure *closure,
                          struct pv_flow_opened *opened)
{
    *opened = (struct pv_flow_opened){.closure = closure};
    for (uint32_t i = 0; closure && i < closure->n; i++) {
        uint32_t key = closure->p[i].key;
        const struct pv_value *before = pv_env_get(&f->env, key);
        if (before && key != PV_VAR_THIS)
            continue;
        opened->is_open[i] = true;
        opened->before = key == PV_VAR_THIS ? before : opened->before;
        pv_env_set(&f->values, &f->env, key, closure->p[i].value);
    }
}

void pv_flow_closure_close(struct pv_flow *f, const struct pv_flow_opened *opened)
{
    const struct pv_closure *closure = opened->closure;
    for (uint32_t i = 0; closure && !f->env.is_dead && i < closure->n; i++) {
        const struct pv_captured *it = &closure->p[i];
        struct pv_flow_place place = {0};
        if (!opened->is_open[i])
            continue;
        const struct pv_value *after = pv_env_get(&f->env, it->key);
        if (it->key == PV_VAR_THIS)
            pv_env_set(&f->values, &f->env, it->key,
                       opened->before ? opened->before : &pv_value_clean);
        else
            pv_env_drop(&f->values, &f->env, it->key);
        if (after && it->origin != PV_NO_NODE && after != it->value &&
            pv_flow_place(f, it->origin, &place) && pv_env_get(&f->env, place.var))
            pv_flow_write(f, &place, after);
        else if (after && after != it->value && it->key != PV_VAR_THIS)
            pv_flow_ends(f, f->now, after, PV_END_KEPT);
    }
}
