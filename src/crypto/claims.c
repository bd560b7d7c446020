/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/claims.h"

#include "crypto/stamp.h"

#include <string.h>

/* Seconds since 1970; a fraction is allowed and cut off (RFC 7519, section 2). */
static PV_STATUS read_seconds(const struct pv_record *claims, const char *name, uint64_t *out)
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

/* Whether `text` is digits and, at the places of `form`, what `form` has there. */
static bool has_form(struct pv_str text, struct pv_str form)
{
    if (text.n != form.n)
        return false;
    for (size_t i = 0; i < text.n; i++) {
        bool is_digit = text.p[i] >= '0' && text.p[i] <= '9';
        if (form.p[i] == '0' ? !is_digit : text.p[i] != form.p[i])
            return false;
    }
    return true;
}

static int64_t two_digits(const char *p)
{
    return (p[0] - '0') * 10 + (p[1] - '0');
}

/* "Z" or how far local time is from it, "+01:00". */
static bool read_offset(struct pv_str text, int64_t *seconds)
{
    *seconds = 0;
    if (pv_str_eq(text, PV_STR("Z")))
        return true;
    if (!has_form(text, PV_STR("+00:00")) && !has_form(text, PV_STR("-00:00")))
        return false;
    int64_t hours = two_digits(text.p + 1);
    int64_t minutes = two_digits(text.p + 4);
    *seconds = (hours * 60 + minutes) * 60 * (text.p[0] == '+' ? 1 : -1);
    return hours < 24 && minutes < 60;
}

bool pv_claims_date(struct pv_str text, int64_t *out)
{
    enum { WHOLE = sizeof "2026-11-23T08:00:00" - 1 };
    char stamp[WHOLE + 1];
    int64_t seconds = 0;
    int64_t offset = 0;
    size_t at = WHOLE;

    if (text.n <= WHOLE)
        return false;
    if (text.p[at] == '.') {
        do
            at++;
        while (at < text.n && text.p[at] >= '0' && text.p[at] <= '9');
        if (at == WHOLE + 1)
            return false;
    }
    memcpy(stamp, text.p, WHOLE);
    stamp[WHOLE] = 'Z';
    if (!pv_stamp_read((struct pv_str){stamp, sizeof stamp}, &seconds) ||
        !read_offset(pv_str_sub(text, at, text.n), &offset))
        return false;
    *out = seconds - offset;
    return true;
}

static PV_STATUS read_time(const struct pv_record *claims, enum pv_claims_form form,
                           const char *name, uint64_t *out)
{
    struct pv_str text = {0};
    int64_t seconds = 0;

    if (form == PV_CLAIMS_SECONDS)
        return read_seconds(claims, name, out);
    PAVE_TRY(pv_record_text(claims, name, &text, NULL));
    if (!pv_claims_date(text, &seconds) || seconds < 0)
        return PAVE_SYNTAX;
    *out = (uint64_t)seconds;
    return PAVE_OK;
}

static PV_STATUS check_times(const struct pv_record *claims, const struct pv_claims_rules *rules,
                             struct pave_error *err)
{
    uint64_t now = (uint64_t)(rules->now > 0 ? rules->now : pv_stamp_now());
    uint64_t expires = 0;
    uint64_t begins = 0;

    if (read_time(claims, rules->form, "exp", &expires) != PAVE_OK)
        return pv_refuse(err, PAVE_SYNTAX, 0, "\"exp\": expected a time; a token must end");
    if (now >= expires && now - expires >= rules->leeway_s)
        return pv_refuse(err, PAVE_EXPIRED, 0, "the token has expired");
    static const char *const names[] = {"nbf", "iat"};
    for (size_t i = 0; i < PV_COUNT(names); i++) {
        if (!pv_record_get(claims, names[i]))
            continue;
        if (read_time(claims, rules->form, names[i], &begins) != PAVE_OK)
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
static PV_STATUS check_parties(const struct pv_record *claims, const struct pv_claims_rules *rules,
                               struct pave_error *err)
{
    const struct pv_record *aud = pv_record_get(claims, "aud");
    const struct pv_record *iss = pv_record_get(claims, "iss");

    if (rules->issuer &&
        (!iss || iss->kind != PV_RECORD_TEXT || !pv_str_eq(iss->text, pv_str_of(rules->issuer))))
        return pv_refuse(err, PAVE_MISDIRECTED, 0, "the token has another issuer");
    if (!rules->audience && !aud)
        return PAVE_OK;
    if (!rules->audience || !aud || !has_audience(aud, pv_str_of(rules->audience)))
        return pv_refuse(err, PAVE_MISDIRECTED, 0, "the token is for another audience");
    return PAVE_OK;
}

PV_STATUS pv_claims_check(const struct pv_record *claims, const struct pv_claims_rules *rules,
                          struct pave_error *err)
{
    PAVE_TRY(check_times(claims, rules, err));
    return check_parties(claims, rules, err);
}
