/* SPDX-License-Identifier: Apache-2.0 */
#include "text/utf8.h"

enum {
    MAX_CODE_POINT = 0x10ffff,
    HIGH_FIRST = 0xd800, /* surrogates */
    LOW_FIRST = 0xdc00,
    LOW_LAST = 0xdfff,
    SURROGATE_BITS = 10,
};

/* What a first byte says: how many follow, its own bits, and the least code point of that length.
 */
struct lead {
    unsigned more;
    uint32_t bits;
    uint32_t least;
};

static bool read_lead(unsigned char byte, struct lead *out)
{
    if (byte < 0x80)
        *out = (struct lead){0, byte, 0};
    else if (byte >= 0xc2 && byte <= 0xdf)
        *out = (struct lead){1, byte & 0x1fu, 0x80};
    else if (byte >= 0xe0 && byte <= 0xef)
        *out = (struct lead){2, byte & 0x0fu, 0x800};
    else if (byte >= 0xf0 && byte <= 0xf4)
        *out = (struct lead){3, byte & 0x07u, 0x10000};
    else
        return false;
    return true;
}

/* The code point at `at` and its length; false when it is none. */
static bool decode(struct pv_str s, size_t at, uint32_t *out, size_t *length)
{
    struct lead lead = {0};
    if (!read_lead((unsigned char)s.p[at], &lead) || lead.more >= s.n - at)
        return false;
    uint32_t code_point = lead.bits;
    for (unsigned i = 1; i <= lead.more; i++) {
        unsigned char byte = (unsigned char)s.p[at + i];
        if ((byte & 0xc0) != 0x80)
            return false;
        code_point = code_point << 6 | (byte & 0x3fu);
    }
    if (code_point < lead.least || code_point > MAX_CODE_POINT ||
        (code_point >= HIGH_FIRST && code_point <= LOW_LAST))
        return false;
    *out = code_point;
    *length = lead.more + 1;
    return true;
}

uint32_t pv_utf8_take(struct pv_str s, size_t *at)
{
    uint32_t code_point = PV_UTF8_REPLACEMENT;
    size_t length = 1;
    (void)decode(s, *at, &code_point, &length);
    *at += length;
    return code_point;
}

bool pv_utf8_is_valid(struct pv_str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t code_point = 0;
        size_t length = 0;
        if (!decode(s, at, &code_point, &length))
            return false;
        at += length;
    }
    return true;
}

void pv_utf8_add(struct pv_buf *buf, uint32_t code_point)
{
    static const struct {
        uint32_t below;
        unsigned char lead;
        unsigned more;
    } lengths[] = {{0x80, 0, 0}, {0x800, 0xc0, 1}, {0x10000, 0xe0, 2}, {0x110000, 0xf0, 3}};
    if (code_point > MAX_CODE_POINT || (code_point >= HIGH_FIRST && code_point <= LOW_LAST))
        code_point = PV_UTF8_REPLACEMENT;
    size_t i = 0;
    while (code_point >= lengths[i].below)
        i++;
    unsigned shift = lengths[i].more * 6;
    pv_buf_add_byte(buf, (char)(lengths[i].lead | code_point >> shift));
    while (shift > 0) {
        shift -= 6;
        pv_buf_add_byte(buf, (char)(0x80 | (code_point >> shift & 0x3f)));
    }
}

static uint32_t unit_at(struct pv_str bytes, size_t at, bool is_big)
{
    uint32_t first = (unsigned char)bytes.p[at];
    uint32_t second = (unsigned char)bytes.p[at + 1];
    return is_big ? first << 8 | second : second << 8 | first;
}

/* A surrogate without its partner, and an odd last byte, become replacement characters. */
static void add_utf16(struct pv_buf *buf, struct pv_str bytes, bool is_big)
{
    size_t at = 0;
    while (bytes.n - at >= 2) {
        uint32_t unit = unit_at(bytes, at, is_big);
        at += 2;
        if (unit >= HIGH_FIRST && unit < LOW_FIRST && bytes.n - at >= 2) {
            uint32_t low = unit_at(bytes, at, is_big);
            if (low >= LOW_FIRST && low <= LOW_LAST) {
                unit = 0x10000 + ((unit - HIGH_FIRST) << SURROGATE_BITS) + (low - LOW_FIRST);
                at += 2;
            }
        }
        pv_utf8_add(buf, unit);
    }
    if (at < bytes.n)
        pv_utf8_add(buf, PV_UTF8_REPLACEMENT);
}

struct pv_result pv_utf8_read(struct pv_arena *mem, struct pv_str bytes, struct pv_utf8_text *out,
                              struct pv_err *err)
{
    struct pv_str mark_8 = PV_STR("\xef\xbb\xbf");
    struct pv_str mark_16_big = PV_STR("\xfe\xff");
    struct pv_str mark_16_little = PV_STR("\xff\xfe");
    struct pv_utf8_text text = {.text = bytes};
    bool is_big = pv_str_has_prefix(bytes, mark_16_big);
    if (pv_str_has_prefix(bytes, mark_8))
        text.mark_bytes = mark_8.n;
    else if (is_big || pv_str_has_prefix(bytes, mark_16_little))
        text.mark_bytes = mark_16_big.n;
    text.is_transcoded = text.mark_bytes == mark_16_big.n;
    text.text = pv_str_sub(bytes, text.mark_bytes, bytes.n);
    if (text.is_transcoded) {
        PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
        add_utf16(&buf, text.text, is_big);
        PV_TRY(pv_buf_result(&buf, err));
        PV_TRY(pv_str_copy(mem, pv_buf_str(&buf), &text.text, err));
    }
    *out = text;
    return PV_SUCCESS;
}
