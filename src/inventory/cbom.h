/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cbom: an inventory as a Cryptography Bill of Materials of CycloneDX 1.6 (ECMA-424).
 */
#ifndef PV_INVENTORY_CBOM_H
#define PV_INVENTORY_CBOM_H

#include "inventory/inventory.h"

struct pv_cbom {
    struct pv_str name;    /* of what was looked at */
    struct pv_str version; /* of this program */
    int64_t now;           /* seconds since 1970 */
    const char *serial;    /* a UUID */
};

/* A component for each algorithm or protocol, with every place as an occurrence. */
PV_RESULT pv_cbom_write(struct pv_arena *mem, const struct pv_cbom *cbom,
                        const struct pv_inventory *inventory, struct pv_buf *out,
                        struct pv_err *err);

#endif
