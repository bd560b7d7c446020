/* SPDX-License-Identifier: Apache-2.0 */
/* The first line is a set of keys, the rest a token; a token is refused with one character more. */
#include "support/fuzz.h"

#include "base/arena.h"
#include "crypto/jws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pave_jwks *jwks = NULL;
    struct pv_str token = fuzz_text(data, size);
    struct pv_str keys = {0};
    struct pv_jws jws = {0};

    (void)pv_str_split(&token, '\n', &keys);
    if (pave_jwks_read(keys.p, keys.n, &jwks, NULL) != PAVE_OK)
        return 0;
    pv_assert(jwks->n_keys > 0);
    if (pv_jws_verify(&mem, jwks, token, &jws) == PAVE_OK) {
        pv_assert(pv_record_get(jws.header, "alg") != NULL);
        pv_assert(pv_jws_verify(&mem, jwks, pv_str_sub(token, 0, token.n - 1), &jws) != PAVE_OK);
    }
    pave_jwks_close(jwks);
    return 0;
}
