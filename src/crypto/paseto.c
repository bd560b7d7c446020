/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/paseto.h"

#include "base/alloc.h"
#include "base/arena.h"
#include "base/buf.h"
#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"
#include "crypto/decided.h"
#include "crypto/guarded.h"

#include <pave/secret.h>

#include <sodium.h>

enum { KEY_BYTES = 32, NONCE_BYTES = 32, MAC_BYTES = 32, SIGNATURE_BYTES = 64, ID_BYTES = 33 };

static const struct kind {
    const char *paserk;
    const char *id;
    const char *token;
    size_t n;
} kinds[PV_PASETO_KINDS] = {
    {"k4.local.", "k4.lid.", "v4.local.", 32},
    {"k4.public.", "k4.pid.", "v4.public.", 32},
    {"k4.secret.", "k4.sid.", "v4.public.", 64},
};

void pv_paseto_key_make(const unsigned char *seed, bool is_signing, struct pave_paseto_key *out)
{
    unsigned char public_key[KEY_BYTES];
    out->kind = is_signing ? PV_PASETO_SECRET : PV_PASETO_LOCAL;
    if (is_signing)
        (void)crypto_sign_seed_keypair(public_key, out->bytes, seed);
    else
        memcpy(out->bytes, seed, KEY_BYTES);
}

enum pave_status pave_paseto_key_read(const char *text, size_t size, struct pave_paseto_key **out)
{
    struct pv_str given = {text, size};
    if (!text || !out || sodium_init() < 0)
        return PAVE_ARGUMENT;
    *out = NULL;
    struct pave_paseto_key *key = pv_guarded_new(sizeof *key);
    if (!key)
        return PAVE_NO_MEMORY;
    for (key->kind = PV_PASETO_LOCAL; key->kind < PV_PASETO_KINDS; key->kind++) {
        struct pv_str prefix = pv_str_of(kinds[key->kind].paserk);
        if (pv_str_has_prefix(given, prefix) &&
            pv_base64url_bytes(pv_str_sub(given, prefix.n, given.n), key->bytes,
                               kinds[key->kind].n))
            break;
    }
    unsigned char public_key[KEY_BYTES];
    unsigned char pair[64];
    bool is_sound = key->kind < PV_PASETO_KINDS;
    if (is_sound && key->kind == PV_PASETO_SECRET) {
        (void)crypto_sign_seed_keypair(public_key, pair, key->bytes);
        is_sound = pave_equal(pair, key->bytes, sizeof pair);
        pave_wipe(pair, sizeof pair);
    }
    if (!is_sound) {
        pv_guarded_free(key);
        return PAVE_SYNTAX;
    }
    *out = key;
    return PAVE_OK;
}

void pave_paseto_key_close(struct pave_paseto_key *key)
{
    pv_guarded_free(key);
}

enum pave_status pave_paseto_key_id(const struct pave_paseto_key *key,
                                    char out[PAVE_PASERK_ID_TEXT])
{
    crypto_generichash_state hash;
    unsigned char id[ID_BYTES];
    char text[2 * sizeof key->bytes];
    if (!key || !out)
        return PAVE_ARGUMENT;
    const struct kind *kind = &kinds[key->kind];
    struct pv_str prefix = pv_str_of(kind->id);
    pv_base64url_write(key->bytes, kind->n, text);
    (void)crypto_generichash_init(&hash, NULL, 0, sizeof id);
    (void)crypto_generichash_update(&hash, (const unsigned char *)prefix.p, prefix.n);
    (void)crypto_generichash_update(&hash, (const unsigned char *)kind->paserk,
                                    strlen(kind->paserk));
    (void)crypto_generichash_update(&hash, (const unsigned char *)text, pv_base64url_size(kind->n));
    (void)crypto_generichash_final(&hash, id, sizeof id);
    pave_wipe(text, sizeof text);
    memcpy(out, kind->id, prefix.n);
    pv_base64url_write(id, sizeof id, out + prefix.n);
    return PAVE_OK;
}

static void add_u64(struct pv_buf *out, uint64_t number)
{
    for (size_t i = 0; i < 8; i++)
        pv_buf_add_byte(out, (char)(number >> (8 * i) & 0xff));
}

/* Pre-authentication encoding: how many pieces, then each behind its length. */
static PV_STATUS encode(const struct pv_str *pieces, size_t n, struct pv_buf *out)
{
    add_u64(out, n);
    for (size_t i = 0; i < n; i++) {
        add_u64(out, pieces[i].n);
        pv_buf_add(out, pieces[i]);
    }
    return pv_status_of(pv_buf_result(out, NULL));
}

/* `label` and the nonce, hashed under the key. */
static void split_key(const struct pave_paseto_key *key, const char *label,
                      const unsigned char *nonce, unsigned char *out, size_t n)
{
    crypto_generichash_state hash;
    (void)crypto_generichash_init(&hash, key->bytes, KEY_BYTES, n);
    (void)crypto_generichash_update(&hash, (const unsigned char *)label, strlen(label));
    (void)crypto_generichash_update(&hash, nonce, NONCE_BYTES);
    (void)crypto_generichash_final(&hash, out, n);
    pave_wipe(&hash, sizeof hash);
}

static void encrypt(const struct pave_paseto_key *key, const unsigned char *nonce, struct pv_str in,
                    unsigned char *out)
{
    unsigned char made[KEY_BYTES + crypto_stream_xchacha20_NONCEBYTES];
    split_key(key, "paseto-encryption-key", nonce, made, sizeof made);
    if (in.n > 0)
        (void)crypto_stream_xchacha20_xor(out, (const unsigned char *)in.p, in.n, made + KEY_BYTES,
                                          made);
    pave_wipe(made, sizeof made);
}

static PV_STATUS authenticate(const struct pave_paseto_key *key, const unsigned char *nonce,
                              struct pv_str sealed, const struct pave_paseto_beside *beside,
                              unsigned char mac[MAC_BYTES])
{
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    unsigned char made[KEY_BYTES];
    const struct pv_str pieces[] = {PV_STR("v4.local."),
                                    {(const char *)nonce, NONCE_BYTES},
                                    sealed,
                                    {beside->footer, beside->footer_size},
                                    {beside->bound, beside->bound_size}};
    PAVE_TRY(encode(pieces, PV_COUNT(pieces), &bytes));
    split_key(key, "paseto-auth-key-for-aead", nonce, made, sizeof made);
    (void)crypto_generichash(mac, MAC_BYTES, (const unsigned char *)bytes.p, bytes.n, made,
                             sizeof made);
    pave_wipe(made, sizeof made);
    return PAVE_OK;
}

static PV_STATUS signed_bytes(struct pv_str claims, const struct pave_paseto_beside *beside,
                              struct pv_buf *out)
{
    const struct pv_str pieces[] = {PV_STR("v4.public."),
                                    claims,
                                    {beside->footer, beside->footer_size},
                                    {beside->bound, beside->bound_size}};
    return encode(pieces, PV_COUNT(pieces), out);
}

static PV_STATUS check(const struct pave_paseto_key *key, const struct pave_paseto_beside *beside,
                       size_t size)
{
    if (!key || !beside || beside->size < sizeof *beside ||
        (!beside->footer && beside->footer_size > 0) || (!beside->bound && beside->bound_size > 0))
        return PAVE_ARGUMENT;
    if (size > PV_TOKEN_BYTES_MAX || beside->footer_size > PV_TOKEN_BYTES_MAX ||
        beside->bound_size > PV_TOKEN_BYTES_MAX)
        return PAVE_LIMIT;
    return PAVE_OK;
}

static PV_STATUS write_token(const struct kind *kind, struct pv_str body,
                             const struct pave_paseto_beside *beside, struct pave_bytes *out)
{
    size_t n_head = strlen(kind->token);
    size_t n_body = pv_base64url_size(body.n);
    size_t n_footer = beside->footer_size ? 1 + pv_base64url_size(beside->footer_size) : 0;
    char *p = pv_alloc(n_head + n_body + n_footer + 1);
    if (!p)
        return PAVE_NO_MEMORY;
    memcpy(p, kind->token, n_head);
    pv_base64url_write(body.p, body.n, p + n_head);
    if (n_footer > 0) {
        p[n_head + n_body] = '.';
        pv_base64url_write(beside->footer, beside->footer_size, p + n_head + n_body + 1);
    }
    *out = (struct pave_bytes){(unsigned char *)p, n_head + n_body + n_footer};
    return PAVE_OK;
}

static PV_STATUS issue_local(const struct pave_paseto_key *key, const unsigned char *nonce,
                             struct pv_str claims, const struct pave_paseto_beside *beside,
                             unsigned char *body)
{
    memcpy(body, nonce, NONCE_BYTES);
    encrypt(key, nonce, claims, body + NONCE_BYTES);
    return authenticate(key, nonce, (struct pv_str){(const char *)body + NONCE_BYTES, claims.n},
                        beside, body + NONCE_BYTES + claims.n);
}

static PV_STATUS issue_public(const struct pave_paseto_key *key, struct pv_str claims,
                              const struct pave_paseto_beside *beside, unsigned char *body)
{
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    PAVE_TRY(signed_bytes(claims, beside, &bytes));
    if (claims.n > 0)
        memcpy(body, claims.p, claims.n);
    (void)crypto_sign_detached(body + claims.n, NULL, (const unsigned char *)bytes.p, bytes.n,
                               key->bytes);
    return PAVE_OK;
}

PV_STATUS pv_paseto_issue(const struct pave_paseto_key *key, const unsigned char *nonce,
                          struct pv_str claims, const struct pave_paseto_beside *beside,
                          struct pave_bytes *out)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    unsigned char *body = NULL;
    PAVE_TRY(check(key, beside, claims.n));
    if (key->kind == PV_PASETO_PUBLIC)
        return PAVE_FORBIDDEN;
    _Static_assert(NONCE_BYTES + MAC_BYTES == SIGNATURE_BYTES, "both kinds add as much");
    size_t n = claims.n + SIGNATURE_BYTES;
    PAVE_TRY(pv_status_of(pv_arena_take(&mem, n, (void **)&body, NULL)));
    PAVE_TRY(key->kind == PV_PASETO_LOCAL ? issue_local(key, nonce, claims, beside, body)
                                          : issue_public(key, claims, beside, body));
    return write_token(&kinds[key->kind], (struct pv_str){(const char *)body, n}, beside, out);
}

enum pave_status pave_paseto_issue(const struct pave_paseto_key *key, const void *claims,
                                   size_t size, const struct pave_paseto_beside *beside,
                                   struct pave_bytes *out)
{
    unsigned char nonce[NONCE_BYTES];
    if (!out)
        return PAVE_ARGUMENT;
    *out = (struct pave_bytes){0};
    if (!claims && size > 0)
        return PAVE_ARGUMENT;
    randombytes_buf(nonce, sizeof nonce);
    return pv_paseto_issue(key, nonce, (struct pv_str){claims, size}, beside, out);
}

/* HEADER BODY [. FOOTER]; the footer is the one that is expected, the body decoded. */
static PV_STATUS split(struct pv_arena *mem, const struct pave_paseto_key *key, struct pv_str token,
                       const struct pave_paseto_beside *beside, struct pv_str *body)
{
    struct pv_str head = pv_str_of(kinds[key->kind].token);
    struct pv_str text = {0};
    struct pv_str footer = {0};
    unsigned char *bytes = NULL;
    size_t n = 0;

    if (!pv_str_has_prefix(token, head))
        return PAVE_SYNTAX;
    struct pv_str rest = pv_str_sub(token, head.n, token.n);
    size_t dot = pv_str_rfind_byte(rest, '.');
    text = dot == SIZE_MAX ? rest : pv_str_sub(rest, 0, dot);
    footer = dot == SIZE_MAX ? footer : pv_str_sub(rest, dot + 1, rest.n);
    if (dot != SIZE_MAX && footer.n == 0)
        return PAVE_SYNTAX;
    PAVE_TRY(pv_status_of(pv_arena_take(mem, token.n + 1, (void **)&bytes, NULL)));
    if (!pv_base64url_read(footer, bytes, token.n, &n))
        return PAVE_SYNTAX;
    if (n != beside->footer_size || !pave_equal(bytes, beside->footer, n))
        return PAVE_REFUSED;
    if (!pv_base64url_read(text, bytes, token.n, &n))
        return PAVE_SYNTAX;
    *body = (struct pv_str){(const char *)bytes, n};
    return PAVE_OK;
}

static PV_STATUS open_local(const struct pave_paseto_key *key, struct pv_str body,
                            const struct pave_paseto_beside *beside, struct pv_str *claims)
{
    unsigned char mac[MAC_BYTES];
    if (body.n < NONCE_BYTES + MAC_BYTES)
        return PAVE_SYNTAX;
    const unsigned char *nonce = (const unsigned char *)body.p;
    *claims = pv_str_sub(body, NONCE_BYTES, body.n - MAC_BYTES);
    PAVE_TRY(authenticate(key, nonce, *claims, beside, mac));
    return pave_equal(mac, body.p + body.n - MAC_BYTES, MAC_BYTES) ? PAVE_OK : PAVE_REFUSED;
}

static PV_STATUS open_public(const struct pave_paseto_key *key, struct pv_str body,
                             const struct pave_paseto_beside *beside, struct pv_str *claims)
{
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    const unsigned char *public_key = key->bytes + (key->kind == PV_PASETO_SECRET ? KEY_BYTES : 0);
    if (body.n < SIGNATURE_BYTES)
        return PAVE_SYNTAX;
    *claims = pv_str_sub(body, 0, body.n - SIGNATURE_BYTES);
    PAVE_TRY(signed_bytes(*claims, beside, &bytes));
    int answer = crypto_sign_verify_detached((const unsigned char *)body.p + claims->n,
                                             (const unsigned char *)bytes.p, bytes.n, public_key);
    return pv_decided(answer == 0) ? PAVE_OK : PAVE_REFUSED;
}

enum pave_status pave_paseto_open(const struct pave_paseto_key *key, const char *token, size_t size,
                                  const struct pave_paseto_beside *beside,
                                  struct pave_bytes *claims)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_str body = {0};
    struct pv_str inner = {0};

    if (!claims)
        return PAVE_ARGUMENT;
    *claims = (struct pave_bytes){0};
    if (!token)
        return PAVE_ARGUMENT;
    PAVE_TRY(check(key, beside, size));
    PAVE_TRY(split(&mem, key, (struct pv_str){token, size}, beside, &body));
    PAVE_TRY(key->kind == PV_PASETO_LOCAL ? open_local(key, body, beside, &inner)
                                          : open_public(key, body, beside, &inner));
    unsigned char *p = pv_alloc(inner.n + 1);
    if (!p)
        return PAVE_NO_MEMORY;
    if (key->kind == PV_PASETO_LOCAL)
        encrypt(key, (const unsigned char *)body.p, inner, p);
    else if (inner.n > 0)
        memcpy(p, inner.p, inner.n);
    p[inner.n] = 0;
    *claims = (struct pave_bytes){p, inner.n};
    return PAVE_OK;
}
