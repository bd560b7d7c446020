/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/header.h"

PV_STATUS pv_header_read(const void *bytes, size_t n, struct pv_header *out)
{
    const unsigned char *at = bytes;

    if (!at || n < PV_HEADER_BYTES || at[0] != PV_HEADER_MAGIC || at[1] >> 4 == 0)
        return PAVE_NOT_SEALED;
    enum pv_suite suite = pv_suite_of_number(at[1] & 0x0fu);
    if (at[1] >> 4 != PV_HEADER_VERSION || suite == PV_SUITE_NONE)
        return PAVE_NEWER;
    if (n < pv_suite_overhead(suite))
        return PAVE_NOT_SEALED;
    *out = (struct pv_header){suite, pv_bytes_u32(at + 2)};
    return PAVE_OK;
}
