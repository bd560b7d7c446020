/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/ast/tree.h"

#include "engine/ast/ast_limits.h"

/* The letters before a literal's first quote: b"..." is another value than "...". */
static struct pv_str literal_prefix(const struct pv_tree *tree, pv_node node)
{
    struct pv_str text = pv_tree_text(tree, node);
    size_t n = 0;
    while (n < text.n && text.p[n] != '"' && text.p[n] != '\'' && text.p[n] != '`')
        n++;
    return pv_str_sub(text, 0, n);
}

/* Two words that no pattern uses may share a hash, so a leaf's text has the last word. */
static bool is_same_node(const struct pv_tree *a, pv_node x, const struct pv_tree *b, pv_node y)
{
    const struct pv_tree_node *left = &a->nodes.p[x];
    const struct pv_tree_node *right = &b->nodes.p[y];
    if (left->kind != right->kind || left->word != right->word)
        return false;
    if (left->kind == PV_STRING)
        return pv_str_eq(literal_prefix(a, x), literal_prefix(b, y));
    if ((left->word != 0 && !(left->word & PV_WORD_UNKNOWN)) || left->after > x + 1)
        return true;
    return pv_str_eq(pv_tree_text(a, x), pv_tree_text(b, y));
}

bool pv_tree_equal(const struct pv_tree *a, pv_node x, const struct pv_tree *b, pv_node y)
{
    uint32_t n = a->nodes.p[x].after - x;
    if (b->nodes.p[y].after - y != n)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        /* In preorder, equal sizes of all subtrees are equal shapes. */
        if (a->nodes.p[x + i].after - x != b->nodes.p[y + i].after - y ||
            (i > 0 && a->nodes.p[x + i].role != b->nodes.p[y + i].role) ||
            !is_same_node(a, x + i, b, y + i))
            return false;
    }
    return true;
}

struct pv_result pv_tree_open(struct pv_arena *mem, struct pv_tree *tree, pv_node parent,
                              struct pv_tree_node node, pv_node *out, struct pv_err *err)
{
    if (tree->nodes.n >= PV_TREE_NODES_MAX)
        return pv_fail(err, PV_LIMIT, node.start, "more than %d nodes", PV_TREE_NODES_MAX);
    if (tree->nodes.n == tree->nodes.capacity)
        PV_TRY(pv_vec_grow(mem, (void **)&tree->nodes.p, tree->nodes.n, &tree->nodes.capacity,
                           sizeof *tree->nodes.p, err));
    *out = (pv_node)tree->nodes.n++;
    node.parent = parent;
    node.after = *out + 1;
    tree->nodes.p[*out] = node;
    return PV_SUCCESS;
}

void pv_tree_close(struct pv_tree *tree, pv_node node)
{
    tree->nodes.p[node].after = (pv_node)tree->nodes.n;
}
