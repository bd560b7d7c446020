/* SPDX-License-Identifier: Apache-2.0 */
/*
 * imports: what the names of a file were imported from.
 *
 * `from hashlib import md5 as m` makes the name `m` mean `hashlib.md5`. A name
 * that a function's parameter or assignment hides is not resolved there.
 */
#ifndef PV_ENGINE_FACTS_IMPORTS_H
#define PV_ENGINE_FACTS_IMPORTS_H

#include "engine/ast/tree.h"
#include "engine/facts/defs.h"

struct pv_imports;

/* Reads all imports of `tree`; lives in `mem`. */
PV_RESULT pv_imports_read(struct pv_arena *mem, const struct pv_tree *tree,
                          const struct pv_defs *defs, struct pv_imports **out, struct pv_err *err);

/* A dotted path. */
struct pv_path {
    const struct pv_str *parts;
    size_t n;
};

/* What the PV_NAME or PV_TYPE at `node` stands for. False when it was not imported. */
bool pv_imports_resolve(const struct pv_imports *imports, const struct pv_tree *tree, pv_node node,
                        struct pv_path *out);

bool pv_imports_has_names(const struct pv_imports *imports);

/* Whether some name of the file has another last part than what it was imported from. */
bool pv_imports_has_aliases(const struct pv_imports *imports);

/* Modules imported whole (`from m import *`), for matching unresolved names. */
size_t pv_imports_wildcards(const struct pv_imports *imports, const struct pv_path **out);

#endif
