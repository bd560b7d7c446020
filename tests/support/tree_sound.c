/* SPDX-License-Identifier: Apache-2.0 */
#include "support/tree_sound.h"

static bool is_node_sound(const struct pv_tree *tree, pv_node node)
{
    const struct pv_tree_node *at = pv_tree_at(tree, node);
    if (at->kind <= PV_KIND_NONE || at->kind >= PV_KIND_COUNT || at->role >= PV_ROLE_COUNT)
        return false;
    if (at->after <= node || at->after > tree->nodes.n)
        return false;
    if (at->start > at->end || at->end > tree->text.n)
        return false;
    if (node == 0)
        return at->parent == PV_NO_NODE && at->after == tree->nodes.n;
    if (at->parent >= node)
        return false;
    const struct pv_tree_node *parent = pv_tree_at(tree, at->parent);
    if (parent->flags & PV_NODE_LATER)
        return at->after <= parent->after; /* a heredoc's are behind it, an alias's before */
    return at->after <= parent->after && at->start >= parent->start && at->end <= parent->end;
}

/* The node before it in the array is its parent, or the last in the subtree of a sibling. */
static bool is_in_preorder(const struct pv_tree *tree, pv_node node)
{
    pv_node parent = pv_tree_at(tree, node)->parent;
    pv_node before = node - 1;
    while (before != parent) {
        if (before == PV_NO_NODE || pv_tree_at(tree, before)->after != node)
            return false;
        before = pv_tree_at(tree, before)->parent;
    }
    return true;
}

bool pv_tree_is_sound(const struct pv_tree *tree)
{
    if (tree->nodes.n == 0)
        return false;
    for (pv_node node = 0; node < tree->nodes.n; node++) {
        if (!is_node_sound(tree, node) || (node > 0 && !is_in_preorder(tree, node)))
            return false;
    }
    return true;
}
