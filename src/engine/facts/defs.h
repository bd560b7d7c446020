/* SPDX-License-Identifier: Apache-2.0 */
/*
 * defs: the variables of a file, and which variable a name means where it
 * stands.
 *
 * Names are resolved by scope alone: the innermost scope around a use that
 * declares the name. Assignment declares where nothing else does, for the
 * whole function, as in Python. What a variable was declared with is kept, and
 * how often it is written.
 */
#ifndef PV_ENGINE_FACTS_DEFS_H
#define PV_ENGINE_FACTS_DEFS_H

#include "engine/ast/tree.h"

struct pv_def {
    pv_node scope;   /* the function, block or file that declares it; 0: the file */
    pv_node type;    /* its declared type, or PV_NO_NODE */
    pv_node value;   /* what was written to it last, or PV_NO_NODE */
    uint32_t writes; /* places that write to it; a parameter's call is one */
    bool is_strong;  /* declared as such, not only assigned to */
};

struct pv_defs;

/* Lives in `mem`. Linear in the tree. */
PV_RESULT pv_defs_read(struct pv_arena *mem, const struct pv_tree *tree, struct pv_defs **out,
                       struct pv_err *err);

/* The variable that the name at `node` is; NULL when it is none of this file's. */
const struct pv_def *pv_defs_at(const struct pv_defs *defs, pv_node node);

#endif
