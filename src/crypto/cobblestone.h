/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cobblestone: Cobblestone-256 (C2SP chunked-encryption with AES-256-GCM and SHA-512).
 *
 *     salt (24), commitment (32), chunks of 16 KiB each with a tag, a shorter one last
 *
 * Key, nonces and commitment come from an input key, the salt and the context
 * by HKDF-Expand. Chunks are numbered in their nonces, so none can move.
 */
#ifndef PV_CRYPTO_COBBLESTONE_H
#define PV_CRYPTO_COBBLESTONE_H

#include "base/str.h"
#include "crypto/status_internal.h"

enum {
    PV_CHUNK_BYTES = 16384,
    PV_CHUNK_TAG = 16,
    PV_CHUNK_SEALED = PV_CHUNK_BYTES + PV_CHUNK_TAG,
    PV_COBBLESTONE_SALT = 24,
    PV_COBBLESTONE_HEAD = PV_COBBLESTONE_SALT + 32,
};

/* Chunks of one stream, 4 PiB. */
#define PV_CHUNKS_MAX ((uint64_t)1 << 38)

struct pv_cobblestone;

/* For one direction and one thread. */
PV_STATUS pv_cobblestone_new(const unsigned char *input_key, const unsigned char *salt,
                             struct pv_str context, bool is_seal, struct pv_cobblestone **out);
PV_STATUS pv_cobblestone_copy(const struct pv_cobblestone *other, struct pv_cobblestone **out);
void pv_cobblestone_free(struct pv_cobblestone *cobblestone);

/* 32 bytes. */
const unsigned char *pv_cobblestone_commitment(const struct pv_cobblestone *cobblestone);

/* n + 16 bytes to `out`, which is `chunk` or does not overlap it. */
PV_STATUS pv_cobblestone_seal(struct pv_cobblestone *cobblestone, uint64_t index,
                              const unsigned char *chunk, size_t n, unsigned char *out);

/* n - 16 bytes to `out`, in the same way; PAVE_REFUSED, and they are wiped. */
PV_STATUS pv_cobblestone_open(struct pv_cobblestone *cobblestone, uint64_t index,
                              const unsigned char *sealed, size_t n, unsigned char *out);

#endif
