/* SPDX-License-Identifier: Apache-2.0 */
/*
 * node_index: the nodes of a tree by kind, its names by word, and its
 * statements in order.
 *
 * A pattern is tried only on nodes that it could hold for, and a list of
 * statements with all that is nested in it is one slice of `stmts`.
 */
#ifndef PV_ENGINE_FACTS_NODE_INDEX_H
#define PV_ENGINE_FACTS_NODE_INDEX_H

#include "engine/ast/tree.h"

struct pv_node_index {
    pv_node *by_kind;                   /* all nodes, ordered by kind, then by position */
    uint32_t starts[PV_KIND_COUNT + 1]; /* where a kind's nodes start in by_kind */
    pv_node *names;                     /* those whose word patterns use, by word, then position */
    uint32_t *name_starts;              /* by word: where its names start */
    size_t n_words;
    pv_node *stmts; /* statements at any depth, by position */
    uint32_t n_stmts;
};

/* Numbers from `first` up to but without `end`. */
struct pv_node_range {
    uint32_t first;
    uint32_t end;
};

/* Lives in `mem`. Linear in the tree and the vocabulary, of `n_words` words. */
PV_RESULT pv_node_index_build(struct pv_arena *mem, const struct pv_tree *tree, size_t n_words,
                              struct pv_node_index **out, struct pv_err *err);

/* The places in by_kind of the nodes of `kind` within `nodes`. */
struct pv_node_range pv_node_index_kind(const struct pv_node_index *index, enum pv_kind kind,
                                        struct pv_node_range nodes);

/* The places in names of those with `word` within `nodes`. */
struct pv_node_range pv_node_index_names(const struct pv_node_index *index, pv_word word,
                                         struct pv_node_range nodes);

/* The places in stmts of the statements within `nodes`. */
struct pv_node_range pv_node_index_stmts(const struct pv_node_index *index,
                                         struct pv_node_range nodes);

#endif
