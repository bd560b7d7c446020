/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/binding.h"

const struct pv_binding *pv_bindings_find(struct pv_bindings bindings, pv_word name)
{
    for (size_t i = 0; i < bindings.n; i++) {
        if (bindings.p[i].name == name)
            return &bindings.p[i];
    }
    return NULL;
}

static bool is_one_node(const struct pv_binding *b)
{
    return b->kind == PV_BIND_NODE ||
           (b->kind == PV_BIND_RUN && b->first == b->last && b->first != PV_NO_NODE);
}

/* A name is the same name where a type, a field or a variable is meant. */
static bool is_plain_name(const struct pv_tree *tree, pv_node node)
{
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, node)->kind;
    return kind == PV_NAME || kind == PV_TYPE;
}

static bool are_nodes_equal(const struct pv_tree *tree, pv_node x, pv_node y)
{
    if (x == y)
        return true;
    if (is_plain_name(tree, x) && is_plain_name(tree, y))
        return pv_str_eq(pv_tree_text(tree, x), pv_tree_text(tree, y)) ||
               (tree->is_caseless && pv_tree_at(tree, x)->word == pv_tree_at(tree, y)->word);
    return pv_tree_equal(tree, x, tree, y);
}

/* The last of a run may be nested in its first, where nested statements are listed. */
static bool are_runs_equal(const struct pv_tree *tree, const struct pv_binding *a,
                           const struct pv_binding *b)
{
    pv_node x = a->first;
    pv_node y = b->first;
    if (x == PV_NO_NODE || y == PV_NO_NODE)
        return x == y;
    while (x <= a->last && y <= b->last && are_nodes_equal(tree, x, y)) {
        x = pv_tree_at(tree, x)->after;
        y = pv_tree_at(tree, y)->after;
    }
    return x > a->last && y > b->last;
}

bool pv_binding_equal(const struct pv_tree *tree, struct pv_str text, const struct pv_binding *a,
                      const struct pv_binding *b)
{
    if (is_one_node(a) && is_one_node(b))
        return are_nodes_equal(tree, a->first, b->first);
    if (a->kind == PV_BIND_RUN && b->kind == PV_BIND_RUN)
        return are_runs_equal(tree, a, b);
    return pv_str_eq(pv_str_sub(text, a->start, a->end), pv_str_sub(text, b->start, b->end));
}

bool pv_bindings_agree(const struct pv_tree *tree, struct pv_str text, struct pv_bindings a,
                       struct pv_bindings b)
{
    for (size_t i = 0; i < a.n; i++) {
        const struct pv_binding *other = pv_bindings_find(b, a.p[i].name);
        if (a.p[i].kind != PV_BIND_GROUP && other && !pv_binding_equal(tree, text, &a.p[i], other))
            return false;
    }
    return true;
}

PV_RESULT pv_bindings_join(struct pv_arena *mem, struct pv_bindings a, struct pv_bindings b,
                           struct pv_bindings *out, struct pv_err *err)
{
    size_t n = a.n;
    for (size_t i = 0; i < b.n; i++)
        n += !pv_bindings_find(a, b.p[i].name);
    if (n == a.n) {
        *out = a;
        return PV_SUCCESS;
    }
    struct pv_bindings joined = {0};
    PV_TRY(PV_NEW_ARRAY(mem, n, &joined.p, err));
    for (size_t i = 0; i < a.n; i++)
        joined.p[joined.n++] = a.p[i];
    for (size_t i = 0; i < b.n; i++) {
        if (!pv_bindings_find(a, b.p[i].name))
            joined.p[joined.n++] = b.p[i];
    }
    pv_bindings_sort(joined);
    *out = joined;
    return PV_SUCCESS;
}

/* By name; there are few, and they are nearly in order. */
void pv_bindings_sort(struct pv_bindings bindings)
{
    for (size_t i = 1; i < bindings.n; i++) {
        struct pv_binding moved = bindings.p[i];
        size_t at = i;
        for (; at > 0 && bindings.p[at - 1].name > moved.name; at--)
            bindings.p[at] = bindings.p[at - 1];
        bindings.p[at] = moved;
    }
}

static int by_number(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare_one(const struct pv_binding *a, const struct pv_binding *b)
{
    int order = by_number(a->name, b->name);
    if (order == 0)
        order = by_number(a->start, b->start);
    if (order == 0)
        order = by_number(a->end, b->end);
    return order;
}

int pv_bindings_compare(struct pv_bindings a, struct pv_bindings b)
{
    for (size_t i = 0; i < a.n && i < b.n; i++) {
        int order = compare_one(&a.p[i], &b.p[i]);
        if (order != 0)
            return order;
    }
    return by_number(a.n, b.n);
}
