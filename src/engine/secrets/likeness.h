/* SPDX-License-Identifier: Apache-2.0 */
/*
 * likeness: what a text looks like: drawn by lot, a word, or a placeholder.
 */
#ifndef PV_ENGINE_SECRETS_LIKENESS_H
#define PV_ENGINE_SECRETS_LIKENESS_H

#include "base/str.h"

/*
 * Whether the changing part of a token is not an example of one: neither a
 * repetition nor a sequence, and without words such as "example".
 */
bool pv_likeness_is_token(struct pv_str part);

/* Whether people write `text` where a secret is to be filled in: "changeme", "<key>", "${KEY}". */
bool pv_likeness_is_placeholder(struct pv_str text);

/* Whether the letters of `text` follow each other as in no word or name; from 5 characters. */
bool pv_likeness_is_drawn(struct pv_str text);

/* The same of what a name calls a password: what people choose need not be as far from words. */
bool pv_likeness_is_chosen(struct pv_str text);

/* Whether it is an id, a check sum or a number: drawn by lot, but no secret by itself. */
bool pv_likeness_is_id(struct pv_str text);

#endif
