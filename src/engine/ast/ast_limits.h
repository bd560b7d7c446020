/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ast_limits: how large a tree may be.
 */
#ifndef PV_ENGINE_AST_AST_LIMITS_H
#define PV_ENGINE_AST_AST_LIMITS_H

enum {
#define X(name, value, what) name = (value),
#include "engine/ast/limits.def"
#undef X
};

#endif
