/* SPDX-License-Identifier: Apache-2.0 */
/*
 * status: what every call of libpave answers.
 *
 * PAVE_OK is zero and every failure is negative. What can be said before a key
 * is used has a code of its own, so that it can be put right. Whatever a key
 * decides is one code, PAVE_REFUSED, for a wrong key, a wrong context and a
 * changed byte alike: telling them apart is what attackers ask for.
 */
#ifndef PAVE_STATUS_H
#define PAVE_STATUS_H

#include <pave/api.h>

PAVE_BEGIN

/* X(name, value, what to do about it). Numbers are never given a second meaning. */
#define PAVE_STATUS_TABLE(X)                                                                       \
    X(PAVE_OK, 0, "done")                                                                          \
    X(PAVE_REFUSED, -1, "not sealed with this key and this context, or changed or cut off since")  \
    X(PAVE_NO_MEMORY, -2, "out of memory")                                                         \
    X(PAVE_ARGUMENT, -3, "an argument is missing or out of its range")                             \
    X(PAVE_LIMIT, -4, "larger than a limit of the library or of the policy")                       \
    X(PAVE_IO, -5, "reading or writing a file failed")                                             \
    X(PAVE_SYNTAX, -6, "not written as expected")                                                  \
    X(PAVE_UNTRUSTED, -7, "not signed by a key that is trusted here")                              \
    X(PAVE_EXPIRED, -8, "past its date")                                                           \
    X(PAVE_NO_PURPOSE, -9, "the policy has no such purpose")                                       \
    X(PAVE_CONTEXT, -10, "a context field is missing, given twice, or not well named")             \
    X(PAVE_NOT_SEALED, -11, "not a value that Pave sealed, or cut off at its beginning")           \
    X(PAVE_NEWER, -12, "of a version or suite that is newer than this libpave; update it")         \
    X(PAVE_NO_KEY, -13, "the keyset has no key of this id: another keyset, or an old copy of it")  \
    X(PAVE_KEY_STATE, -14, "the key is not in use: retired, destroyed, or none is primary")        \
    X(PAVE_LOCKED, -15, "the keyset could not be unlocked")                                        \
    X(PAVE_FORBIDDEN, -16, "the policy does not allow this")                                       \
    X(PAVE_USED_UP, -17, "the key has reached its limit; rotate it")                               \
    X(PAVE_EXISTS, -18, "already there")                                                           \
    X(PAVE_NO_FILE, -19, "no such file")                                                           \
    X(PAVE_BACKEND, -20, "the cryptographic library or the system's randomness failed")            \
    X(PAVE_BUSY, -21, "another process is changing this; try again")                               \
    X(PAVE_MISDIRECTED, -22, "genuine, but meant for another place or time")                       \
    X(PAVE_REPLAYED, -23, "genuine, but it was here before")

enum pave_status {
#define PAVE_STATUS_NAME(name, value, text) name = (value),
    PAVE_STATUS_TABLE(PAVE_STATUS_NAME)
#undef PAVE_STATUS_NAME
        PAVE_STATUS_LAST = 0x7fffffff /* keeps the size of the type */
};

enum { PAVE_ERROR_TEXT_MAX = 320 };

/* What went wrong in words, for operators: no secret and no sealed text is ever in it. */
struct pave_error {
    size_t size; /* sizeof(struct pave_error), by PAVE_ERROR_INIT */
    enum pave_status status;
    size_t offset;                  /* the byte of the file at fault, where there is one */
    char text[PAVE_ERROR_TEXT_MAX]; /* lower case, ends in zero; may be empty */
};

#define PAVE_ERROR_INIT                                                                            \
    {                                                                                              \
        sizeof(struct pave_error), PAVE_OK, 0, ""                                                  \
    }

/* The meaning of a status in a few words; static text, for any number. */
PAVE_API const char *pave_error_text(enum pave_status status);

/* The name of a status, such as "PAVE_REFUSED"; static text. */
PAVE_API const char *pave_error_name(enum pave_status status);

PAVE_END

#endif
