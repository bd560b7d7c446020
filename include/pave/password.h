/* SPDX-License-Identifier: Apache-2.0 */
/*
 * password: what to store of a password, and whether one is right.
 *
 * Argon2id with a salt of its own, as the text that others read too
 * ("$argon2id$v=19$m=65536,t=3,p=1$…$…"). Store the text; there is no way back.
 */
#ifndef PAVE_PASSWORD_H
#define PAVE_PASSWORD_H

#include <pave/library.h>
#include <pave/status.h>

PAVE_BEGIN

enum { PAVE_PASSWORD_TEXT = 128 }; /* bytes of what is stored, with the zero at the end */

/* What a hash costs. NULL in its place is what the library recommends. */
struct pave_password_cost {
    size_t size;         /* sizeof(struct pave_password_cost) */
    uint32_t memory_kib; /* 19456 to 1048576; 0: 65536 */
    uint32_t passes;     /* 2 to 64; 0: 3 */
};

/*
 * What the policy says that a hash costs ("passwords"), or what the library recommends when it
 * says nothing: the security team can ask for more without a change of the application.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_password_cost_of(const struct pave_library *library,
                                                             struct pave_password_cost *out);

/*
 * Hashes a password of 1 to 4096 bytes. PAVE_ARGUMENT for a cost that is too low to protect
 * anything, PAVE_LIMIT for a longer password, PAVE_NO_MEMORY.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_password_hash(const void *password, size_t size,
                                                          const struct pave_password_cost *cost,
                                                          char out[PAVE_PASSWORD_TEXT]);

/*
 * PAVE_OK when the password is the one of `stored`. When that was made at a lower cost than
 * `cost` asks for, `upgraded` is what to store from now on; else it is empty. PAVE_REFUSED for
 * another password; PAVE_SYNTAX when `stored` is no such text; PAVE_LIMIT when it asks for more
 * work than any honest hash.
 *
 * NULL for `stored` (there is no such user) takes as long as a wrong password and is refused
 * like one: who asks cannot find out which users there are.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_password_verify(const void *password, size_t size,
                                                            const char *stored,
                                                            const struct pave_password_cost *cost,
                                                            char upgraded[PAVE_PASSWORD_TEXT]);

PAVE_END

#endif
