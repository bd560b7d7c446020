/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gcm: AES-256-GCM for one message under a key of its own.
 *
 * Short messages go to libsodium, which sets up a key faster; long ones to
 * libcrypto, which has the faster bulk code. The bytes are the same.
 */
#ifndef PV_CRYPTO_GCM_H
#define PV_CRYPTO_GCM_H

#include "base/str.h"
#include "crypto/status_internal.h"

#include <openssl/evp.h>
#include <sodium.h>

/* Both do the same; libsodium is faster with small messages, where it has AES at all. */
enum pv_gcm_backend { PV_GCM_UNKNOWN, PV_GCM_LIBCRYPTO, PV_GCM_SODIUM };
enum { PV_GCM_SMALL_MAX = 512 };

struct pv_gcm {
    EVP_CIPHER_CTX *seal; /* made when first needed */
    EVP_CIPHER_CTX *open;
    enum pv_gcm_backend small;            /* the backend of small messages, once it was asked for */
    crypto_aead_aes256gcm_state schedule; /* of the last small message; wiped by clear */
};

void pv_gcm_clear(struct pv_gcm *gcm);

/* What the message is bound to: a 32-byte key, a 12-byte nonce, data that is only authenticated. */
struct pv_gcm_call {
    const unsigned char *key;
    const unsigned char *nonce;
    struct pv_str aad;
};

/* n + 16 bytes to `out`, the tag last. PAVE_BACKEND, PAVE_LIMIT. */
PV_STATUS pv_gcm_seal(struct pv_gcm *gcm, const struct pv_gcm_call *call, const void *message,
                      size_t n, unsigned char *out);

/* n - 16 bytes to `out`. PAVE_REFUSED, and `out` is wiped; n of less than 16 too. */
PV_STATUS pv_gcm_open(struct pv_gcm *gcm, const struct pv_gcm_call *call,
                      const unsigned char *sealed, size_t n, unsigned char *out);

#endif
