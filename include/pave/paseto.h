/* SPDX-License-Identifier: Apache-2.0 */
/*
 * paseto: tokens of one's own, PASETO version 4: "local" (sealed) and "public" (signed).
 *
 * pave_token_issue and pave_token_verify take the key of a purpose, whose keyset is of kind
 * "token": they rotate like all keysets, end in time, and are for one audience. The pave_paseto_
 * functions take a key as text, from and for other programs.
 *
 * A key is for one of the two; a token of the other is refused before the key is used.
 */
#ifndef PAVE_PASETO_H
#define PAVE_PASETO_H

#include <pave/library.h>
#include <pave/seal.h>
#include <pave/status.h>

PAVE_BEGIN

/* Bytes of a key's id and of a public key, with the zero at the end. */
enum { PAVE_PASERK_ID_TEXT = 52, PAVE_PASERK_PUBLIC_TEXT = 54 };

/* Who a token is for and until when. Zero all of it, then set `size` and what is needed. */
struct pave_token_options {
    size_t size;                     /* sizeof(struct pave_token_options) */
    const char *audience;            /* "aud"; required */
    uint32_t ttl_s;                  /* it ends after this; required, at most 400 days */
    const struct pave_field *fields; /* the context: not in the token, and needed to verify it */
    size_t n_fields;
    int64_t now; /* seconds since 1970; 0: the system's clock */
};

/*
 * A token of `claims`, a JSON object, to which "aud", "iat" and "exp" are added: they cannot be
 * among the claims. It ends in a zero byte that `n` leaves out. PAVE_SYNTAX, PAVE_CONTEXT,
 * PAVE_LIMIT, PAVE_FORBIDDEN for a key that is not for tokens, PAVE_KEY_STATE, PAVE_USED_UP.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_token_issue(struct pave_key *key, const void *claims,
                                                        size_t size,
                                                        const struct pave_token_options *options,
                                                        struct pave_bytes *out,
                                                        struct pave_error *err);

/* What a token must say. Zero all of it, then set `size` and what is needed. */
struct pave_token_rules {
    size_t size;                     /* sizeof(struct pave_token_rules) */
    const char *audience;            /* "aud" is this; required */
    const char *issuer;              /* "iss" is this; NULL: any or none */
    const struct pave_field *fields; /* the context that it was issued with */
    size_t n_fields;
    uint32_t leeway_s; /* clocks may differ by this much; at most 300 */
    int64_t now;       /* seconds since 1970; 0: the system's clock */
};

/*
 * The claims of a token, as JSON with a zero byte behind it, after everything was checked.
 * PAVE_SYNTAX: not such a token. PAVE_NO_KEY: its key is unknown or retired.
 * PAVE_REFUSED: not issued by this key with this context. Only said of genuine tokens:
 * PAVE_EXPIRED, and PAVE_MISDIRECTED for another audience or issuer, or before its time.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_token_verify(struct pave_key *key, const char *token,
                                                         size_t size,
                                                         const struct pave_token_rules *rules,
                                                         struct pave_bytes *claims,
                                                         struct pave_error *err);

/*
 * The public half of the key that signs now ("k4.public.…"), for those who only verify.
 * PAVE_FORBIDDEN when the purpose's tokens are not signed.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_token_public(struct pave_key *key,
                                                         char out[PAVE_PASERK_PUBLIC_TEXT]);

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
 * As pave_token_verify, with a key as text: for those who only have "k4.public.…". The footer is
 * the key's id as pave_token_issue writes it, or there is none.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_paseto_verify(const struct pave_paseto_key *key,
                                                          const char *token, size_t size,
                                                          const struct pave_token_rules *rules,
                                                          struct pave_bytes *claims,
                                                          struct pave_error *err);

/*
 * The claims of a token with this very footer. They say nothing yet about time and place: see
 * pave_paseto_verify for that. PAVE_SYNTAX, PAVE_LIMIT, PAVE_REFUSED.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_paseto_open(const struct pave_paseto_key *key,
                                                        const char *token, size_t size,
                                                        const struct pave_paseto_beside *beside,
                                                        struct pave_bytes *claims);

PAVE_END

#endif
