/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/alphabet.h"

static bool is_between(char byte, char first, char last)
{
    return byte >= first && byte <= last;
}

unsigned pv_alphabet_of(char byte)
{
    unsigned sorts = 0;
    if (is_between(byte, 'a', 'z'))
        sorts = PV_ALPHABET_SMALL | (byte <= 'f' ? PV_ALPHABET_SMALL_HEX | PV_ALPHABET_HEX : 0);
    else if (is_between(byte, 'A', 'Z'))
        sorts = PV_ALPHABET_CAPITAL | PV_ALPHABET_BASE32 | (byte <= 'F' ? PV_ALPHABET_HEX : 0);
    else if (is_between(byte, '0', '9'))
        sorts = PV_ALPHABET_DIGIT | PV_ALPHABET_SMALL_HEX | PV_ALPHABET_HEX |
                (is_between(byte, '2', '7') ? PV_ALPHABET_BASE32 : 0);
    else if (byte == '_')
        sorts = PV_ALPHABET_UNDER;
    else if (byte == '-')
        sorts = PV_ALPHABET_DASH;
    else if (byte == '+' || byte == '/')
        sorts = PV_ALPHABET_PLUS;
    else if (byte == ' ' || byte == '\t')
        sorts = PV_ALPHABET_SPACE;
    return sorts;
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
