/* SPDX-License-Identifier: Apache-2.0 */
/*
 * entity_internal: what the files of entity share.
 */
#ifndef PV_RISK_ENTITY_INTERNAL_H
#define PV_RISK_ENTITY_INTERNAL_H

#include "risk/entity.h"
#include "text/doc.h"

struct pv_entity_reading {
    struct pv_arena *mem;
    const struct pv_doc *notes; /* the annotations, or the entry in short form; may be NULL */
    struct pv_str prefix;       /* of annotations */
    bool is_short;
};

/* Reads what the annotations claim; `out->at` says where. */
PV_RESULT pv_entity_read_notes(struct pv_entity_reading *in, struct pv_entity *out,
                               struct pv_err *err);

#endif
