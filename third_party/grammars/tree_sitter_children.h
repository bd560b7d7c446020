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
    uint32_t end;           /* the byte behind it */
    TSSymbol symbol;        /* as ts_node_symbol says */
    TSFieldId field;        /* 0: none */
    const char *field_name; /* NULL: none */
    bool is_named;
    bool is_extra;
    bool is_missing;
    bool is_error;
};

/* What ts_node_end_byte, ts_node_symbol, ts_node_is_missing and ts_node_is_error say, at once. */
struct pv_node_facts {
    uint32_t end;
    TSSymbol symbol;
    bool is_missing;
    bool is_error;
};

/* Of a node that is not null. */
struct pv_node_facts pv_node_facts(TSNode node);

/* As ts_language_field_id_for_name, which compares each name in full. */
TSFieldId pv_field_id(const TSLanguage *language, const char *name);

/* Memory runs out as everywhere in the runtime: in its allocator. */
struct pv_children *pv_children_new(void);
void pv_children_free(struct pv_children *children);

/* Begins anew with the children of `node`. */
void pv_children_begin(struct pv_children *children, TSNode node);

/* The next child that can be seen; false when there is none. */
bool pv_children_next(struct pv_children *children, struct pv_child *out);

#endif
