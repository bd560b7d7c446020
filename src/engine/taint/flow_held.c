/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings at calls whose result a variable holds, for rules that ask whether
 * anybody uses it: `d = make("old"); if (modern) d = make("new");` is no finding
 * where `modern` is known to hold. The value carries the number of its finding;
 * what reads it, or puts another in its place, is noted there.
 */
#include "engine/taint/flow_internal.h"

/* Marks a taint that is the number of a held finding, not that of a source. */
#define HELD UINT32_C(0x80000000)

bool pv_flow_is_held(const struct pv_taint *taint)
{
    return (taint->source & HELD) != 0;
}

/* A variable of a function, which nobody else can read. */
static bool is_local(const struct pv_flow *f, pv_node target)
{
    if (target == PV_NO_NODE || pv_flow_kind(f, target) != PV_NAME)
        return false;
    uint32_t number = pv_defs_number(f->file->defs, target);
    if (number == UINT32_MAX)
        return false;
    enum pv_kind scope = pv_flow_kind(f, pv_defs_get(f->file->defs, number)->scope);
    return scope != PV_CLASS_BODY && scope != PV_CLASS && scope != PV_FILE;
}

/* The call at `node` or around its argument, if a local variable is given what it makes. */
static pv_node holder_of(const struct pv_flow *f, pv_node node)
{
    pv_node call = node;
    while (call != PV_NO_NODE && pv_flow_kind(f, call) != PV_CALL &&
           pv_flow_kind(f, call) != PV_NEW)
        call = call == node || pv_flow_kind(f, call) == PV_ARGS ? pv_flow_at(f, call)->parent
                                                                : PV_NO_NODE;
    pv_node at = call;
    pv_node parent = call == PV_NO_NODE ? call : pv_flow_at(f, call)->parent;
    while (parent != PV_NO_NODE && pv_flow_kind(f, parent) == PV_CAST) {
        at = parent;
        parent = pv_flow_at(f, parent)->parent;
    }
    bool is_given = parent != PV_NO_NODE && pv_flow_at(f, at)->role == PV_ROLE_VALUE &&
                    (pv_flow_kind(f, parent) == PV_VAR || pv_flow_kind(f, parent) == PV_ASSIGN);
    return is_given && is_local(f, pv_flow_child(f, parent, PV_ROLE_TARGET)) ? call : PV_NO_NODE;
}

bool pv_flow_hold(struct pv_flow *f, pv_node node, const struct pv_mark *sink,
                  const struct pv_value *value)
{
    pv_node call = f->rule->options.is_safe_unused ? holder_of(f, node) : PV_NO_NODE;
    struct pv_flow_held *slot = NULL;
    if (call == PV_NO_NODE)
        return false;
    PV_VEC_EACH (struct pv_flow_held, held, &f->held)
        if (held->sink == sink && held->call == call) {
            held->value = pv_value_add(&f->values, held->value, value);
            return true;
        }
    if (!pv_is_ok(PV_VEC_PUSH(f->values.mem, &f->held, &slot, NULL)))
        return false;
    *slot = (struct pv_flow_held){.sink = sink, .call = call, .value = value};
    return true;
}

const struct pv_value *pv_flow_held_mark(struct pv_flow *f, pv_node node,
                                         const struct pv_value *value)
{
    for (size_t i = 0; i < f->held.n; i++)
        if (f->held.p[i].call == node)
            value =
                pv_value_taint(&f->values, value, (struct pv_taint){.source = HELD | (uint32_t)i});
    return value;
}

void pv_flow_held_read(struct pv_flow *f, const struct pv_value *value)
{
    for (size_t i = 0; f->held.n > 0 && i < value->n_taints; i++)
        if (pv_flow_is_held(&value->taints[i]))
            f->held.p[value->taints[i].source & ~HELD].is_read = true;
}

void pv_flow_held_write(struct pv_flow *f, const struct pv_value *before,
                        const struct pv_value *after)
{
    for (size_t i = 0; f->held.n > 0 && before && i < before->n_taints; i++) {
        const struct pv_taint *taint = &before->taints[i];
        bool stays = !pv_flow_is_held(taint);
        for (size_t k = 0; k < after->n_taints; k++)
            stays |= after->taints[k].source == taint->source;
        if (!stays)
            f->held.p[taint->source & ~HELD].is_replaced = true;
    }
}

void pv_flow_held_report(struct pv_flow *f)
{
    for (size_t i = 0; i < f->held.n; i++) {
        const struct pv_flow_held *held = &f->held.p[i];
        if (held->is_read || !held->is_replaced || f->is_cut)
            pv_flow_report(f, held->sink, PV_END_SINK, held->value);
    }
}
