/* SPDX-License-Identifier: Apache-2.0 */
/*
 * digest: SHA-256 (FIPS 180-4) of texts that are named by what they say.
 */
#ifndef PV_CRYPTO_DIGEST_H
#define PV_CRYPTO_DIGEST_H

#include "base/str.h"

enum { PV_DIGEST_TEXT = 65 };

/* 64 hexadecimal digits and a zero byte. */
void pv_digest_text(struct pv_str text, char out[PV_DIGEST_TEXT]);

#endif
