/* SPDX-License-Identifier: Apache-2.0 */
/*
 * vectors: published test vectors for cryptography, which are data of others
 * and not part of this tree. PAVE_VECTORS names the folder that has them.
 */
#ifndef PV_TESTS_SUPPORT_VECTORS_H
#define PV_TESTS_SUPPORT_VECTORS_H

#include "crypto/record.h"

/* Skips the test, saying why, when there is no such folder. */
void vectors_or_skip(void);

/* Reads a JSON file of the folder; fails the test when it cannot. */
struct pv_record *vectors_read(struct pv_arena *mem, const char *name);

/* The bytes that hexadecimal digits stand for; fails the test when they do not. */
struct pv_str vectors_hex(struct pv_arena *mem, struct pv_str digits);

/* The text of a member, or empty. */
struct pv_str vectors_text(const struct pv_record *map, const char *name);

#endif
