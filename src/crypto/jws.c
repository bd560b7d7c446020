/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/jws.h"

#include "base/arena.h"
#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"

static PV_STATUS decode(struct pv_arena *mem, struct pv_str text, struct pv_str *out)
{
    unsigned char *bytes = NULL;
    size_t n = 0;
    PAVE_TRY(pv_status_of(pv_arena_take(mem, text.n + 1, (void **)&bytes, NULL)));
    if (!pv_base64url_read(text, bytes, text.n, &n))
        return PAVE_SYNTAX;
    *out = (struct pv_str){(const char *)bytes, n};
    return PAVE_OK;
}

/* "crit" names what a reader must understand (section 4.1.11); here that is nothing. */
static PV_STATUS read_header(const struct pv_record *header, const struct pave_jwks *jwks,
                             const struct pv_jwk **out)
{
    struct pv_str name = {0};
    const struct pv_record *kid = pv_record_get(header, "kid");

    PAVE_TRY(pv_record_text(header, "alg", &name, NULL));
    enum pv_jws_alg alg = pv_jws_alg_of_name(name);
    if (pv_record_get(header, "crit") || pv_record_get(header, "b64") ||
        (kid && kid->kind != PV_RECORD_TEXT))
        return PAVE_SYNTAX;
    /* "none" is unknown like any other word. */
    if (alg == PV_JWS_NONE)
        return PAVE_NO_KEY;
    return pv_jwks_find(jwks, alg, kid ? &kid->text : NULL, out);
}

PV_STATUS pv_jws_verify(struct pv_arena *mem, const struct pave_jwks *jwks, struct pv_str token,
                        struct pv_jws *out)
{
    struct pv_str rest = token;
    struct pv_str head = {0};
    struct pv_str body = {0};
    struct pv_str header = {0};
    struct pv_str signature = {0};
    const struct pv_jwk *key = NULL;
    struct pv_jws jws = {0};

    if (token.n > PV_TOKEN_BYTES_MAX)
        return PAVE_LIMIT;
    if (!pv_str_split(&rest, '.', &head) || !pv_str_split(&rest, '.', &body) || head.n == 0)
        return PAVE_SYNTAX;
    PAVE_TRY(decode(mem, head, &header));
    PAVE_TRY(decode(mem, body, &jws.payload));
    PAVE_TRY(decode(mem, rest, &signature));
    if (signature.n == 0)
        return PAVE_SYNTAX;
    PAVE_TRY(pv_record_read(mem, header, &jws.header, NULL));
    PAVE_TRY(read_header(jws.header, jwks, &key));
    PAVE_TRY(pv_jwk_verify(key, pv_str_sub(token, 0, head.n + 1 + body.n),
                           (const unsigned char *)signature.p, signature.n));
    *out = jws;
    return PAVE_OK;
}
