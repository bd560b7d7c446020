/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/bytes.h"
#include "crypto/context.h"
#include "crypto/identity.h"

#include <sodium.h>

static const char label[] = "pave/v1/sign";

enum { SIGNED_MAX = sizeof label + 2 + PV_CONTEXT_NAME_MAX + PV_DIGEST_BYTES };

struct pave_digest {
    crypto_hash_sha512_state state;
    bool is_ended;
};

/* What is signed; gives its size, or 0 for a domain that is none. */
static size_t write_signed(struct pv_str domain, const unsigned char *digest,
                           unsigned char out[SIGNED_MAX])
{
    if (!pv_context_is_name(domain))
        return 0;
    unsigned char *at = pv_bytes_put(out, label, sizeof label);
    at = pv_bytes_put_u16(at, (uint16_t)domain.n);
    at = pv_bytes_put(at, domain.p, domain.n);
    at = pv_bytes_put(at, digest, PV_DIGEST_BYTES);
    return (size_t)(at - out);
}

PV_STATUS pv_sign_digest(const unsigned char *secret, struct pv_str domain,
                         const unsigned char *digest, unsigned char *signature)
{
    unsigned char bytes[SIGNED_MAX];
    size_t n = write_signed(domain, digest, bytes);
    if (n == 0)
        return PAVE_ARGUMENT;
    (void)crypto_sign_detached(signature, NULL, bytes, n, secret);
    return PAVE_OK;
}

PV_STATUS pv_verify_digest(const unsigned char *public_key, struct pv_str domain,
                           const unsigned char *digest, const unsigned char *signature)
{
    unsigned char bytes[SIGNED_MAX];
    size_t n = write_signed(domain, digest, bytes);
    if (n == 0)
        return PAVE_ARGUMENT;
    /* libsodium refuses keys of small order and second forms of a signature. */
    return crypto_sign_verify_detached(signature, bytes, n, public_key) == 0 ? PAVE_OK
                                                                             : PAVE_REFUSED;
}

enum pave_status pave_digest_new(struct pave_digest **out)
{
    if (!out)
        return PAVE_ARGUMENT;
    *out = NULL;
    if (sodium_init() < 0)
        return PAVE_BACKEND;
    struct pave_digest *digest = pv_alloc(sizeof *digest);
    if (!digest)
        return PAVE_NO_MEMORY;
    digest->is_ended = false;
    (void)crypto_hash_sha512_init(&digest->state);
    *out = digest;
    return PAVE_OK;
}

enum pave_status pave_digest_add(struct pave_digest *digest, const void *bytes, size_t size)
{
    if (!digest || digest->is_ended || (!bytes && size > 0))
        return PAVE_ARGUMENT;
    if (size > 0)
        (void)crypto_hash_sha512_update(&digest->state, bytes, size);
    return PAVE_OK;
}

void pave_digest_free(struct pave_digest *digest)
{
    pv_release(digest);
}

static PV_STATUS end_digest(struct pave_digest *digest, unsigned char out[PV_DIGEST_BYTES])
{
    if (!digest || digest->is_ended)
        return PAVE_ARGUMENT;
    digest->is_ended = true;
    (void)crypto_hash_sha512_final(&digest->state, out);
    return PAVE_OK;
}

/* Callers' domains are not the library's own: a signature of theirs never makes a message. */
static bool is_free(struct pv_str domain)
{
    return !pv_str_has_prefix(domain, PV_STR("pave."));
}

static PV_STATUS sign_hash(const struct pave_identity *identity, const char *domain,
                           const unsigned char *hash, unsigned char *signature)
{
    const struct pv_identity_key *key = pv_identity_primary(identity);
    if (!is_free(pv_str_of(domain)))
        return PAVE_ARGUMENT;
    if (!key)
        return PAVE_KEY_STATE;
    return pv_sign_digest(key->sign_secret, pv_str_of(domain), hash, signature);
}

/* A name has several keys while it rotates; any of them will do. */
static PV_STATUS verify_hash(const struct pave_trust *trust, const char *name, const char *domain,
                             const unsigned char *hash, const unsigned char *signature)
{
    struct pv_str wanted = pv_str_of(name);
    enum pave_status status = PAVE_UNTRUSTED;
    if (!is_free(pv_str_of(domain)))
        return PAVE_ARGUMENT;
    for (size_t i = 0; status != PAVE_OK && i < trust->list.n; i++) {
        const struct pv_trusted *one = &trust->list.p[i];
        if (pv_str_eq(one->name, wanted))
            status = pv_verify_digest(one->party.sign, pv_str_of(domain), hash, signature);
    }
    return status;
}

enum pave_status pave_sign_digest(const struct pave_identity *identity, const char *domain,
                                  struct pave_digest *digest,
                                  unsigned char signature[PAVE_SIGNATURE_BYTES])
{
    unsigned char hash[PV_DIGEST_BYTES];
    if (!signature)
        return PAVE_ARGUMENT;
    memset(signature, 0, PAVE_SIGNATURE_BYTES);
    if (!identity || !domain)
        return PAVE_ARGUMENT;
    PAVE_TRY(end_digest(digest, hash));
    return sign_hash(identity, domain, hash, signature);
}

enum pave_status pave_verify_digest(const struct pave_trust *trust, const char *name,
                                    const char *domain, struct pave_digest *digest,
                                    const unsigned char signature[PAVE_SIGNATURE_BYTES])
{
    unsigned char hash[PV_DIGEST_BYTES];
    if (!trust || !name || !domain || !signature)
        return PAVE_ARGUMENT;
    PAVE_TRY(end_digest(digest, hash));
    return verify_hash(trust, name, domain, hash, signature);
}

enum pave_status pave_sign(const struct pave_identity *identity, const char *domain,
                           const void *message, size_t size,
                           unsigned char signature[PAVE_SIGNATURE_BYTES])
{
    unsigned char hash[PV_DIGEST_BYTES];
    if (!signature)
        return PAVE_ARGUMENT;
    memset(signature, 0, PAVE_SIGNATURE_BYTES);
    if (!identity || !domain || (!message && size > 0))
        return PAVE_ARGUMENT;
    (void)crypto_hash_sha512(hash, message ? message : (const void *)"", size);
    return sign_hash(identity, domain, hash, signature);
}

enum pave_status pave_verify(const struct pave_trust *trust, const char *name, const char *domain,
                             const void *message, size_t size,
                             const unsigned char signature[PAVE_SIGNATURE_BYTES])
{
    unsigned char hash[PV_DIGEST_BYTES];
    if (!trust || !name || !domain || !signature || (!message && size > 0))
        return PAVE_ARGUMENT;
    (void)crypto_hash_sha512(hash, message ? message : (const void *)"", size);
    return verify_hash(trust, name, domain, hash, signature);
}
