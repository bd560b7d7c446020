/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/gcm.h"

#include "crypto/crypto_limits.h"
#include "crypto/decided.h"
#include "crypto/guarded.h"
#include "crypto/xaes.h"

#include <pave/secret.h>

#include <sodium.h>

void pv_gcm_clear(struct pv_gcm *gcm)
{
    EVP_CIPHER_CTX_free(gcm->seal);
    EVP_CIPHER_CTX_free(gcm->open);
    pave_wipe(gcm, sizeof *gcm);
}

/* The backend that a message of `n` bytes goes to on this machine. */
static enum pv_gcm_backend backend_of(struct pv_gcm *gcm, size_t n)
{
    if (n > PV_GCM_SMALL_MAX)
        return PV_GCM_LIBCRYPTO;
    if (gcm->small == PV_GCM_UNKNOWN)
        gcm->small = crypto_aead_aes256gcm_is_available() ? PV_GCM_SODIUM : PV_GCM_LIBCRYPTO;
    return gcm->small;
}

/* The cipher stays set: later messages only bring their key and nonce. */
static PV_STATUS make_context(EVP_CIPHER_CTX **slot, int is_seal)
{
    if (*slot)
        return PAVE_OK;
    if (pv_guarded_is_faulted())
        return PAVE_NO_MEMORY;
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    if (!ctx)
        return PAVE_NO_MEMORY;
    if (EVP_CipherInit_ex(ctx, EVP_aes_256_gcm(), NULL, NULL, NULL, is_seal) != 1) {
        EVP_CIPHER_CTX_free(ctx);
        return PAVE_BACKEND;
    }
    *slot = ctx;
    return PAVE_OK;
}

static bool add_aad(EVP_CIPHER_CTX *ctx, struct pv_str aad)
{
    int n = 0;
    return aad.n == 0 ||
           EVP_CipherUpdate(ctx, NULL, &n, (const unsigned char *)aad.p, (int)aad.n) == 1;
}

static bool seal_by_libcrypto(EVP_CIPHER_CTX *ctx, const struct pv_gcm_call *call,
                              const void *message, size_t n, unsigned char *out)
{
    int written = 0;
    if (EVP_EncryptInit_ex(ctx, NULL, NULL, call->key, call->nonce) != 1 ||
        !add_aad(ctx, call->aad))
        return false;
    if (n > 0 && EVP_EncryptUpdate(ctx, out, &written, message, (int)n) != 1)
        return false;
    return EVP_EncryptFinal_ex(ctx, out + n, &written) == 1 &&
           EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, PV_TAG_BYTES, out + n) == 1;
}

PV_STATUS pv_gcm_seal(struct pv_gcm *gcm, const struct pv_gcm_call *call, const void *message,
                      size_t n, unsigned char *out)
{
    if (n > PV_MESSAGE_BYTES_MAX || call->aad.n > PV_MESSAGE_BYTES_MAX)
        return PAVE_LIMIT;
    if (backend_of(gcm, n) == PV_GCM_SODIUM) {
        (void)crypto_aead_aes256gcm_beforenm(&gcm->schedule, call->key);
        (void)crypto_aead_aes256gcm_encrypt_afternm(out, NULL, message, n,
                                                    (const unsigned char *)call->aad.p, call->aad.n,
                                                    NULL, call->nonce, &gcm->schedule);
        return PAVE_OK;
    }
    PAVE_TRY(make_context(&gcm->seal, 1));
    if (seal_by_libcrypto(gcm->seal, call, message, n, out))
        return PAVE_OK;
    pave_wipe(out, n + PV_TAG_BYTES);
    return PAVE_BACKEND;
}

static bool open_by_libcrypto(EVP_CIPHER_CTX *ctx, const struct pv_gcm_call *call,
                              const unsigned char *sealed, size_t n, unsigned char *out)
{
    int written = 0;
    unsigned char tag[PV_TAG_BYTES];
    memcpy(tag, sealed + n, sizeof tag);
    if (EVP_DecryptInit_ex(ctx, NULL, NULL, call->key, call->nonce) != 1 ||
        !add_aad(ctx, call->aad))
        return false;
    if (n > 0 && EVP_DecryptUpdate(ctx, out, &written, sealed, (int)n) != 1)
        return false;
    return EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, PV_TAG_BYTES, tag) == 1 &&
           EVP_DecryptFinal_ex(ctx, out + n, &written) == 1;
}

PV_STATUS pv_gcm_open(struct pv_gcm *gcm, const struct pv_gcm_call *call,
                      const unsigned char *sealed, size_t n, unsigned char *out)
{
    bool is_good = false;

    if (n < PV_TAG_BYTES)
        return PAVE_REFUSED;
    n -= PV_TAG_BYTES;
    if (n > PV_MESSAGE_BYTES_MAX || call->aad.n > PV_MESSAGE_BYTES_MAX)
        return PAVE_LIMIT;
    if (backend_of(gcm, n) == PV_GCM_SODIUM) {
        (void)crypto_aead_aes256gcm_beforenm(&gcm->schedule, call->key);
        is_good = crypto_aead_aes256gcm_decrypt_afternm(
                      out, NULL, NULL, sealed, n + PV_TAG_BYTES, (const unsigned char *)call->aad.p,
                      call->aad.n, call->nonce, &gcm->schedule) == 0;
    } else {
        PAVE_TRY(make_context(&gcm->open, 0));
        is_good = open_by_libcrypto(gcm->open, call, sealed, n, out);
    }
    if (pv_decided(is_good))
        return PAVE_OK;
    pave_wipe(out, n);
    return PAVE_REFUSED;
}
