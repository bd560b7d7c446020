/* SPDX-License-Identifier: Apache-2.0 */
/*
 * keyset: files of keys, for those who look after them.
 *
 * A keyset file says in readable text which keys it has and in which state;
 * the keys themselves are always wrapped: by a passphrase, by another keyset,
 * or by a program that asks a key service. A change is whole or did not happen,
 * and two who change the same file wait for each other. It keeps the file's owner
 * and mode; a new file is its owner's alone.
 *
 * Application code needs none of this: see library.h.
 */
#ifndef PAVE_KEYSET_H
#define PAVE_KEYSET_H

#include <pave/status.h>

PAVE_BEGIN

/*
 * What unlocks a keyset: one of passphrase, parent or program. Zero all of it,
 * then set `size` and what is needed. Views; nothing is kept after a call.
 */
struct pave_unlock {
    size_t size; /* sizeof(struct pave_unlock) */
    const void *passphrase;
    size_t passphrase_size;
    const char *parent; /* the path of the keyset that wraps this one */
    const struct pave_unlock *parent_unlock;
    const char *program; /* the path of a wrapping program; docs/crypto/wrapping-programs.md */
};

enum pave_key_state {
    PAVE_KEY_PENDING = 1,   /* opens already, seals not yet: being distributed */
    PAVE_KEY_PRIMARY = 2,   /* seals and opens; one of a keyset at most */
    PAVE_KEY_ACTIVE = 3,    /* was primary; still opens */
    PAVE_KEY_DISABLED = 4,  /* neither, and can come back */
    PAVE_KEY_DESTROYED = 5, /* gone; its id is never used again */
};

struct pave_keyset_options {
    size_t size;                /* sizeof(struct pave_keyset_options) */
    const char *name;           /* 1 to 64 of a-z 0-9 _ . - */
    const char *kind;           /* "seal" (NULL is that), "stream", "sign", "identity", "token",
                                   "index", "derive" */
    const char *suite;          /* NULL: the usual one of the kind */
    uint64_t messages;          /* how many one process may seal with one key; 0: 2^40 */
    uint32_t passphrase_kib;    /* memory for Argon2id; 0: 65536 */
    uint32_t passphrase_passes; /* 0: 3 */
};

/* Makes a file with one primary key. PAVE_EXISTS when it is there already. */
PAVE_API PAVE_CHECKED enum pave_status pave_keyset_create(const char *path,
                                                          const struct pave_keyset_options *options,
                                                          const struct pave_unlock *unlock,
                                                          struct pave_error *err);

/*
 * Adds a pending key, to be promoted when every place that opens has the new
 * file: not before `stage_seconds` from now. `id` may be NULL.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_keyset_rotate(const char *path,
                                                          const struct pave_unlock *unlock,
                                                          uint64_t stage_seconds, uint32_t *id,
                                                          struct pave_error *err);

/*
 * Gives the key `id` another state. Allowed: pending to primary (what was
 * primary becomes active; not before its time) or disabled, active to disabled, disabled
 * to active or destroyed, active to primary. PAVE_KEY_STATE for all else.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_keyset_change(const char *path,
                                                          const struct pave_unlock *unlock,
                                                          uint32_t id, enum pave_key_state state,
                                                          struct pave_error *err);

/* Wraps the same keys anew, for another passphrase, parent or program. */
PAVE_API PAVE_CHECKED enum pave_status pave_keyset_rewrap(const char *path,
                                                          const struct pave_unlock *unlock,
                                                          const struct pave_unlock *with,
                                                          struct pave_error *err);

/* Unlocks and checks everything that a file says, its metadata included. */
PAVE_API PAVE_CHECKED enum pave_status
pave_keyset_check(const char *path, const struct pave_unlock *unlock, struct pave_error *err);

PAVE_END

#endif
