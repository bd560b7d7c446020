/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "base/arena.h"
#include "crypto/crypto_limits.h"
#include "crypto/jws.h"
#include "crypto/stamp.h"

#include <pave/token.h>

/* Seconds since 1970; a fraction is allowed and cut off (RFC 7519, section 2). */
static PV_STATUS read_time(const struct pv_record *claims, const char *name, uint64_t *out)
{
    const struct pv_record *claim = pv_record_get(claims, name);
    uint64_t seconds = 0;

    if (claim && claim->kind == PV_RECORD_NUMBER) {
        *out = claim->number;
        return PAVE_OK;
    }
    if (!claim || claim->kind != PV_RECORD_OTHER)
        return PAVE_SYNTAX;
    for (size_t i = 0; i < claim->text.n; i++) {
        char byte = claim->text.p[i];
        if (byte == '.' && i > 0)
            break;
        if (byte < '0' || byte > '9' || seconds > UINT64_MAX / 10 - 10)
            return PAVE_SYNTAX;
        seconds = seconds * 10 + (uint64_t)(byte - '0');
    }
    /* An exponent behind the fraction would make it another number. */
    if (memchr(claim->text.p, 'e', claim->text.n) || memchr(claim->text.p, 'E', claim->text.n))
        return PAVE_SYNTAX;
    *out = seconds;
    return PAVE_OK;
}

static PV_STATUS check_times(const struct pv_record *claims, const struct pave_jwt_rules *rules,
                             struct pave_error *err)
{
    uint64_t now = (uint64_t)(rules->now > 0 ? rules->now : pv_stamp_now());
    uint64_t expires = 0;
    uint64_t begins = 0;

    if (read_time(claims, "exp", &expires) != PAVE_OK)
        return pv_refuse(err, PAVE_SYNTAX, 0, "\"exp\": expected a time; a token must end");
    if (now >= expires && now - expires >= rules->leeway_s)
        return pv_refuse(err, PAVE_EXPIRED, 0, "the token has expired");
    static const char *const names[] = {"nbf", "iat"};
    for (size_t i = 0; i < PV_COUNT(names); i++) {
        if (!pv_record_get(claims, names[i]))
            continue;
        if (read_time(claims, names[i], &begins) != PAVE_OK)
            return pv_refuse(err, PAVE_SYNTAX, 0, "\"%s\": expected a time", names[i]);
        if (begins > now && begins - now > rules->leeway_s)
            return pv_refuse(err, PAVE_MISDIRECTED, 0, "the token's time has not come");
    }
    return PAVE_OK;
}

static bool has_audience(const struct pv_record *claim, struct pv_str audience)
{
    if (claim->kind == PV_RECORD_TEXT)
        return pv_str_eq(claim->text, audience);
    if (claim->kind != PV_RECORD_LIST)
        return false;
    for (const struct pv_record *item = claim->first; item; item = item->next) {
        if (item->kind == PV_RECORD_TEXT && pv_str_eq(item->text, audience))
            return true;
    }
    return false;
}

/* A token for nobody in particular is not one for us, and one for others is not for everybody. */
static PV_STATUS check_parties(const struct pv_record *claims, const struct pave_jwt_rules *rules,
                               struct pave_error *err)
{
    const struct pv_record *aud = pv_record_get(claims, "aud");
    const struct pv_record *iss = pv_record_get(claims, "iss");

    if (!iss || iss->kind != PV_RECORD_TEXT || !pv_str_eq(iss->text, pv_str_of(rules->issuer)))
        return pv_refuse(err, PAVE_MISDIRECTED, 0, "the token has another issuer");
    if (!rules->audience && !aud)
        return PAVE_OK;
    if (!rules->audience || !aud || !has_audience(aud, pv_str_of(rules->audience)))
        return pv_refuse(err, PAVE_MISDIRECTED, 0, "the token is for another audience");
    return PAVE_OK;
}

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
    PAVE_TRY(check_times(claims, rules, err));
    PAVE_TRY(check_parties(claims, rules, err));
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
