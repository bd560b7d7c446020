/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/search.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/likeness.h"

static bool has_any(struct pv_str text, const char *bytes)
{
    for (size_t i = 0; i < text.n; i++)
        if (strchr(bytes, text.p[i]) != NULL)
            return true;
    return false;
}

static bool is_printable(struct pv_str text)
{
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] <= ' ' || text.p[i] == 0x7f)
            return false;
    return true;
}

/* "package.module:Name", "keyword.$0": names in a program, and groups of a pattern. */
static bool is_dotted(struct pv_str value)
{
    size_t dots = 0;
    size_t colons = 0;
    for (size_t i = 0; i < value.n; i++) {
        bool is_group = value.p[i] == '$' && i > 0 && value.p[i - 1] == '.' && i + 2 == value.n;
        dots += value.p[i] == '.';
        colons += value.p[i] == ':';
        if (is_group)
            return true;
        if (value.p[i] != '.' && value.p[i] != ':' &&
            !pv_alphabet_has(PV_ALPHABET_WORD, value.p[i]))
            return false;
    }
    return dots > 0 && colons == 1;
}

/* "jwt_audience": a name of several words, in small letters and without a digit. */
static bool is_snake(struct pv_str value)
{
    size_t joints = 0;
    for (size_t i = 0; i < value.n; i++) {
        joints += value.p[i] == '_' && i > 0 && i + 1 < value.n;
        if (!pv_alphabet_has(PV_ALPHABET_SMALL | PV_ALPHABET_UNDER, value.p[i]))
            return false;
    }
    return joints > 0;
}

/* A path, an address, the name of a file, a call: told elsewhere than here. */
static bool is_reference(struct pv_str value)
{
    static const char *const ends[] = {".pem", ".key", ".crt", ".json", ".yaml", ".yml",
                                       ".txt", ".js",  ".ts",  ".go",   ".py",   ".html",
                                       ".com", ".org", ".net", ".io"};
    for (size_t i = 0; i < PV_COUNT(ends); i++)
        if (pv_str_has_suffix(value, pv_str_of(ends[i])))
            return true;
    return pv_str_find(value, PV_STR("://"), 0) != SIZE_MAX || value.p[0] == '/' ||
           pv_str_has_prefix(value, PV_STR("./")) || pv_str_has_prefix(value, PV_STR("~/")) ||
           pv_str_find(value, PV_STR("()"), 0) != SIZE_MAX ||
           pv_str_find(value, PV_STR("::"), 0) != SIZE_MAX || has_any(value, "<>{}") ||
           is_dotted(value);
}

/* Small letters, capitals, digits and the rest, each at least once. */
static unsigned count_sorts(struct pv_str value)
{
    unsigned sorts = 0;
    for (size_t i = 0; i < value.n; i++) {
        unsigned sort = pv_alphabet_of(value.p[i]) & PV_ALPHABET_ALNUM;
        sorts |= sort ? sort : 8;
    }
    return (unsigned)__builtin_popcount(sorts);
}

static bool has_digit(struct pv_str value)
{
    for (size_t i = 0; i < value.n; i++)
        if (pv_alphabet_has(PV_ALPHABET_DIGIT, value.p[i]))
            return true;
    return false;
}

/* "BASIC_AUTH", "PASSWORD", "X-Request-Id": words of an interface, or of its documentation. */
static bool is_constant(struct pv_str value)
{
    enum { SHORT = 8 };
    bool is_name = value.n < SHORT;
    bool is_header = value.n > 2 && value.p[0] == 'X' && value.p[1] == '-';
    for (size_t i = 0; i < value.n; i++) {
        if (!pv_alphabet_has(PV_ALPHABET_CAPITAL | PV_ALPHABET_UNDER, value.p[i]))
            return is_header;
        is_name = is_name || value.p[i] == '_';
    }
    return is_name;
}

bool pv_value_may_be_secret(struct pv_str value)
{
    return value.n > 0 && is_printable(value) && !is_constant(value) && !is_reference(value) &&
           !pv_likeness_is_placeholder(value);
}

/* "minio:minio123" */
static bool is_numbered(struct pv_str user, struct pv_str password)
{
    if (user.n == 0 || !pv_str_has_prefix(password, user))
        return false;
    for (size_t i = user.n; i < password.n; i++)
        if (!pv_alphabet_has(PV_ALPHABET_DIGIT, password.p[i]))
            return false;
    return true;
}

bool pv_value_is_tried(struct pv_str user, struct pv_str password)
{
    static const char *const words[] = {"pass",     "pwd",   "user",     "root",    "admin",
                                        "guest",    "test",  "postgres", "mysql",   "redis",
                                        "rabbitmq", "minio", "demo",     "username"};
    for (size_t i = 0; i < PV_COUNT(words); i++)
        if (pv_str_eq(password, pv_str_of(words[i])))
            return true;
    return is_numbered(user, password);
}

bool pv_value_is_password(struct pv_str value, bool is_settings)
{
    enum { LEAST = 5, MOST = 128, MIXED = 8, UUID = 36 };
    if (value.n < LEAST || value.n > MOST || !pv_value_may_be_secret(value))
        return false;
    /* A number may be anything; a UUID is nothing else where the name says password. */
    if (pv_likeness_is_id(value))
        return value.n == UUID && pv_likeness_is_drawn(value);
    return pv_likeness_is_chosen(value) ||
           (value.n >= MIXED && count_sorts(value) >= (is_settings ? 2 : 4) && has_digit(value));
}

/* Text of all sorts of signs without any order, as generators for settings write. */
static bool is_noise(struct pv_str value)
{
    enum { LEAST = 32, FEW = 6 };
    size_t signs = 0;
    size_t spaces = 0;
    for (size_t i = 0; i < value.n; i++) {
        signs += !pv_alphabet_has(PV_ALPHABET_ALNUM | PV_ALPHABET_SPACE, value.p[i]);
        spaces += value.p[i] == ' ';
    }
    return value.n >= LEAST && count_sorts(value) >= 4 && signs * FEW >= value.n &&
           spaces * 10 <= value.n && pv_likeness_is_drawn(value);
}

bool pv_value_is_key(struct pv_str value)
{
    enum { LEAST = 10 };
    if (value.n < LEAST)
        return false;
    if (is_noise(value) && pv_str_find(value, PV_STR("${"), 0) == SIZE_MAX)
        return true;
    return pv_value_may_be_secret(value) && !is_snake(value) && !has_any(value, ",;()[]\\") &&
           (!pv_likeness_is_id(value) || value.n == 36) && pv_likeness_is_drawn(value);
}

/* Written as a login it is one, be the password ever so simple: what is left out are the words of
 * examples. */
bool pv_value_is_login(struct pv_str value)
{
    enum { LEAST = 4 };
    size_t colon = pv_str_find(value, PV_STR(":"), 0);
    if (colon == SIZE_MAX || colon == 0)
        return false;
    struct pv_str user = pv_str_sub(value, 0, colon);
    struct pv_str password = pv_str_sub(value, colon + 1, value.n);
    for (size_t i = 0; i < value.n; i++)
        if ((unsigned char)value.p[i] < ' ' || value.p[i] == 0x7f)
            return false;
    return password.n >= LEAST && is_printable(user) && !pv_value_is_tried(user, password) &&
           !pv_likeness_is_placeholder(password);
}

bool pv_value_is_basic(struct pv_str value)
{
    enum { MOST = 200, LEAST = 8 };
    char bytes[MOST];
    size_t n = 0;
    uint32_t bits = 0;
    unsigned n_bits = 0;
    while (value.n && value.p[value.n - 1] == '=')
        value.n--;
    if (value.n < LEAST || value.n > MOST)
        return false;
    for (size_t i = 0; i < value.n; i++) {
        if (!pv_alphabet_has(PV_ALPHABET_BASE64 | PV_ALPHABET_URL, value.p[i]))
            return false;
        bits = bits << 6 | pv_alphabet_base64(value.p[i]);
        n_bits += 6;
        if (n_bits >= 8) {
            n_bits -= 8;
            bytes[n++] = (char)(bits >> n_bits & 0xff);
        }
    }
    return pv_value_is_login((struct pv_str){bytes, n});
}
