/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Aliases: what an anchor names stands in their place, too, with its own places
 * in the text. How much is copied has a limit, since aliases may be of aliases.
 */
#include "engine/lang/yaml/yaml_internal.h"

PV_RESULT pv_yaml_keep_anchor(struct pv_yaml_anchors *anchors, struct pv_arena *mem,
                              struct pv_str name, pv_node node, struct pv_err *err)
{
    struct pv_str copy = {0};
    if (name.n == 0)
        return PV_SUCCESS;
    PV_TRY(pv_str_copy(mem, name, &copy, err));
    return pv_map_put(mem, &anchors->nodes, copy, node, err);
}

/* Whether all of `root` is there to be copied, and not too much: `open` is what is not closed yet.
 */
static bool may_copy(const struct pv_yaml_anchors *anchors, const struct pv_tree *tree,
                     pv_node root, pv_node open)
{
    const struct pv_tree_node *node = pv_tree_at(tree, root);
    while (open != PV_NO_NODE && open > root)
        open = pv_tree_at(tree, open)->parent;
    bool is_list = node->kind == PV_DICT || node->kind == PV_ARRAY;
    return open != root && is_list &&
           anchors->n_copied + (node->after - root) <= PV_YAML_COPIES_MAX;
}

/* Copies the subtree at `root` as a child of what is open. */
static PV_RESULT copy(struct pv_tree_maker *maker, pv_node root, enum pv_role role,
                      struct pv_parse_range place)
{
    struct pv_tree *tree = maker->job->tree;
    pv_node after = tree->nodes.p[root].after;
    pv_node base = (pv_node)tree->nodes.n - root;
    for (pv_node at = root; at < after; at++) {
        struct pv_tree_node node = tree->nodes.p[at];
        pv_node parent = at == root ? maker->parent : node.parent + base;
        pv_node made = PV_NO_NODE;
        if (at == root) {
            node.role = (uint8_t)role;
            node.flags |= PV_NODE_LATER;
            node.start = place.start;
            node.end = place.end;
        }
        PV_TRY(pv_tree_open(maker->job->mem, tree, parent, node, &made, maker->err));
        tree->nodes.p[made].after = node.after + base;
    }
    return PV_SUCCESS;
}

PV_RESULT pv_yaml_expand(struct pv_yaml_anchors *anchors, struct pv_tree_maker *maker,
                         struct pv_str name, enum pv_role role, struct pv_parse_range place)
{
    uint32_t root = 0;
    if (!pv_map_find(&anchors->nodes, name, &root) ||
        !may_copy(anchors, maker->job->tree, root, maker->parent))
        return pv_maker_leaf(maker, PV_NAME, role, place.start, place.end);
    anchors->n_copied += maker->job->tree->nodes.p[root].after - root;
    return copy(maker, root, role, place);
}
