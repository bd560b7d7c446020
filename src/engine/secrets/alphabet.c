/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/alphabet.h"

enum {
    SMALL = PV_ALPHABET_SMALL,
    SMALL_HEX = SMALL | PV_ALPHABET_SMALL_HEX | PV_ALPHABET_HEX,
    CAPITAL = PV_ALPHABET_CAPITAL | PV_ALPHABET_BASE32,
    CAPITAL_HEX = CAPITAL | PV_ALPHABET_HEX,
    DIGIT = PV_ALPHABET_DIGIT | PV_ALPHABET_SMALL_HEX | PV_ALPHABET_HEX,
    DIGIT_32 = DIGIT | PV_ALPHABET_BASE32,
};

const uint16_t pv_alphabet_sorts[256] = {
    ['\t'] = PV_ALPHABET_SPACE,
    [' '] = PV_ALPHABET_SPACE,
    ['_'] = PV_ALPHABET_UNDER,
    ['-'] = PV_ALPHABET_DASH,
    ['%'] = PV_ALPHABET_PERCENT,
    ['+'] = PV_ALPHABET_PLUS,
    ['/'] = PV_ALPHABET_PLUS,
    ['a'] = SMALL_HEX,
    ['b'] = SMALL_HEX,
    ['c'] = SMALL_HEX,
    ['d'] = SMALL_HEX,
    ['e'] = SMALL_HEX,
    ['f'] = SMALL_HEX,
    ['g'] = SMALL,
    ['h'] = SMALL,
    ['i'] = SMALL,
    ['j'] = SMALL,
    ['k'] = SMALL,
    ['l'] = SMALL,
    ['m'] = SMALL,
    ['n'] = SMALL,
    ['o'] = SMALL,
    ['p'] = SMALL,
    ['q'] = SMALL,
    ['r'] = SMALL,
    ['s'] = SMALL,
    ['t'] = SMALL,
    ['u'] = SMALL,
    ['v'] = SMALL,
    ['w'] = SMALL,
    ['x'] = SMALL,
    ['y'] = SMALL,
    ['z'] = SMALL,
    ['A'] = CAPITAL_HEX,
    ['B'] = CAPITAL_HEX,
    ['C'] = CAPITAL_HEX,
    ['D'] = CAPITAL_HEX,
    ['E'] = CAPITAL_HEX,
    ['F'] = CAPITAL_HEX,
    ['G'] = CAPITAL,
    ['H'] = CAPITAL,
    ['I'] = CAPITAL,
    ['J'] = CAPITAL,
    ['K'] = CAPITAL,
    ['L'] = CAPITAL,
    ['M'] = CAPITAL,
    ['N'] = CAPITAL,
    ['O'] = CAPITAL,
    ['P'] = CAPITAL,
    ['Q'] = CAPITAL,
    ['R'] = CAPITAL,
    ['S'] = CAPITAL,
    ['T'] = CAPITAL,
    ['U'] = CAPITAL,
    ['V'] = CAPITAL,
    ['W'] = CAPITAL,
    ['X'] = CAPITAL,
    ['Y'] = CAPITAL,
    ['Z'] = CAPITAL,
    ['0'] = DIGIT,
    ['1'] = DIGIT,
    ['8'] = DIGIT,
    ['9'] = DIGIT,
    ['2'] = DIGIT_32,
    ['3'] = DIGIT_32,
    ['4'] = DIGIT_32,
    ['5'] = DIGIT_32,
    ['6'] = DIGIT_32,
    ['7'] = DIGIT_32,
};

static bool is_between(char byte, char first, char last)
{
    return byte >= first && byte <= last;
}

unsigned pv_alphabet_base64(char byte)
{
    if (is_between(byte, 'A', 'Z'))
        return (unsigned)(byte - 'A');
    if (is_between(byte, 'a', 'z'))
        return (unsigned)(byte - 'a') + 26;
    if (is_between(byte, '0', '9'))
        return (unsigned)(byte - '0') + 52;
    if (byte == '+' || byte == '-')
        return 62;
    return byte == '/' || byte == '_' ? 63 : 0;
}
