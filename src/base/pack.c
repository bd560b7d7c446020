/* SPDX-License-Identifier: Apache-2.0 */
#include "base/pack.h"

void pv_pack_bytes(struct pv_buf *out, const void *bytes, size_t n)
{
    pv_buf_add(out, (struct pv_str){bytes, n});
}

/* Seven bits a byte, the lowest first: most numbers are small. */
void pv_pack_number(struct pv_buf *out, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        pv_buf_add_byte(out, (char)(number | 0x80));
    pv_buf_add_byte(out, (char)number);
}

void pv_pack_text(struct pv_buf *out, struct pv_str text)
{
    pv_pack_number(out, text.n);
    pv_buf_add(out, text);
}

void pv_pack_u32(struct pv_buf *out, uint32_t number)
{
    pv_pack_bytes(out, &number, sizeof number);
}

uint64_t pv_unpack_long_number(struct pv_unpack *in, unsigned first)
{
    uint64_t number = first & 0x7f;
    for (unsigned shift = 7; shift < 64; shift += 7) {
        unsigned byte = pv_unpack_byte(in);
        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
    in->is_bad = true;
    return 0;
}

size_t pv_unpack_count(struct pv_unpack *in)
{
    uint64_t n = pv_unpack_number(in);
    if (n > in->bytes.n - in->at)
        in->is_bad = true;
    return in->is_bad ? 0 : (size_t)n;
}
