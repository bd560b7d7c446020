/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jws: a signed payload in compact form (RFC 7515), HEADER.PAYLOAD.SIGNATURE.
 */
#ifndef PV_CRYPTO_JWS_H
#define PV_CRYPTO_JWS_H

#include "crypto/jwks.h"

struct pv_jws {
    struct pv_record *header;
    struct pv_str payload; /* decoded */
};

/*
 * Verifies all of `token`; `out` lives in `mem`. PAVE_SYNTAX, PAVE_LIMIT, PAVE_NO_KEY,
 * PAVE_REFUSED, PAVE_NO_MEMORY.
 */
PV_STATUS pv_jws_verify(struct pv_arena *mem, const struct pave_jwks *jwks, struct pv_str token,
                        struct pv_jws *out);

#endif
