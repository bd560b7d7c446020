/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pack: numbers and texts as bytes, short and one after the other, and back.
 *
 * What is packed is for the same program on the same machine. Reading cannot pass
 * the end: what is not there reads as zero or empty, and `is_bad` says so once all
 * was taken.
 */
#ifndef PV_BASE_PACK_H
#define PV_BASE_PACK_H

#include "base/buf.h"

#include <stdint.h>
#include <string.h>

void pv_pack_bytes(struct pv_buf *out, const void *bytes, size_t n);
void pv_pack_number(struct pv_buf *out, uint64_t number);
void pv_pack_text(struct pv_buf *out, struct pv_str text);

/* Four bytes always, so that those of a table are found by their number. */
void pv_pack_u32(struct pv_buf *out, uint32_t number);

/* Packed bytes from front to back. */
struct pv_unpack {
    struct pv_str bytes;
    size_t at;
    bool is_bad;
};

static inline struct pv_str pv_unpack_bytes(struct pv_unpack *in, size_t n)
{
    if (in->is_bad || n > in->bytes.n - in->at) {
        in->is_bad = true;
        return (struct pv_str){0};
    }
    struct pv_str bytes = pv_str_sub(in->bytes, in->at, in->at + n);
    in->at += n;
    return bytes;
}

static inline unsigned pv_unpack_byte(struct pv_unpack *in)
{
    if (in->is_bad || in->at >= in->bytes.n) {
        in->is_bad = true;
        return 0;
    }
    return (unsigned char)in->bytes.p[in->at++];
}

/* Of more than seven bits. */
uint64_t pv_unpack_long_number(struct pv_unpack *in, unsigned first);

static inline uint64_t pv_unpack_number(struct pv_unpack *in)
{
    unsigned byte = pv_unpack_byte(in);
    return byte < 0x80 ? byte : pv_unpack_long_number(in, byte);
}

/* A view of the packed bytes. */
static inline struct pv_str pv_unpack_text(struct pv_unpack *in)
{
    return pv_unpack_bytes(in, pv_unpack_number(in));
}

/* Copies `n` bytes to `out`, which is untouched when they are not there. */
static inline void pv_unpack_into(struct pv_unpack *in, void *out, size_t n)
{
    struct pv_str bytes = pv_unpack_bytes(in, n);
    if (bytes.p && bytes.n == n)
        memcpy(out, bytes.p, n);
}

/* A number of things that take at least a byte each. */
size_t pv_unpack_count(struct pv_unpack *in);

/* The number of `index` in a table of four bytes each; 0 past its end. */
static inline uint32_t pv_unpack_u32_at(struct pv_str table, size_t index)
{
    uint32_t number = 0;
    if (index < table.n / sizeof number)
        memcpy(&number, table.p + index * sizeof number, sizeof number);
    return number;
}

#endif
