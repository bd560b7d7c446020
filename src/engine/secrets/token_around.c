/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/alphabet.h"
#include "engine/secrets/likeness.h"
#include "engine/secrets/token_shape.h"

/* How many characters of a sort stand before `at`; `most` at most, and one more when it goes on. */
static size_t count_before(struct pv_str text, size_t at, unsigned alphabet, size_t most)
{
    size_t n = 0;
    while (n <= most && n < at && pv_alphabet_has(alphabet, text.p[at - 1 - n]))
        n++;
    return n;
}

static size_t count_after(struct pv_str text, size_t at, unsigned alphabet, size_t most)
{
    size_t n = 0;
    while (n <= most && at + n < text.n && pv_alphabet_has(alphabet, text.p[at + n]))
        n++;
    return n;
}

static bool is_within(size_t n, size_t least, size_t most)
{
    return n >= least && n <= most;
}

/* NUMBER:AA… of a Telegram bot, NUMBER|… of a Facebook application */
static enum pv_secret_kind numbered(struct pv_str text, size_t at, size_t *start, size_t *end)
{
    bool is_bot = text.p[at] == ':';
    size_t size = is_bot ? 35 : 27;
    size_t digits = count_before(text, at, PV_ALPHABET_DIGIT, 20);
    if (!is_within(digits, is_bot ? 8 : 13, is_bot ? 11 : 17) ||
        count_after(text, at + 1, PV_ALPHABET_URL, size) != size ||
        (is_bot && (text.p[at + 1] != 'A' || text.p[at + 2] > 'L')))
        return PV_SECRET_NONE;
    *start = at - digits;
    *end = at + 1 + size;
    return is_bot ? PV_SECRET_TELEGRAM : PV_SECRET_FACEBOOK;
}

static bool is_azure_byte(char byte)
{
    return pv_alphabet_has(PV_ALPHABET_URL, byte) || byte == '.' || byte == '~';
}

/* Three characters, a digit, "Q~", and 31 to 34 characters */
static enum pv_secret_kind azure(struct pv_str text, size_t at, size_t *start, size_t *end)
{
    enum { BEFORE = 5, LEAST = 31, MOST = 34 };
    size_t n = 0;
    if (at < BEFORE || text.p[at - 1] != 'Q' || !pv_alphabet_has(PV_ALPHABET_DIGIT, text.p[at - 2]))
        return PV_SECRET_NONE;
    for (size_t i = at - BEFORE; i < at; i++)
        if (!is_azure_byte(text.p[i]))
            return PV_SECRET_NONE;
    if (at > BEFORE && is_azure_byte(text.p[at - BEFORE - 1]))
        return PV_SECRET_NONE;
    while (n <= MOST && at + 1 + n < text.n && is_azure_byte(text.p[at + 1 + n]))
        n++;
    if (!is_within(n, LEAST, MOST))
        return PV_SECRET_NONE;
    *start = at - BEFORE;
    *end = at + 1 + n;
    return PV_SECRET_AZURE_CLIENT;
}

/* The number of a bot in base64, six characters that tell when, and the rest */
static enum pv_secret_kind discord(struct pv_str text, size_t at, size_t *start, size_t *end)
{
    size_t number = count_before(text, at, PV_ALPHABET_ALNUM, 30);
    size_t time = count_after(text, at + 1, PV_ALPHABET_URL, 6);
    if (!is_within(number, 23, 28) || time != 6 || at + 7 >= text.n || text.p[at + 7] != '.' ||
        strchr("MNO", text.p[at - number]) == NULL)
        return PV_SECRET_NONE;
    size_t rest = count_after(text, at + 8, PV_ALPHABET_URL, 40);
    if (!is_within(rest, 27, 38))
        return PV_SECRET_NONE;
    *start = at - number;
    *end = at + 8 + rest;
    return PV_SECRET_DISCORD;
}

/* 32 digits of hex, and the data centre: "-us6" */
static enum pv_secret_kind mailchimp(struct pv_str text, size_t at, size_t *start, size_t *end)
{
    enum { SIZE = 32 };
    size_t digits = count_after(text, at + 3, PV_ALPHABET_DIGIT, 2);
    size_t before = count_before(text, at, PV_ALPHABET_SMALL_HEX, SIZE);
    if (before != SIZE || !pv_str_has_prefix(pv_str_sub(text, at, text.n), PV_STR("-us")) ||
        !is_within(digits, 1, 2) || count_before(text, at, PV_ALPHABET_WORD, SIZE) != SIZE ||
        count_after(text, at + 3 + digits, PV_ALPHABET_URL, 1) != 0)
        return PV_SECRET_NONE;
    *start = at - SIZE;
    *end = at + 3 + digits;
    return PV_SECRET_MAILCHIMP;
}

enum pv_secret_kind pv_token_around(struct pv_str text, size_t at, size_t *start, size_t *end)
{
    enum pv_secret_kind kind = PV_SECRET_NONE;
    if (text.p[at] == ':' || text.p[at] == '|')
        kind = numbered(text, at, start, end);
    else if (text.p[at] == '~')
        kind = azure(text, at, start, end);
    else if (text.p[at] == '.')
        kind = discord(text, at, start, end);
    else if (text.p[at] == '-')
        kind = mailchimp(text, at, start, end);
    if (kind == PV_SECRET_NONE)
        return kind;
    struct pv_str drawn = pv_str_sub(text, text.p[at] == '-' ? *start : at + 1, *end);
    return pv_likeness_is_token(drawn) ? kind : PV_SECRET_NONE;
}
