/* SPDX-License-Identifier: Apache-2.0 */
/*
 * hpke: one message to one public key (RFC 9180, base mode), with
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, and AES-256-GCM or ChaCha20-Poly1305.
 */
#ifndef PV_CRYPTO_HPKE_H
#define PV_CRYPTO_HPKE_H

#include "base/str.h"
#include "crypto/status_internal.h"

enum { PV_HPKE_KEY_BYTES = 32, PV_HPKE_TAG_BYTES = 16 };

/* The AEADs by their numbers in section 7.3. */
enum pv_hpke_aead { PV_HPKE_AES_256_GCM = 2, PV_HPKE_CHACHA20_POLY1305 = 3 };

struct pv_hpke_call {
    enum pv_hpke_aead aead;
    const unsigned char *public_key; /* the recipient's */
    struct pv_str info;
    struct pv_str aad;
};

/*
 * `enc` gets 32 bytes and `out` n + 16. `ephemeral` is a secret key that is used this once; NULL
 * makes one, and only tests give one. PAVE_REFUSED for a public key of small order.
 */
PV_STATUS pv_hpke_seal(const struct pv_hpke_call *call, const unsigned char *ephemeral,
                       struct pv_str message, unsigned char *enc, unsigned char *out);

/* `out` gets n - 16 bytes. PAVE_REFUSED, and `out` is wiped. */
PV_STATUS pv_hpke_open(const struct pv_hpke_call *call, const unsigned char *secret_key,
                       const unsigned char *enc, struct pv_str sealed, unsigned char *out);

#endif
