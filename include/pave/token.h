/* SPDX-License-Identifier: Apache-2.0 */
/*
 * token: signed claims that somebody else issued (JWT), verified strictly.
 *
 * The key says which algorithm it is for and a token has to name the same;
 * what else a token's header suggests (keys, addresses, algorithms) is not
 * followed. Claims are handed out after everything was checked, not before.
 */
#ifndef PAVE_TOKEN_H
#define PAVE_TOKEN_H

#include <pave/seal.h>
#include <pave/status.h>

PAVE_BEGIN

struct pave_jwks;

/*
 * Reads a set of keys (RFC 7517), or one key, as the issuer publishes it. Keys for encryption and
 * of unknown kinds are left out. PAVE_SYNTAX, PAVE_LIMIT; PAVE_FORBIDDEN for private keys, and
 * for a set that has shared secrets beside public keys. Closed by pave_jwks_close. Any number of
 * threads may use it at a time.
 */
PAVE_API PAVE_CHECKED enum pave_status
pave_jwks_read(const char *text, size_t size, struct pave_jwks **out, struct pave_error *err);

/* NULL does nothing. */
PAVE_API void pave_jwks_close(struct pave_jwks *jwks);

/* What a token must say. Zero all of it, then set `size` and what is needed. */
struct pave_jwt_rules {
    size_t size;          /* sizeof(struct pave_jwt_rules) */
    const char *issuer;   /* "iss" is this; required */
    const char *audience; /* "aud" is this or has it; NULL: the token must have none */
    const char *type;     /* "typ" of the header is this, in any case of letters; NULL: any */
    uint32_t leeway_s;    /* clocks may differ by this much; at most 300 */
    int64_t now;          /* seconds since 1970; 0: the system's clock */
};

/*
 * Verifies a token in compact form and gives its claims as JSON, with a zero byte behind them.
 *
 * PAVE_SYNTAX: not such a token. PAVE_NO_KEY: no key of its "kid" and algorithm. PAVE_REFUSED: the
 * signature is another. Only said of genuine tokens: PAVE_EXPIRED, and PAVE_MISDIRECTED for
 * another issuer, audience or type, or one whose time has not come.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_jwt_verify(const struct pave_jwks *jwks,
                                                       const char *token, size_t size,
                                                       const struct pave_jwt_rules *rules,
                                                       struct pave_bytes *claims,
                                                       struct pave_error *err);

PAVE_END

#endif
