/* SPDX-License-Identifier: Apache-2.0 */
/*
 * paseto: tokens of one's own, PASETO version 4: "local" (sealed) and "public" (signed).
 *
 * A key is for one of the two; a token of the other is refused before the key is used.
 */
#ifndef PAVE_PASETO_H
#define PAVE_PASETO_H

#include <pave/seal.h>
#include <pave/status.h>

PAVE_BEGIN

enum { PAVE_PASERK_ID_TEXT = 52 }; /* bytes of a key's id, with the zero at the end */

struct pave_paseto_key;

/*
 * Reads a key as PASERK text: "k4.local.…", "k4.public.…" (verifies) or "k4.secret.…" (signs and
 * verifies). Closed by pave_paseto_key_close. PAVE_SYNTAX, PAVE_NO_MEMORY.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_paseto_key_read(const char *text, size_t size,
                                                            struct pave_paseto_key **out);

/* Wipes it. NULL does nothing. */
PAVE_API void pave_paseto_key_close(struct pave_paseto_key *key);

/* Its id as PASERK text ("k4.lid.…"): for logs and footers; it tells nothing about the key. */
PAVE_API PAVE_CHECKED enum pave_status pave_paseto_key_id(const struct pave_paseto_key *key,
                                                          char out[PAVE_PASERK_ID_TEXT]);

/* What stands beside the claims. Views; zero all of it, then set `size` and what is there. */
struct pave_paseto_beside {
    size_t size;        /* sizeof(struct pave_paseto_beside) */
    const void *footer; /* readable by all; authenticated */
    size_t footer_size;
    const void *bound; /* not in the token: the opener must know it ("implicit assertion") */
    size_t bound_size;
};

/* A token of `claims` (JSON). It ends in a zero byte that `n` leaves out. PAVE_FORBIDDEN for a
 * public key. */
PAVE_API PAVE_CHECKED enum pave_status pave_paseto_issue(const struct pave_paseto_key *key,
                                                         const void *claims, size_t size,
                                                         const struct pave_paseto_beside *beside,
                                                         struct pave_bytes *out);

/*
 * The claims of a token with this very footer. They say nothing yet about time and place: compare
 * "exp", "iss" and "aud" as your service needs. PAVE_SYNTAX, PAVE_LIMIT, PAVE_REFUSED.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_paseto_open(const struct pave_paseto_key *key,
                                                        const char *token, size_t size,
                                                        const struct pave_paseto_beside *beside,
                                                        struct pave_bytes *claims);

PAVE_END

#endif
