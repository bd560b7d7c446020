/* SPDX-License-Identifier: Apache-2.0 */
/*
 * catalog_internal: what the files of catalog share.
 */
#ifndef PV_RISK_CATALOG_INTERNAL_H
#define PV_RISK_CATALOG_INTERNAL_H

#include "risk/catalog.h"

PV_RESULT pv_catalog_add_problem(struct pv_catalog *catalog, struct pv_catalog_problem problem,
                                 struct pv_err *err);

/*
 * Reads the catalog files of `folder` that were not read yet into `place`; `*has_any` says
 * whether there is one, read or not. `prefix` is that of annotations.
 */
PV_RESULT pv_catalog_read_folder(struct pv_catalog *catalog, struct pv_catalog_place *place,
                                 struct pv_str folder, struct pv_str prefix, struct pv_err *err);

/* Whether `folder` has a catalog file, and what its pave.yaml says is the prefix. */
PV_RESULT pv_catalog_look(struct pv_catalog *catalog, struct pv_str folder, bool *has_any,
                          struct pv_str *prefix, struct pv_err *err);

/* Reads all catalog files below the place's folder, once. */
PV_RESULT pv_catalog_search(struct pv_catalog *catalog, struct pv_catalog_place *place,
                            struct pv_str prefix, struct pv_err *err);

/* Says which facts of a service conflict or have expired. */
PV_RESULT pv_catalog_judge(struct pv_catalog *catalog, const struct pv_service *service,
                           struct pv_err *err);

#endif
