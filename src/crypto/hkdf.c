/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/hkdf.h"

#include "crypto/bytes.h"
#include "crypto/crypto_limits.h"

#include <pave/secret.h>

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

enum { LABEL_MAX = 64, INFO_MAX = LABEL_MAX + 4 * (2 + PV_SUBJECT_BYTES_MAX) };

static void free_kdf(EVP_KDF **kdf)
{
    EVP_KDF_free(*kdf);
}

static void free_kdf_ctx(EVP_KDF_CTX **ctx)
{
    EVP_KDF_CTX_free(*ctx);
}

/* OSSL_PARAM holds pointers to what is only read. */
static void *unconst(const void *pointer)
{
    union {
        const void *in;
        void *out;
    } same = {pointer};
    return same.out;
}

PV_STATUS pv_hkdf_expand(enum pv_hash hash, const unsigned char *key, struct pv_str info,
                         unsigned char *out, size_t n_out)
{
    PV_DEFER(free_kdf) EVP_KDF *kdf = EVP_KDF_fetch(NULL, "HKDF", NULL);
    PV_DEFER(free_kdf_ctx) EVP_KDF_CTX *ctx = EVP_KDF_CTX_new(kdf);
    int mode = EVP_KDF_HKDF_MODE_EXPAND_ONLY;
    char sha256[] = "SHA256";
    char sha512[] = "SHA512";
    OSSL_PARAM params[] = {
        OSSL_PARAM_construct_int(OSSL_KDF_PARAM_MODE, &mode),
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, hash == PV_SHA512 ? sha512 : sha256,
                                         0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, unconst(key), PV_KEY_BYTES),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, unconst(info.p ? info.p : ""),
                                          info.n),
        OSSL_PARAM_construct_end(),
    };

    if (!ctx || EVP_KDF_derive(ctx, out, n_out, params) <= 0) {
        pave_wipe(out, n_out);
        return PAVE_BACKEND;
    }
    return PAVE_OK;
}

PV_STATUS pv_hkdf_subkey(const unsigned char *key, const char *label, const struct pv_str *parts,
                         size_t n_parts, unsigned char *out)
{
    unsigned char info[INFO_MAX];
    size_t n_label = strlen(label);
    unsigned char *at = info;

    if (n_label > LABEL_MAX)
        return PAVE_ARGUMENT;
    at = pv_bytes_put(at, label, n_label);
    for (size_t i = 0; i < n_parts; i++) {
        size_t left = INFO_MAX - (size_t)(at - info);
        if (left < 2 || parts[i].n > left - 2)
            return PAVE_LIMIT;
        at = pv_bytes_put_u16(at, (uint16_t)parts[i].n);
        at = pv_bytes_put(at, parts[i].p, parts[i].n);
    }
    struct pv_str text = {(const char *)info, (size_t)(at - info)};
    enum pave_status status = pv_hkdf_expand(PV_SHA256, key, text, out, PV_KEY_BYTES);
    pave_wipe(info, text.n); /* a part may be the secret of a subject */
    return status;
}
