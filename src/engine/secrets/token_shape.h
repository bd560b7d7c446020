/* SPDX-License-Identifier: Apache-2.0 */
/*
 * token_shape: the forms by which tokens are known, from token.def.
 */
#ifndef PV_ENGINE_SECRETS_TOKEN_SHAPE_H
#define PV_ENGINE_SECRETS_TOKEN_SHAPE_H

#include "engine/secrets/secrets.h"

enum { PV_TOKEN_ROWS_MAX = 255 };

/* The shapes by their first two bytes. */
struct pv_token_index {
    uint8_t first[65536];            /* number of a shape; 0: none begins so */
    uint8_t next[PV_TOKEN_ROWS_MAX]; /* the next one that begins alike */
};

void pv_token_index_fill(struct pv_token_index *index);

enum {
    PV_TOKEN_FRONT = 3, /* bytes of a shape that are looked at first */
    PV_TOKEN_LEAST = 15 /* the fewest bytes that a token has before a space */
};

/*
 * The first bytes of the shape with this number, from 1; false when there are no more. The third
 * is 0 when it may be one of several.
 */
bool pv_token_front(size_t number, unsigned char front[PV_TOKEN_FRONT]);

/* What a token is made of, but for a space that may be in one. */
bool pv_token_is_byte(char byte);

/* The fewest bytes of what has the shape with this number, up to a space. */
size_t pv_token_least(size_t number);

/*
 * The token that begins at `at`, where a word begins: its kind and its end.
 * PV_SECRET_NONE when there is none, or only an example of one.
 */
enum pv_secret_kind pv_token_at(const struct pv_token_index *index, struct pv_str text, size_t at,
                                size_t *end);

/*
 * The same of tokens that are known by a sign within, which is at `at`: ':' and '|' after the
 * number of a bot or an application, '~' of client secrets, '.' between the parts of a bot's token,
 * '-' before a data centre.
 */
enum pv_secret_kind pv_token_around(struct pv_str text, size_t at, size_t *start, size_t *end);

#endif
