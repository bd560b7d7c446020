/* SPDX-License-Identifier: Apache-2.0 */
/*
 * identity: who a service is to others, and whom it trusts.
 *
 * An identity is a keyset of kind "identity" (see keyset.h): it is made, wrapped and rotated like
 * any other. Others know it by its public text, which they list in a trust file under a name:
 *
 *     {"pave":"trust/1","identities":[{"name":"billing","public":"pave-id1:…"}]}
 *
 * A name may stand there several times while its owner rotates keys; the last one is sealed to.
 */
#ifndef PAVE_IDENTITY_H
#define PAVE_IDENTITY_H

#include <pave/keyset.h>
#include <pave/status.h>

PAVE_BEGIN

struct pave_identity;
struct pave_trust;

enum { PAVE_IDENTITY_TEXT = 96, PAVE_SIGNATURE_BYTES = 64 };

/* Unlocks an identity. Closed by pave_identity_close. Any number of threads may use it. */
PAVE_API PAVE_CHECKED enum pave_status pave_identity_open(const char *path,
                                                          const struct pave_unlock *unlock,
                                                          struct pave_identity **out,
                                                          struct pave_error *err);

/* Wipes it. NULL does nothing. */
PAVE_API void pave_identity_close(struct pave_identity *identity);

/* What others may know: the text for their trust files. PAVE_KEY_STATE without a primary key. */
PAVE_API PAVE_CHECKED enum pave_status pave_identity_public(const struct pave_identity *identity,
                                                            char out[PAVE_IDENTITY_TEXT]);

/* Reads the text of a trust file. Closed by pave_trust_close. PAVE_SYNTAX, PAVE_LIMIT. */
PAVE_API PAVE_CHECKED enum pave_status
pave_trust_read(const char *text, size_t size, struct pave_trust **out, struct pave_error *err);

/* NULL does nothing. */
PAVE_API void pave_trust_close(struct pave_trust *trust);

/*
 * Signs `message` for one `domain`, which says what a signature means, such as
 * "clinic.prescription.v1" (1 to 64 of a-z 0-9 _ . -; those that begin with "pave." are the
 * library's own): a signature for one domain is none for another. Everybody can read and verify it;
 * to keep a message secret see message.h.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_sign(const struct pave_identity *identity,
                                                 const char *domain, const void *message,
                                                 size_t size,
                                                 unsigned char signature[PAVE_SIGNATURE_BYTES]);

/* PAVE_OK when `name` of the trust file signed it; PAVE_UNTRUSTED, or PAVE_REFUSED. */
PAVE_API PAVE_CHECKED enum pave_status
pave_verify(const struct pave_trust *trust, const char *name, const char *domain,
            const void *message, size_t size, const unsigned char signature[PAVE_SIGNATURE_BYTES]);

/* The same, for what comes in pieces: the signatures are those of pave_sign. */
struct pave_digest;
PAVE_API PAVE_CHECKED enum pave_status pave_digest_new(struct pave_digest **out);
PAVE_API PAVE_CHECKED enum pave_status pave_digest_add(struct pave_digest *digest,
                                                       const void *bytes, size_t size);
PAVE_API void pave_digest_free(struct pave_digest *digest);

/* Each ends the digest; another piece or a second end is PAVE_ARGUMENT. */
PAVE_API PAVE_CHECKED enum pave_status
pave_sign_digest(const struct pave_identity *identity, const char *domain,
                 struct pave_digest *digest, unsigned char signature[PAVE_SIGNATURE_BYTES]);
PAVE_API PAVE_CHECKED enum pave_status
pave_verify_digest(const struct pave_trust *trust, const char *name, const char *domain,
                   struct pave_digest *digest, const unsigned char signature[PAVE_SIGNATURE_BYTES]);

PAVE_END

#endif
