/* SPDX-License-Identifier: Apache-2.0 */
/*
 * paseto: what tests need beside the public calls.
 */
#ifndef PV_CRYPTO_PASETO_H
#define PV_CRYPTO_PASETO_H

#include "base/str.h"
#include "crypto/status_internal.h"

#include <pave/paseto.h>

/* As pave_paseto_issue, with a nonce of 32 bytes that is used this once. */
PV_STATUS pv_paseto_issue(const struct pave_paseto_key *key, const unsigned char *nonce,
                          struct pv_str claims, const struct pave_paseto_beside *beside,
                          struct pave_bytes *out);

#endif
