/* SPDX-License-Identifier: Apache-2.0 */
/*
 * token_check: what makes a text with the form of a token more than that.
 */
#ifndef PV_ENGINE_SECRETS_TOKEN_CHECK_H
#define PV_ENGINE_SECRETS_TOKEN_CHECK_H

#include "base/str.h"

/* No check sum is published. */
bool pv_token_check_NONE(struct pv_str token);

/* GitHub and npm: the last six digits are the CRC-32 of the rest, in base 62. */
bool pv_token_check_GITHUB(struct pv_str token);

/* Azure's "sig=…": the base64 of 32 bytes, as an address has to have it. */
bool pv_token_check_SIGNATURE(struct pv_str token);

/*
 * Whether `text` begins with a JWT: a header in JSON that names an algorithm, a
 * payload in JSON, and a signature. Gives its length; 0 when there is none.
 */
size_t pv_token_jwt(struct pv_str text);

#endif
