/* SPDX-License-Identifier: Apache-2.0 */
/*
 * hkdf: HKDF-Expand (RFC 5869), by which keys are made of keys.
 *
 * There is no Extract: what is expanded is always a uniformly random key.
 */
#ifndef PV_CRYPTO_HKDF_H
#define PV_CRYPTO_HKDF_H

#include "base/str.h"
#include "crypto/status_internal.h"

enum pv_hash { PV_SHA256, PV_SHA512 };

enum { PV_KEY_BYTES = 32 };

/* Fills `n_out` bytes from a 32-byte key and `info`. PAVE_BACKEND; `out` is wiped then. */
PV_STATUS pv_hkdf_expand(enum pv_hash hash, const unsigned char *key, struct pv_str info,
                         unsigned char *out, size_t n_out);

/*
 * A 32-byte key for one use: `label`, then each part behind its length, are the info,
 * so that no two uses share a key.
 */
PV_STATUS pv_hkdf_subkey(const unsigned char *key, const char *label, const struct pv_str *parts,
                         size_t n_parts, unsigned char *out);

#endif
