/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/xaes.h"

#include "crypto/bytes.h"
#include "crypto/decided.h"
#include "crypto/gcm.h"
#include "crypto/guarded.h"
#include "crypto/hkdf.h"

#include <pave/secret.h>

#include <openssl/evp.h>
#include <sodium.h>

enum { BLOCK = 16, HALF = 12, NONCE_WORDS = 6 };

/* Whole blocks are made in registers: bytes that were stored one by one are slow to load again. */
typedef uint32_t block __attribute__((vector_size(BLOCK)));

_Static_assert(PV_COMMITMENT_BYTES == crypto_verify_32_BYTES, "how a commitment is compared");

struct pv_xaes {
    EVP_CIPHER_CTX *blocks; /* AES-256 in single blocks, keyed */
    struct pv_gcm gcm;
    unsigned char k1[BLOCK]; /* the CMAC subkey of whole blocks */
};

static bool encrypt_blocks(struct pv_xaes *xaes, const void *in, int n, void *out)
{
    int written = 0;
    return EVP_EncryptUpdate(xaes->blocks, out, &written, in, n * BLOCK) == 1 &&
           written == n * BLOCK;
}

/* NIST SP 800-38B, 6.1: L doubled in GF(2^128), without a branch on its top bit. */
static bool set_k1(struct pv_xaes *xaes)
{
    unsigned char l[BLOCK] = {0};
    if (!encrypt_blocks(xaes, l, 1, l))
        return false;
    unsigned carry = (unsigned)l[0] >> 7;
    for (int i = 0; i < BLOCK - 1; i++)
        xaes->k1[i] = (unsigned char)(l[i] << 1 | l[i + 1] >> 7);
    xaes->k1[BLOCK - 1] = (unsigned char)((unsigned)l[BLOCK - 1] << 1 ^ ((0u - carry) & 0x87u));
    pave_wipe(l, sizeof l);
    return true;
}

PV_STATUS pv_xaes_new(const unsigned char *key, struct pv_xaes **out)
{
    struct pv_xaes *xaes = pv_guarded_new(sizeof *xaes);
    if (!xaes)
        return PAVE_NO_MEMORY;
    xaes->blocks = EVP_CIPHER_CTX_new();
    if (!xaes->blocks) {
        pv_xaes_free(xaes);
        return PAVE_NO_MEMORY;
    }
    if (EVP_EncryptInit_ex(xaes->blocks, EVP_aes_256_ecb(), NULL, key, NULL) != 1 ||
        EVP_CIPHER_CTX_set_padding(xaes->blocks, 0) != 1 || !set_k1(xaes)) {
        pv_xaes_free(xaes);
        return PAVE_BACKEND;
    }
    *out = xaes;
    return PAVE_OK;
}

void pv_xaes_free(struct pv_xaes *xaes)
{
    if (!xaes)
        return;
    EVP_CIPHER_CTX_free(xaes->blocks);
    pv_gcm_clear(&xaes->gcm);
    pv_guarded_free(xaes);
}

/* Four bytes of their own and twelve of a nonce, in either order. */
static block block_of(const char *own, const uint32_t *nonce, bool is_own_first)
{
    uint32_t word = 0;
    memcpy(&word, own, sizeof word);
    return is_own_first ? (block){word, nonce[0], nonce[1], nonce[2]}
                        : (block){nonce[0], nonce[1], nonce[2], word};
}

/* The key is CMAC of 0x00 i 'X' 0x00 N[:12], i = 1, 2; with it, the first block of what commits. */
static void first_blocks(const struct pv_xaes *xaes, const unsigned char *nonce, block out[3])
{
    uint32_t words[NONCE_WORDS / 2];
    block k1;

    memcpy(words, nonce, sizeof words);
    memcpy(&k1, xaes->k1, sizeof k1);
    out[0] = block_of("\0\1X", words, true) ^ k1;
    out[1] = block_of("\0\2X", words, true) ^ k1;
    out[2] = block_of("XCMT", words, true);
}

PV_STATUS pv_xaes_ahead(struct pv_xaes *xaes, const unsigned char *nonces, size_t stride, size_t n,
                        struct pv_xaes_ahead *out)
{
    _Static_assert(sizeof *out == 3 * sizeof(block), "blocks of one nonce");
    for (size_t i = 0; i < n; i++) {
        block in[3];
        first_blocks(xaes, nonces + i * stride, in);
        memcpy(&out[i], in, sizeof in);
    }
    return encrypt_blocks(xaes, out, (int)(3 * n), out) ? PAVE_OK : PAVE_BACKEND;
}

/* The commitment: CMAC of "XCMT" N[:12] and N[12:] 0x00 0x01 0x00 j for j = 1, 2. */
static PV_STATUS commit(struct pv_xaes *xaes, const unsigned char *nonce,
                        const struct pv_xaes_ahead *ahead, unsigned char *out)
{
    uint32_t words[NONCE_WORDS / 2];
    block mask;
    block k1;
    block in[2];

    memcpy(words, nonce + HALF, sizeof words);
    memcpy(&mask, ahead->commit, sizeof mask);
    memcpy(&k1, xaes->k1, sizeof k1);
    mask ^= k1;
    in[0] = block_of("\0\1\0\1", words, false) ^ mask;
    in[1] = block_of("\0\1\0\2", words, false) ^ mask;
    return encrypt_blocks(xaes, in, 2, out) ? PAVE_OK : PAVE_BACKEND;
}

/* What was made ahead, or is made now in `room`. */
static PV_STATUS look_ahead(struct pv_xaes *xaes, const struct pv_aead_call *call,
                            struct pv_xaes_ahead *room, const struct pv_xaes_ahead **out)
{
    *out = call->ahead ? call->ahead : room;
    return call->ahead ? PAVE_OK : pv_xaes_ahead(xaes, call->nonce, 0, 1, room);
}

static PV_STATUS seal_ahead(struct pv_xaes *xaes, const struct pv_aead_call *call,
                            const struct pv_xaes_ahead *ahead, struct pv_str message,
                            unsigned char *out)
{
    const struct pv_gcm_call gcm = {ahead->key, call->nonce + HALF, call->aad};
    if (call->commitment)
        PAVE_TRY(commit(xaes, call->nonce, ahead, call->commitment));
    return pv_gcm_seal(&xaes->gcm, &gcm, message.p, message.n, out);
}

PV_STATUS pv_xaes_seal(struct pv_xaes *xaes, const struct pv_aead_call *call, const void *message,
                       size_t n, unsigned char *out)
{
    const struct pv_xaes_ahead *ahead = NULL;
    struct pv_xaes_ahead made;

    PAVE_TRY(look_ahead(xaes, call, &made, &ahead));
    enum pave_status status = seal_ahead(xaes, call, ahead, (struct pv_str){message, n}, out);
    if (ahead == &made)
        pv_bytes_wipe(&made, sizeof made);
    return status;
}

/* The commitment is compared before anything is decrypted. */
static PV_STATUS open_ahead(struct pv_xaes *xaes, const struct pv_aead_call *call,
                            const struct pv_xaes_ahead *ahead, struct pv_str sealed,
                            unsigned char *out)
{
    const struct pv_gcm_call gcm = {ahead->key, call->nonce + HALF, call->aad};
    unsigned char commitment[PV_COMMITMENT_BYTES];

    if (call->expected) {
        PAVE_TRY(commit(xaes, call->nonce, ahead, commitment));
        if (!pv_decided(crypto_verify_32(commitment, call->expected) == 0))
            return PAVE_REFUSED;
    }
    return pv_gcm_open(&xaes->gcm, &gcm, (const unsigned char *)sealed.p, sealed.n, out);
}

PV_STATUS pv_xaes_open(struct pv_xaes *xaes, const struct pv_aead_call *call,
                       const unsigned char *sealed, size_t n, unsigned char *out)
{
    const struct pv_xaes_ahead *ahead = NULL;
    struct pv_xaes_ahead made;

    PAVE_TRY(look_ahead(xaes, call, &made, &ahead));
    enum pave_status status =
        open_ahead(xaes, call, ahead, (struct pv_str){(const char *)sealed, n}, out);
    if (status != PAVE_OK && n >= PV_TAG_BYTES)
        pave_wipe(out, n - PV_TAG_BYTES);
    if (ahead == &made)
        pv_bytes_wipe(&made, sizeof made);
    return status;
}
