/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jwk: one key that tokens are verified with, and the one algorithm it is for.
 */
#ifndef PV_CRYPTO_JWK_H
#define PV_CRYPTO_JWK_H

#include "crypto/record.h"

#include <openssl/evp.h>

enum pv_jwk_type { PV_JWK_OCT, PV_JWK_RSA, PV_JWK_EC, PV_JWK_OKP };

enum pv_jws_alg {
    PV_JWS_NONE = 0, /* never a key's; what is unknown is this */
#define X(id, type, curve, digest, n_digest, n_half) PV_JWS_##id,
#include "crypto/jws_alg.def"
#undef X
};

struct pv_jws_alg_info {
    const char *name;
    enum pv_jwk_type type;
    const char *curve;
    const char *digest;
    size_t digest_bytes;
    size_t half_bytes;
};

/* The row of an algorithm; not for PV_JWS_NONE. */
const struct pv_jws_alg_info *pv_jws_alg_info(enum pv_jws_alg alg);
enum pv_jws_alg pv_jws_alg_of_name(struct pv_str name);

struct pv_jwk {
    enum pv_jws_alg alg;   /* PV_JWS_NONE: not a key that verifies; left out of a set */
    struct pv_str id;      /* empty: none */
    EVP_PKEY *key;         /* of RSA, EC and OKP */
    unsigned char *secret; /* of OCT, guarded */
    size_t secret_bytes;
};

/*
 * Reads one JWK (RFC 7517). What is for encryption or of an unknown kind is left as PV_JWS_NONE.
 * A key says its algorithm, or its curve does; an RSA or OCT key without one is PAVE_SYNTAX.
 * PAVE_FORBIDDEN for a private key. `id` is in `mem` of the record. Clear it in any case.
 */
PV_STATUS pv_jwk_read(struct pv_jwk *jwk, const struct pv_record *map, struct pave_error *err);
void pv_jwk_clear(struct pv_jwk *jwk);

/* Whether `signature` is the key's for `text`. PAVE_REFUSED, PAVE_BACKEND, PAVE_NO_MEMORY. */
PV_STATUS pv_jwk_verify(const struct pv_jwk *jwk, struct pv_str text,
                        const unsigned char *signature, size_t n);

#endif
