/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/front.h"

#include "engine/secrets/alphabet.h"
#include "engine/secrets/named_parts.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
    BLOCK = 64,  /* bytes whose places fit one mask */
    BEFORE = 2,  /* bytes before a place that decide about it */
    AFTER = 7,   /* and after it */
    BETWEEN = 7, /* from one dot of a token to the next */
};

void pv_fronts_add(struct pv_fronts *fronts, unsigned char first, unsigned char second)
{
    pv_bits_set(fronts->pairs, (size_t)first << 8 | second);
}

/*
 * A word begins at `at`: after anything but a letter, a digit or _; and after "\n" in a text. What
 * follows the dot of a name goes on with it.
 */
static bool is_word_start(struct pv_str text, size_t at)
{
    if (at > 1 && text.p[at - 1] == '.' && pv_alphabet_has(PV_ALPHABET_WORD, text.p[at - 2]))
        return false;
    if (at == 0 || !pv_alphabet_has(PV_ALPHABET_WORD, text.p[at - 1]))
        return true;
    return at > 1 && text.p[at - 2] == '\\' && strchr("nrt", text.p[at - 1]) != NULL;
}

bool pv_front_is_at(const struct pv_fronts *fronts, struct pv_str text, size_t at)
{
    if (at + 1 >= text.n || !pv_bits_has(fronts->pairs, (size_t)(unsigned char)text.p[at] << 8 |
                                                            (unsigned char)text.p[at + 1]))
        return false;
    if (pv_alphabet_has(PV_ALPHABET_ALNUM, text.p[at]))
        return is_word_start(text, at);
    if (text.p[at] == ',')
        return at > 0 && pv_named_is_quote(text.p[at - 1]);
    return text.p[at] != '.' || (at + BETWEEN < text.n && text.p[at + BETWEEN] == '.');
}

/* Bit i: whether there may be one at p + i. From BEFORE bytes before to AFTER behind can be read.
 */
#ifdef __SSE2__
static __m128i load(const char *p)
{
    return _mm_loadu_si128((const __m128i *)(const void *)p);
}

static __m128i is(__m128i bytes, char byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
}

static __m128i is_either(__m128i bytes, char one, char other)
{
    return _mm_or_si128(is(bytes, one), is(bytes, other));
}

static __m128i is_quote(__m128i bytes)
{
    return _mm_or_si128(is_either(bytes, '"', '\''), is(bytes, '`'));
}

/* Bytes from `low` up to `low + n`, as unsigned: one subtraction and one signed comparison. */
static __m128i in_range(__m128i bytes, unsigned char low, unsigned char n)
{
    __m128i moved = _mm_sub_epi8(bytes, _mm_set1_epi8((char)(low + 128)));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8((char)(n + 128)));
}

static __m128i is_alnum(__m128i bytes)
{
    __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    return _mm_or_si128(in_range(small, 'a', 26), in_range(bytes, '0', 10));
}

static __m128i begins_word(const char *p, __m128i here, __m128i before)
{
    __m128i goes_on = _mm_or_si128(is_alnum(before), is(before, '_'));
    __m128i is_escape = _mm_and_si128(is(load(p - 2), '\\'),
                                      _mm_or_si128(is_either(before, 'n', 'r'), is(before, 't')));
    return _mm_and_si128(is_alnum(here),
                         _mm_or_si128(is_escape, _mm_cmpeq_epi8(goes_on, _mm_setzero_si128())));
}

static __m128i is_sign(const char *p, __m128i here, __m128i before)
{
    __m128i found = _mm_or_si128(is_either(here, '=', ':'), is_either(here, '~', '>'));
    found = _mm_or_si128(found, _mm_or_si128(is_either(here, '$', '?'), is(here, '|')));
    found = _mm_or_si128(found, is_either(here, '(', '-'));
    found = _mm_or_si128(found, _mm_and_si128(is(here, '.'), is(load(p + BETWEEN), '.')));
    found = _mm_or_si128(found, _mm_and_si128(is(here, ' '), is(load(p + 1), '\'')));
    return _mm_or_si128(found, _mm_and_si128(is(here, ','), is_quote(before)));
}

static uint64_t places_of_16(const char *p)
{
    __m128i here = load(p);
    __m128i before = load(p - 1);
    __m128i found = _mm_or_si128(begins_word(p, here, before), is_sign(p, here, before));
    return (uint64_t)(unsigned)_mm_movemask_epi8(found);
}

static uint64_t places_of(const char *p)
{
    return places_of_16(p) | places_of_16(p + 16) << 16 | places_of_16(p + 32) << 32 |
           places_of_16(p + 48) << 48;
}
#else
static uint64_t places_of(const char *p)
{
    uint64_t mask = 0;
    for (unsigned i = 0; i < BLOCK; i++) {
        bool is_one = pv_alphabet_has(PV_ALPHABET_ALNUM, p[i])
                          ? is_word_start((struct pv_str){p + i - BEFORE, BEFORE + 1}, BEFORE)
                          : p[i] && strchr("=:~>$?|. (,-", p[i]) != NULL;
        mask |= (uint64_t)is_one << i;
    }
    return mask;
}
#endif

/* At both ends of the text the block is looked at in a copy, with zeros around. */
static uint64_t places_at(struct pv_str text, size_t base)
{
    char copy[BEFORE + BLOCK + AFTER] = {0};
    if (base >= BEFORE && text.n - base >= BLOCK + AFTER)
        return places_of(text.p + base);
    size_t before = base < BEFORE ? base : BEFORE;
    size_t n = text.n - base < BLOCK + AFTER ? text.n - base : BLOCK + AFTER;
    memcpy(copy + BEFORE - before, text.p + base - before, before + n);
    return places_of(copy + BEFORE);
}

size_t pv_front_next(struct pv_front_walk *walk)
{
    for (;;) {
        while (!walk->mask) {
            if (walk->next >= walk->text.n)
                return SIZE_MAX;
            walk->mask = places_at(walk->text, walk->next);
            walk->next += BLOCK;
        }
        size_t at = walk->next - BLOCK + (size_t)__builtin_ctzll(walk->mask);
        walk->mask &= walk->mask - 1;
        if (pv_front_is_at(walk->fronts, walk->text, at))
            return at;
    }
}
