/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"
#include "crypto/stamp.h"
#include "crypto/status_internal.h"

#include <pave/random.h>
#include <pave/secret.h>

#include <sodium.h>
#include <string.h>

enum { TOKEN_BYTES = 32, UUID_BYTES = 16, PIN_DIGITS_MIN = 4 };

enum pave_status pave_random_bytes(void *out, size_t size)
{
    if (size == 0)
        return PAVE_OK;
    if (!out)
        return PAVE_ARGUMENT;
    if (size > PV_RANDOM_BYTES_MAX)
        return PAVE_LIMIT;
    if (sodium_init() < 0)
        return PAVE_BACKEND;
    /* It asks the system each time, and ends the process where the system has no randomness. */
    randombytes_buf(out, size);
    return PAVE_OK;
}

enum pave_status pave_random_below(uint64_t limit, uint64_t *out)
{
    if (!out || limit == 0)
        return PAVE_ARGUMENT;
    /* 2^64 mod limit: numbers under it would make the low results more likely than the rest. */
    uint64_t uneven = (0 - limit) % limit;
    uint64_t number = 0;
    do {
        PAVE_TRY(pave_random_bytes(&number, sizeof number));
    } while (number < uneven);
    *out = number % limit;
    pave_wipe(&number, sizeof number);
    return PAVE_OK;
}

enum pave_status pave_random_token(char out[PAVE_TOKEN_TEXT])
{
    unsigned char bytes[TOKEN_BYTES];
    _Static_assert(PAVE_TOKEN_TEXT == (TOKEN_BYTES * 4 + 2) / 3 + 1, "the text of a token");
    if (!out)
        return PAVE_ARGUMENT;
    memset(out, 0, PAVE_TOKEN_TEXT);
    PAVE_TRY(pave_random_bytes(bytes, sizeof bytes));
    pv_base64url_write(bytes, sizeof bytes, out);
    pave_wipe(bytes, sizeof bytes);
    return PAVE_OK;
}

enum pave_status pave_random_pin(unsigned digits, char out[PAVE_PIN_TEXT])
{
    char pin[PAVE_PIN_TEXT] = {0};
    if (!out || digits < PIN_DIGITS_MIN || digits >= PAVE_PIN_TEXT)
        return PAVE_ARGUMENT;
    memset(out, 0, PAVE_PIN_TEXT);
    for (unsigned i = 0; i < digits; i++) {
        uint64_t digit = 0;
        PAVE_TRY(pave_random_below(10, &digit));
        pin[i] = (char)('0' + digit);
    }
    memcpy(out, pin, sizeof pin);
    pave_wipe(pin, sizeof pin);
    return PAVE_OK;
}

/* Version and variant in their places, then 8-4-4-4-12 digits (RFC 9562). */
static void write_uuid(unsigned char bytes[UUID_BYTES], unsigned version, char out[PAVE_UUID_TEXT])
{
    static const char digits[] = "0123456789abcdef";
    size_t at = 0;
    bytes[6] = (unsigned char)((bytes[6] & 0x0f) | version << 4);
    bytes[8] = (unsigned char)((bytes[8] & 0x3f) | 0x80);
    for (size_t i = 0; i < UUID_BYTES; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out[at++] = '-';
        out[at++] = digits[bytes[i] >> 4];
        out[at++] = digits[bytes[i] & 0x0f];
    }
    out[at] = 0;
    pave_wipe(bytes, UUID_BYTES);
}

enum pave_status pave_random_uuid(char out[PAVE_UUID_TEXT])
{
    unsigned char bytes[UUID_BYTES];
    if (!out)
        return PAVE_ARGUMENT;
    memset(out, 0, PAVE_UUID_TEXT);
    PAVE_TRY(pave_random_bytes(bytes, sizeof bytes));
    write_uuid(bytes, 4, out);
    return PAVE_OK;
}

enum pave_status pave_random_uuid_ordered(char out[PAVE_UUID_TEXT])
{
    unsigned char bytes[UUID_BYTES];
    if (!out)
        return PAVE_ARGUMENT;
    memset(out, 0, PAVE_UUID_TEXT);
    PAVE_TRY(pave_random_bytes(bytes, sizeof bytes));
    uint64_t time_ms = (uint64_t)pv_stamp_now_ms();
    for (size_t i = 0; i < 6; i++)
        bytes[i] = (unsigned char)(time_ms >> (40 - 8 * i));
    write_uuid(bytes, 7, out);
    return PAVE_OK;
}
