/* SPDX-License-Identifier: Apache-2.0 */
#include "late/late.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#define TEXT_OF(number) #number
#define LIBRARY_OF(number) "libcrypto.so." TEXT_OF(number)
#define LIBRARY LIBRARY_OF(OPENSSL_SHLIB_VERSION)

#define LATE(type, name, parameters, arguments) PV_LATE(LIBRARY, type, name, parameters, arguments)
#define LATE_VOID(name, parameters, arguments) PV_LATE_VOID(LIBRARY, name, parameters, arguments)

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the names are ours. */
LATE(EVP_CIPHER_CTX *, EVP_CIPHER_CTX_new, (void), ())
LATE_VOID(EVP_CIPHER_CTX_free, (EVP_CIPHER_CTX * ctx), (ctx))
LATE(int, EVP_CIPHER_CTX_ctrl, (EVP_CIPHER_CTX * ctx, int type, int arg, void *ptr),
     (ctx, type, arg, ptr))
LATE(int, EVP_CIPHER_CTX_set_padding, (EVP_CIPHER_CTX * ctx, int pad), (ctx, pad))
LATE(const EVP_CIPHER *, EVP_aes_256_ctr, (void), ())
LATE(const EVP_CIPHER *, EVP_aes_256_ecb, (void), ())
LATE(const EVP_CIPHER *, EVP_aes_256_gcm, (void), ())

LATE(int, EVP_CipherInit_ex,
     (EVP_CIPHER_CTX * ctx, const EVP_CIPHER *cipher, ENGINE *impl, const unsigned char *key,
      const unsigned char *iv, int enc),
     (ctx, cipher, impl, key, iv, enc))
LATE(int, EVP_CipherUpdate,
     (EVP_CIPHER_CTX * ctx, unsigned char *out, int *n_out, const unsigned char *in, int n_in),
     (ctx, out, n_out, in, n_in))

LATE(int, EVP_EncryptInit_ex,
     (EVP_CIPHER_CTX * ctx, const EVP_CIPHER *cipher, ENGINE *impl, const unsigned char *key,
      const unsigned char *iv),
     (ctx, cipher, impl, key, iv))
LATE(int, EVP_EncryptUpdate,
     (EVP_CIPHER_CTX * ctx, unsigned char *out, int *n_out, const unsigned char *in, int n_in),
     (ctx, out, n_out, in, n_in))
LATE(int, EVP_EncryptFinal_ex, (EVP_CIPHER_CTX * ctx, unsigned char *out, int *n_out),
     (ctx, out, n_out))

LATE(int, EVP_DecryptInit_ex,
     (EVP_CIPHER_CTX * ctx, const EVP_CIPHER *cipher, ENGINE *impl, const unsigned char *key,
      const unsigned char *iv),
     (ctx, cipher, impl, key, iv))
LATE(int, EVP_DecryptUpdate,
     (EVP_CIPHER_CTX * ctx, unsigned char *out, int *n_out, const unsigned char *in, int n_in),
     (ctx, out, n_out, in, n_in))
LATE(int, EVP_DecryptFinal_ex, (EVP_CIPHER_CTX * ctx, unsigned char *out, int *n_out),
     (ctx, out, n_out))

LATE(EVP_KDF *, EVP_KDF_fetch, (OSSL_LIB_CTX * libctx, const char *name, const char *properties),
     (libctx, name, properties))
LATE_VOID(EVP_KDF_free, (EVP_KDF * kdf), (kdf))
LATE(EVP_KDF_CTX *, EVP_KDF_CTX_new, (EVP_KDF * kdf), (kdf))
LATE_VOID(EVP_KDF_CTX_free, (EVP_KDF_CTX * ctx), (ctx))
LATE(int, EVP_KDF_derive,
     (EVP_KDF_CTX * ctx, unsigned char *key, size_t n, const OSSL_PARAM params[]),
     (ctx, key, n, params))

LATE(OSSL_PARAM, OSSL_PARAM_construct_int, (const char *key, int *number), (key, number))
LATE(OSSL_PARAM, OSSL_PARAM_construct_utf8_string, (const char *key, char *text, size_t size),
     (key, text, size))
LATE(OSSL_PARAM, OSSL_PARAM_construct_octet_string, (const char *key, void *bytes, size_t size),
     (key, bytes, size))
LATE(OSSL_PARAM, OSSL_PARAM_construct_end, (void), ())
/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */
