/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/jwk.h"

#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"
#include "crypto/guarded.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>

enum { EC_BYTES_MAX = 66, RSA_BITS_MIN = 2048, EXPONENT_BYTES_MAX = 8, ED25519_BYTES = 32 };

static const struct pv_jws_alg_info infos[] = {
    {0},
#define X(id, type, curve, digest, n_digest, n_half)                                               \
    {#id, PV_JWK_##type, curve, digest, n_digest, n_half},
#include "crypto/jws_alg.def"
#undef X
};

const struct pv_jws_alg_info *pv_jws_alg_info(enum pv_jws_alg alg)
{
    return &infos[alg];
}

enum pv_jws_alg pv_jws_alg_of_name(struct pv_str name)
{
    for (size_t i = 1; i < PV_COUNT(infos); i++) {
        if (pv_str_eq(name, pv_str_of(infos[i].name)))
            return (enum pv_jws_alg)i;
    }
    return PV_JWS_NONE;
}

void pv_jwk_clear(struct pv_jwk *jwk)
{
    EVP_PKEY_free(jwk->key);
    pv_guarded_free(jwk->secret);
    *jwk = (struct pv_jwk){0};
}

/* The text of a member that may be missing; of another kind it is empty too. */
static struct pv_str text_of(const struct pv_record *map, const char *name)
{
    const struct pv_record *member = pv_record_get(map, name);
    return member && member->kind == PV_RECORD_TEXT ? member->text : (struct pv_str){0};
}

static bool is_text(struct pv_str text, const char *word)
{
    return pv_str_eq(text, pv_str_of(word));
}

/* "use" and "key_ops", where they are there, name signatures. */
static bool is_for_signatures(const struct pv_record *map)
{
    const struct pv_record *use = pv_record_get(map, "use");
    const struct pv_record *ops = pv_record_get(map, "key_ops");
    if (use && (use->kind != PV_RECORD_TEXT || !is_text(use->text, "sig")))
        return false;
    if (!ops)
        return true;
    if (ops->kind != PV_RECORD_LIST)
        return false;
    for (const struct pv_record *op = ops->first; op; op = op->next) {
        if (op->kind == PV_RECORD_TEXT && is_text(op->text, "verify"))
            return true;
    }
    return false;
}

/* The algorithm that an elliptic curve is for, when none is named. */
static enum pv_jws_alg alg_of_curve(struct pv_str curve)
{
    for (size_t i = 1; curve.n > 0 && i < PV_COUNT(infos); i++) {
        if (pv_str_eq(curve, pv_str_of(infos[i].curve)))
            return (enum pv_jws_alg)i;
    }
    return PV_JWS_NONE;
}

static PV_STATUS make_key(const char *type, OSSL_PARAM_BLD *parts, EVP_PKEY **out)
{
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(parts);
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
    bool is_made = params && ctx && EVP_PKEY_fromdata_init(ctx) == 1 &&
                   EVP_PKEY_fromdata(ctx, out, EVP_PKEY_PUBLIC_KEY, params) == 1;
    EVP_PKEY_CTX_free(ctx);
    OSSL_PARAM_free(params);
    return is_made ? PAVE_OK : PAVE_SYNTAX;
}

/* Points that are not on the curve are refused by libcrypto, and once more by its check. */
static PV_STATUS read_ec(struct pv_jwk *jwk, const struct pv_record *map)
{
    const struct pv_jws_alg_info *info = &infos[jwk->alg];
    unsigned char point[1 + 2 * EC_BYTES_MAX] = {4}; /* not compressed */
    size_t n = info->half_bytes;

    if (!is_text(text_of(map, "crv"), info->curve) ||
        !pv_base64url_bytes(text_of(map, "x"), point + 1, n) ||
        !pv_base64url_bytes(text_of(map, "y"), point + 1 + n, n))
        return PAVE_SYNTAX;
    OSSL_PARAM_BLD *parts = OSSL_PARAM_BLD_new();
    if (!parts)
        return PAVE_NO_MEMORY;
    enum pave_status status = PAVE_NO_MEMORY;
    if (OSSL_PARAM_BLD_push_utf8_string(parts, OSSL_PKEY_PARAM_GROUP_NAME, info->curve, 0) == 1 &&
        OSSL_PARAM_BLD_push_octet_string(parts, OSSL_PKEY_PARAM_PUB_KEY, point, 1 + 2 * n) == 1)
        status = make_key("EC", parts, &jwk->key);
    OSSL_PARAM_BLD_free(parts);
    if (status != PAVE_OK)
        return status;
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_from_pkey(NULL, jwk->key, NULL);
    bool is_sound = ctx && EVP_PKEY_public_check(ctx) == 1;
    EVP_PKEY_CTX_free(ctx);
    return is_sound ? PAVE_OK : PAVE_SYNTAX;
}

/* Whether `n` is a power of 65537 modulo a small prime. */
static bool is_power(unsigned n, unsigned prime)
{
    unsigned power = 1;
    for (unsigned i = 0; i < prime; i++) {
        if (power == n)
            return true;
        power = power * (65537 % prime) % prime;
    }
    return false;
}

/*
 * The mark of keys that a widely sold chip made (CVE-2017-15361, "ROCA"): their modulus is a power
 * of 65537 modulo each of these, and it can be factored. Of other keys one in 2^28 is refused with
 * them.
 */
static bool is_factorable(const unsigned char *modulus, size_t n)
{
    static const unsigned primes[] = {3,  5,  7,  11, 13,  17,  19,  37,  53,  61,
                                      71, 73, 79, 97, 103, 107, 109, 127, 151, 157};
    for (size_t i = 0; i < PV_COUNT(primes); i++) {
        unsigned rest = 0;
        for (size_t k = 0; k < n; k++)
            rest = (rest << 8 | modulus[k]) % primes[i];
        if (!is_power(rest, primes[i]))
            return false;
    }
    return true;
}

static PV_STATUS read_rsa(struct pv_jwk *jwk, const struct pv_record *map)
{
    unsigned char modulus[PV_RSA_BITS_MAX / 8];
    unsigned char exponent[EXPONENT_BYTES_MAX];
    size_t n_modulus = 0;
    size_t n_exponent = 0;

    if (!pv_base64url_read(text_of(map, "n"), modulus, sizeof modulus, &n_modulus) ||
        !pv_base64url_read(text_of(map, "e"), exponent, sizeof exponent, &n_exponent))
        return PAVE_SYNTAX;
    if (n_modulus < RSA_BITS_MIN / 8 || modulus[0] < 0x80 || !(modulus[n_modulus - 1] & 1) ||
        n_exponent == 0 || !(exponent[n_exponent - 1] & 1) ||
        (n_exponent == 1 && exponent[0] < 3) || is_factorable(modulus, n_modulus))
        return PAVE_SYNTAX;
    OSSL_PARAM_BLD *parts = OSSL_PARAM_BLD_new();
    BIGNUM *n = BN_bin2bn(modulus, (int)n_modulus, NULL);
    BIGNUM *e = BN_bin2bn(exponent, (int)n_exponent, NULL);
    enum pave_status status = PAVE_NO_MEMORY;
    if (parts && n && e && OSSL_PARAM_BLD_push_BN(parts, OSSL_PKEY_PARAM_RSA_N, n) == 1 &&
        OSSL_PARAM_BLD_push_BN(parts, OSSL_PKEY_PARAM_RSA_E, e) == 1)
        status = make_key("RSA", parts, &jwk->key);
    BN_free(n);
    BN_free(e);
    OSSL_PARAM_BLD_free(parts);
    return status;
}

static PV_STATUS read_okp(struct pv_jwk *jwk, const struct pv_record *map)
{
    unsigned char bytes[ED25519_BYTES];
    if (!is_text(text_of(map, "crv"), "Ed25519") ||
        !pv_base64url_bytes(text_of(map, "x"), bytes, sizeof bytes))
        return PAVE_SYNTAX;
    jwk->key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, bytes, sizeof bytes);
    return jwk->key ? PAVE_OK : PAVE_BACKEND;
}

/* RFC 7518, section 3.2: a key is at least as long as the digest. */
static PV_STATUS read_oct(struct pv_jwk *jwk, const struct pv_record *map)
{
    jwk->secret = pv_guarded_new(PV_HMAC_KEY_BYTES_MAX);
    if (!jwk->secret)
        return PAVE_NO_MEMORY;
    if (!pv_base64url_read(text_of(map, "k"), jwk->secret, PV_HMAC_KEY_BYTES_MAX,
                           &jwk->secret_bytes) ||
        jwk->secret_bytes < infos[jwk->alg].digest_bytes)
        return PAVE_SYNTAX;
    return PAVE_OK;
}

static PV_STATUS read_parts(struct pv_jwk *jwk, const struct pv_record *map)
{
    switch (infos[jwk->alg].type) {
    case PV_JWK_OCT: return read_oct(jwk, map);
    case PV_JWK_RSA: return read_rsa(jwk, map);
    case PV_JWK_EC: return read_ec(jwk, map);
    case PV_JWK_OKP: return read_okp(jwk, map);
    }
    return PAVE_SYNTAX;
}

PV_STATUS pv_jwk_read(struct pv_jwk *jwk, const struct pv_record *map, struct pave_error *err)
{
    static const char *const types[] = {"oct", "RSA", "EC", "OKP"};
    const struct pv_record *kty = NULL;
    struct pv_str alg = text_of(map, "alg");

    PAVE_TRY(pv_record_child(map, "kty", PV_RECORD_TEXT, &kty, err));
    if (!is_for_signatures(map))
        return PAVE_OK;
    if (pv_record_get(map, "d"))
        return pv_refuse(err, PAVE_FORBIDDEN, map->offset,
                         "a private key; give those who verify the public part only");
    jwk->alg =
        pv_record_get(map, "alg") ? pv_jws_alg_of_name(alg) : alg_of_curve(text_of(map, "crv"));
    if (jwk->alg == PV_JWS_NONE && !pv_record_get(map, "alg") &&
        (is_text(kty->text, "RSA") || is_text(kty->text, "oct")))
        return pv_refuse(err, PAVE_SYNTAX, map->offset,
                         "\"alg\" is missing: a key says what it is for");
    if (jwk->alg == PV_JWS_NONE)
        return PAVE_OK;
    if (!is_text(kty->text, types[infos[jwk->alg].type]))
        return pv_refuse(err, PAVE_SYNTAX, kty->offset, "\"kty\" does not fit \"alg\"");
    jwk->id = text_of(map, "kid");
    enum pave_status status = read_parts(jwk, map);
    if (status != PAVE_OK)
        return pv_refuse(err, status, map->offset, "not a sound key for %s", infos[jwk->alg].name);
    return PAVE_OK;
}
