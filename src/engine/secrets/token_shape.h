/* SPDX-License-Identifier: Apache-2.0 */
/*
 * token_shape: the forms by which tokens are known, from token.def.
 */
#ifndef PV_ENGINE_SECRETS_TOKEN_SHAPE_H
#define PV_ENGINE_SECRETS_TOKEN_SHAPE_H

#include "engine/secrets/secrets.h"

/* Whether a token may begin with these two bytes: most places of a text end here. */
bool pv_token_may_begin(unsigned char first, unsigned char second);

/*
 * The token that begins at `at`, where a word begins: its kind and its end.
 * PV_SECRET_NONE when there is none, or only an example of one.
 */
enum pv_secret_kind pv_token_at(struct pv_str text, size_t at, size_t *end);

#endif
