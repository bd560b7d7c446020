/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/search.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/likeness.h"
#include "engine/secrets/named_parts.h"
#include "engine/secrets/secret_name.h"
#include "engine/secrets/secrets_limits.h"

static bool is_comment(struct pv_str line)
{
    static const char *const starts[] = {"//", "#", "*", "--"};
    struct pv_str trimmed = pv_str_trim(line);
    for (size_t i = 0; i < PV_COUNT(starts); i++)
        if (pv_str_has_prefix(trimmed, pv_str_of(starts[i])))
            return true;
    return false;
}

/* Whether `column` lies between quotes, as far as the line tells. */
static bool is_in_text(struct pv_str line, size_t column)
{
    size_t quotes[128] = {0};
    for (size_t i = 0; i < column && i < line.n; i++)
        quotes[(unsigned char)line.p[i] & 0x7f] += i == 0 || line.p[i - 1] != '\\';
    return quotes['"'] % 2 || quotes['\''] % 2 || quotes['`'] % 2;
}

/* "New-Object", "Read-Host": a command of PowerShell, whose answer is not written there. */
static bool is_cmdlet(struct pv_str value)
{
    size_t dash = pv_str_find(value, PV_STR("-"), 0);
    if (dash == SIZE_MAX || dash == 0 || dash + 1 >= value.n)
        return false;
    for (size_t i = 0; i < value.n; i++)
        if (i != dash && !pv_alphabet_has(PV_ALPHABET_LETTER, value.p[i]))
            return false;
    return pv_alphabet_has(PV_ALPHABET_CAPITAL, value.p[0]) &&
           pv_alphabet_has(PV_ALPHABET_CAPITAL, value.p[dash + 1]) &&
           pv_alphabet_has(PV_ALPHABET_SMALL, value.p[value.n - 1]);
}

/*
 * A value without quotes is one in settings, and inside of a text or a comment of code. "a:b" is a
 * pair in no settings, and what has brackets is a call.
 */
static bool may_be_bare(const struct pv_secret_search *search, const struct pv_name_place *name,
                        size_t after, const struct pv_value_place *value)
{
    struct pv_str text = search->text;
    struct pv_str line = pv_search_line(search, name->start);
    size_t column = (size_t)(text.p + name->start - line.p);
    bool is_pass = name->end - name->start == 4; /* openssl's "pass:TEXT" */
    struct pv_str around = pv_str_sub(text, value->start, value->end + 1);
    bool is_call = pv_str_find(around, PV_STR(")"), 0) != SIZE_MAX ||
                   pv_str_find(around, PV_STR("("), 0) != SIZE_MAX ||
                   pv_str_find(around, PV_STR("["), 0) != SIZE_MAX;
    bool is_member = pv_str_find(around, PV_STR("."), 0) != SIZE_MAX;
    if (text.p[after - 1] == ':' && value->start == after && !is_pass)
        return false;
    /* What stands in quotes itself names a place: map["password"] = other.password. */
    bool is_key = name->end < text.n && pv_named_is_quote(text.p[name->end]) && name->start > 0 &&
                  text.p[name->start - 1] == text.p[name->end];
    if (is_cmdlet(pv_str_sub(text, value->start, value->end)))
        return false;
    /* "!vault |" and other tags of YAML: what follows is no plain text. */
    if (text.p[value->start] == '!' && pv_str_has_suffix(search->path, PV_STR("ml")))
        return false;
    if (is_call || (is_key && search->kind.is_code))
        return false;
    return !search->kind.is_code || is_in_text(line, column) || (is_comment(line) && !is_member);
}

/* "Bearer TEXT" and the like in a header: what follows the scheme. */
static struct pv_str without_scheme(struct pv_str value, bool *is_basic)
{
    static const char *const schemes[] = {"Basic ", "Bearer ", "Token ", "Api-Token ", "ApiKey "};
    for (size_t i = 0; i < PV_COUNT(schemes); i++) {
        size_t n = strlen(schemes[i]);
        if (value.n < n || pv_alphabet_lower(value.p[0]) != pv_alphabet_lower(schemes[i][0]) ||
            memcmp(value.p + 1, schemes[i] + 1, n - 1) != 0)
            continue;
        *is_basic = i == 0;
        return pv_str_trim(pv_str_sub(value, n, value.n));
    }
    return value;
}

static enum pv_secret_kind judge(enum pv_secret_name name, bool is_settings, struct pv_str *value)
{
    bool is_basic = false;
    switch (name) {
    case PV_SECRET_NAME_NONE: return PV_SECRET_NONE;
    case PV_SECRET_NAME_PASSWORD:
        return pv_value_is_password(*value, is_settings) ? PV_SECRET_PASSWORD : PV_SECRET_NONE;
    case PV_SECRET_NAME_TOKEN:
        *value = without_scheme(*value, &is_basic);
        return pv_value_is_key(*value) ? PV_SECRET_NAMED : PV_SECRET_NONE;
    case PV_SECRET_NAME_AUTH:
        *value = without_scheme(*value, &is_basic);
        if (is_basic || pv_value_is_basic(*value))
            return pv_value_is_basic(*value) ? PV_SECRET_HEADER : PV_SECRET_NONE;
        return pv_value_is_key(*value) ? PV_SECRET_NAMED : PV_SECRET_NONE;
    }
    return PV_SECRET_NONE;
}

/* Whether `text` holds `part`, in any case. */
static bool holds(struct pv_str text, struct pv_str part)
{
    for (size_t at = 0; at + part.n <= text.n; at++) {
        size_t i = 0;
        while (i < part.n && pv_alphabet_lower(text.p[at + i]) == pv_alphabet_lower(part.p[i]))
            i++;
        if (i == part.n)
            return true;
    }
    return false;
}

/* The signs of `text` that make up its words. */
static size_t spell(struct pv_str text, char *out, size_t max)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n && n < max; i++)
        if (pv_alphabet_has(PV_ALPHABET_ALNUM, text.p[i]))
            out[n++] = text.p[i];
    return n;
}

/* #define SSL_TXT_kRSAPSK "kRSAPSK", NOISE_PSK = "noise_psk", SN_kx_psk "KxPSK": a constant of its
 * own name. */
static bool is_own_name(struct pv_str name, struct pv_str value)
{
    enum { MOST = 64 };
    char spelled_name[MOST];
    char spelled[MOST];
    if (holds(name, value))
        return true;
    struct pv_str whole = {spelled_name, spell(name, spelled_name, MOST)};
    struct pv_str part = {spelled, spell(value, spelled, MOST)};
    return name.n <= MOST && value.n <= MOST && part.n > 0 && holds(whole, part);
}

/* "keys/server.key": "5f3a…": the check sum of a file. */
static bool is_sum_of_file(struct pv_str text, size_t start, struct pv_str value)
{
    enum { MD5 = 32, SHA1 = 40, SHA256 = 64 };
    bool is_path = start > 0 && text.p[start - 1] == '/';
    if (!is_path || (value.n != MD5 && value.n != SHA1 && value.n != SHA256))
        return false;
    for (size_t i = 0; i < value.n; i++)
        if (!pv_alphabet_has(PV_ALPHABET_HEX, value.p[i]))
            return false;
    return true;
}

/* …/badge.svg?token=…: the picture of a badge is for all who read the page that shows it. */
static bool is_of_badge(struct pv_str text, size_t start)
{
    enum { FAR = 40 };
    if (start == 0 || (text.p[start - 1] != '?' && text.p[start - 1] != '&'))
        return false;
    return holds(pv_str_sub(text, start > FAR ? start - FAR : 0, start), PV_STR("badge"));
}

/* user="tester", password="tester": what everybody writes to try something. */
static bool is_of_user(struct pv_str text, size_t start, struct pv_str value)
{
    enum { FAR = 80, LABEL = 16 };
    struct pv_str before = pv_str_sub(text, start > FAR ? start - FAR : 0, start);
    size_t at = pv_str_find(before, value, 0);
    if (at == SIZE_MAX || at == 0 || at + value.n >= before.n ||
        pv_alphabet_has(PV_ALPHABET_WORD, before.p[at - 1]) ||
        pv_alphabet_has(PV_ALPHABET_WORD, before.p[at + value.n]))
        return false;
    struct pv_str label = pv_str_sub(before, at > LABEL ? at - LABEL : 0, at);
    return holds(label, PV_STR("user")) || holds(label, PV_STR("login"));
}

bool pv_named_take(const struct pv_secret_search *search, const struct pv_name_place *name,
                   const struct pv_value_place *place, struct pv_secret *out)
{
    struct pv_str value = pv_str_sub(search->text, place->start, place->end);
    struct pv_str written = pv_str_sub(search->text, name->start, name->end);
    if (is_own_name(written, value) || is_of_user(search->text, name->start, value) ||
        is_sum_of_file(search->text, name->start, value) || is_of_badge(search->text, name->start))
        return false;
    /* Documentation is full of ids that were made up for it. */
    if (pv_likeness_is_id(value) && (search->kind.is_prose || !pv_secret_name_is_access(written)))
        return false;
    enum pv_secret_kind kind = judge(name->sense, search->kind.is_settings, &value);
    if (kind == PV_SECRET_NONE)
        return false;
    size_t start = (size_t)(value.p - search->text.p);
    *out = (struct pv_secret){kind, (uint32_t)start, (uint32_t)(start + value.n)};
    return true;
}

/* ${NAME:-value} of the shell and of Compose, ${name:value} of Spring: what holds where nothing is
 * set. */
static bool defaulted(const struct pv_secret_search *search, const struct pv_name_place *name,
                      size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_str before = pv_str_sub(text, 0, name->start);
    size_t start = at + 1;
    if (text.p[at] != ':' || name->end != at || !pv_str_has_suffix(before, PV_STR("${")))
        return false;
    start += start < text.n && text.p[start] == '-';
    size_t end = start;
    while (end < text.n && end - start < PV_SECRETS_VALUE_BYTES &&
           (unsigned char)text.p[end] > ' ' && strchr("${}\"'`", text.p[end]) == NULL)
        end++;
    const struct pv_value_place value = {start, end, true};
    return end < text.n && text.p[end] == '}' && pv_named_take(search, name, &value, out);
}

/* "name = value", "name: value", "name => value", "name || value" */
static bool assignment(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    size_t after = pv_named_operator(text, at);
    struct pv_name_place name = {0};
    struct pv_value_place value = {0};
    if (after == 0)
        return false;
    /* Of != and !== the sign stands before. */
    pv_named_before(text, at > 0 && text.p[at] == '=' && text.p[at - 1] == '!' ? at - 1 : at,
                    &name);
    if (name.sense == PV_SECRET_NAME_NONE)
        return false;
    if (defaulted(search, &name, at, out))
        return true;
    if (!pv_named_value(text, after, &value))
        return false;
    if (!value.is_quoted && !may_be_bare(search, &name, after, &value))
        return false;
    return pv_named_take(search, &name, &value, out);
}

/* Whether the name is the first thing in brackets, and the value the last: a pair, not a list. */
static bool is_pair(struct pv_str text, size_t name_start, size_t value_end)
{
    size_t before = name_start > 1 ? name_start - 2 : 0; /* before the quote */
    while (before > 0 && text.p[before] == ' ')
        before--;
    struct pv_str rest = pv_str_trim(pv_str_sub(text, value_end + 1, value_end + 4));
    return strchr("([{", text.p[before]) != NULL && rest.n && strchr(")]}", rest.p[0]) != NULL;
}

/* ("name", "value"), ["name", "value"] */
static bool listed(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_name_place name = {0};
    struct pv_value_place value = {0};
    if (at == 0 || !pv_named_is_quote(text.p[at - 1]))
        return false;
    pv_named_before(text, at, &name);
    return name.sense != PV_SECRET_NAME_NONE && pv_named_value(text, at + 1, &value) &&
           value.is_quoted && is_pair(text, name.start, value.end) &&
           pv_named_take(search, &name, &value, out);
}

/* b64encode(b"user:value"), btoa("user:value"): what makes a header of a login. */
static bool encoded(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    static const char *const names[] = {"b64encode",       "btoa",     "base64_encode",
                                        "strict_encode64", "encode64", "encodeBase64"};
    struct pv_str text = search->text;
    struct pv_str before = pv_str_sub(text, at > 16 ? at - 16 : 0, at);
    struct pv_value_place value = {0};
    bool is_encoder = false;
    for (size_t i = 0; i < PV_COUNT(names); i++)
        is_encoder = is_encoder || pv_str_has_suffix(before, pv_str_of(names[i]));
    if (!is_encoder || !pv_named_value(text, at + 1, &value) || !value.is_quoted)
        return false;
    struct pv_str login = pv_str_sub(text, value.start, value.end);
    if (!pv_value_is_login(login))
        return false;
    value.start += pv_str_find(login, PV_STR(":"), 0) + 1;
    *out = (struct pv_secret){PV_SECRET_HEADER, (uint32_t)value.start, (uint32_t)value.end};
    return true;
}

/* setPassword("value") */
static bool called(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_name_place name = {0};
    struct pv_value_place value = {0};
    if (at + 1 >= text.n || !pv_named_is_quote(text.p[at + 1]))
        return false;
    pv_named_before(text, at, &name);
    return name.sense != PV_SECRET_NAME_NONE &&
           pv_secret_name_is_setter(pv_str_sub(text, name.start, name.end)) &&
           pv_named_value(text, at + 1, &value) && pv_named_take(search, &name, &value, out);
}

/* #define PASSWORD "value", and of settings that are code: storePassword "value" */
static bool spaced(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_name_place name = {0};
    struct pv_value_place value = {0};
    if (at + 1 >= text.n || !pv_named_is_quote(text.p[at + 1]) || search->kind.is_prose)
        return false;
    pv_named_before(text, at, &name);
    if (name.sense == PV_SECRET_NAME_NONE || name.end != at)
        return false;
    struct pv_str line = pv_search_line(search, at);
    struct pv_str before = pv_str_trim(pv_str_sub(line, 0, (size_t)(text.p + name.start - line.p)));
    return (before.n == 0 || pv_str_eq(before, PV_STR("#define"))) &&
           pv_named_value(text, at + 1, &value) && value.is_quoted &&
           pv_named_take(search, &name, &value, out);
}

bool pv_named_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    switch (search->text.p[at]) {
    case ',': return listed(search, at, out);
    case '(': return called(search, at, out) || encoded(search, at, out);
    case '>': return pv_named_tag_at(search, at, out);
    case ' ': return spaced(search, at, out);
    default: return assignment(search, at, out);
    }
}
