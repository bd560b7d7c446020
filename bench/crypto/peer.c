/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/peer.h"

#include "base/assert.h"

#include <openssl/rand.h>
#include <sodium.h>
#include <string.h>

static const char context[] = "patient=p-17;column=name";

/* By hand, as it should be: a fresh context and nonce, associated data, the tag behind. */
static void evp_seal(struct scene *b, const void *plain, size_t n, unsigned char *out)
{
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    int m = 0;
    pv_assert(ctx && RAND_bytes(out, NONCE) == 1);
    pv_assert(EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, b->secret, out) == 1);
    pv_assert(EVP_EncryptUpdate(ctx, NULL, &m, (const unsigned char *)context, sizeof context) ==
              1);
    pv_assert(EVP_EncryptUpdate(ctx, out + NONCE, &m, plain, (int)n) == 1);
    pv_assert(EVP_EncryptFinal_ex(ctx, out + NONCE + n, &m) == 1);
    pv_assert(EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, TAG, out + NONCE + n) == 1);
    EVP_CIPHER_CTX_free(ctx);
}

void peer_evp_seal(struct scene *b)
{
    evp_seal(b, b->plain, SMALL, b->out);
}

/* The floor: a kept and keyed context, a nonce that only counts, no commitment, no key id. */
void peer_floor_seal(struct scene *b)
{
    static uint64_t count;
    int m = 0;
    count++;
    memcpy(b->out, &count, sizeof count);
    pv_assert(EVP_EncryptInit_ex(b->kept, NULL, NULL, NULL, b->out) == 1);
    pv_assert(
        EVP_EncryptUpdate(b->kept, NULL, &m, (const unsigned char *)context, sizeof context) == 1);
    pv_assert(EVP_EncryptUpdate(b->kept, b->out + NONCE, &m, b->plain, SMALL) == 1);
    pv_assert(EVP_EncryptFinal_ex(b->kept, b->out, &m) == 1);
    pv_assert(EVP_CIPHER_CTX_ctrl(b->kept, EVP_CTRL_AEAD_GET_TAG, TAG, b->out + NONCE + SMALL) ==
              1);
}

void peer_evp_open(struct scene *b)
{
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    int m = 0;
    pv_assert(ctx && EVP_DecryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, b->secret, b->hand) == 1);
    pv_assert(EVP_DecryptUpdate(ctx, NULL, &m, (const unsigned char *)context, sizeof context) ==
              1);
    pv_assert(EVP_DecryptUpdate(ctx, b->out, &m, b->hand + NONCE, SMALL) == 1);
    pv_assert(EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, TAG, b->hand + NONCE + SMALL) == 1);
    pv_assert(EVP_DecryptFinal_ex(ctx, b->out, &m) == 1);
    EVP_CIPHER_CTX_free(ctx);
}

static void sodium_seal_n(struct scene *b, size_t n)
{
    randombytes_buf(b->out, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(b->out + 24, NULL, b->plain, n,
                                               (const unsigned char *)context, sizeof context, NULL,
                                               b->out, b->secret);
}

void peer_sodium_seal(struct scene *b)
{
    sodium_seal_n(b, SMALL);
}

void peer_sodium_large(struct scene *b)
{
    sodium_seal_n(b, LARGE);
}

void peer_evp_large(struct scene *b)
{
    evp_seal(b, b->plain, LARGE, b->out);
}

void peer_token(struct scene *b)
{
    size_t n = 0;
    pv_assert(EVP_Q_mac(NULL, "HMAC", NULL, "SHA256", NULL, b->secret, sizeof b->secret, b->plain,
                        SMALL, b->out, 32, &n) != NULL);
}

void peer_begin(struct scene *b)
{
    b->kept = EVP_CIPHER_CTX_new();
    pv_assert(EVP_EncryptInit_ex(b->kept, EVP_aes_256_gcm(), NULL, b->secret, NULL) == 1);
    evp_seal(b, b->plain, SMALL, b->hand);
}
