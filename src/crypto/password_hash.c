/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/password_hash.h"

#include "base/reader.h"
#include "crypto/crypto_limits.h"

#include <pave/password.h>

#include <sodium.h>

enum { SALT_MIN = 8, SALT_MAX = 48, HASH_MIN = 16, HASH_MAX = 64, BLOCKS_OF_A_LANE = 8 };

/* Decimal digits without zeros in front; what does not fit is as good as too large. */
static bool read_number(struct pv_reader *in, const char *name, uint32_t *out)
{
    uint64_t number = 0;
    for (; *name; name++) {
        if (!pv_reader_accept(in, *name))
            return false;
    }
    size_t start = in->at;
    int byte = pv_reader_peek(in, 0);
    while (byte >= '0' && byte <= '9' && in->at - start < 10) {
        number = number * 10 + (uint64_t)(byte - '0');
        in->at++;
        byte = pv_reader_peek(in, 0);
    }
    *out = number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
    return in->at > start && in->text.p[start] != '0';
}

/* Base64 without padding, in the one form that stands for its bytes. */
static bool is_base64(struct pv_str text, size_t min, size_t max)
{
    unsigned char bytes[HASH_MAX];
    const char *end = NULL;
    size_t n = 0;
    if (text.n == 0 || sodium_base642bin(bytes, sizeof bytes, text.p, text.n, NULL, &n, &end,
                                         sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0)
        return false;
    return end == text.p + text.n && n >= min && n <= max;
}

PV_STATUS pv_password_hash_read(struct pv_str text, struct pv_password_hash *out)
{
    struct pv_reader in = {.text = text};
    struct pv_password_hash hash = {0};
    uint32_t version = 0;

    if (text.n >= PAVE_PASSWORD_TEXT || memchr(text.p ? text.p : "", 0, text.n))
        return PAVE_SYNTAX;
    if (!read_number(&in, "$argon2id$v=", &version) || version != 19 ||
        !read_number(&in, "$m=", &hash.memory_kib) || !read_number(&in, ",t=", &hash.passes) ||
        !read_number(&in, ",p=", &hash.lanes) || !pv_reader_accept(&in, '$'))
        return PAVE_SYNTAX;
    struct pv_str rest = pv_str_sub(text, in.at, text.n);
    struct pv_str salt = {0};
    if (!pv_str_split(&rest, '$', &salt) || !is_base64(salt, SALT_MIN, SALT_MAX) ||
        !is_base64(rest, HASH_MIN, HASH_MAX))
        return PAVE_SYNTAX;
    /* Who can write into the table of users must not be able to make us work for hours. */
    if (hash.memory_kib > PV_PASSWORD_KIB_MAX || hash.passes > PV_PASSWORD_PASSES_MAX ||
        hash.lanes > PV_PASSWORD_LANES_MAX ||
        (uint64_t)hash.memory_kib * hash.passes > PV_PASSWORD_WORK_MAX)
        return PAVE_LIMIT;
    if (hash.memory_kib < BLOCKS_OF_A_LANE * hash.lanes)
        return PAVE_SYNTAX;
    *out = hash;
    return PAVE_OK;
}
