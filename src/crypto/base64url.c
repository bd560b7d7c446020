/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/base64url.h"

#include "crypto/bytes.h"

/*
 * Eight characters at a time, each in a byte of one number. Wrapping keys go this way, too: what is
 * done depends on no character, no branch and no address.
 */
enum { BLOCK = 6, BLOCK_TEXT = 8 };

#define LANES UINT64_C(0x0101010101010101)
#define HIGH (LANES << 7)

/* 1 in each lane that is at least `least`; lanes are below 128, so that none reaches the next. */
static uint64_t at_least(uint64_t lanes, uint64_t least)
{
    return (lanes + (128 - least) * LANES) >> 7 & LANES;
}

/* `value` in each lane that has 1, else 0. */
static uint64_t where(uint64_t lanes, uint64_t value)
{
    return lanes * 255 & value * LANES;
}

static uint64_t load(const unsigned char *at)
{
    return (uint64_t)pv_bytes_u32(at) << 32 | pv_bytes_u32(at + 4);
}

/* The text of 48 bits. */
static uint64_t encode(uint64_t bits)
{
    uint64_t x = bits << 8 & UINT64_C(0x00ffffff00000000);
    x |= bits & UINT64_C(0x0000000000ffffff);
    x = (x << 4 & UINT64_C(0x0fff00000fff0000)) | (x & UINT64_C(0x00000fff00000fff));
    x = (x << 2 & UINT64_C(0x3f003f003f003f00)) | (x & UINT64_C(0x003f003f003f003f));
    /* A to Z; then from each range to the next, which is further on in ASCII or further back. */
    uint64_t text = x + 'A' * LANES + where(at_least(x, 26), 'a' - 'Z' - 1);
    text += where(at_least(x, 63), '_' - '-' - 1);
    text -= where(at_least(x, 52), 'z' + 1 - '0');
    return text - where(at_least(x, 62), '9' + 1 - '-');
}

/* 1 in each lane from `first` to `last`. */
static uint64_t within(uint64_t lanes, unsigned char first, unsigned char last)
{
    return at_least(lanes, first) & ~at_least(lanes, last + 1u);
}

/* The 48 bits of a text; `*bad` gets a bit for a character that is none of the alphabet. */
static uint64_t decode(uint64_t text, uint64_t *bad)
{
    uint64_t c = text & ~HIGH;
    uint64_t upper = within(c, 'A', 'Z');
    uint64_t lower = within(c, 'a', 'z');
    uint64_t digit = within(c, '0', '9');
    uint64_t minus = within(c, '-', '-');
    uint64_t under = within(c, '_', '_');
    uint64_t add = where(upper, 128 - 'A') | where(lower, 128 + 26 - 'a') |
                   where(digit, 128 + 52 - '0') | where(minus, 128 + 62 - '-') |
                   where(under, 128 + 63 - '_');
    uint64_t x = (c + add) & 0x3f * LANES;

    *bad |= (text & HIGH) | (LANES ^ (upper | lower | digit | minus | under));
    x = (x >> 2 & UINT64_C(0x0fc00fc00fc00fc0)) | (x & UINT64_C(0x003f003f003f003f));
    x = (x >> 4 & UINT64_C(0x00fff00000fff000)) | (x & UINT64_C(0x00000fff00000fff));
    return (x >> 8 & UINT64_C(0x0000ffffff000000)) | (x & UINT64_C(0x0000000000ffffff));
}

static void put(unsigned char *at, uint64_t lanes)
{
    at = pv_bytes_put_u32(at, (uint32_t)(lanes >> 32));
    (void)pv_bytes_put_u32(at, (uint32_t)lanes);
}

PV_STATUS pv_base64url_text(struct pv_arena *mem, const void *bytes, size_t n, struct pv_str *out)
{
    char *text = NULL;
    size_t size = pv_base64url_size(n);

    PAVE_TRY(pv_status_of(pv_arena_take(mem, size + 1, (void **)&text, NULL)));
    pv_base64url_write(bytes, n, text);
    *out = (struct pv_str){text, size};
    return PAVE_OK;
}

void pv_base64url_write(const void *bytes, size_t n, char *out)
{
    const unsigned char *in = bytes;
    unsigned char last[BLOCK_TEXT] = {0};
    unsigned char text[BLOCK_TEXT];

    /* Two bytes more than a block are read. */
    for (; n >= BLOCK_TEXT; n -= BLOCK, in += BLOCK, out += BLOCK_TEXT)
        put((unsigned char *)out, encode(load(in) >> 16));
    for (; n > 0; n -= n < BLOCK ? n : BLOCK, in += BLOCK) {
        size_t part = n < BLOCK ? n : BLOCK;
        size_t size = pv_base64url_size(part);
        memset(last, 0, sizeof last);
        memcpy(last, in, part);
        put(text, encode(load(last) >> 16));
        memcpy(out, text, size);
        out += size;
    }
    *out = 0;
    pv_bytes_wipe(last, sizeof last);
    pv_bytes_wipe(text, sizeof text);
}

/* The last characters, fewer than a block, with zeros behind them. */
static uint64_t load_last(const char *text, size_t n)
{
    unsigned char last[BLOCK_TEXT] = {'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A'};
    memcpy(last, text, n);
    uint64_t lanes = load(last);
    pv_bytes_wipe(last, sizeof last);
    return lanes;
}

static void put_bits(unsigned char *out, uint64_t bits, size_t n)
{
    unsigned char bytes[BLOCK_TEXT];
    put(bytes, bits << 16);
    memcpy(out, bytes, n);
    pv_bytes_wipe(bytes, sizeof bytes);
}

bool pv_base64url_read(struct pv_str text, unsigned char *out, size_t capacity, size_t *n)
{
    const char *in = text.p;
    size_t size = text.n / 4 * 3 + (text.n % 4 ? text.n % 4 - 1 : 0);
    uint64_t bad = 0;

    *n = 0;
    if (text.n % 4 == 1 || size > capacity)
        return false;
    size_t left = text.n;
    for (; left >= BLOCK_TEXT; left -= BLOCK_TEXT, in += BLOCK_TEXT) {
        uint64_t bits = decode(load((const unsigned char *)in), &bad);
        out = pv_bytes_put_u32(out, (uint32_t)(bits >> 16));
        out = pv_bytes_put_u16(out, (uint16_t)bits);
    }
    if (left > 0) {
        size_t part = size % BLOCK;
        uint64_t bits = decode(load_last(in, left), &bad);
        /* Bits that stand for no byte are zero, or the same bytes would have other texts. */
        bad |= bits & ((UINT64_C(1) << (48 - 8 * part)) - 1);
        put_bits(out, bits, part);
    }
    if (bad != 0)
        return false;
    *n = size;
    return true;
}

bool pv_base64url_bytes(struct pv_str text, unsigned char *out, size_t n)
{
    size_t got = 0;
    return text.n == pv_base64url_size(n) && pv_base64url_read(text, out, n, &got) && got == n;
}
