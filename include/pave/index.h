/* SPDX-License-Identifier: Apache-2.0 */
/*
 * index: finding sealed values by a short token beside them.
 *
 * A sealed column cannot be searched: equal values do not seal alike. An index is a column of
 * tokens, each a few bits that only the key of an index can make of a value. Search asks for the
 * rows with the token, opens them, and keeps those that are meant: a token is short on purpose, so
 * that many values share it and it tells little of any. What columns an index has, how their values
 * are made alike, and how many bits a token has, the policy says; it is refused when a token would
 * tell too much.
 *
 * A token tells that two rows may have the same value. See docs/crypto/search.md before use.
 */
#ifndef PAVE_INDEX_H
#define PAVE_INDEX_H

#include <pave/context.h>
#include <pave/library.h>
#include <pave/status.h>

PAVE_BEGIN

struct pave_index;

/* Bytes of a token's text, "7f3a91c2.03f8", with the zero at the end: key, point, bits. */
enum { PAVE_INDEX_TEXT = 32 };

struct pave_index_token {
    char text[PAVE_INDEX_TEXT];
};

/*
 * An index of a purpose whose keyset is of kind "index". PAVE_NO_PURPOSE when the policy has none
 * of these names, PAVE_FORBIDDEN, PAVE_LOCKED. Closed by pave_index_close. Any number of threads
 * may use it.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_index_open(struct pave_library *library,
                                                       const char *purpose, const char *name,
                                                       struct pave_index **out,
                                                       struct pave_error *err);

/* Wipes it. NULL does nothing. */
PAVE_API void pave_index_close(struct pave_index *index);

/*
 * The token to store beside a row. `values` are the columns of the index by name, all and no others
 * (PAVE_CONTEXT). PAVE_ARGUMENT when nothing is left of a value: such a row has no token.
 * PAVE_KEY_STATE without a primary key, PAVE_LIMIT.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_index_token(struct pave_index *index,
                                                        const struct pave_field *values,
                                                        size_t n_values,
                                                        struct pave_index_token *out);

/* How many tokens a query has: one for each key that is pending, primary or active. */
PAVE_API size_t pave_index_tokens(const struct pave_index *index);

/*
 * The tokens that rows with these values may have: search for any of them, so that rows are found
 * that were stored before a rotation. PAVE_LIMIT when there is room for fewer. As pave_index_token.
 */
PAVE_API PAVE_CHECKED enum pave_status
pave_index_query(struct pave_index *index, const struct pave_field *values, size_t n_values,
                 struct pave_index_token *out, size_t capacity, size_t *n_out);

/* How long tokens may be. */
struct pave_index_advice {
    size_t size;      /* sizeof(struct pave_index_advice) */
    unsigned least;   /* shorter ones find too many rows to be of use */
    unsigned most;    /* longer ones tell values apart */
    unsigned usual;   /* between the two */
    double rows_each; /* that a search by a token finds, on average, at the usual length */
};

/*
 * For a column of `rows` rows with `distinct` values of about the same frequency: more than the
 * square root of `distinct`, and fewer than half of it, tokens. PAVE_FORBIDDEN when there are fewer
 * than 16 values, such as yes and no: join such a column with another, or leave it without an
 * index.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_index_plan(uint64_t distinct, uint64_t rows,
                                                       struct pave_index_advice *out);

PAVE_END

#endif
