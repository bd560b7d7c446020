/* SPDX-License-Identifier: Apache-2.0 */
/*
 * keyset: the keys of a file, their states, and how they are wrapped.
 *
 * Read without a key it is an inventory. Unlocked, its wrapping key proves
 * that nobody changed the metadata, and opens the keys themselves.
 */
#ifndef PV_CRYPTO_KEYSET_H
#define PV_CRYPTO_KEYSET_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "crypto/context.h"
#include "crypto/hkdf.h"
#include "crypto/suite.h"

#include <pave/keyset.h>

enum pv_wrap_by { PV_WRAP_PASSPHRASE, PV_WRAP_KEYSET, PV_WRAP_PROGRAM };
enum { PV_SALT_BYTES = 16, PV_WRAPPED_BYTES = 24 + 32 + PV_KEY_BYTES + 16 };

struct pv_wrap {
    enum pv_wrap_by by;
    uint32_t kib; /* of Argon2id */
    uint32_t passes;
    unsigned char salt[PV_SALT_BYTES];
    struct pv_str parent; /* the name of the keyset that wraps */
    struct pv_str key;    /* the wrapping key, wrapped; text */
};

struct pv_keyset_key {
    uint32_t id;
    enum pv_suite suite;
    enum pave_key_state state;
    int64_t created;
    int64_t changed;
    int64_t promote_after; /* of a pending key */
    uint64_t messages;
    struct pv_str fingerprint;
    struct pv_str public_key; /* of a key that signs, base64url */
    struct pv_str material;   /* wrapped, base64url; empty when destroyed */
};

struct pv_keyset {
    struct pv_arena mem;
    struct pv_str name;
    enum pv_key_kind kind;
    int64_t created;
    uint64_t revision;
    struct pv_wrap wrap;
    PV_VEC(struct pv_keyset_key) keys;
    struct pv_str covered; /* the bytes that `mac` vouches for, as they were read */
    struct pv_str mac;
    unsigned char *wrapping_key; /* guarded; NULL while locked */
};

/* Reads what is in a file. The keyset is locked. Clear it in any case. */
PV_STATUS pv_keyset_read(struct pv_keyset *keyset, struct pv_str text, struct pave_error *err);
PV_STATUS pv_keyset_load(struct pv_keyset *keyset, const char *path, struct pave_error *err);
void pv_keyset_clear(struct pv_keyset *keyset);

/* The text of a file, with a fresh mac. The keyset is unlocked. */
PV_STATUS pv_keyset_write(struct pv_keyset *keyset, struct pv_buf *out);

/*
 * Gets the wrapping key and checks the mac. PAVE_LOCKED: wrong passphrase,
 * parent or program, or changed metadata; one code for all.
 */
PV_STATUS pv_keyset_unlock(struct pv_keyset *keyset, const struct pave_unlock *unlock,
                           struct pave_error *err);

/* A new wrapping key, wrapped as `unlock` says; keys are wrapped anew by the caller. */
PV_STATUS pv_keyset_lock(struct pv_keyset *keyset, const struct pave_unlock *unlock,
                         struct pave_error *err);

/* The 32 bytes of a key. PAVE_KEY_STATE for a destroyed one; PAVE_LOCKED when they were changed. */
PV_STATUS pv_keyset_material(const struct pv_keyset *keyset, const struct pv_keyset_key *key,
                             unsigned char *out);
PV_STATUS pv_keyset_set_material(struct pv_keyset *keyset, struct pv_keyset_key *key,
                                 const unsigned char *bytes);

/* The mac of bytes under an unlocked keyset, as base64url in `mem`. */
PV_STATUS pv_keyset_mac(struct pv_keyset *keyset, struct pv_str covered, struct pv_str *out);

/* Adds a new random key with an id that was never used here. */
PV_STATUS pv_keyset_add(struct pv_keyset *keyset, enum pv_suite suite, enum pave_key_state state,
                        uint64_t messages, struct pv_keyset_key **out);

struct pv_keyset_key *pv_keyset_find(struct pv_keyset *keyset, uint32_t id);
const struct pv_keyset_key *pv_keyset_primary(const struct pv_keyset *keyset);

const char *pv_key_state_name(enum pave_key_state state);
/* 0 for a name that no state has. */
enum pave_key_state pv_key_state_of_name(struct pv_str name);

/* An id as eight hexadecimal digits, and back. */
enum { PV_KEY_ID_TEXT = 9 };
void pv_key_id_write(uint32_t id, char out[PV_KEY_ID_TEXT]);
PV_MUST_USE bool pv_key_id_read(struct pv_str text, uint32_t *out);

#endif
