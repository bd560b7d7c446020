/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/token_check.h"

#include "engine/secrets/alphabet.h"
#include "engine/secrets/secrets_limits.h"

enum { CHECK_DIGITS = 6, BASE = 62 };

bool pv_token_check_NONE(struct pv_str token)
{
    return token.n > 0;
}

bool pv_token_check_SIGNATURE(struct pv_str token)
{
    enum { SIGNS = 44, FRONT = 4 };
    size_t escapes = 0;
    for (size_t i = 0; i < token.n; i++)
        escapes += token.p[i] == '%';
    return pv_str_has_suffix(token, PV_STR("%3D")) && token.n - FRONT == SIGNS + 2 * escapes;
}

/* CRC-32 as in ISO 3309, bit by bit: texts are short and few. */
static uint32_t crc32_of(struct pv_str text)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < text.n; i++) {
        crc ^= (unsigned char)text.p[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? UINT32_C(0xedb88320) : 0);
    }
    return ~crc;
}

bool pv_token_check_GITHUB(struct pv_str token)
{
    static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    size_t start = pv_str_rfind_byte(token, '_');
    if (start == SIZE_MAX || token.n - start <= CHECK_DIGITS + 1)
        return false;
    uint32_t crc = crc32_of(pv_str_sub(token, start + 1, token.n - CHECK_DIGITS));
    for (size_t i = 0; i < CHECK_DIGITS; i++) {
        if (token.p[token.n - 1 - i] != digits[crc % BASE])
            return false;
        crc /= BASE;
    }
    return true;
}

static size_t run_of(struct pv_str text, size_t from)
{
    size_t at = from;
    while (at < text.n && at < PV_SECRETS_JWT_BYTES && pv_alphabet_has(PV_ALPHABET_URL, text.p[at]))
        at++;
    return at - from;
}

/* The first bytes of a part, decoded; as much as fits in `out`. */
static struct pv_str decode(struct pv_str part, char *out, size_t capacity)
{
    size_t n = 0;
    uint32_t bits = 0;
    unsigned n_bits = 0;
    for (size_t i = 0; i < part.n && n < capacity; i++) {
        bits = bits << 6 | pv_alphabet_base64(part.p[i]);
        n_bits += 6;
        if (n_bits < 8)
            continue;
        n_bits -= 8;
        out[n++] = (char)(bits >> n_bits & 0xff);
    }
    return (struct pv_str){out, n};
}

static bool is_object(struct pv_str json)
{
    struct pv_str rest = pv_str_trim(json);
    if (!pv_str_has_prefix(rest, PV_STR("{")))
        return false;
    rest = pv_str_trim(pv_str_sub(rest, 1, rest.n));
    return pv_str_has_prefix(rest, PV_STR("\"")) || pv_str_has_prefix(rest, PV_STR("}"));
}

size_t pv_token_jwt(struct pv_str text)
{
    enum { HEAD = 200, SIGNATURE_MIN = 16 };
    char bytes[HEAD];
    size_t head = run_of(text, 0);
    struct pv_str json = decode(pv_str_sub(text, 0, head), bytes, HEAD);
    if (head < 12 || head >= text.n || text.p[head] != '.' || !is_object(json) ||
        pv_str_find(json, PV_STR("\"alg\""), 0) == SIZE_MAX)
        return 0;
    size_t body = run_of(text, head + 1);
    size_t end = head + 1 + body;
    json = decode(pv_str_sub(text, head + 1, end), bytes, HEAD);
    /* The person of everybody's first token, as tutorials decode it. */
    bool is_tutorial = pv_str_find(json, PV_STR("John Doe"), 0) != SIZE_MAX;
    if (body < 4 || end >= text.n || text.p[end] != '.' || !is_object(json) || is_tutorial)
        return 0;
    size_t signature = run_of(text, end + 1);
    return signature < SIGNATURE_MIN ? 0 : end + 1 + signature;
}
