/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sighting_internal: one run while it is taken into the ledger.
 */
#ifndef PV_LEDGER_STORE_SIGHTING_INTERNAL_H
#define PV_LEDGER_STORE_SIGHTING_INTERNAL_H

#include "base/vec.h"
#include "ledger/store/sighting.h"

/* A finding that the ledger has. */
struct pv_known {
    struct pv_observation at;
    int64_t id;
    uint64_t file_digest;
    int64_t until;
    int64_t first_seen;
    unsigned premise; /* the rank that an acceptance rests on */
    struct pv_str observation;
    struct pv_str observation_reason;
    struct pv_str disposition;
    struct pv_str disposition_reason;
    bool is_seen; /* by this run */
};

struct pv_record {
    struct pv_arena *mem;
    struct pv_ledger *ledger;
    const struct pv_record_run *run;
    int64_t asset;
    int64_t run_id;
    PV_VEC(struct pv_known) known;
    PV_VEC(struct pv_observed_file) files; /* of those */
    struct pv_record_counts counts;
    struct pv_err *err;
};

/* Fills `known` and `files`: sighting_load.c. */
PV_RESULT pv_record_load(struct pv_record *record, struct pv_err *err);

/* Hashes as hexadecimal text, eight digits each. */
PV_RESULT pv_hashes_write(struct pv_arena *mem, const uint32_t *hashes, uint32_t n,
                          struct pv_str *out, struct pv_err *err);

#endif
