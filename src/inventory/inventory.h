/* SPDX-License-Identifier: Apache-2.0 */
/*
 * inventory: every use of cryptography and TLS in a tree, as far as the rules of
 * inventory/ know it.
 */
#ifndef PV_INVENTORY_INVENTORY_H
#define PV_INVENTORY_INVENTORY_H

#include "engine/scan/scan.h"
#include "inventory/algorithm.h"
#include "risk/catalog.h"

/* One place. */
struct pv_crypto_use {
    struct pv_algorithm algorithm;
    struct pv_str primitive; /* as the rule says: hash, cipher, tls … */
    struct pv_str library;
    struct pv_str code; /* the first line of it */
    struct pv_str path;
    uint32_t line;
    struct pv_str service; /* empty outside a catalog */
    bool is_pave;          /* it goes through libpave */
};

/* Owns its memory; the catalog must outlive it. */
struct pv_inventory {
    struct pv_crypto_use *uses; /* by path and line */
    size_t n;
    struct pv_scan_result scan;
    struct pv_rule_set rules;
    struct pv_arena mem;
};

void pv_inventory_clear(struct pv_inventory *inventory);

/* `threads` 0: as many as can run here. PV_NO_MEMORY, PV_LIMIT. */
PV_RESULT pv_inventory_take(const struct pv_targets *targets, struct pv_catalog *catalog,
                            unsigned threads, struct pv_inventory *out, struct pv_err *err);

#endif
