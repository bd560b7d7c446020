/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/xaes.h"

#include "crypto/gcm.h"
#include "crypto/guarded.h"
#include "crypto/hkdf.h"

#include <pave/secret.h>

#include <openssl/evp.h>

enum { BLOCK = 16, HALF = 12, TWO_BLOCKS = 2 * BLOCK, THREE_BLOCKS = 3 * BLOCK };

struct pv_xaes {
    EVP_CIPHER_CTX *blocks; /* AES-256 in single blocks, keyed */
    struct pv_gcm gcm;
    unsigned char k1[BLOCK]; /* the CMAC subkey of whole blocks */
};

/* What a nonce gives; wiped after each message. */
struct derived {
    unsigned char key[PV_KEY_BYTES];
    unsigned char commitment[PV_COMMITMENT_BYTES];
};

static bool encrypt_blocks(struct pv_xaes *xaes, const unsigned char *in, int n, unsigned char *out)
{
    int written = 0;
    return EVP_EncryptUpdate(xaes->blocks, out, &written, in, n) == 1 && written == n;
}

/* NIST SP 800-38B, 6.1: L doubled in GF(2^128), without a branch on its top bit. */
static bool set_k1(struct pv_xaes *xaes)
{
    unsigned char l[BLOCK] = {0};
    if (!encrypt_blocks(xaes, l, BLOCK, l))
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

static void mix(unsigned char *block, const unsigned char *with)
{
    for (int i = 0; i < BLOCK; i++)
        block[i] ^= with[i];
}

/*
 * The key: CMAC of 0x00 i 'X' 0x00 N[:12] for i = 1, 2. The commitment: CMAC of the two blocks
 * "XCMT" N[:12] and N[12:] 0x00 0x01 0x00 j for j = 1, 2. First blocks go in one call.
 */
static PV_STATUS derive(struct pv_xaes *xaes, const unsigned char *nonce, bool with_commitment,
                        struct derived *out)
{
    unsigned char first[THREE_BLOCKS] = {0, 1, 'X', 0};
    unsigned char second[TWO_BLOCKS] = {0};
    unsigned char result[THREE_BLOCKS];

    memcpy(first + 4, nonce, HALF);
    mix(first, xaes->k1);
    memcpy(first + BLOCK, first, BLOCK);
    first[BLOCK + 1] ^= 1 ^ 2;
    memcpy(first + TWO_BLOCKS, "XCMT", 4);
    memcpy(first + TWO_BLOCKS + 4, nonce, HALF);
    if (!encrypt_blocks(xaes, first, with_commitment ? THREE_BLOCKS : TWO_BLOCKS, result))
        return PAVE_BACKEND;
    memcpy(out->key, result, PV_KEY_BYTES);
    if (!with_commitment)
        return PAVE_OK;
    memcpy(second, nonce + HALF, HALF);
    second[HALF + 1] = 1;
    second[HALF + 3] = 1;
    mix(second, result + TWO_BLOCKS);
    mix(second, xaes->k1);
    memcpy(second + BLOCK, second, BLOCK);
    second[TWO_BLOCKS - 1] ^= 1 ^ 2;
    return encrypt_blocks(xaes, second, TWO_BLOCKS, out->commitment) ? PAVE_OK : PAVE_BACKEND;
}

PV_STATUS pv_xaes_seal(struct pv_xaes *xaes, const struct pv_aead_call *call, const void *message,
                       size_t n, unsigned char *out)
{
    struct derived derived;
    PAVE_TRY(derive(xaes, call->nonce, call->commitment, &derived));
    struct pv_gcm_call gcm = {derived.key, call->nonce + HALF, call->aad};
    enum pave_status status = pv_gcm_seal(&xaes->gcm, &gcm, message, n, out);
    if (call->commitment)
        memcpy(call->commitment, derived.commitment, PV_COMMITMENT_BYTES);
    pave_wipe(&derived, sizeof derived);
    return status;
}

PV_STATUS pv_xaes_open(struct pv_xaes *xaes, const struct pv_aead_call *call,
                       const unsigned char *sealed, size_t n, unsigned char *out)
{
    struct derived derived;
    enum pave_status status = PAVE_REFUSED;
    PAVE_TRY(derive(xaes, call->nonce, call->expected, &derived));
    struct pv_gcm_call gcm = {derived.key, call->nonce + HALF, call->aad};
    if (!call->expected || pave_equal(derived.commitment, call->expected, PV_COMMITMENT_BYTES))
        status = pv_gcm_open(&xaes->gcm, &gcm, sealed, n, out);
    else if (n >= PV_TAG_BYTES)
        pave_wipe(out, n - PV_TAG_BYTES);
    pave_wipe(&derived, sizeof derived);
    return status;
}
