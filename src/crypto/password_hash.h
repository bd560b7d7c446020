/* SPDX-License-Identifier: Apache-2.0 */
/*
 * password_hash: the text of a stored password hash, read strictly.
 */
#ifndef PV_CRYPTO_PASSWORD_HASH_H
#define PV_CRYPTO_PASSWORD_HASH_H

#include "base/str.h"
#include "crypto/status_internal.h"

#include <stdint.h>

struct pv_password_hash {
    uint32_t memory_kib;
    uint32_t passes;
    uint32_t lanes;
};

/* The form of Argon2id that pave/password.h shows and no other. PAVE_SYNTAX, PAVE_LIMIT. */
PV_STATUS pv_password_hash_read(struct pv_str text, struct pv_password_hash *out);

#endif
