/* SPDX-License-Identifier: Apache-2.0 */
/*
 * subject: keys for one patient or tenant that can be done away with.
 *
 * A subject has a secret: random bytes, sealed under a purpose's keyset, which you keep where you
 * keep the subject's record. What is sealed with it opens only with it. Delete every copy of the
 * secret, and nobody opens those values any more, whoever has the keyset and the values (a backup,
 * a search index, a log): the subject is shredded.
 *
 * Keep the secrets out of the backups that hold the values, or they come back with them.
 */
#ifndef PAVE_SUBJECT_H
#define PAVE_SUBJECT_H

#include <pave/library.h>
#include <pave/seal.h>
#include <pave/status.h>

PAVE_BEGIN

/* Whom a secret is for. Views; nothing is kept after a call. */
struct pave_subject {
    const void *name; /* 1 to 256 bytes, such as a patient's number */
    size_t name_size;
    const void *secret; /* what pave_subject_new gave */
    size_t secret_size;
};

enum { PAVE_SUBJECT_SECRET_BYTES = 110 };

/*
 * A new secret for `subject`, whose own secret is not looked at. It serves every purpose over the
 * same keyset. Calling this again gives another one: store the first. PAVE_NO_PURPOSE,
 * PAVE_LOCKED, PAVE_KEY_STATE, PAVE_ARGUMENT.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_subject_new(struct pave_library *library,
                                                        const char *purpose,
                                                        const struct pave_subject *subject,
                                                        struct pave_bytes *secret,
                                                        struct pave_error *err);

/*
 * The key of a purpose for a subject and its secret; used as any other, closed by pave_key_close.
 * PAVE_REFUSED when the secret is another subject's, or was changed. PAVE_NOT_SEALED, PAVE_NO_KEY,
 * PAVE_KEY_STATE.
 */
PAVE_API PAVE_CHECKED enum pave_status
pave_subject_key(struct pave_library *library, const char *purpose,
                 const struct pave_subject *subject, struct pave_key **out, struct pave_error *err);

/*
 * After a rotation: the same secret under the new key, or nothing when it is current. Values need
 * not be sealed anew for it.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_subject_reseal(struct pave_library *library,
                                                           const char *purpose,
                                                           const struct pave_subject *subject,
                                                           struct pave_bytes *secret,
                                                           struct pave_error *err);

PAVE_END

#endif
