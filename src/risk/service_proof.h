/* SPDX-License-Identifier: Apache-2.0 */
/*
 * service_proof: the proof that a service seals what it holds, item by item. It reads
 * all files of the service, whichever were asked for: a proof of some is none.
 */
#ifndef PV_RISK_SERVICE_PROOF_H
#define PV_RISK_SERVICE_PROOF_H

#include "risk/catalog.h"

struct pv_sealing {
    const struct pv_data_type *type;
    struct pv_proof proof;
};

/* Owns the proofs. */
struct pv_sealings {
    PV_VEC(struct pv_sealing) list; /* in the catalog's order */
    struct pv_str unread; /* a file that may mark more of the data, but could not be read; empty */
};

void pv_sealings_clear(struct pv_sealings *sealings);

/*
 * Proves each item whose types or fields are named, by the catalog or in the code,
 * and writes what came of it into the service's data, here and in the catalog.
 * `options->targets` is not looked at. `mem` must outlive the catalog.
 */
PV_RESULT pv_sealings_prove(struct pv_arena *mem, struct pv_catalog *catalog,
                            struct pv_service *service, const struct pv_proof_options *options,
                            struct pv_sealings *out, struct pv_err *err);

#endif
