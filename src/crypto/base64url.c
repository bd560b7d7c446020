/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/base64url.h"

#include <sodium.h>

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
    (void)sodium_bin2base64(out, pv_base64url_size(n) + 1, bytes, n,
                            sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

/* libsodium takes some bytes above 127 for characters of the alphabet. */
static bool is_ascii(struct pv_str text)
{
    unsigned char all = 0;
    for (size_t i = 0; i < text.n; i++)
        all |= (unsigned char)text.p[i];
    return all < 0x80;
}

bool pv_base64url_read(struct pv_str text, unsigned char *out, size_t capacity, size_t *n)
{
    const char *end = NULL;

    *n = 0;
    if (text.n == 0)
        return true;
    if (!is_ascii(text) || sodium_base642bin(out, capacity, text.p, text.n, NULL, n, &end,
                                             sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return false;
    return end == text.p + text.n && pv_base64url_size(*n) == text.n;
}

bool pv_base64url_bytes(struct pv_str text, unsigned char *out, size_t n)
{
    size_t got = 0;
    return text.n == pv_base64url_size(n) && pv_base64url_read(text, out, n, &got) && got == n;
}
