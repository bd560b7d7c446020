/* SPDX-License-Identifier: Apache-2.0 */
/* Any text is read as a policy or refused; none is signed by chance, and every purpose has a
 * keyset. */
#include "support/fuzz.h"

#include "crypto/crypto_policy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char trust[] = PV_POLICY_KEY_PREFIX "KigfjZeZszGrpYBaa69o8yLaS5wLuo__npF09XnqTKo";
    struct pave_error err = PAVE_ERROR_INIT;
    struct pv_crypto_policy policy = {0};

    if (pv_crypto_policy_read(&policy, fuzz_text(data, size), true, &err) == PAVE_OK) {
        for (size_t i = 0; i < policy.purposes.n; i++) {
            pv_assert(policy.purposes.p[i].keyset < policy.keysets.n);
            pv_assert(policy.purposes.p[i].suites != 0);
        }
        pv_assert(policy.covered.n < size);
        pv_assert(pv_crypto_policy_verify(&policy, PV_STR(trust), 0, NULL) == PAVE_UNTRUSTED);
    } else {
        pv_assert(err.offset <= size);
    }
    pv_crypto_policy_clear(&policy);
    return 0;
}
