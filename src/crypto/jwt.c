/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "base/arena.h"
#include "crypto/claims.h"
#include "crypto/crypto_limits.h"
#include "crypto/jws.h"

#include <pave/token.h>

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Media types have no case, and "application/" may be left out (RFC 7515, section 4.1.9). */
static bool is_type(struct pv_str given, struct pv_str wanted)
{
    if (pv_str_has_prefix(given, PV_STR("application/")))
        given = pv_str_sub(given, sizeof "application/" - 1, given.n);
    if (given.n != wanted.n)
        return false;
    for (size_t i = 0; i < given.n; i++) {
        if (lower(given.p[i]) != lower(wanted.p[i]))
            return false;
    }
    return true;
}

static PV_STATUS check_type(const struct pv_record *header, const struct pave_jwt_rules *rules,
                            struct pave_error *err)
{
    struct pv_str type = {0};
    if (!rules->type)
        return PAVE_OK;
    if (pv_record_text(header, "typ", &type, NULL) != PAVE_OK ||
        !is_type(type, pv_str_of(rules->type)))
        return pv_refuse(err, PAVE_MISDIRECTED, 0, "the token is of another type");
    return PAVE_OK;
}

static PV_STATUS copy_out(struct pv_str text, struct pave_bytes *out)
{
    unsigned char *p = pv_alloc(text.n + 1);
    if (!p)
        return PAVE_NO_MEMORY;
    memcpy(p, text.p, text.n);
    p[text.n] = 0;
    *out = (struct pave_bytes){p, text.n};
    return PAVE_OK;
}

static PV_STATUS verify(struct pv_arena *mem, const struct pave_jwks *jwks, struct pv_str token,
                        const struct pave_jwt_rules *rules, struct pv_str *out,
                        struct pave_error *err)
{
    struct pv_jws jws = {0};
    struct pv_record *claims = NULL;
    enum pave_status status = pv_jws_verify(mem, jwks, token, &jws);
    if (status != PAVE_OK)
        return pv_refuse(err, status, 0, "%s",
                         status == PAVE_SYNTAX   ? "not a signed token in compact form"
                         : status == PAVE_NO_KEY ? "no key of the token's \"kid\" and \"alg\""
                                                 : "the token was refused");
    PAVE_TRY(check_type(jws.header, rules, err));
    PAVE_TRY(pv_record_read(mem, jws.payload, &claims, err));
    const struct pv_claims_rules checked = {.form = PV_CLAIMS_SECONDS,
                                            .issuer = rules->issuer,
                                            .audience = rules->audience,
                                            .leeway_s = rules->leeway_s,
                                            .now = rules->now};
    PAVE_TRY(pv_claims_check(claims, &checked, err));
    *out = jws.payload;
    return PAVE_OK;
}

enum pave_status pave_jwt_verify(const struct pave_jwks *jwks, const char *token, size_t size,
                                 const struct pave_jwt_rules *rules, struct pave_bytes *claims,
                                 struct pave_error *err)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = 16 << 20};
    struct pv_str payload = {0};

    if (!claims)
        return PAVE_ARGUMENT;
    *claims = (struct pave_bytes){0};
    if (!jwks || !token || !rules || rules->size < sizeof *rules)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "keys, a token and rules are needed");
    if (!rules->issuer || rules->leeway_s > PV_TOKEN_LEEWAY_MAX)
        return pv_refuse(err, PAVE_ARGUMENT, 0,
                         "rules: an issuer, and a leeway of at most %d seconds, are needed",
                         PV_TOKEN_LEEWAY_MAX);
    PAVE_TRY(verify(&mem, jwks, (struct pv_str){token, size}, rules, &payload, err));
    return copy_out(payload, claims);
}
