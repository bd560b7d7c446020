/* SPDX-License-Identifier: Apache-2.0 */
/*
 * catalog: which service a source file belongs to.
 *
 * The nearest catalog-info.yaml at or above the file counts, up to the root of
 * its repository. Each folder is looked at once.
 */
#ifndef PV_RISK_CATALOG_H
#define PV_RISK_CATALOG_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "risk/service.h"

/* A catalog file that can't be used; findings below it are without context. */
struct pv_catalog_problem {
    struct pv_str file;
    struct pv_str text;
};

struct pv_catalog {
    struct pv_arena mem;
    struct pv_map folders; /* path of a folder: 1 + its service, 0 for none */
    PV_VEC(struct pv_service) services;
    PV_VEC(struct pv_catalog_problem) problems;
};

void pv_catalog_clear(struct pv_catalog *catalog);

/*
 * The service of the file at `path`, NULL when no catalog says. It lives until
 * the catalog is cleared. Broken catalog files become problems. PV_NO_MEMORY, PV_LIMIT.
 */
PV_RESULT pv_catalog_find(struct pv_catalog *catalog, struct pv_str path,
                          const struct pv_service **out, struct pv_err *err);

#endif
