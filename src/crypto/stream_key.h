/* SPDX-License-Identifier: Apache-2.0 */
/*
 * stream_key: from a purpose's key to the cipher of one stream.
 */
#ifndef PV_CRYPTO_STREAM_KEY_H
#define PV_CRYPTO_STREAM_KEY_H

#include "crypto/cobblestone.h"
#include "crypto/header.h"

#include <pave/stream.h>

enum { PV_STREAM_HEAD = PV_HEADER_BYTES + PV_COBBLESTONE_HEAD };

/* A new stream: its first bytes, and what seals its chunks. */
PV_STATUS pv_stream_key_seal(struct pave_key *key, const struct pave_field *fields, size_t n_fields,
                             unsigned char head[PV_STREAM_HEAD], struct pv_cobblestone **out);

/* What opens the chunks behind `head`. As pave_reader_open. */
PV_STATUS pv_stream_key_open(struct pave_key *key, const struct pave_field *fields, size_t n_fields,
                             const unsigned char head[PV_STREAM_HEAD], struct pv_cobblestone **out);

#endif
