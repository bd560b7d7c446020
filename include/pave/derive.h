/* SPDX-License-Identifier: Apache-2.0 */
/*
 * derive: keys for what libpave does not do itself, such as a disk or a protocol.
 *
 * They are made of a keyset's key, so that there is one secret to keep and rotate, and none of them
 * tells anything about another.
 */
#ifndef PAVE_DERIVE_H
#define PAVE_DERIVE_H

#include <pave/context.h>
#include <pave/library.h>
#include <pave/secret.h>
#include <pave/status.h>

PAVE_BEGIN

/*
 * `size` bytes (16 to 64) for one use, which the fields say: the same for the same purpose, fields,
 * size and key of the keyset, and unlike all others. The purpose has a keyset of kind "derive".
 *
 * `*key_id` of 0 asks for the primary key and becomes its id: keep it beside what the bytes are
 * used for, and give it from then on, since a rotation changes the primary key. PAVE_CONTEXT,
 * PAVE_NO_KEY, PAVE_KEY_STATE, PAVE_FORBIDDEN, PAVE_EXPIRED, PAVE_ARGUMENT. Freed by
 * pave_secret_free.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_derive(struct pave_key *key, uint32_t *key_id,
                                                   const struct pave_field *fields, size_t n_fields,
                                                   size_t size, struct pave_secret **out);

PAVE_END

#endif
