/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/likeness.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"

#include <string.h>

static const char *const example_words[] = {
#define X(word) word,
#include "engine/secrets/example_word.def"
#undef X
};

static const char *const pairs[] = {
#define X(letter, row) row,
#include "engine/secrets/pairs.def"
#undef X
};

/* As pv_str_find, for a needle in small letters and a text in any. */
static bool holds(struct pv_str text, const char *needle)
{
    size_t n = strlen(needle);
    for (size_t at = 0; at + n <= text.n; at++) {
        size_t i = 0;
        while (i < n && pv_alphabet_lower(text.p[at + i]) == needle[i])
            i++;
        if (i == n)
            return true;
    }
    return false;
}

static size_t count_distinct(struct pv_str text)
{
    bool seen[256] = {false};
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        unsigned char byte = (unsigned char)text.p[i];
        n += !seen[byte];
        seen[byte] = true;
    }
    return n;
}

/* How many characters are the same as before, or the next in a row: 1234, aaaa. */
static size_t count_steps(struct pv_str text)
{
    size_t n = 0;
    for (size_t i = 1; i < text.n; i++) {
        int step = text.p[i] - text.p[i - 1];
        n += step >= -1 && step <= 1;
    }
    return n;
}

bool pv_likeness_is_token(struct pv_str part)
{
    static const char *const words[] = {"example",   "xxxx",      "placeholder", "000000",
                                        "111111",    "123456789", "abcdefg",     "abcd1234",
                                        "yourtoken", "aaaaaa"};
    size_t least = pv_min(part.n / 3, 8);
    for (size_t i = 0; i < PV_COUNT(words); i++)
        if (holds(part, words[i]))
            return false;
    return count_distinct(part) >= least && count_steps(part) * 2 < part.n;
}

/* "xoxp-1234-########": what stood there was blotted out. */
static bool is_blotted(struct pv_str text)
{
    enum { RUN = 8 };
    size_t run = 1;
    for (size_t i = 1; i < text.n; i++) {
        run = text.p[i] == text.p[i - 1] ? run + 1 : 1;
        if (run == RUN && strchr("#*xX.-_", text.p[i]) != NULL)
            return true;
    }
    return false;
}

bool pv_likeness_is_placeholder(struct pv_str text)
{
    enum { FEW_OVER = 20, FEW = 6 };
    for (size_t i = 0; i < PV_COUNT(example_words); i++)
        if (holds(text, example_words[i]))
            return true;
    if (pv_str_has_suffix(text, PV_STR("...")) || is_blotted(text))
        return true;
    if (text.n && (text.p[0] == '$' || text.p[0] == '%' || text.p[0] == '{' || text.p[0] == '['))
        return true;
    /* A few letters over and over: zeros in base64, "asdfasdfasdf". */
    size_t distinct = count_distinct(text);
    if (distinct < 3 || (text.n >= FEW_OVER && distinct < FEW))
        return true;
    return count_steps(text) * 2 >= text.n;
}

/* What letters and digits tell in all, in bits. */
struct telling {
    size_t letters;
    size_t letter_bits;
    size_t digits;
    size_t others;
    size_t changes; /* from letters to digits and back, from small letters to capitals */
};

static struct telling tell(struct pv_str text)
{
    struct telling sum = {0};
    char before = '`';
    unsigned sort_before = 0;
    for (size_t i = 0; i < text.n; i++) {
        char byte = text.p[i];
        unsigned sort = pv_alphabet_of(byte) & PV_ALPHABET_ALNUM;
        bool is_capital_word = sort_before == PV_ALPHABET_CAPITAL && sort == PV_ALPHABET_SMALL;
        sum.changes += i > 0 && sort && sort_before && sort != sort_before && !is_capital_word;
        if (sort & PV_ALPHABET_LETTER) {
            /* A capital after a small letter begins a word. */
            if (sort == PV_ALPHABET_CAPITAL && sort_before == PV_ALPHABET_SMALL)
                before = '`';
            char letter = pv_alphabet_lower(byte);
            sum.letters++;
            sum.letter_bits += (size_t)(pairs[before - '`'][letter - 'a'] - '0');
            before = letter;
        } else {
            sum.digits += sort == PV_ALPHABET_DIGIT;
            sum.others += sort == 0;
            before = '`';
        }
        sort_before = sort;
    }
    return sum;
}

static bool is_all(struct pv_str text, unsigned alphabet)
{
    for (size_t i = 0; i < text.n; i++)
        if (!pv_alphabet_has(alphabet, text.p[i]))
            return false;
    return true;
}

/* The letters of hex are frequent ones, and follow each other in many words; but not like this. */
static bool is_long_hex(struct pv_str text, const struct telling *sum)
{
    enum { LEAST = 24, FEW = 6 };
    return text.n >= LEAST && sum->changes >= FEW && sum->digits >= FEW &&
           is_all(text, PV_ALPHABET_HEX);
}

/*
 * Words tell about four bits a letter, letters by lot six. Short texts need more,
 * and so do those that are letters alone; digits in the middle are a sign themselves.
 */
static bool tells_at_least(struct pv_str text, size_t most)
{
    enum { TENTHS = 10 };
    struct telling sum = tell(text);
    if (is_long_hex(text, &sum))
        return true;
    if (text.n < 5 || sum.letters == 0)
        return false;
    size_t mean = sum.letter_bits * TENTHS / sum.letters;
    if (sum.changes >= 3 && sum.digits >= 2)
        return mean >= 38 || sum.changes * 4 >= text.n;
    /* Few letters tell little, but with digits beside them they are no word. */
    return sum.letters >= (sum.digits > 0 && text.n > 5 ? 3 : 5) && mean >= most;
}

enum { SHORT = 8 };

bool pv_likeness_is_drawn(struct pv_str text)
{
    return tells_at_least(text, text.n <= SHORT ? 48 : 46);
}

bool pv_likeness_is_chosen(struct pv_str text)
{
    return tells_at_least(text, text.n <= SHORT ? 44 : 42);
}

bool pv_likeness_is_id(struct pv_str text)
{
    static const unsigned char dashes[] = {8, 13, 18, 23};
    bool is_uuid = text.n == 36 && is_all(text, PV_ALPHABET_HEX | PV_ALPHABET_DASH);
    for (size_t i = 0; is_uuid && i < sizeof dashes; i++)
        is_uuid = text.p[dashes[i]] == '-';
    return is_uuid || is_all(text, PV_ALPHABET_DIGIT);
}
