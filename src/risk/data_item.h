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

/* What happens to an item, as a set. */
enum {
    PV_HELD_STORED = 1,
    PV_HELD_PROCESSED = 2,
    PV_HELD_CARRIED = 4,
    PV_HELD_UNSAID = 8, /* nobody says which of them */
    PV_HELD_ANY = 15,
};

struct pv_data_item {
    struct pv_str name;        /* as written: "phi" */
    unsigned class;            /* of PV_DIM_DATA */
    struct pv_str role;        /* store, process, transit; empty when not written */
    uint8_t roles;             /* the same as a set; PV_HELD_ANY when not written */
    uint64_t count;            /* of records; 0 when not written */
    bool is_claimed;           /* somebody says, without proof, that it is sealed */
    enum pv_proof_state proof; /* PV_PROOF_NOTHING until somebody proves more */
    struct pv_str proof_place; /* "FILE:LINE" that shows it; may be empty */
};

struct pv_data_items {
    struct pv_data_item items[PV_RISK_ITEMS_MAX];
    size_t n;
};

/*
 * Reads CLASS[:ROLE[:COUNT]], by commas, COUNT as 25000 or 1e6. The views live as long
 * as `text`. PV_SYNTAX, PV_LIMIT; `err->offset` is the byte at fault.
 */
PV_RESULT pv_data_items_parse(struct pv_str text, struct pv_data_items *out, struct pv_err *err);

/* The first item of that name; NULL. */
struct pv_data_item *pv_data_items_find(struct pv_data_items *items, struct pv_str name);

/* The class of what people call `name`; false when it is no name of data. */
bool pv_data_class(struct pv_str name, unsigned *out);

/* "store" is PV_HELD_STORED; false for another word. */
bool pv_data_role(struct pv_str name, uint8_t *out);

/* "store", "process", "transit" for each role in turn; empty past the last. */
struct pv_str pv_data_role_text(unsigned number);

#endif
