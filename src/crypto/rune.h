/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rune: characters as UTF-8, for the room's own JSON.
 */
#ifndef PV_CRYPTO_RUNE_H
#define PV_CRYPTO_RUNE_H

#include "base/str.h"

#include <stdint.h>

/* Whether all of `text` is well-formed UTF-8: shortest forms, no surrogates. */
bool pv_rune_is_valid(struct pv_str text);

/* Writes 1 to 4 bytes and gives their number; a \u escape is never shorter. */
size_t pv_rune_write(uint32_t rune, char *out);

#endif
