/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that libraries are given, and call for the elements of something. */
#include "engine/taint/flow_library_internal.h"

/* What a callback is given. */
struct callback {
    bool is_within; /* self is `this` in it */
    const struct pv_value *self;
    const struct pv_value *args[2];
    uint32_t n;
};

/* One callback, which may be run never or often: what it changes may have been changed. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *call_back(struct pv_flow *f, const struct pv_value *callee,
                                        uint8_t number, const struct callback *how)
{
    struct pv_flow_fork fork = {0};
    struct pv_flow_args args = {
        .self = how->self, .n = how->n, .closure = callee->closure, .is_within = how->is_within};
    for (uint32_t i = 0; i < how->n; i++) {
        args.values[i] = how->args[i];
        args.nodes[i] = PV_NO_NODE;
    }
    if (!pv_flow_can_invoke(f, callee->callees[number]))
        return &pv_value_clean;
    pv_flow_fork_begin(f, &fork);
    pv_flow_fork_way(f, &fork);
    const struct pv_value *value = pv_flow_invoke(f, callee->callees[number], &args);
    pv_flow_fork_join(f, &fork, value);
    pv_flow_fork_way(f, &fork);
    pv_flow_fork_join(f, &fork, value);
    (void)pv_flow_fork_end(f, &fork);
    return value;
}

/* All functions among the arguments, one after the other; what any of them gives. NULL: none is. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *call_all(struct pv_flow *f, const struct pv_flow_args *args,
                                       const struct callback *how)
{
    const struct pv_value *out = NULL;
    for (uint32_t i = 0; i < args->n; i++)
        for (uint8_t k = 0; k < args->values[i]->n_callees; k++) {
            const struct pv_value *value = call_back(f, args->values[i], k, how);
            out = out ? pv_value_join(&f->values, out, value) : value;
        }
    return out;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_supplied(struct pv_flow *f, const struct pv_value *callee)
{
    const struct callback how = {0};
    const struct pv_value *out = &pv_value_clean;
    for (uint8_t k = 0; k < callee->n_callees; k++)
        out = pv_value_join(&f->values, out, call_back(f, callee, k, &how));
    return out;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_callbacks(struct pv_flow *f, struct pv_flow_args *args, const struct pv_value **result)
{
    const struct callback how = {0};
    const struct pv_value *value = call_all(f, args, &how);
    if (value)
        *result = pv_value_add(&f->values, *result, pv_value_reach(&f->values, value));
}

/* Whether it is a map rather than a list, as far as that can be seen. */
static bool is_keyed(const struct pv_flow *f, const struct pv_value *value)
{
    for (size_t i = 0; i < value->n_fields; i++) {
        bool is_index = value->fields[i].key == PV_KEY_ANY;
        for (size_t k = 0; k < PV_FLOW_INDEX_WORDS; k++)
            is_index = is_index || value->fields[i].key == f->words.index[k];
        if (!is_index && value->fields[i].key != f->words.length)
            return true;
    }
    return false;
}

static uint32_t count_params(const struct pv_flow *f, const struct pv_value *callee)
{
    pv_node params = pv_flow_child(f, callee->callees[0], PV_ROLE_PARAMS);
    uint32_t n = 0;
    pv_node at = params == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, params);
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at))
        n++;
    return n;
}

/* The first function among the arguments; NULL when there is none. */
static const struct pv_value *callee_of(const struct pv_flow_args *args)
{
    for (uint32_t i = 0; i < args->n; i++)
        if (args->values[i]->n_callees > 0)
            return args->values[i];
    return NULL;
}

/* Whether more than functions is handed over: to whom is not known. */
static bool gives_away(const struct pv_flow_args *args)
{
    for (uint32_t i = 0; i < args->n; i++)
        if (args->values[i]->n_callees == 0 && pv_value_is_tainted(args->values[i]))
            return true;
    return false;
}

/* What a function over elements is given: those of the object, or of each list among the arguments.
 */
static struct callback element_of(struct pv_flow *f, const struct pv_flow_args *args)
{
    struct callback how = {.n = 1, .args = {&pv_value_clean, &pv_value_clean}};
    uint32_t n = 0;
    if (args->self && pv_value_is_tainted(args->self)) {
        how.args[0] = pv_value_field(&f->values, args->self, PV_KEY_ANY);
        n = 1;
    }
    for (uint32_t i = 0; i < args->n; i++) {
        if (args->values[i]->n_callees > 0)
            continue;
        const struct pv_value *element = pv_value_field(&f->values, args->values[i], PV_KEY_ANY);
        uint32_t at = n < 2 ? n : 1;
        how.args[at] = pv_value_add(&f->values, element, how.args[at]);
        n++;
    }
    how.n = n > 1 ? 2 : 1;
    return how;
}

/* Functions of two parameters over a map are given key and value, as a rule in this order. */
static void add_second(struct pv_flow *f, const struct pv_flow_args *args,
                       const struct pv_value *callee, enum pv_flow_effect effect,
                       struct callback *how)
{
    if (how->n > 1 || !args->self || count_params(f, callee) < 2)
        return;
    /* Of JavaScript's, lists alone have map: it is the number that comes second. */
    if (effect == PV_FLOW_MAP && pv_flow_is_js(f))
        return;
    const struct pv_value *key =
        args->self->n_taints > 0 ? pv_value_reach(&f->values, args->self) : &pv_value_clean;
    bool has_keys = is_keyed(f, args->self) || (args->self->n_fields == 0 && !pv_flow_is_js(f));
    how->n = 2;
    how->args[1] = pv_flow_is(f, "csharp") ? &pv_value_clean : key; /* C# counts */
    if (pv_flow_is(f, "csharp"))
        return;
    /* Kotlin counts before it gives. */
    if (!pv_flow_is_js(f) && (has_keys || pv_flow_is(f, "kotlin"))) {
        how->args[1] = how->args[0];
        how->args[0] = key;
    }
}

/* What came so far, and one more: the second time with what the first one gave. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *fold(struct pv_flow *f, struct pv_flow_args *args)
{
    struct pv_flow_args list = {.self = args->self};
    const struct pv_value *so_far = &pv_value_clean;
    for (uint32_t i = 0; i < args->n; i++)
        if (args->self && args->values[i]->n_callees == 0)
            so_far = pv_value_join(&f->values, so_far, args->values[i]);
    const struct pv_value *element =
        element_of(f, args->self && pv_value_is_tainted(args->self) ? &list : args).args[0];
    if (!pv_value_is_tainted(so_far) && args->n == 1)
        so_far = element;
    for (int i = 0; i < 2; i++) {
        /* Which comes first differs from language to language. */
        struct callback how = {.n = 2, .args = {so_far, element}};
        const struct pv_value *value = call_all(f, args, &how);
        so_far = pv_value_join(&f->values, so_far, value ? value : &pv_value_clean);
    }
    return so_far;
}

static const struct pv_value *in_list(struct pv_flow *f, const struct pv_value *element)
{
    return pv_value_is_tainted(element) || element->n_callees > 0
               ? pv_value_store(&f->values, &pv_value_clean, element)
               : &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_each(struct pv_flow *f, struct pv_flow_args *args,
                                    enum pv_flow_effect effect)
{
    const struct pv_value *sum = pv_flow_args_sum(f, args);
    const struct pv_value *callee = callee_of(args);
    if (!callee && effect == PV_FLOW_MAP && args->n > 0 && args->nodes[0] != PV_NO_NODE &&
        pv_flow_names_safe_type(f, args->nodes[0]))
        return &pv_value_clean;
    if (!callee || (f->rule->options.is_closed && gives_away(args)))
        return NULL;
    if (effect == PV_FLOW_FOLD)
        return fold(f, args);
    struct callback how = element_of(f, args);
    if (effect == PV_FLOW_SORT)
        how = (struct callback){.n = 2, .args = {how.args[0], how.args[0]}};
    else if (effect == PV_FLOW_WITHIN)
        how =
            (struct callback){.is_within = true, .self = args->self ? args->self : args->values[0]};
    else if (effect == PV_FLOW_LET || effect == PV_FLOW_ALSO)
        how = (struct callback){.self = args->self, .n = args->self ? 1 : 0, .args = {args->self}};
    else
        add_second(f, args, callee, effect, &how);
    const struct pv_value *given = call_all(f, args, &how);
    bool is_apply = effect == PV_FLOW_WITHIN && args->self &&
                    !pv_value_is_tainted(given ? given : &pv_value_clean);
    if (is_apply)
        return args->self; /* apply gives its object, run what the function gives */
    if (effect == PV_FLOW_LET || effect == PV_FLOW_WITHIN)
        return given ? given : &pv_value_clean;
    if (effect == PV_FLOW_MAP)
        return in_list(f, given ? given : &pv_value_clean);
    return sum;
}
