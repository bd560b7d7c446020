/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/cobblestone.h"

#include "crypto/bytes.h"
#include "crypto/crypto_limits.h"
#include "crypto/guarded.h"
#include "crypto/hkdf.h"

#include <pave/secret.h>

#include <openssl/evp.h>

enum { NONCE = 12, COMMITMENT = 32 };

static const char label[] = "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM"; /* and its zero */

struct pv_cobblestone {
    EVP_CIPHER_CTX *ctx;
    bool is_seal;
    struct {
        unsigned char key[PV_KEY_BYTES];
        unsigned char nonce[NONCE];
        unsigned char commitment[COMMITMENT];
    } derived;
};

static PV_STATUS derive(struct pv_cobblestone *cobblestone, const unsigned char *input_key,
                        const unsigned char *salt, struct pv_str context)
{
    size_t n = sizeof label + PV_COBBLESTONE_SALT + context.n;
    unsigned char *info = pv_alloc(n);
    if (!info)
        return PAVE_NO_MEMORY;
    unsigned char *at = pv_bytes_put(info, label, sizeof label);
    at = pv_bytes_put(at, salt, PV_COBBLESTONE_SALT);
    (void)pv_bytes_put(at, context.p, context.n);
    enum pave_status status =
        pv_hkdf_expand(PV_SHA512, input_key, (struct pv_str){(const char *)info, n},
                       cobblestone->derived.key, sizeof cobblestone->derived);
    pv_release(info);
    return status;
}

static PV_STATUS start(struct pv_cobblestone *cobblestone)
{
    cobblestone->ctx = EVP_CIPHER_CTX_new();
    if (!cobblestone->ctx)
        return PAVE_NO_MEMORY;
    return EVP_CipherInit_ex(cobblestone->ctx, EVP_aes_256_gcm(), NULL, cobblestone->derived.key,
                             NULL, cobblestone->is_seal) == 1
               ? PAVE_OK
               : PAVE_BACKEND;
}

PV_STATUS pv_cobblestone_new(const unsigned char *input_key, const unsigned char *salt,
                             struct pv_str context, bool is_seal, struct pv_cobblestone **out)
{
    struct pv_cobblestone *cobblestone = pv_guarded_new(sizeof *cobblestone);
    if (!cobblestone)
        return PAVE_NO_MEMORY;
    cobblestone->is_seal = is_seal;
    enum pave_status status = derive(cobblestone, input_key, salt, context);
    if (status == PAVE_OK)
        status = start(cobblestone);
    if (status == PAVE_OK)
        *out = cobblestone;
    else
        pv_cobblestone_free(cobblestone);
    return status;
}

PV_STATUS pv_cobblestone_copy(const struct pv_cobblestone *other, struct pv_cobblestone **out)
{
    struct pv_cobblestone *cobblestone = pv_guarded_new(sizeof *cobblestone);
    if (!cobblestone)
        return PAVE_NO_MEMORY;
    *cobblestone = *other;
    enum pave_status status = start(cobblestone);
    if (status == PAVE_OK)
        *out = cobblestone;
    else
        pv_cobblestone_free(cobblestone);
    return status;
}

void pv_cobblestone_free(struct pv_cobblestone *cobblestone)
{
    if (!cobblestone)
        return;
    EVP_CIPHER_CTX_free(cobblestone->ctx);
    pv_guarded_free(cobblestone);
}

const unsigned char *pv_cobblestone_commitment(const struct pv_cobblestone *cobblestone)
{
    return cobblestone->derived.commitment;
}

static void number_nonce(const struct pv_cobblestone *cobblestone, uint64_t index,
                         unsigned char *nonce)
{
    memcpy(nonce, cobblestone->derived.nonce, NONCE);
    for (size_t i = 0; i < sizeof index; i++)
        nonce[NONCE - 1 - i] ^= (unsigned char)(index >> (8 * i));
}

PV_STATUS pv_cobblestone_seal(struct pv_cobblestone *cobblestone, uint64_t index,
                              const unsigned char *chunk, size_t n, unsigned char *out)
{
    unsigned char nonce[NONCE];
    EVP_CIPHER_CTX *ctx = cobblestone->ctx;
    int written = 0;

    if (n > PV_CHUNK_BYTES || index >= PV_CHUNKS_MAX)
        return PAVE_LIMIT;
    number_nonce(cobblestone, index, nonce);
    bool is_done = EVP_EncryptInit_ex(ctx, NULL, NULL, NULL, nonce) == 1 &&
                   (n == 0 || EVP_EncryptUpdate(ctx, out, &written, chunk, (int)n) == 1) &&
                   EVP_EncryptFinal_ex(ctx, out + n, &written) == 1 &&
                   EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, PV_CHUNK_TAG, out + n) == 1;
    if (is_done)
        return PAVE_OK;
    pave_wipe(out, n + PV_CHUNK_TAG);
    return PAVE_BACKEND;
}

PV_STATUS pv_cobblestone_open(struct pv_cobblestone *cobblestone, uint64_t index,
                              const unsigned char *sealed, size_t n, unsigned char *out)
{
    unsigned char nonce[NONCE];
    unsigned char tag[PV_CHUNK_TAG];
    EVP_CIPHER_CTX *ctx = cobblestone->ctx;
    int written = 0;

    if (n < PV_CHUNK_TAG || n > PV_CHUNK_SEALED || index >= PV_CHUNKS_MAX)
        return PAVE_REFUSED;
    n -= PV_CHUNK_TAG;
    memcpy(tag, sealed + n, sizeof tag);
    number_nonce(cobblestone, index, nonce);
    bool is_good = EVP_DecryptInit_ex(ctx, NULL, NULL, NULL, nonce) == 1 &&
                   (n == 0 || EVP_DecryptUpdate(ctx, out, &written, sealed, (int)n) == 1) &&
                   EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, PV_CHUNK_TAG, tag) == 1 &&
                   EVP_DecryptFinal_ex(ctx, tag, &written) == 1;
    if (is_good)
        return PAVE_OK;
    pave_wipe(out, n);
    return PAVE_REFUSED;
}
