/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jwks: the keys of an issuer.
 */
#ifndef PV_CRYPTO_JWKS_H
#define PV_CRYPTO_JWKS_H

#include "crypto/jwk.h"

#include <pave/token.h>

struct pave_jwks {
    struct pv_arena mem;
    size_t n_keys;
    struct pv_jwk keys[];
};

/*
 * The key that a header names: of its "kid" and algorithm, or the only one of the algorithm when
 * the header or the key has no "kid". PAVE_NO_KEY.
 */
PV_STATUS pv_jwks_find(const struct pave_jwks *jwks, enum pv_jws_alg alg, const struct pv_str *id,
                       const struct pv_jwk **out);

#endif
