/* SPDX-License-Identifier: Apache-2.0 */
/*
 * random: bytes, numbers, tokens, codes and identifiers that nobody can guess.
 *
 * There is nothing to seed and no state: every call asks the system. On failure
 * the output is wiped. Text ends in a zero byte.
 */
#ifndef PAVE_RANDOM_H
#define PAVE_RANDOM_H

#include <pave/status.h>

PAVE_BEGIN

enum {
    PAVE_TOKEN_TEXT = 44, /* bytes of a token's text, with the zero at the end */
    PAVE_PIN_TEXT = 13,   /* bytes of the longest code, with the zero at the end */
    PAVE_UUID_TEXT = 37   /* bytes of a UUID's text, with the zero at the end */
};

/* Fills `size` bytes, at most 1 GiB. */
PAVE_API PAVE_CHECKED enum pave_status pave_random_bytes(void *out, size_t size);

/* A number from 0 to `limit` - 1, each as likely as the others. PAVE_ARGUMENT for a limit of 0. */
PAVE_API PAVE_CHECKED enum pave_status pave_random_below(uint64_t limit, uint64_t *out);

/* 256 bits as 43 characters of A-Z a-z 0-9 - _, for sessions, links and keys of an API. */
PAVE_API PAVE_CHECKED enum pave_status pave_random_token(char out[PAVE_TOKEN_TEXT]);

/*
 * 4 to 12 decimal digits, zeros in front included, for codes that people type. Such a code can
 * be guessed: count the attempts and let it expire. PAVE_ARGUMENT for another number of digits.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_random_pin(unsigned digits, char out[PAVE_PIN_TEXT]);

/* A UUID of version 4: 122 random bits. */
PAVE_API PAVE_CHECKED enum pave_status pave_random_uuid(char out[PAVE_UUID_TEXT]);

/*
 * A UUID of version 7: milliseconds since 1970, then 74 random bits, so that keys of a table
 * grow with time. It tells when it was made.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_random_uuid_ordered(char out[PAVE_UUID_TEXT]);

PAVE_END

#endif
