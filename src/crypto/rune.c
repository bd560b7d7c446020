/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/rune.h"

/* The bytes of the character that starts at `at`, or 0 (Unicode, table 3-7). */
static size_t width_at(struct pv_str text, size_t at)
{
    unsigned char first = (unsigned char)text.p[at];
    unsigned char low = 0x80;
    unsigned char high = 0xbf;
    size_t n = 0;

    if (first < 0x80)
        return 1;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    n = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first == 0xe0)
        low = 0xa0;
    if (first == 0xf0)
        low = 0x90;
    if (first == 0xed)
        high = 0x9f;
    if (first == 0xf4)
        high = 0x8f;
    if (n > text.n - at)
        return 0;
    for (size_t i = 1; i < n; i++) {
        unsigned char byte = (unsigned char)text.p[at + i];
        if (byte < low || byte > high)
            return 0;
        low = 0x80;
        high = 0xbf;
    }
    return n;
}

bool pv_rune_is_valid(struct pv_str text)
{
    size_t at = 0;
    while (at < text.n) {
        size_t n = width_at(text, at);
        if (n == 0)
            return false;
        at += n;
    }
    return true;
}

size_t pv_rune_write(uint32_t rune, char *out)
{
    if (rune < 0x80) {
        out[0] = (char)rune;
        return 1;
    }
    size_t n = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = n - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (rune & 0x3f));
        rune >>= 6;
    }
    out[0] = (char)(leads[n] | rune);
    return n;
}
