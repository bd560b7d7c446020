/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/value.h"

#include "base/assert.h"
#include "engine/taint/taint_limits.h"
#include "engine/taint/value_internal.h"

const struct pv_value pv_value_clean = {0};

void *pv_value_take(struct pv_values *v, size_t count, size_t size)
{
    void *out = NULL;
    if (v->stop == PV_OK) {
        struct pv_result result = pv_arena_take_array(v->mem, count, size, &out, NULL);
        v->stop = result.code;
    }
    return v->stop == PV_OK ? out : NULL;
}

struct pv_value *pv_value_copy(struct pv_values *v, const struct pv_value *value)
{
    struct pv_value *out = pv_value_take(v, 1, sizeof *out);
    if (out)
        *out = *value;
    return out;
}

const struct pv_value *pv_value_new(struct pv_values *v, struct pv_value value)
{
    struct pv_value *out = pv_value_copy(v, &value);
    return out ? out : &pv_value_clean;
}

const struct pv_value *pv_value_of_function(struct pv_values *v, pv_node function)
{
    pv_node *callee = pv_value_take(v, 1, sizeof *callee);
    if (!callee)
        return &pv_value_clean;
    *callee = function;
    return pv_value_new(v, (struct pv_value){.callees = callee, .n_callees = 1});
}

static int compare_taints(const struct pv_taint *a, const struct pv_taint *b)
{
    pv_assume(a && b);
    if (a->label != b->label)
        return a->label < b->label ? -1 : 1;
    return (a->source > b->source) - (a->source < b->source);
}

void pv_value_forget_constant(struct pv_value *value)
{
    value->constant = PV_VALUE_UNKNOWN;
    value->word = 0;
    value->number = 0;
    value->text = (struct pv_str){0};
}

const struct pv_value *pv_value_variable(struct pv_values *v, const struct pv_value *value)
{
    if (value->constant == PV_VALUE_UNKNOWN && !value->prefix.p)
        return value;
    struct pv_value *out = pv_value_copy(v, value);
    if (!out)
        return value;
    pv_value_forget_constant(out);
    out->prefix = (struct pv_str){0};
    return out;
}

/* Of two ways from one source the shorter tells the story; of two as long, the one further up. */
static bool is_better(const struct pv_trail *a, const struct pv_trail *b)
{
    uint32_t length_a = a ? a->length : 0;
    uint32_t length_b = b ? b->length : 0;
    if (length_a != length_b)
        return length_a < length_b;
    bool is_up = false;
    for (; a != b && a && b; a = a->before, b = b->before)
        if (a->node != b->node)
            is_up = a->node < b->node;
    return is_up;
}

bool pv_value_has_taints(const struct pv_value *a, const struct pv_value *b)
{
    size_t i = 0;
    for (size_t k = 0; k < b->n_taints; k++) {
        while (i < a->n_taints && compare_taints(&a->taints[i], &b->taints[k]) < 0)
            i++;
        if (i == a->n_taints || compare_taints(&a->taints[i], &b->taints[k]) != 0 ||
            is_better(b->taints[k].trail, a->taints[i].trail))
            return false;
    }
    return true;
}

void pv_value_join_taints(struct pv_values *v, struct pv_value *out, const struct pv_value *a,
                          const struct pv_value *b)
{
    size_t i = 0;
    size_t k = 0;
    size_t n = 0;
    if (pv_value_has_taints(a, b) || pv_value_has_taints(b, a)) {
        const struct pv_value *all = pv_value_has_taints(a, b) ? a : b;
        out->taints = all->taints;
        out->n_taints = all->n_taints;
        return;
    }
    struct pv_taint *taints = pv_value_take(v, (size_t)a->n_taints + b->n_taints, sizeof *taints);
    while (taints && (i < a->n_taints || k < b->n_taints) && n < PV_TAINT_TAINTS_MAX) {
        int order = i == a->n_taints   ? 1
                    : k == b->n_taints ? -1
                                       : compare_taints(&a->taints[i], &b->taints[k]);
        bool is_of_b =
            order > 0 || (order == 0 && is_better(b->taints[k].trail, a->taints[i].trail));
        taints[n++] = is_of_b ? b->taints[k] : a->taints[i];
        i += order <= 0;
        k += order >= 0;
    }
    out->taints = taints;
    out->n_taints = (uint16_t)n;
}

const struct pv_value *pv_value_add(struct pv_values *v, const struct pv_value *value,
                                    const struct pv_value *from)
{
    if (pv_value_has_taints(value, from))
        return value;
    struct pv_value *out = pv_value_copy(v, value);
    if (!out)
        return value;
    pv_value_join_taints(v, out, value, from);
    out->is_checked = false;
    out->prefix = (struct pv_str){0};
    return out;
}

const struct pv_value *pv_value_prefixed(struct pv_values *v, const struct pv_value *value,
                                         struct pv_str prefix)
{
    struct pv_value *out = pv_value_copy(v, value);
    if (!out)
        return value;
    out->prefix = prefix;
    return out;
}

const struct pv_value *pv_value_taint(struct pv_values *v, const struct pv_value *value,
                                      struct pv_taint taint)
{
    struct pv_taint *kept = pv_value_take(v, 1, sizeof *kept);
    if (!kept)
        return value;
    *kept = taint;
    struct pv_value one = {.taints = kept, .n_taints = 1};
    return pv_value_add(v, value, &one);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
static const struct pv_value *gather(struct pv_values *v, const struct pv_value *sum,
                                     const struct pv_value *value)
{
    sum = pv_value_add(v, sum, value);
    for (size_t i = 0; i < value->n_fields; i++)
        sum = gather(v, sum, value->fields[i].value);
    return sum;
}

const struct pv_value *pv_value_reach(struct pv_values *v, const struct pv_value *value)
{
    return pv_value_is_tainted(value) ? gather(v, &pv_value_clean, value) : &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
bool pv_value_is_tainted(const struct pv_value *value)
{
    if (value->n_taints > 0)
        return true;
    for (size_t i = 0; i < value->n_fields; i++)
        if (pv_value_is_tainted(value->fields[i].value))
            return true;
    return false;
}

/* The way so far, and `node`; the same way when it ends there already or is long enough. */
static const struct pv_trail *extend(struct pv_values *v, const struct pv_trail *trail,
                                     pv_node node)
{
    if (trail && (trail->node == node || trail->length >= PV_TAINT_STEPS_MAX))
        return trail;
    struct pv_trail *out = pv_value_take(v, 1, sizeof *out);
    if (!out)
        return trail;
    *out = (struct pv_trail){node, trail ? trail->length + 1 : 1, trail};
    return out;
}

const struct pv_value *pv_value_moved(struct pv_values *v, const struct pv_value *value,
                                      pv_node node)
{
    if (value->n_taints == 0)
        return value;
    struct pv_value *out = pv_value_copy(v, value);
    struct pv_taint *taints = pv_value_take(v, value->n_taints, sizeof *taints);
    if (!out || !taints)
        return value;
    for (size_t i = 0; i < value->n_taints; i++) {
        taints[i] = value->taints[i];
        taints[i].trail = extend(v, taints[i].trail, node);
    }
    out->taints = taints;
    return out;
}

pv_word pv_value_key(const struct pv_value *value)
{
    return value->constant == PV_VALUE_INT || value->constant == PV_VALUE_TEXT ? value->word
                                                                               : PV_KEY_ANY;
}

int pv_value_truth(const struct pv_value *value)
{
    switch ((enum pv_value_constant)value->constant) {
    case PV_VALUE_UNKNOWN: return -1;
    case PV_VALUE_NULL: return 0;
    case PV_VALUE_BOOL:
    case PV_VALUE_INT: return value->number != 0;
    case PV_VALUE_TEXT: return value->text.n > 0;
    }
    return -1;
}
