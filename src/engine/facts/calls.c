/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/calls.h"

struct reader {
    const struct pv_tree *tree;
    const struct pv_functions *functions;
    pv_node class; /* the innermost class around the call at hand, or PV_NO_NODE */
};

static pv_word name_of_class(const struct reader *r)
{
    pv_node name =
        r->class == PV_NO_NODE ? PV_NO_NODE : pv_tree_child(r->tree, r->class, PV_ROLE_NAME);
    return name == PV_NO_NODE ? 0 : pv_tree_at(r->tree, name)->word;
}

static bool is_this(struct pv_str text)
{
    return pv_str_eq(text, PV_STR("this")) || pv_str_eq(text, PV_STR("self")) ||
           pv_str_eq(text, PV_STR("$this")) || pv_str_eq(text, PV_STR("cls"));
}

/* The only function that goes by the name. */
static uint32_t find_only(const struct pv_functions *functions, pv_word name)
{
    uint32_t found = PV_NO_FUNCTION;
    for (uint32_t i = 0; name && i < functions->list.n; i++) {
        if (functions->list.p[i].name != name)
            continue;
        if (found != PV_NO_FUNCTION)
            return PV_NO_FUNCTION;
        found = i;
    }
    return found;
}

static uint32_t count_args(const struct pv_tree *tree, pv_node call)
{
    pv_node args = pv_tree_child(tree, call, PV_ROLE_ARGS);
    uint32_t n = 0;
    if (args == PV_NO_NODE)
        return 0;
    for (pv_node i = pv_tree_first(tree, args); i != PV_NO_NODE; i = pv_tree_next(tree, i))
        n++;
    return n;
}

static uint32_t find_method(const struct reader *r, pv_node callee, struct pv_function_call *asked)
{
    pv_node object = pv_tree_child(r->tree, callee, PV_ROLE_OBJECT);
    pv_node field = pv_tree_child(r->tree, callee, PV_ROLE_FIELD);
    if (object == PV_NO_NODE || field == PV_NO_NODE)
        return PV_NO_FUNCTION;
    asked->name = pv_tree_at(r->tree, field)->word;
    asked->owner = pv_tree_at(r->tree, object)->word;
    if (is_this(pv_tree_text(r->tree, object)))
        asked->owner = name_of_class(r);
    if (asked->owner && pv_functions_class(r->functions, asked->owner))
        return pv_functions_find(r->functions, r->tree, asked);
    return find_only(r->functions, asked->name);
}

static uint32_t find_function(const struct reader *r, pv_node call)
{
    pv_node callee = pv_tree_child(r->tree, call, PV_ROLE_CALLEE);
    struct pv_function_call asked = {.site = call, .n_args = count_args(r->tree, call)};
    if (callee == PV_NO_NODE)
        return PV_NO_FUNCTION;
    if (pv_tree_at(r->tree, callee)->kind == PV_ACCESS)
        return find_method(r, callee, &asked);
    if (pv_tree_at(r->tree, callee)->kind != PV_NAME)
        return PV_NO_FUNCTION;
    asked.name = pv_tree_at(r->tree, callee)->word;
    uint32_t found = pv_functions_find(r->functions, r->tree, &asked);
    asked.owner = name_of_class(r);
    /* In Java, `f()` is of the class around it. */
    return found == PV_NO_FUNCTION && asked.owner ? pv_functions_find(r->functions, r->tree, &asked)
                                                  : found;
}

PV_RESULT pv_calls_read(struct pv_arena *mem, const struct pv_tree *tree,
                        const struct pv_functions *functions, struct pv_calls *out,
                        struct pv_err *err)
{
    struct reader r = {tree, functions, PV_NO_NODE};
    *out = (struct pv_calls){.functions = functions};
    for (pv_node i = 0; i < tree->nodes.n && functions->list.n > 0; i++) {
        const struct pv_tree_node *at = pv_tree_at(tree, i);
        while (r.class != PV_NO_NODE && pv_tree_at(tree, r.class)->after <= i)
            do
                r.class = pv_tree_at(tree, r.class)->parent;
            while (r.class != PV_NO_NODE && pv_tree_at(tree, r.class)->kind != PV_CLASS);
        if (at->kind == PV_CLASS)
            r.class = i;
        uint32_t found = at->kind == PV_CALL ? find_function(&r, i) : PV_NO_FUNCTION;
        struct pv_call *slot = NULL;
        if (found == PV_NO_FUNCTION)
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, err));
        *slot = (struct pv_call){i, found};
    }
    return PV_SUCCESS;
}

/* The first call at or behind `node`. */
static size_t first_from(const struct pv_calls *calls, pv_node node)
{
    size_t low = 0;
    size_t high = calls->list.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (calls->list.p[middle].site < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

PV_RESULT pv_calls_follow(struct pv_arena *mem, const struct pv_tree *tree,
                          const struct pv_calls *calls, pv_node start, uint32_t *via,
                          struct pv_err *err)
{
    PV_VEC(pv_node) queue = {0};
    pv_node node = start;
    for (size_t next = 0;; next++) {
        pv_node after = pv_tree_at(tree, node)->after;
        for (size_t i = first_from(calls, node); i < calls->list.n && calls->list.p[i].site < after;
             i++) {
            uint32_t function = calls->list.p[i].function;
            pv_node *slot = NULL;
            if (via[function] != PV_NO_CALL)
                continue;
            via[function] = (uint32_t)i;
            PV_TRY(PV_VEC_PUSH(mem, &queue, &slot, err));
            *slot = calls->functions->list.p[function].node;
        }
        if (next >= queue.n)
            return PV_SUCCESS;
        node = queue.p[next];
    }
}
