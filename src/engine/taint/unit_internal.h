/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_internal: one unit while it is made, shared by the files that make it.
 */
#ifndef PV_ENGINE_TAINT_UNIT_INTERNAL_H
#define PV_ENGINE_TAINT_UNIT_INTERNAL_H

#include "engine/taint/unit.h"

struct pv_unit_builder {
    struct pv_arena *mem;
    struct pv_taint_member *members;
    size_t n;
    const struct pv_taint_links *links;
    bool are_modules; /* each file is a scope of its own */
    bool is_python;
    bool has_statics; /* `static` keeps a name to its file */
    struct pv_tree *tree;
    struct pv_defs *defs;
    struct pv_functions *functions;
    struct pv_taint_exports *exports;
    struct pv_err *err;
};

/* What modules import of each other becomes known by the same words: unit_modules.c. */
PV_RESULT pv_unit_link_modules(struct pv_unit_builder *b);

#endif
