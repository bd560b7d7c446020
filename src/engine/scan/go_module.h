/* SPDX-License-Identifier: Apache-2.0 */
/*
 * go_module: which folder an import path of Go names: the one that go.mod of a
 * folder around the file gives a name to, and what stands behind that name.
 */
#ifndef PV_ENGINE_SCAN_GO_MODULE_H
#define PV_ENGINE_SCAN_GO_MODULE_H

#include "base/map.h"
#include "engine/module/outline.h"

/* Folders whose go.mod was looked for. Zero is none. */
struct pv_go_modules {
    struct pv_map known; /* folder: number of its module, 0 for none */
    PV_VEC(struct pv_str) names;
};

/*
 * Gives each import of the file `path` that names a folder of its own module that
 * folder as its package; all it reads is go.mod of folders around. Lives in `mem`.
 */
PV_RESULT pv_go_modules_resolve(struct pv_arena *mem, struct pv_go_modules *modules,
                                struct pv_str path, struct pv_outline *outline, struct pv_err *err);

#endif
