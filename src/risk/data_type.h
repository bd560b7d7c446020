/* SPDX-License-Identifier: Apache-2.0 */
/*
 * data_type: which types and fields of the code hold which data, as people write
 * it in one line: "phi: Claim, Visit.note; credential: .password".
 */
#ifndef PV_RISK_DATA_TYPE_H
#define PV_RISK_DATA_TYPE_H

#include "base/arena.h"
#include "engine/proof/proof.h"

struct pv_data_type {
    struct pv_str item; /* "phi" */
    struct pv_proof_names names;
};

struct pv_data_types {
    PV_VEC(struct pv_data_type) list;
};

/*
 * Reads ITEM: NAME, NAME; ITEM: NAME … where a NAME is a type, or a field with a
 * dot before it; of Type.field the field counts. The views live as long as `text`.
 * PV_SYNTAX, PV_LIMIT; `err->offset` is the byte at fault.
 */
PV_RESULT pv_data_types_parse(struct pv_arena *mem, struct pv_str text, struct pv_data_types *out,
                              struct pv_err *err);

#endif
