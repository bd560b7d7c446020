/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tree: one file, or one pattern, as a flat array of nodes in preorder.
 *
 * A node's first child follows it; `after` is the index just past its subtree,
 * which is also its next sibling if it has one. Walks over a subtree are loops
 * over a range of indices: depth costs nothing and nothing recurses.
 */
#ifndef PV_ENGINE_AST_TREE_H
#define PV_ENGINE_AST_TREE_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "engine/ast/kind.h"
#include "engine/ast/vocab.h"

#include <stdint.h>

typedef uint32_t pv_node; /* index of a node; 0 is the root */

#define PV_NO_NODE UINT32_MAX

enum pv_node_flag {
    PV_NODE_SEMICOLON = 1,  /* a statement written with a real terminator */
    PV_NODE_SYNTHETIC = 2,  /* not written in the file: its range is borrowed */
    PV_NODE_IN_ERROR = 4,   /* inside what the grammar could not read */
    PV_NODE_RAW_STRING = 8, /* no escapes are interpreted in this string */
    PV_NODE_IMPLIED = 16,   /* code may mean this name without having it as a word */
    PV_NODE_BARE = 32,      /* a name or field that is a call, unless it is a variable: Ruby */
    PV_NODE_LATER = 64,     /* its children stand elsewhere: the text of a heredoc, of an alias */
};

struct pv_tree_node {
    uint16_t kind; /* enum pv_kind */
    uint8_t role;  /* enum pv_role: what it is to its parent */
    uint8_t flags; /* of enum pv_node_flag */
    pv_word word;  /* of a name, operator, literal text, or the grammar's name of a PV_OTHER */
    pv_node parent;
    pv_node after;
    uint32_t start; /* byte range in the text */
    uint32_t end;
};

_Static_assert(sizeof(struct pv_tree_node) == 24, "two and a half nodes a cache line");

struct pv_tree {
    struct pv_str text; /* the bytes that start and end point into */
    PV_VEC(struct pv_tree_node) nodes;
    size_t error_bytes;    /* how much of the text the grammar could not read */
    bool returns_last;     /* functions of the language give back their last expression */
    bool is_caseless;      /* names of functions and classes are alike in any case */
    bool has_one_number;   /* whole numbers are of the same type as others */
    bool is_configuration; /* names of settings stand for values, and texts for numbers: see
                              settings.h */
    bool is_cut;           /* a limit was reached; the tree is whole but leaves things out */
};

static inline const struct pv_tree_node *pv_tree_at(const struct pv_tree *tree, pv_node node)
{
    return &tree->nodes.p[node];
}

/* PV_NO_NODE when there is none. */
static inline pv_node pv_tree_first(const struct pv_tree *tree, pv_node node)
{
    return tree->nodes.p[node].after > node + 1 ? node + 1 : PV_NO_NODE;
}

static inline pv_node pv_tree_next(const struct pv_tree *tree, pv_node node)
{
    const struct pv_tree_node *at = &tree->nodes.p[node];
    if (at->parent == PV_NO_NODE)
        return PV_NO_NODE;
    return at->after < tree->nodes.p[at->parent].after ? at->after : PV_NO_NODE;
}

/* The first child in `role`, or PV_NO_NODE. */
static inline pv_node pv_tree_child(const struct pv_tree *tree, pv_node node, enum pv_role role)
{
    const struct pv_tree_node *nodes = tree->nodes.p;
    pv_node end = nodes[node].after;
    for (pv_node child = node + 1; child < end; child = nodes[child].after)
        if (nodes[child].role == role)
            return child;
    return PV_NO_NODE;
}

/* The bytes of a node. */
static inline struct pv_str pv_tree_text(const struct pv_tree *tree, pv_node node)
{
    const struct pv_tree_node *at = &tree->nodes.p[node];
    return pv_str_sub(tree->text, at->start, at->end);
}

/*
 * Whether two subtrees are equal: kinds, roles, words and leaves' text, whatever
 * their positions. The trees may be two or one. Linear, without recursion.
 */
bool pv_tree_equal(const struct pv_tree *a, pv_node x, const struct pv_tree *b, pv_node y);

/*
 * Building, in preorder: open a node, build its children, close it. The node's
 * fields other than parent and after are the caller's. PV_LIMIT past
 * PV_TREE_NODES_MAX or the arena's limit; the tree is then not usable.
 */
PV_RESULT pv_tree_open(struct pv_arena *mem, struct pv_tree *tree, pv_node parent,
                       struct pv_tree_node node, pv_node *out, struct pv_err *err);
void pv_tree_close(struct pv_tree *tree, pv_node node);

/* Indented text of a subtree, a node a line, for people who write rules. */
struct pv_buf;
void pv_tree_dump(const struct pv_tree *tree, pv_node node, const struct pv_vocab *vocab,
                  struct pv_buf *out);

#endif
