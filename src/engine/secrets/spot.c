/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/spot.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/spot_internal.h"
#include "engine/secrets/token_shape.h"

#include <string.h>

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

enum { SET_BITS = 8, GROUPS = 2 * SET_BITS };

_Static_assert(SET_BITS *PV_SPOT_SETS == 32, "the bits of all sets fit one number");
_Static_assert(PV_SPOT_TOKEN_SHIFT == 16, "the tokens have the upper half of it");

/* Byte `place` of what is marked by `bit` may be `byte`. */
static void allow(struct pv_spot_nibbles *place, uint8_t bit, unsigned char byte)
{
    place->low[byte & 0xf] |= bit;
    place->high[byte >> 4] |= bit;
}

static void allow_any(struct pv_spot_nibbles *place, uint8_t bit)
{
    for (size_t i = 0; i < PV_SPOT_NIBBLES; i++) {
        place->low[i] |= bit;
        place->high[i] |= bit;
    }
}

static void allow_letter(struct pv_spot_nibbles *place, uint8_t bit, char letter)
{
    allow(place, bit, (unsigned char)letter);
    allow(place, bit, (unsigned char)(letter - 'a' + 'A'));
}

static void fill_hints(struct pv_spot_nibbles *set)
{
    static const struct {
        char letters[PV_SPOT_BYTES];
        char other; /* at the last place; 0 when there is none */
        uint8_t group;
    } fronts[] = {
#define X(first, second, third, other, group) {{first, second, third}, other, group},
#include "engine/secrets/name_front.def"
#undef X
    };
    for (size_t i = 0; i < PV_COUNT(fronts); i++) {
        uint8_t bit = (uint8_t)(1u << fronts[i].group);
        if (fronts[i].other)
            allow_letter(&set[PV_SPOT_BYTES - 1], bit, fronts[i].other);
        for (size_t k = 0; k < PV_SPOT_BYTES; k++) {
            if (fronts[i].letters[k])
                allow_letter(&set[k], bit, fronts[i].letters[k]);
            else
                allow_any(&set[k], bit);
        }
    }
}

/*
 * A row is what may stand at each of the three bytes. Two signs share a row where little else is
 * between them.
 */
static void fill_signs(struct pv_spot_nibbles *set)
{
    static const char *const signs[SET_BITS][PV_SPOT_BYTES] = {
        {":N", "/T", "/L"},                    /* ://  NTLM */
        {DIGITS, ":|", DIGITS LETTERS "-_"},   /* NUMBER:TEXT  NUMBER|TEXT */
        {DIGITS "F", "Ql", "~y"},              /* 3Q~TEXT  FlyV1 */
        {"dDyY", " ", "'"},                    /* IDENTIFIED BY 'TEXT' */
        {"4ae", "(", "\"'`b"},                 /* b64encode('TEXT') */
        {":'\t ", "$-", "12567APabsykpw"},     /* :$6$TEXT  -p TEXT */
        {"-B", "Bae", "Esa"},                  /* -----BEGIN  Basic  Bearer */
        {"\t \"'-" DIGITS "abcdef", "-", "u"}, /* -u TEXT  --user TEXT  TEXT-us6 */
    };
    for (size_t i = 0; i < SET_BITS; i++)
        for (size_t k = 0; k < PV_SPOT_BYTES; k++)
            for (const char *byte = signs[i][k]; *byte; byte++)
                allow(&set[k], (uint8_t)(1u << i), (unsigned char)*byte);
}

/* Shapes whose third byte is no letter are told from words by that; others by the first. */
static size_t group_of(const unsigned char front[PV_TOKEN_FRONT])
{
    static const char *const letters[] = {"abc", "d",   "ef",     "g",      "hijk",
                                          "lmn", "op",  "qr",     "s",      "A",
                                          "BC",  "DEF", "GHIJKL", "MNOPQR", "STUVWXYZ"};
    if (front[2] && !pv_alphabet_has(PV_ALPHABET_LETTER, (char)front[2]))
        return 0;
    for (size_t i = 0; i < PV_COUNT(letters); i++)
        if (front[0] && strchr(letters[i], front[0]) != NULL)
            return i + 1;
    return PV_COUNT(letters); /* with the last letters: few begin so */
}

static void allow_token(struct pv_spot_tables *tables, const unsigned char front[PV_TOKEN_FRONT])
{
    size_t group = group_of(front);
    uint8_t bit = (uint8_t)(1u << group % SET_BITS);
    struct pv_spot_nibbles *set =
        tables->sets[group < SET_BITS ? PV_SPOT_TOKEN : PV_SPOT_OTHER_TOKEN];
    for (size_t k = 0; k < PV_SPOT_BYTES; k++) {
        if (front[k])
            allow(&set[k], bit, front[k]);
        else
            allow_any(&set[k], bit);
    }
}

static void fill_tokens(struct pv_spot_tables *tables)
{
    /* "{\"" and "{ " in base64, which a JWT begins with, and PuTTY's keys. */
    static const char *const others[] = {"eyA", "eyB", "eyC", "eyD", "eyI",
                                         "eyJ", "eyK", "eyL", "PuT"};
    unsigned char front[PV_TOKEN_FRONT];
    for (size_t i = 1; pv_token_front(i, front); i++)
        allow_token(tables, front);
    for (size_t i = 0; i < PV_COUNT(others); i++)
        allow_token(tables, (const unsigned char *)others[i]);
}

/* Exact for ASCII: each upper half has a bit of its own. */
static void fill_class(struct pv_spot_nibbles *class, bool (*is_in)(char byte))
{
    for (unsigned byte = 0; byte < 0x80; byte++)
        if (is_in((char)byte))
            allow(class, (uint8_t)(1u << (byte >> 4)), (unsigned char)byte);
}

static bool is_alnum(char byte)
{
    return pv_alphabet_has(PV_ALPHABET_ALNUM, byte);
}

static bool is_name(char byte)
{
    return pv_alphabet_has(PV_ALPHABET_URL, byte) || byte == '.';
}

static uint8_t bits_of(const struct pv_spot_nibbles *nibbles, unsigned byte)
{
    return nibbles->low[byte & 0xf] & nibbles->high[byte >> 4];
}

static void fill_bytes(struct pv_spot_tables *tables)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        for (unsigned set = 0; set < PV_SPOT_SETS; set++)
            for (size_t k = 0; k < PV_SPOT_BYTES; k++)
                tables->bits[k][byte] |= (uint32_t)bits_of(&tables->sets[set][k], byte)
                                         << set * SET_BITS;
        for (unsigned class = 0; class < PV_SPOT_CLASSES; class ++)
            tables->sorts[byte] |=
                (uint8_t)((bits_of(&tables->classes[class], byte) != 0) << class);
    }
}

void pv_spot_fill(struct pv_spot_tables *tables, bool may_be_wide)
{
    *tables = (struct pv_spot_tables){.is_wide = may_be_wide && pv_spot_has_wide()};
    fill_hints(tables->sets[PV_SPOT_HINT]);
    fill_signs(tables->sets[PV_SPOT_SIGN]);
    fill_tokens(tables);
    fill_class(&tables->classes[PV_SPOT_ALNUM], is_alnum);
    fill_class(&tables->classes[PV_SPOT_NAME], is_name);
    fill_class(&tables->classes[PV_SPOT_RUN], pv_token_is_byte);
    fill_bytes(tables);
}

static bool has_set(uint32_t bits, enum pv_spot_set set)
{
    return (bits >> set * SET_BITS & 0xff) != 0;
}

static void sort_byte(const struct pv_spot_tables *tables, const char *p, unsigned at,
                      struct pv_spots *out)
{
    const unsigned char *here = (const unsigned char *)p + at;
    uint32_t bits = tables->bits[0][here[0]] & tables->bits[1][here[1]] & tables->bits[2][here[2]];
    uint8_t sorts = tables->sorts[here[0]];
    uint64_t is_alnum_byte = sorts >> PV_SPOT_ALNUM & 1;
    out->alnums |= is_alnum_byte << at;
    out->words |= (is_alnum_byte | (here[0] == '_')) << at;
    out->names |= (uint64_t)(sorts >> PV_SPOT_NAME & 1) << at;
    out->runs |= (uint64_t)(sorts >> PV_SPOT_RUN & 1) << at;
    out->escapes |= (uint64_t)(here[0] == '\\') << at;
    out->dots |= (uint64_t)(here[0] == '.' && here[PV_SPOT_AFTER] == '.') << at;
    out->hints |= (uint64_t)has_set(bits, PV_SPOT_HINT) << at;
    out->signs |= (uint64_t)has_set(bits, PV_SPOT_SIGN) << at;
}

void pv_spot_sort(const struct pv_spot_tables *tables, const char *p, struct pv_spots *out)
{
    if (tables->is_wide) {
        pv_spot_sort_wide(tables, p, out);
        return;
    }
    *out = (struct pv_spots){0};
    for (unsigned at = 0; at < PV_SPOT_BLOCK; at++)
        sort_byte(tables, p, at, out);
}
