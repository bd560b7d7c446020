/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/node_index.h"

/* A child of a list of statements, or a body that is a statement without braces. */
static bool is_stmt(const struct pv_tree *tree, pv_node node)
{
    const struct pv_tree_node *n = pv_tree_at(tree, node);
    if (node == 0 || n->kind == PV_BLOCK)
        return false;
    const struct pv_tree_node *parent = pv_tree_at(tree, n->parent);
    if (parent->kind == PV_FILE || parent->kind == PV_BLOCK || parent->kind == PV_CLASS_BODY ||
        parent->kind == PV_ERROR)
        return true;
    bool is_branch = n->role == PV_ROLE_BODY || n->role == PV_ROLE_THEN || n->role == PV_ROLE_ELSE;
    bool has_branches = parent->kind == PV_IF || parent->kind == PV_FOR ||
                        parent->kind == PV_FOR_EACH || parent->kind == PV_WHILE ||
                        parent->kind == PV_DO || parent->kind == PV_CASE;
    return is_branch && has_branches;
}

/* Counting sort: kinds are few. */
static void sort_by_kind(const struct pv_tree *tree, struct pv_node_index *index)
{
    for (pv_node i = 0; i < tree->nodes.n; i++)
        index->starts[pv_tree_at(tree, i)->kind + 1]++;
    for (size_t kind = 1; kind <= PV_KIND_COUNT; kind++)
        index->starts[kind] += index->starts[kind - 1];
    uint32_t at[PV_KIND_COUNT];
    memcpy(at, index->starts, sizeof at);
    for (pv_node i = 0; i < tree->nodes.n; i++)
        index->by_kind[at[pv_tree_at(tree, i)->kind]++] = i;
}

static bool is_known_name(const struct pv_node_index *index, const struct pv_tree_node *node)
{
    return node->kind == PV_NAME && node->word != 0 && node->word < index->n_words;
}

static PV_RESULT sort_names(struct pv_arena *mem, const struct pv_tree *tree,
                            struct pv_node_index *index, struct pv_err *err)
{
    PV_TRY(PV_NEW_ARRAY(mem, index->n_words + 1, &index->name_starts, err));
    uint32_t *starts = index->name_starts;
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        const struct pv_tree_node *node = pv_tree_at(tree, i);
        if (is_known_name(index, node))
            starts[node->word + 1]++;
    }
    for (size_t word = 1; word <= index->n_words; word++)
        starts[word] += starts[word - 1];
    PV_TRY(PV_NEW_ARRAY(mem, starts[index->n_words], &index->names, err));
    uint32_t *at = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, index->n_words + 1, &at, err));
    memcpy(at, starts, (index->n_words + 1) * sizeof *at);
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        const struct pv_tree_node *node = pv_tree_at(tree, i);
        if (is_known_name(index, node))
            index->names[at[node->word]++] = i;
    }
    return PV_SUCCESS;
}

PV_RESULT pv_node_index_build(struct pv_arena *mem, const struct pv_tree *tree, size_t n_words,
                              struct pv_node_index **out, struct pv_err *err)
{
    struct pv_node_index *index = NULL;
    PV_TRY(PV_NEW(mem, &index, err));
    PV_TRY(PV_NEW_ARRAY(mem, tree->nodes.n, &index->by_kind, err));
    sort_by_kind(tree, index);
    index->n_words = n_words;
    PV_TRY(sort_names(mem, tree, index, err));
    uint32_t n_stmts = 0;
    for (pv_node i = 0; i < tree->nodes.n; i++)
        n_stmts += is_stmt(tree, i);
    PV_TRY(PV_NEW_ARRAY(mem, n_stmts, &index->stmts, err));
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        if (is_stmt(tree, i))
            index->stmts[index->n_stmts++] = i;
    }
    *out = index;
    return PV_SUCCESS;
}

/* The first place from `low` up to `high` whose node is not below `node`. */
static uint32_t lower_bound(const pv_node *nodes, uint32_t low, uint32_t high, pv_node node)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (nodes[middle] < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct pv_node_range pv_node_index_kind(const struct pv_node_index *index, enum pv_kind kind,
                                        struct pv_node_range nodes)
{
    uint32_t first = index->starts[kind];
    uint32_t end = index->starts[kind + 1];
    return (struct pv_node_range){lower_bound(index->by_kind, first, end, nodes.first),
                                  lower_bound(index->by_kind, first, end, nodes.end)};
}

struct pv_node_range pv_node_index_names(const struct pv_node_index *index, pv_word word,
                                         struct pv_node_range nodes)
{
    if (word >= index->n_words)
        return (struct pv_node_range){0, 0};
    uint32_t first = index->name_starts[word];
    uint32_t end = index->name_starts[word + 1];
    return (struct pv_node_range){lower_bound(index->names, first, end, nodes.first),
                                  lower_bound(index->names, first, end, nodes.end)};
}

struct pv_node_range pv_node_index_stmts(const struct pv_node_index *index,
                                         struct pv_node_range nodes)
{
    return (struct pv_node_range){lower_bound(index->stmts, 0, index->n_stmts, nodes.first),
                                  lower_bound(index->stmts, 0, index->n_stmts, nodes.end)};
}
