/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/jwk.h"

#include <pave/secret.h>

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/rsa.h>
#include <sodium.h>

enum { SIGNATURE_DER_MAX = 160, ED25519_BYTES = 32 };

static PV_STATUS verify_mac(const struct pv_jwk *jwk, struct pv_str text,
                            const unsigned char *signature, size_t n)
{
    const struct pv_jws_alg_info *info = pv_jws_alg_info(jwk->alg);
    unsigned char mac[EVP_MAX_MD_SIZE];
    size_t n_mac = 0;

    if (!EVP_Q_mac(NULL, "HMAC", NULL, info->digest, NULL, jwk->secret, jwk->secret_bytes,
                   (const unsigned char *)text.p, text.n, mac, sizeof mac, &n_mac))
        return PAVE_BACKEND;
    bool is_equal = n == n_mac && pave_equal(mac, signature, n);
    pave_wipe(mac, sizeof mac);
    return is_equal ? PAVE_OK : PAVE_REFUSED;
}

/* Padding of PS: the salt is as long as the digest (RFC 7518, section 3.5), and no other. */
static bool set_padding(EVP_PKEY_CTX *ctx, const struct pv_jws_alg_info *info)
{
    if (info->type != PV_JWK_RSA)
        return true;
    if (info->name[0] == 'R')
        return EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PADDING) == 1;
    return EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(ctx, RSA_PSS_SALTLEN_DIGEST) == 1;
}

static PV_STATUS verify_digest(const struct pv_jwk *jwk, struct pv_str text,
                               const unsigned char *signature, size_t n)
{
    const struct pv_jws_alg_info *info = pv_jws_alg_info(jwk->alg);
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    EVP_PKEY_CTX *key_ctx = NULL;

    if (!ctx)
        return PAVE_NO_MEMORY;
    if (EVP_DigestVerifyInit_ex(ctx, &key_ctx, info->digest, NULL, NULL, jwk->key, NULL) != 1 ||
        !set_padding(key_ctx, info)) {
        EVP_MD_CTX_free(ctx);
        return PAVE_BACKEND;
    }
    int result = EVP_DigestVerify(ctx, signature, n, (const unsigned char *)text.p, text.n);
    EVP_MD_CTX_free(ctx);
    return result == 1 ? PAVE_OK : PAVE_REFUSED;
}

/* libcrypto wants DER; a token has the two numbers side by side. */
static PV_STATUS verify_ec(const struct pv_jwk *jwk, struct pv_str text,
                           const unsigned char *signature, size_t n)
{
    size_t half = pv_jws_alg_info(jwk->alg)->half_bytes;
    unsigned char der[SIGNATURE_DER_MAX];
    unsigned char *end = der;

    if (n != 2 * half)
        return PAVE_REFUSED;
    ECDSA_SIG *parts = ECDSA_SIG_new();
    BIGNUM *r = BN_bin2bn(signature, (int)half, NULL);
    BIGNUM *s = BN_bin2bn(signature + half, (int)half, NULL);
    if (!parts || !r || !s) {
        ECDSA_SIG_free(parts);
        BN_free(r);
        BN_free(s);
        return PAVE_NO_MEMORY;
    }
    (void)ECDSA_SIG_set0(parts, r, s); /* owns both now */
    int n_der = i2d_ECDSA_SIG(parts, NULL);
    bool is_written = n_der > 0 && (size_t)n_der <= sizeof der && i2d_ECDSA_SIG(parts, &end) > 0;
    ECDSA_SIG_free(parts);
    return is_written ? verify_digest(jwk, text, der, (size_t)n_der) : PAVE_BACKEND;
}

/* libsodium refuses small-order keys and second forms of a signature. */
static PV_STATUS verify_okp(const struct pv_jwk *jwk, struct pv_str text,
                            const unsigned char *signature, size_t n)
{
    unsigned char key[ED25519_BYTES];
    size_t n_key = sizeof key;
    if (n != crypto_sign_BYTES)
        return PAVE_REFUSED;
    if (sodium_init() < 0 || EVP_PKEY_get_raw_public_key(jwk->key, key, &n_key) != 1)
        return PAVE_BACKEND;
    return crypto_sign_verify_detached(signature, (const unsigned char *)text.p, text.n, key) == 0
               ? PAVE_OK
               : PAVE_REFUSED;
}

PV_STATUS pv_jwk_verify(const struct pv_jwk *jwk, struct pv_str text,
                        const unsigned char *signature, size_t n)
{
    switch (pv_jws_alg_info(jwk->alg)->type) {
    case PV_JWK_OCT: return verify_mac(jwk, text, signature, n);
    case PV_JWK_RSA: return verify_digest(jwk, text, signature, n);
    case PV_JWK_EC: return verify_ec(jwk, text, signature, n);
    case PV_JWK_OKP: return verify_okp(jwk, text, signature, n);
    }
    return PAVE_REFUSED;
}
