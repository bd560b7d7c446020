/* SPDX-License-Identifier: Apache-2.0 */
/*
 * data_item: what a service holds, as people write it in one line:
 * "phi:store:1e6, pii:process".
 */
#ifndef PV_RISK_DATA_ITEM_H
#define PV_RISK_DATA_ITEM_H

#include "base/err.h"
#include "base/str.h"
#include "engine/proof/proof.h"
#include "risk/fact.h"
#include "risk/risk_limits.h"

struct pv_data_item {
    struct pv_str name;        /* as written: "phi" */
    unsigned class;            /* of PV_DIM_DATA */
    struct pv_str role;        /* store, process, transit; empty when not written */
    enum pv_proof_state proof; /* PV_PROOF_NOTHING until somebody proves more */
    struct pv_str proof_place; /* "FILE:LINE" that shows it; may be empty */
};

struct pv_data_items {
    struct pv_data_item items[PV_RISK_ITEMS_MAX];
    size_t n;
};

/*
 * Reads CLASS[:ROLE[:COUNT]], by commas. The views live as long as `text`.
 * PV_SYNTAX, PV_LIMIT; `err->offset` is the byte at fault.
 */
PV_RESULT pv_data_items_parse(struct pv_str text, struct pv_data_items *out, struct pv_err *err);

#endif
