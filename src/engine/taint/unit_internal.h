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
    bool has_scopes;  /* each file is a scope of its own … */
    bool are_modules; /* … and others have of it what they import */
    bool is_python;
    bool has_packages; /* of Go: of one or several folders */
    bool has_statics;  /* `static` keeps a name to its file */
    struct pv_tree *tree;
    struct pv_defs *defs;
    struct pv_functions *functions;
    struct pv_taint_exports *exports;
    struct pv_err *err;
};

/* Packages of Go: unit_packages.c. Whether two files of different ones define the same name … */
bool pv_unit_do_packages_clash(const struct pv_taint_member *a, const struct pv_taint_member *b);
/* … and what a file calls the names of another package is those names. */
void pv_unit_join_packages(struct pv_unit_builder *b);

/* What modules import of each other becomes known by the same words: unit_modules.c. */
PV_RESULT pv_unit_link_modules(struct pv_unit_builder *b);

#endif
