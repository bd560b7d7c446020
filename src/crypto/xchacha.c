/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/xchacha.h"

#include "crypto/crypto_limits.h"
#include "crypto/decided.h"
#include "crypto/guarded.h"
#include "crypto/hkdf.h"
#include "crypto/nonce_pool.h"

#include <pave/secret.h>

#include <sodium.h>

struct pv_xchacha {
    unsigned char key[PV_KEY_BYTES];
    crypto_auth_hmacsha256_state commit; /* keyed; copied for each message */
};

PV_STATUS pv_xchacha_new(const unsigned char *key, struct pv_xchacha **out)
{
    unsigned char commit_key[PV_KEY_BYTES];
    struct pv_xchacha *xchacha = pv_guarded_new(sizeof *xchacha);

    if (!xchacha)
        return PAVE_NO_MEMORY;
    enum pave_status status = pv_hkdf_subkey(key, "pave/v1/xchacha/encrypt", NULL, 0, xchacha->key);
    if (status == PAVE_OK)
        status = pv_hkdf_subkey(key, "pave/v1/xchacha/commit", NULL, 0, commit_key);
    if (status != PAVE_OK) {
        pv_xchacha_free(xchacha);
        return status;
    }
    crypto_auth_hmacsha256_init(&xchacha->commit, commit_key, sizeof commit_key);
    pave_wipe(commit_key, sizeof commit_key);
    *out = xchacha;
    return PAVE_OK;
}

void pv_xchacha_free(struct pv_xchacha *xchacha)
{
    pv_guarded_free(xchacha);
}

static void commit(const struct pv_xchacha *xchacha, const unsigned char *nonce, unsigned char *out)
{
    crypto_auth_hmacsha256_state state = xchacha->commit;
    crypto_auth_hmacsha256_update(&state, nonce, PV_NONCE_BYTES);
    crypto_auth_hmacsha256_final(&state, out);
    pave_wipe(&state, sizeof state);
}

PV_STATUS pv_xchacha_seal(struct pv_xchacha *xchacha, const struct pv_aead_call *call,
                          const void *message, size_t n, unsigned char *out)
{
    if (n > PV_MESSAGE_BYTES_MAX)
        return PAVE_LIMIT;
    crypto_aead_xchacha20poly1305_ietf_encrypt(out, NULL, message, n,
                                               (const unsigned char *)call->aad.p, call->aad.n,
                                               NULL, call->nonce, xchacha->key);
    commit(xchacha, call->nonce, call->commitment);
    return PAVE_OK;
}

PV_STATUS pv_xchacha_open(struct pv_xchacha *xchacha, const struct pv_aead_call *call,
                          const unsigned char *sealed, size_t n, unsigned char *out)
{
    unsigned char expected[PV_COMMITMENT_BYTES];

    if (n < PV_TAG_BYTES)
        return PAVE_REFUSED;
    commit(xchacha, call->nonce, expected);
    if (pv_decided(crypto_verify_32(expected, call->expected) == 0) &&
        pv_decided(crypto_aead_xchacha20poly1305_ietf_decrypt(
                       out, NULL, NULL, sealed, n, (const unsigned char *)call->aad.p, call->aad.n,
                       call->nonce, xchacha->key) == 0))
        return PAVE_OK;
    pave_wipe(out, n - PV_TAG_BYTES);
    return PAVE_REFUSED;
}
