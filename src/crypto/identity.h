/* SPDX-License-Identifier: Apache-2.0 */
/*
 * identity: the keys of a service, and the public keys of those it trusts.
 */
#ifndef PV_CRYPTO_IDENTITY_H
#define PV_CRYPTO_IDENTITY_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "crypto/status_internal.h"
#include "crypto/suite.h"

#include <pave/identity.h>

enum { PV_PARTY_ID_BYTES = 16, PV_PARTY_KEY_BYTES = 32, PV_SIGN_SECRET_BYTES = 64 };

/* Who somebody is. `id` is a hash of both keys: they cannot be taken apart. */
struct pv_party {
    unsigned char exchange[PV_PARTY_KEY_BYTES]; /* X25519 */
    unsigned char sign[PV_PARTY_KEY_BYTES];     /* Ed25519 */
    unsigned char id[PV_PARTY_ID_BYTES];
};

struct pv_identity_key {
    struct pv_party party;
    unsigned char exchange_secret[PV_PARTY_KEY_BYTES];
    unsigned char sign_secret[PV_SIGN_SECRET_BYTES];
    enum pv_suite suite; /* that its messages are sealed with; it opens all of them */
    bool is_primary;
};

struct pave_identity { /* guarded */
    size_t n_keys;
    struct pv_identity_key keys[];
};

struct pv_trusted {
    struct pv_str name;
    struct pv_party party;
};

struct pave_trust {
    struct pv_arena mem;
    PV_VEC(struct pv_trusted) list;
};

/* Reads public text; PAVE_SYNTAX for all else and for keys that are no points. */
PV_STATUS pv_party_read(struct pv_str text, struct pv_party *out);

/* The text that pv_party_read reads. */
void pv_party_write(const struct pv_party *party, char out[PAVE_IDENTITY_TEXT]);

/* NULL without a primary key. */
const struct pv_identity_key *pv_identity_primary(const struct pave_identity *identity);

/* The last of that name; NULL when there is none. */
const struct pv_trusted *pv_trust_named(const struct pave_trust *trust, struct pv_str name);

/* NULL when there is none. */
const struct pv_trusted *pv_trust_of_id(const struct pave_trust *trust, const unsigned char *id);

/*
 * The signature of a SHA-512 digest for a domain: Ed25519 over "pave/v1/sign", a zero, the
 * domain behind its length, and the digest.
 */
enum { PV_DIGEST_BYTES = 64 };
PV_STATUS pv_sign_digest(const unsigned char *secret, struct pv_str domain,
                         const unsigned char *digest, unsigned char *signature);
PV_STATUS pv_verify_digest(const unsigned char *public_key, struct pv_str domain,
                           const unsigned char *digest, const unsigned char *signature);

#endif
