/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tree_sitter_children: the children of a node of tree-sitter, with their fields.
 *
 * It gives what TSTreeCursor gives, node for node, at a third of the cost: the
 * cursor keeps points and counts of descendants that a lowering does not need,
 * and finds its place anew at each step. It reads the runtime's own structures,
 * which is why the runtime's version is exact in package.json; a test holds it
 * against the cursor.
 */
#ifndef PV_THIRD_PARTY_GRAMMARS_TREE_SITTER_CHILDREN_H
#define PV_THIRD_PARTY_GRAMMARS_TREE_SITTER_CHILDREN_H

#include <stdbool.h>
#include <tree_sitter/api.h>

struct pv_children; /* a walk over the children of one node at a time */

struct pv_child {
    TSNode node;
    TSSymbol symbol; /* as ts_node_symbol says */
    TSFieldId field; /* 0: none */
    bool is_named;
    bool is_extra;
    bool is_missing;
    bool is_error;
};

/* Memory runs out as everywhere in the runtime: in its allocator. */
struct pv_children *pv_children_new(void);
void pv_children_free(struct pv_children *children);

/* Begins anew with the children of `node`. */
void pv_children_begin(struct pv_children *children, TSNode node);

/* The next child that can be seen; false when there is none. */
bool pv_children_next(struct pv_children *children, struct pv_child *out);

#endif
