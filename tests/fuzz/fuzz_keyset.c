/* SPDX-License-Identifier: Apache-2.0 */
/* Any text is read as a keyset or refused; what is read never unlocks by chance. */
#include "support/fuzz.h"

#include "crypto/keyset.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct pave_unlock unlock = {
        .size = sizeof unlock, .passphrase = "x", .passphrase_size = 1};
    struct pave_error err = PAVE_ERROR_INIT;
    struct pv_keyset keyset = {0};

    if (pv_keyset_read(&keyset, fuzz_text(data, size), &err) == PAVE_OK) {
        pv_assert(keyset.keys.n > 0);
        pv_assert(is_inside(keyset.covered, keyset.covered));
        pv_assert(keyset.covered.n < size);
        if (keyset.wrap.by == PV_WRAP_PASSPHRASE && keyset.wrap.kib < 64 && keyset.wrap.passes < 4)
            pv_assert(pv_keyset_unlock(&keyset, &unlock, NULL) != PAVE_OK);
    } else {
        pv_assert(err.offset <= size);
    }
    pv_keyset_clear(&keyset);
    return 0;
}
