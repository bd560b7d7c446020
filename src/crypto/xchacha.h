/* SPDX-License-Identifier: Apache-2.0 */
/*
 * xchacha: XChaCha20-Poly1305 with a commitment to its key.
 *
 * For machines without instructions for AES. Encryption and commitment have
 * keys of their own, both made of one by HKDF; the commitment is HMAC-SHA-256
 * of the nonce, so it binds the key that both came from.
 */
#ifndef PV_CRYPTO_XCHACHA_H
#define PV_CRYPTO_XCHACHA_H

#include "crypto/xaes.h"

struct pv_xchacha;

/* As the functions of xaes; `call->commitment` and `call->expected` are always there. */
PV_STATUS pv_xchacha_new(const unsigned char *key, struct pv_xchacha **out);
void pv_xchacha_free(struct pv_xchacha *xchacha);
PV_STATUS pv_xchacha_seal(struct pv_xchacha *xchacha, const struct pv_aead_call *call,
                          const void *message, size_t n, unsigned char *out);
PV_STATUS pv_xchacha_open(struct pv_xchacha *xchacha, const struct pv_aead_call *call,
                          const unsigned char *sealed, size_t n, unsigned char *out);

#endif
