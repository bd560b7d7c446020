/* SPDX-License-Identifier: Apache-2.0 */
/*
 * binding: what a metavariable stands for in one match.
 */
#ifndef PV_ENGINE_MATCH_BINDING_H
#define PV_ENGINE_MATCH_BINDING_H

#include "engine/ast/tree.h"

enum pv_binding_kind {
    PV_BIND_NODE,  /* one subtree */
    PV_BIND_RUN,   /* a run of siblings: nodes first .. last; PV_NO_NODE when it is empty */
    PV_BIND_TEXT,  /* bytes of the file: string content, named groups */
    PV_BIND_GROUP, /* bytes that a group without a name took: "$1", which need not agree */
};

struct pv_binding {
    pv_word name; /* of "$X" in the vocabulary */
    uint8_t kind; /* enum pv_binding_kind */
    pv_node first;
    pv_node last;
    uint32_t start; /* byte range in the file's text; empty for an empty run */
    uint32_t end;
};

/* Sorted by name, each name once. */
struct pv_bindings {
    struct pv_binding *p;
    size_t n;
};

/* NULL when `name` is not bound. */
const struct pv_binding *pv_bindings_find(struct pv_bindings bindings, pv_word name);

/* Whether two bindings stand for the same code, wherever it is. `tree` may be NULL for texts. */
bool pv_binding_equal(const struct pv_tree *tree, struct pv_str text, const struct pv_binding *a,
                      const struct pv_binding *b);

/* Whether every name that both hold stands for the same code; "$1" is each expression's own. */
bool pv_bindings_agree(const struct pv_tree *tree, struct pv_str text, struct pv_bindings a,
                       struct pv_bindings b);

/* All of `a` and what `b` has besides; may share memory with `a`. */
PV_RESULT pv_bindings_join(struct pv_arena *mem, struct pv_bindings a, struct pv_bindings b,
                           struct pv_bindings *out, struct pv_err *err);

void pv_bindings_sort(struct pv_bindings bindings);

/* Below, at or above zero: a fixed order by name and place. */
int pv_bindings_compare(struct pv_bindings a, struct pv_bindings b);

#endif
