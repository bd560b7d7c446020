/* SPDX-License-Identifier: Apache-2.0 */
/*
 * base64url: bytes as text without padding, in the one form that stands for them.
 */
#ifndef PV_CRYPTO_BASE64URL_H
#define PV_CRYPTO_BASE64URL_H

#include "base/buf.h"
#include "base/str.h"
#include "crypto/status_internal.h"

/* Text in `mem`. */
PV_STATUS pv_base64url_text(struct pv_arena *mem, const void *bytes, size_t n, struct pv_str *out);

/* Exactly `n` bytes; false for any other length or form. */
PV_MUST_USE bool pv_base64url_bytes(struct pv_str text, unsigned char *out, size_t n);

/* At most `capacity` bytes; false for any other form. */
PV_MUST_USE bool pv_base64url_read(struct pv_str text, unsigned char *out, size_t capacity,
                                   size_t *n);

/* Characters of `n` bytes, without a zero at the end. */
static inline size_t pv_base64url_size(size_t n)
{
    return n / 3 * 4 + (n % 3 ? n % 3 + 1 : 0);
}

/* Writes pv_base64url_size(n) characters and a zero behind them. */
void pv_base64url_write(const void *bytes, size_t n, char *out);

#endif
