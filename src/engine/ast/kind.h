/* SPDX-License-Identifier: Apache-2.0 */
/*
 * kind: what a node is, how it matches, and what it is to its parent.
 */
#ifndef PV_ENGINE_AST_KIND_H
#define PV_ENGINE_AST_KIND_H

#include <stdbool.h>

enum pv_shape {
    PV_SHAPE_LEAF,
    PV_SHAPE_PARTS,
    PV_SHAPE_LIST,
    PV_SHAPE_ARGS,
    PV_SHAPE_STMTS,
    PV_SHAPE_SET,
    PV_SHAPE_FIELDS,
};

enum pv_kind {
    PV_KIND_NONE,
#define X(name, shape) PV_##name,
#include "engine/ast/kind.def"
#undef X
    PV_KIND_COUNT
};

enum pv_role {
#define X(name) PV_ROLE_##name,
#include "engine/ast/role.def"
#undef X
    PV_ROLE_COUNT
};

/* Upper-case names as in the tables; static text. */
const char *pv_kind_name(enum pv_kind kind);
const char *pv_role_name(enum pv_role role);

enum pv_shape pv_kind_shape(enum pv_kind kind);

/* Whether it stands among statements by itself: definitions, imports, statements proper. */
bool pv_kind_is_stmt(enum pv_kind kind);

/* Whether it may stand around an expression that a pattern asks for by itself. */
bool pv_kind_is_wrapping(enum pv_kind kind);

#endif
