/* SPDX-License-Identifier: Apache-2.0 */
/*
 * service: what a catalog entry says of one component.
 *
 * The entry is Backstage's catalog-info.yaml (kind Component); the facts are
 * its annotations under pave.dev/. What is not said is unknown, not a default.
 */
#ifndef PV_RISK_SERVICE_H
#define PV_RISK_SERVICE_H

#include "risk/data_item.h"
#include "risk/data_type.h"
#include "risk/fact.h"

struct pv_service {
    struct pv_str name;
    struct pv_str owner; /* empty when not said */
    struct pv_str file;  /* where it was read from */
    struct pv_data_items data;
    bool has_data; /* false: not said, which is not the same as none */
    struct pv_data_types types;
    pv_fact reach;
    pv_fact tier;
    pv_fact gate; /* for attacks that need a login */
};

/*
 * Reads the first Component of `text`; everything lives in `mem`. PV_NOT_FOUND
 * when there is none; PV_SYNTAX with "line L, column C: …" in err->text.
 */
PV_RESULT pv_service_read(struct pv_arena *mem, struct pv_str file, struct pv_str text,
                          struct pv_service *out, struct pv_err *err);

#endif
