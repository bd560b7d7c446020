/* SPDX-License-Identifier: Apache-2.0 */
/*
 * token_shape: the forms by which tokens are known, from token.def.
 */
#ifndef PV_ENGINE_SECRETS_TOKEN_SHAPE_H
#define PV_ENGINE_SECRETS_TOKEN_SHAPE_H

#include "engine/secrets/secrets.h"

enum { PV_TOKEN_PAIRS = 65536 }; /* of bytes; a pair's number has the first byte above the second */

/* Sets the bits of the pairs of bytes that tokens begin with: most places of a text end there. */
void pv_token_fill_pairs(uint64_t bits[PV_TOKEN_PAIRS / 64]);

/*
 * The token that begins at `at`, where a word begins: its kind and its end.
 * PV_SECRET_NONE when there is none, or only an example of one.
 */
enum pv_secret_kind pv_token_at(struct pv_str text, size_t at, size_t *end);

/*
 * The same of tokens that are known by a sign within, which is at `at`: ':' and '|' after the
 * number of a bot or an application, '~' of client secrets, '.' between the parts of a bot's token.
 */
enum pv_secret_kind pv_token_around(struct pv_str text, size_t at, size_t *start, size_t *end);

#endif
