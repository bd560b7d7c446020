/* SPDX-License-Identifier: Apache-2.0 */
/* What is accepted as a password hash is within its limits, and no byte of it can be left out. */
#include "support/fuzz.h"

#include "crypto/crypto_limits.h"
#include "crypto/password_hash.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_str text = fuzz_text(data, size);
    struct pv_password_hash hash = {0};
    if (pv_password_hash_read(text, &hash) != PAVE_OK)
        return 0;
    pv_assert(hash.memory_kib <= PV_PASSWORD_KIB_MAX && hash.passes <= PV_PASSWORD_PASSES_MAX);
    pv_assert(hash.lanes >= 1 && hash.memory_kib >= 8 * hash.lanes);
    pv_assert(pv_str_has_prefix(text, PV_STR("$argon2id$v=19$m=")));
    pv_assert(pv_password_hash_read(pv_str_sub(text, 1, text.n), &hash) == PAVE_SYNTAX);
    return 0;
}
