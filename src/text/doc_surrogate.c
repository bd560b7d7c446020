/* SPDX-License-Identifier: Apache-2.0 */
#include "text/doc_internal.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    ESCAPE_BYTES = 6,              /* \uXXXX */
    PAIR_BYTES = 2 * ESCAPE_BYTES, /* \uXXXX\uXXXX */
    JOINED_BYTES = 10,             /* \UXXXXXXXX */
    HIGH_FIRST = 0xd800,
    LOW_FIRST = 0xdc00,
    LOW_LAST = 0xdfff,
};

static int hex_digit(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    byte |= 'a' - 'A';
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* The code unit of the escape at `at`; 0 when there is none. */
static uint32_t take_unit(struct pv_str text, size_t at)
{
    uint32_t unit = 0;
    if (!pv_str_has_prefix(pv_str_sub(text, at, text.n), PV_STR("\\u")) ||
        text.n - at < ESCAPE_BYTES)
        return 0;
    for (size_t i = at + 2; i < at + ESCAPE_BYTES; i++) {
        int digit = hex_digit(text.p[i]);
        if (digit < 0)
            return 0;
        unit = unit << 4 | (uint32_t)digit;
    }
    return unit;
}

/* The character of the pair of escapes at `at`; 0 when there is none. */
static uint32_t take_pair(struct pv_str text, size_t at)
{
    uint32_t high = take_unit(text, at);
    if (high < HIGH_FIRST || high >= LOW_FIRST)
        return 0;
    uint32_t low = take_unit(text, at + ESCAPE_BYTES);
    if (low < LOW_FIRST || low > LOW_LAST)
        return 0;
    return 0x10000 + ((high - HIGH_FIRST) << 10) + (low - LOW_FIRST);
}

struct pv_result pv_doc_join_surrogates(struct pv_arena *mem, struct pv_str text,
                                        struct pv_str *out, struct pv_err *err)
{
    char *bytes = NULL;
    size_t n = 0;
    PV_TRY(pv_arena_take(mem, text.n + 1, (void **)&bytes, err));
    for (size_t at = 0; at < text.n;) {
        uint32_t code_point = take_pair(text, at);
        if (code_point) {
            n += (size_t)snprintf(bytes + n, JOINED_BYTES + 1, "\\U%08x", code_point);
            at += PAIR_BYTES;
            continue;
        }
        /* A backslash and what it escapes go together, so that "\\\\ud83d" is left alone. */
        size_t length = text.p[at] == '\\' && at + 1 < text.n ? 2 : 1;
        memcpy(bytes + n, text.p + at, length);
        n += length;
        at += length;
    }
    if (n == text.n)
        return pv_fail(err, PV_NOT_FOUND, 0, "no pair of escapes");
    *out = (struct pv_str){bytes, n};
    return PV_SUCCESS;
}
