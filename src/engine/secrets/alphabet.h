/* SPDX-License-Identifier: Apache-2.0 */
/*
 * alphabet: sorts of characters that secrets are made of.
 */
#ifndef PV_ENGINE_SECRETS_ALPHABET_H
#define PV_ENGINE_SECRETS_ALPHABET_H

#include <stdbool.h>
#include <stdint.h>

enum pv_alphabet {
    PV_ALPHABET_SMALL = 1,
    PV_ALPHABET_CAPITAL = 2,
    PV_ALPHABET_DIGIT = 4,
    PV_ALPHABET_LETTER = PV_ALPHABET_SMALL | PV_ALPHABET_CAPITAL,
    PV_ALPHABET_ALNUM = PV_ALPHABET_LETTER | PV_ALPHABET_DIGIT,
    PV_ALPHABET_UNDER = 8,                                    /* _ */
    PV_ALPHABET_DASH = 16,                                    /* - */
    PV_ALPHABET_WORD = PV_ALPHABET_ALNUM | PV_ALPHABET_UNDER, /* of names */
    PV_ALPHABET_URL = PV_ALPHABET_WORD | PV_ALPHABET_DASH,    /* base64url */
    PV_ALPHABET_PLUS = 32,                                    /* + and / */
    PV_ALPHABET_BASE64 = PV_ALPHABET_ALNUM | PV_ALPHABET_PLUS,
    PV_ALPHABET_SMALL_HEX = 64,
    PV_ALPHABET_HEX = 128,
    PV_ALPHABET_BASE32 = 256,
    PV_ALPHABET_SPACE = 512,    /* and tabs */
    PV_ALPHABET_PERCENT = 1024, /* of what is written in addresses */
};

extern const uint16_t pv_alphabet_sorts[256];

/* All sorts that `byte` is of. */
static inline unsigned pv_alphabet_of(char byte)
{
    return pv_alphabet_sorts[(unsigned char)byte];
}

static inline bool pv_alphabet_has(unsigned alphabet, char byte)
{
    return (pv_alphabet_of(byte) & alphabet) != 0;
}

/* What a digit of base64 or base64url stands for; 0 for all others. */
unsigned pv_alphabet_base64(char byte);

static inline char pv_alphabet_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

#endif
