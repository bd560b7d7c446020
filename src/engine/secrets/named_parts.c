/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/named_parts.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/secrets_limits.h"

static bool is_operator_byte(char byte)
{
    return byte == '=' || byte == ':' || byte == '!' || byte == '?' || byte == '|' || byte == '>' ||
           byte == '+';
}

static bool is_operator(struct pv_str run)
{
    static const char *const operators[] = {
        ":=", "=>", "==", "===", "!=", "!==", "?=", "+=", "||", "?\?", "?:", "||=", "?\?="};
    if (run.n == 1)
        return run.p[0] == '=' || run.p[0] == ':';
    for (size_t i = 0; i < PV_COUNT(operators); i++)
        if (pv_str_eq(run, pv_str_of(operators[i])))
            return true;
    return false;
}

size_t pv_named_operator(struct pv_str text, size_t at)
{
    size_t end = at;
    while (end < text.n && end < at + 4 && is_operator_byte(text.p[end]))
        end++;
    struct pv_str run = pv_str_sub(text, at, end);
    bool is_address = run.n == 1 && run.p[0] == ':' && end + 1 < text.n && text.p[end] == '/' &&
                      text.p[end + 1] == '/';
    return !is_address && is_operator(run) ? end : 0;
}

static size_t back_over(struct pv_str text, size_t at, unsigned alphabet)
{
    size_t least = at > PV_SECRETS_NAME_BYTES ? at - PV_SECRETS_NAME_BYTES : 0;
    while (at > least && pv_alphabet_has(alphabet, text.p[at - 1]))
        at--;
    return at;
}

/* A quote before `at`, with the backslash of a text inside of a text. */
static size_t back_over_quote(struct pv_str text, size_t at)
{
    if (at == 0 || !pv_named_is_quote(text.p[at - 1]))
        return at;
    at--;
    while (at > 0 && text.p[at - 1] == '\\')
        at--;
    return at;
}

static struct pv_name_place name_ending(struct pv_str text, size_t end)
{
    struct pv_name_place place = {.start = end, .end = end};
    size_t least = end > PV_SECRETS_NAME_BYTES ? end - PV_SECRETS_NAME_BYTES : 0;
    while (place.start > least && (pv_alphabet_has(PV_ALPHABET_URL, text.p[place.start - 1]) ||
                                   text.p[place.start - 1] == '.'))
        place.start--;
    return place;
}

/* The name that ends at `at`, with what may stand between: spaces, a quote, a bracket. */
static struct pv_name_place name_before(struct pv_str text, size_t at)
{
    bool is_bracketed = false;
    at = back_over(text, at, PV_ALPHABET_SPACE);
    if (at > 0 && text.p[at - 1] == ']') {
        size_t size = back_over(text, at - 1, PV_ALPHABET_DIGIT);
        bool is_array = size > 0 && text.p[size - 1] == '[';
        is_bracketed = !is_array;
        at = is_array ? size - 1 : at - 1;
    }
    size_t name = back_over_quote(text, at);
    /* What is in brackets is a name when it is quoted: config["password"], not "a pass]:". */
    if (is_bracketed && name == at)
        return (struct pv_name_place){0};
    return name_ending(text, name);
}

/* "name: Type =" and "var name Type =": what stands before the type; nothing when no type does. */
static struct pv_name_place name_before_type(struct pv_str text, struct pv_name_place type)
{
    size_t signs = type.start;
    while (signs > 0 && text.p[signs - 1] && strchr("*&[]", text.p[signs - 1]) != NULL)
        signs--;
    size_t at = back_over(text, signs, PV_ALPHABET_SPACE);
    bool is_apart = at < signs;
    if (at > 0 && text.p[at - 1] == ':') {
        at = back_over(text, at - 1, PV_ALPHABET_SPACE);
        at -= at > 0 && text.p[at - 1] == '?'; /* "name?: Type" */
        is_apart = true;
    }
    struct pv_name_place name = name_ending(text, at);
    if (is_apart && pv_str_eq(pv_str_sub(text, name.start, name.end), PV_STR("As")))
        name = name_ending(text, back_over(text, name.start, PV_ALPHABET_SPACE));
    return is_apart ? name : (struct pv_name_place){0};
}

/* The type of "name: Final[str] =": what stands before the bracket. */
static struct pv_name_place type_with_brackets(struct pv_str text, size_t at)
{
    enum { FAR = 40 };
    const struct pv_name_place none = {0};
    at = back_over(text, at, PV_ALPHABET_SPACE);
    if (at == 0 || text.p[at - 1] != ']')
        return none;
    struct pv_name_place inner = name_ending(text, at - 1);
    bool is_one = inner.end > inner.start && inner.end - inner.start < FAR && inner.start > 0 &&
                  text.p[inner.start - 1] == '[';
    return is_one ? name_ending(text, inner.start - 1) : none;
}

/* In "PASSWORD": {"value": "…"}: the name of the object whose brace is at `brace`. */
static struct pv_name_place name_around(struct pv_str text, size_t brace)
{
    size_t at = back_over(text, brace, PV_ALPHABET_SPACE);
    if (at == 0 || text.p[at - 1] != ':')
        return (struct pv_name_place){0};
    size_t end = back_over_quote(text, back_over(text, at - 1, PV_ALPHABET_SPACE));
    return name_ending(text, end);
}

/* In {"name": "PASSWORD", "value": "…"} and <x name="password" value="…"/>: the first one. */
static struct pv_name_place name_beside(struct pv_str text, struct pv_name_place value)
{
    static const char *const labels[] = {"name", "key", "id", "field", "variable", "env"};
    const struct pv_name_place none = {0};
    size_t at = back_over_quote(text, value.start);
    size_t from = at;
    while (at > 0 && from - at < 40 && strchr(" \t\r\n,;-", text.p[at - 1]) != NULL)
        at--;
    if (at > 0 && text.p[at - 1] == '{')
        return name_around(text, at - 1);
    struct pv_name_place name = name_ending(text, back_over_quote(text, at));
    if (name.start == name.end || name.start == 0)
        return none;
    at = back_over(text, back_over_quote(text, name.start), PV_ALPHABET_SPACE);
    if (at == 0 || (text.p[at - 1] != ':' && text.p[at - 1] != '='))
        return none;
    at = back_over(text, at - 1, PV_ALPHABET_SPACE);
    struct pv_name_place label = name_ending(text, back_over_quote(text, at));
    for (size_t i = 0; i < PV_COUNT(labels); i++) {
        size_t n = strlen(labels[i]);
        if (label.end - label.start == n &&
            pv_alphabet_lower(text.p[label.start]) == labels[i][0] &&
            memcmp(text.p + label.start + 1, labels[i] + 1, n - 1) == 0)
            return name;
    }
    return none;
}

static struct pv_name_place understand(struct pv_str text, struct pv_name_place place)
{
    /* "A::B::ApiKey" is the name of a type, "A::B.config.api_key" none. */
    struct pv_str name = pv_str_sub(text, place.start, place.end);
    bool is_type = place.start > 1 && text.p[place.start - 1] == ':' &&
                   text.p[place.start - 2] == ':' && pv_str_rfind_byte(name, '.') == SIZE_MAX;
    if (!is_type)
        place.sense = pv_secret_name_of(name);
    return place;
}

/* Of getenv("NAME") || …, ?? …, ?: …: before the bracket. */
static size_t behind_call(struct pv_str text, size_t at)
{
    size_t end = back_over(text, at, PV_ALPHABET_SPACE);
    bool is_choice = at < text.n && (text.p[at] == '|' || text.p[at] == '?');
    bool is_call =
        is_choice && end > 1 && text.p[end - 1] == ')' && pv_named_is_quote(text.p[end - 2]);
    return is_call ? end - 1 : at;
}

void pv_named_before(struct pv_str text, size_t at, struct pv_name_place *out)
{
    struct pv_name_place place = understand(text, name_before(text, behind_call(text, at)));
    if (place.end == place.start && at < text.n && text.p[at] == '=')
        place = type_with_brackets(text, at);
    bool is_given = at < text.n && text.p[at] != ',' && text.p[at] != '(' && text.p[at] != '>' &&
                    place.end > place.start;
    *out = place;
    if (place.sense != PV_SECRET_NAME_NONE || !is_given)
        return;
    if (pv_secret_name_is_value(pv_str_sub(text, place.start, place.end)))
        *out = understand(text, name_beside(text, place));
    else if (text.p[at] == '=')
        *out = understand(text, name_before_type(text, place));
}

/* Past what makes a text of a text: b"…", @"…", []byte("…"), new String("…"), Buffer.from('…'). */
static size_t skip_wrapper(struct pv_str text, size_t at)
{
    static const char *const wrappers[] = {
        "[]byte(",           "new String(",  "Buffer.from(",  "SecretStr(",   "bytes(",
        "String(",           "str(",         "Some(",         "aws.String(",  "pulumi.String(",
        "new SecureString(", "std::string(", "String::from(", "Secret::new(", "QString(",
        "QStringLiteral(",   "CFSTR(",       "TEXT(",         "_T("};
    static const char *const words[] = {"ConvertTo-SecureString ", "-String "};
    struct pv_str rest = pv_str_sub(text, at, text.n);
    for (size_t i = 0; i < PV_COUNT(words); i++)
        if (pv_str_has_prefix(rest, pv_str_of(words[i]))) {
            at += strlen(words[i]);
            rest = pv_str_sub(text, at, text.n);
        }
    for (size_t i = 0; i < PV_COUNT(wrappers); i++)
        if (pv_str_has_prefix(rest, pv_str_of(wrappers[i])))
            return at + strlen(wrappers[i]);
    if (at + 1 < text.n && strchr("bBrRuULfF@", text.p[at]) != NULL &&
        pv_named_is_quote(text.p[at + 1]))
        return at + 1;
    return at;
}

static bool quoted_value(struct pv_str text, size_t at, size_t slashes, struct pv_value_place *out)
{
    char quote = text.p[at];
    size_t start = at + 1;
    for (size_t end = start; end < text.n && end - start <= PV_SECRETS_VALUE_BYTES; end++) {
        if (text.p[end] == '\n')
            return false;
        if (slashes == 0 && text.p[end] == '\\')
            end++;
        else if (text.p[end] == quote) {
            *out = (struct pv_value_place){start, end - slashes, true};
            struct pv_str rest = pv_str_sub(text, end + 1, end + 4);
            /* A text that is put together has parts that are known only when it runs. */
            return end >= start + slashes && !pv_str_has_prefix(rest, PV_STR(" + ")) &&
                   !pv_str_has_prefix(rest, PV_STR(" % "));
        }
    }
    return false;
}

static size_t end_of_bare(struct pv_str text, size_t at)
{
    while (at < text.n && text.p[at] && strchr(" \t\r\n\"'`&;,<>\\)", text.p[at]) == NULL)
        at++;
    return at;
}

static bool is_scheme(struct pv_str word)
{
    static const char *const schemes[] = {"Bearer", "bearer", "Basic",     "basic",
                                          "Token",  "token",  "Api-Token", "ApiKey"};
    for (size_t i = 0; i < PV_COUNT(schemes); i++)
        if (pv_str_eq(word, pv_str_of(schemes[i])))
            return true;
    return false;
}

static bool bare_value(struct pv_str text, size_t at, struct pv_value_place *out)
{
    struct pv_str near = pv_str_sub(text, 0, at + PV_SECRETS_VALUE_BYTES);
    size_t end = end_of_bare(near, at);
    if (end < near.n && near.p[end] == ' ' && is_scheme(pv_str_sub(near, at, end)))
        end = end_of_bare(near, end + 1);
    *out = (struct pv_value_place){at, end, false};
    return end > at && end < at + PV_SECRETS_VALUE_BYTES;
}

bool pv_named_value(struct pv_str text, size_t at, struct pv_value_place *out)
{
    size_t start = at;
    bool is_next_line = false;
    while (start < text.n && start - at < 80 && strchr(" \t\r\n(", text.p[start]) != NULL &&
           text.p[start]) {
        is_next_line = is_next_line || text.p[start] == '\n';
        start++;
    }
    start = skip_wrapper(text, start);
    size_t slashes = start;
    while (slashes < text.n && text.p[slashes] == '\\')
        slashes++;
    slashes -= start;
    if (start + slashes < text.n && pv_named_is_quote(text.p[start + slashes]))
        return quoted_value(text, start + slashes, slashes, out);
    return !is_next_line && start < text.n && bare_value(text, start, out);
}
