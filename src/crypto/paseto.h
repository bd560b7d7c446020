/* SPDX-License-Identifier: Apache-2.0 */
/*
 * paseto: keys of tokens, as they are in memory; what tests need beside the public calls.
 */
#ifndef PV_CRYPTO_PASETO_H
#define PV_CRYPTO_PASETO_H

#include "base/str.h"
#include "crypto/status_internal.h"

#include <pave/paseto.h>

enum pv_paseto_kind { PV_PASETO_LOCAL, PV_PASETO_PUBLIC, PV_PASETO_SECRET, PV_PASETO_KINDS };

struct pave_paseto_key {
    enum pv_paseto_kind kind;
    unsigned char bytes[64]; /* of a secret key: seed, public key */
};

/* A key made of 32 secret bytes: one that seals, or one that signs. The caller wipes it. */
void pv_paseto_key_make(const unsigned char *seed, bool is_signing, struct pave_paseto_key *out);

/* As pave_paseto_issue, with a nonce of 32 bytes that is used this once. */
PV_STATUS pv_paseto_issue(const struct pave_paseto_key *key, const unsigned char *nonce,
                          struct pv_str claims, const struct pave_paseto_beside *beside,
                          struct pave_bytes *out);

#endif
