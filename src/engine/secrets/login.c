/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/search.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/likeness.h"

static struct pv_secret secret_of(enum pv_secret_kind kind, size_t start, size_t end)
{
    return (struct pv_secret){.kind = kind, .start = (uint32_t)start, .end = (uint32_t)end};
}

/* Whether `rest` begins with a name of several parts, and not one that stays in a cluster. */
static bool is_public_host(struct pv_str rest)
{
    size_t n = 0;
    size_t dots = 0;
    for (; n < rest.n && (pv_alphabet_has(PV_ALPHABET_URL, rest.p[n]) || rest.p[n] == '.'); n++)
        dots += rest.p[n] == '.';
    struct pv_str host = pv_str_sub(rest, 0, n);
    return dots > 0 && !pv_alphabet_has(PV_ALPHABET_DIGIT, host.p[0]) &&
           !pv_str_has_suffix(host, PV_STR(".local")) && !pv_str_has_suffix(host, PV_STR(".svc")) &&
           pv_str_find(host, PV_STR("example"), 0) == SIZE_MAX;
}

bool pv_login_url_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    enum { MOST = 300 };
    struct pv_str text = search->text;
    struct pv_str slashes = PV_STR("://");
    if (!pv_str_has_prefix(pv_str_sub(text, at, at + slashes.n), slashes) || at == 0 ||
        !pv_alphabet_has(PV_ALPHABET_ALNUM, text.p[at - 1]))
        return false;
    size_t start = at + slashes.n;
    size_t colon = 0;
    size_t sign = 0;
    for (size_t i = start; i < text.n && i - start < MOST; i++) {
        if (text.p[i] <= ' ' || strchr("/\"'`<>\\|()", text.p[i]) != NULL)
            break;
        if (text.p[i] == ':' && colon == 0)
            colon = i;
        else if (text.p[i] == '@')
            sign = i;
    }
    if (colon == 0 || sign <= colon + 1)
        return false;
    struct pv_str password = pv_str_sub(text, colon + 1, sign);
    struct pv_str host = pv_str_sub(text, sign + 1, sign + 40);
    /* On a host of the net a password is meant, even if it is a word. */
    bool is_meant = search->kind.is_settings && password.n >= 6 && is_public_host(host) &&
                    pv_value_may_be_secret(password);
    if (pv_value_is_tried(pv_str_sub(text, start, colon), password) ||
        pv_str_find(password, PV_STR(":"), 0) != SIZE_MAX ||
        pv_str_has_prefix(host, PV_STR("example.")) ||
        (!is_meant && !pv_value_is_password(password, search->kind.is_settings)))
        return false;
    *out = secret_of(PV_SECRET_URL_LOGIN, colon + 1, sign);
    return true;
}

/* The last message of a login: it answers a question with the password, which can be tried offline.
 */
static bool is_ntlm_answer(struct pv_str value)
{
    enum { LEAST = 100 };
    return value.n >= LEAST && pv_str_has_prefix(value, PV_STR("TlRMTVNTUAADAAAA"));
}

bool pv_login_header_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_str rest = pv_str_sub(text, at, at + 7);
    bool is_basic = pv_str_has_prefix(rest, PV_STR("Basic "));
    bool is_ntlm = pv_str_has_prefix(rest, PV_STR("NTLM "));
    if (!is_basic && !is_ntlm && !pv_str_has_prefix(rest, PV_STR("Bearer ")))
        return false;
    size_t start = at + (is_basic ? 6 : is_ntlm ? 5 : 7);
    size_t end = start;
    while (end < text.n &&
           (pv_alphabet_has(PV_ALPHABET_BASE64 | PV_ALPHABET_URL, text.p[end]) ||
            strchr(".~=", text.p[end]) != NULL) &&
           text.p[end])
        end++;
    struct pv_str value = pv_str_sub(text, start, end);
    *out = secret_of(PV_SECRET_HEADER, start, end);
    if (is_ntlm)
        return is_ntlm_answer(value);
    return is_basic ? pv_value_is_basic(value) : value.n >= 16 && pv_value_is_key(value);
}

static bool ends_with_word(struct pv_str text, size_t at, const char *word)
{
    size_t n = strlen(word);
    if (at < n || (at > n && pv_alphabet_has(PV_ALPHABET_WORD, text.p[at - n - 1])))
        return false;
    for (size_t i = 0; i < n; i++)
        if (pv_alphabet_lower(text.p[at - n + i]) != word[i])
            return false;
    return true;
}

bool pv_login_sql_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    if (!ends_with_word(text, at, "identified by") && !ends_with_word(text, at, "password"))
        return false;
    size_t start = at + 2;
    size_t end = pv_str_find(pv_str_sub(text, 0, start + 80), PV_STR("'"), start);
    if (end == SIZE_MAX || !pv_value_is_password(pv_str_sub(text, start, end), true))
        return false;
    *out = secret_of(PV_SECRET_COMMAND, start, end);
    return true;
}

/* The forms of crypt(3) and their like: "$6$salt$hash". */
bool pv_password_hash_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    static const struct {
        const char *front;
        size_t least; /* characters in all */
    } forms[] = {{"$1$", 26}, {"$2a$", 60}, {"$2b$", 60},    {"$2y$", 60},       {"$5$", 50},
                 {"$6$", 90}, {"$y$", 60},  {"$apr1$", 32},  {"$argon2id$", 60}, {"$argon2i$", 60},
                 {"$7$", 60}, {"$P$", 34},  {"$scrypt$", 60}};
    struct pv_str text = search->text;
    struct pv_str rest = pv_str_sub(text, at, at + 200);
    size_t end = 0;
    bool is_dump = pv_str_has_suffix(search->path, PV_STR(".sql"));
    char before = at > 0 ? text.p[at - 1] : '\0';
    if (!(before == ':' && !search->kind.is_code) && !(before == '\'' && is_dump))
        return false;
    while (
        end < rest.n &&
        (pv_alphabet_has(PV_ALPHABET_BASE64, rest.p[end]) || strchr("$.=,", rest.p[end]) != NULL) &&
        rest.p[end])
        end++;
    for (size_t i = 0; i < PV_COUNT(forms); i++) {
        if (!pv_str_has_prefix(rest, pv_str_of(forms[i].front)) || end < forms[i].least)
            continue;
        *out = secret_of(PV_SECRET_PASSWORD_HASH, at, at + end);
        return true;
    }
    return false;
}
