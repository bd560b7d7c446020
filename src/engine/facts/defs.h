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

/* One place that writes to a variable. */
struct pv_write {
    pv_node writer;  /* the assignment, declaration, loop or parameter */
    pv_node value;   /* what is written, or PV_NO_NODE when it is not an expression */
    uint32_t before; /* the write before it in the file, or PV_NO_WRITE */
};

#define PV_NO_WRITE UINT32_MAX

struct pv_def {
    pv_node scope;   /* the function, block or file that declares it; 0: the file */
    pv_node type;    /* its declared type, or PV_NO_NODE */
    uint32_t outer;  /* number of the variable that it hides, or UINT32_MAX */
    uint32_t last;   /* its last write in the file, or PV_NO_WRITE */
    uint32_t writes; /* how many there are; a parameter's call is one */
    pv_node until;   /* before this node its scope still knows the name as what it hides; or 0 */
    bool is_strong;  /* declared as such, not only assigned to */
};

struct pv_defs;

/* Lives in `mem`. Linear in the tree. */
PV_RESULT pv_defs_read(struct pv_arena *mem, const struct pv_tree *tree, struct pv_defs **out,
                       struct pv_err *err);

const struct pv_write *pv_defs_write(const struct pv_defs *defs, uint32_t write);

/* The variable that the name at `node` is; NULL when it is none of this file's. */
const struct pv_def *pv_defs_at(const struct pv_defs *defs, pv_node node);

/* The number of the variable that the name at `node` is, or UINT32_MAX: numbers are below 2^31. */
uint32_t pv_defs_number(const struct pv_defs *defs, pv_node node);

/* The variable of a number. */
const struct pv_def *pv_defs_get(const struct pv_defs *defs, uint32_t number);

/* The same for any expression: `this.x` is the field x of the class around it. */
const struct pv_def *pv_defs_of(const struct pv_defs *defs, const struct pv_tree *tree,
                                pv_node node);

#endif
