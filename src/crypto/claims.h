/* SPDX-License-Identifier: Apache-2.0 */
/*
 * claims: what a genuine token says about time and place, held against what it must say.
 */
#ifndef PV_CRYPTO_CLAIMS_H
#define PV_CRYPTO_CLAIMS_H

#include "crypto/record.h"

/* How a token writes times: RFC 7519 counts seconds, PASETO writes dates. */
enum pv_claims_form { PV_CLAIMS_SECONDS, PV_CLAIMS_DATES };

struct pv_claims_rules {
    enum pv_claims_form form;
    const char *issuer;   /* NULL: whoever it is */
    const char *audience; /* NULL: the token must have none */
    uint32_t leeway_s;
    int64_t now; /* 0: the system's clock */
};

/* PAVE_SYNTAX without a sound "exp"; PAVE_EXPIRED; PAVE_MISDIRECTED. */
PV_STATUS pv_claims_check(const struct pv_record *claims, const struct pv_claims_rules *rules,
                          struct pave_error *err);

/* Seconds since 1970 of a date of RFC 3339, its fraction cut off. False for all else. */
PV_MUST_USE bool pv_claims_date(struct pv_str text, int64_t *out);

#endif
