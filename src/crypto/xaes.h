/* SPDX-License-Identifier: Apache-2.0 */
/*
 * xaes: XAES-256-GCM (C2SP) and its key-committing form KC-XAES-256-GCM.
 *
 * A 24-byte nonce gives a key and a nonce for one AES-256-GCM message, and a
 * commitment to the key, by five blocks of AES. The contexts of the backend are
 * kept, since making them costs more than using them. For one thread at a time.
 */
#ifndef PV_CRYPTO_XAES_H
#define PV_CRYPTO_XAES_H

#include "base/str.h"
#include "crypto/status_internal.h"

enum { PV_TAG_BYTES = 16, PV_COMMITMENT_BYTES = 32 };

struct pv_xaes;

/* Keeps a schedule of the 32-byte key. PAVE_NO_MEMORY, PAVE_BACKEND. */
PV_STATUS pv_xaes_new(const unsigned char *key, struct pv_xaes **out);

/* Wipes; NULL does nothing. */
void pv_xaes_free(struct pv_xaes *xaes);

/* What the first twelve bytes of a nonce give: the message's key, and a part of what commits. */
struct pv_xaes_ahead {
    unsigned char key[32];
    unsigned char commit[16];
};

/*
 * Makes that for `n` nonces, each `stride` bytes behind the one before: many at once cost little
 * more than one. Whoever has them wipes them.
 */
PV_STATUS pv_xaes_ahead(struct pv_xaes *xaes, const unsigned char *nonces, size_t stride, size_t n,
                        struct pv_xaes_ahead *out);

/* What one message is sealed or opened with. */
struct pv_aead_call {
    const unsigned char *nonce; /* 24 bytes */
    struct pv_str aad;
    unsigned char *commitment;         /* 32 bytes, written by seal; NULL: the form without */
    const struct pv_xaes_ahead *ahead; /* of this nonce; NULL: it is made */
    const unsigned char *expected;     /* 32 bytes, compared by open; NULL: the form without */
};

/* Writes n + 16 bytes to `out`, the tag last. */
PV_STATUS pv_xaes_seal(struct pv_xaes *xaes, const struct pv_aead_call *call, const void *message,
                       size_t n, unsigned char *out);

/* Of `n` bytes, the tag last, writes n - 16. PAVE_REFUSED; `out` is wiped then. */
PV_STATUS pv_xaes_open(struct pv_xaes *xaes, const struct pv_aead_call *call,
                       const unsigned char *sealed, size_t n, unsigned char *out);

#endif
