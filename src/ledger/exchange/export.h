/* SPDX-License-Identifier: Apache-2.0 */
/*
 * export: a ledger for other programs, as SARIF 2.1.0 with baseline states,
 * suppressions and fingerprints, or as OpenVEX 0.2.0.
 */
#ifndef PV_LEDGER_EXCHANGE_EXPORT_H
#define PV_LEDGER_EXCHANGE_EXPORT_H

#include "base/buf.h"
#include "ledger/store/entry.h"

struct pv_export {
    struct pv_arena *mem;
    struct pv_entry_filter filter;
    struct pv_str version; /* of this program */
    struct pv_str author;  /* OpenVEX: who says so */
    int64_t now;           /* seconds since 1970 */
};

/*
 * A run for each tool. A finding that only one run has seen is new, one that
 * several have is unchanged, one that is gone is absent; what people settled is
 * suppressed, with the reason.
 */
PV_RESULT pv_export_sarif(const struct pv_export *export, struct pv_ledger *ledger,
                          struct pv_buf *out, struct pv_err *err);

/* A statement for each finding. What nobody has looked at is under investigation. */
PV_RESULT pv_export_openvex(const struct pv_export *export, struct pv_ledger *ledger,
                            struct pv_buf *out, struct pv_err *err);

#endif
