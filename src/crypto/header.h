/* SPDX-License-Identifier: Apache-2.0 */
/*
 * header: the six bytes before everything that Pave seals.
 *
 *     'P', version << 4 | suite, key id as u32 big-endian
 *
 * No other format that might stand in the same column begins with 'P'.
 */
#ifndef PV_CRYPTO_HEADER_H
#define PV_CRYPTO_HEADER_H

#include "crypto/bytes.h"
#include "crypto/status_internal.h"
#include "crypto/suite.h"

enum { PV_HEADER_BYTES = 6, PV_HEADER_MAGIC = 'P', PV_HEADER_VERSION = 1 };

struct pv_header {
    enum pv_suite suite;
    uint32_t key_id;
};

static inline void pv_header_write(struct pv_header header, unsigned char *out)
{
    out[0] = PV_HEADER_MAGIC;
    out[1] = (unsigned char)(PV_HEADER_VERSION << 4 | (int)header.suite);
    (void)pv_bytes_put_u32(out + 2, header.key_id);
}

/* PAVE_NOT_SEALED, or PAVE_NEWER for a version or suite that is not known here. */
PV_STATUS pv_header_read(const void *bytes, size_t n, struct pv_header *out);

#endif
