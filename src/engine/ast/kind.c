/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/ast/kind.h"

#include <stdint.h>

static const struct {
    const char *name;
    enum pv_shape shape;
} kinds[] = {
    {"", PV_SHAPE_LEAF},
#define X(name, shape) {#name, PV_SHAPE_##shape},
#include "engine/ast/kind.def"
#undef X
};

static const char *const roles[] = {
#define X(name) #name,
#include "engine/ast/role.def"
#undef X
};

_Static_assert(sizeof kinds / sizeof kinds[0] == PV_KIND_COUNT, "one line a kind");
_Static_assert(PV_KIND_COUNT <= UINT16_MAX, "a node keeps its kind in 16 bits");
_Static_assert(PV_ROLE_COUNT <= UINT8_MAX, "a node keeps its role in 8 bits");

const char *pv_kind_name(enum pv_kind kind)
{
    return kinds[kind].name;
}

const char *pv_role_name(enum pv_role role)
{
    return roles[role];
}

enum pv_shape pv_kind_shape(enum pv_kind kind)
{
    return kinds[kind].shape;
}

bool pv_kind_is_stmt(enum pv_kind kind)
{
    return (kind >= PV_FUNC && kind <= PV_CLASS && kind != PV_LAMBDA) || kind == PV_VAR ||
           kind == PV_IMPORT || kind == PV_PACKAGE ||
           (kind >= PV_EXPR_STMT && kind <= PV_PASS && kind != PV_CATCH && kind != PV_CASE &&
            kind != PV_RESOURCE);
}

bool pv_kind_is_wrapping(enum pv_kind kind)
{
    return kind == PV_EXPR_STMT || kind == PV_CAST || kind == PV_GENERIC || kind == PV_BLOCK;
}
