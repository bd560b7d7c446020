/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bytes: numbers as big-endian bytes, and bytes after bytes.
 */
#ifndef PV_CRYPTO_BYTES_H
#define PV_CRYPTO_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Each gives the place behind what it wrote; the caller knows that there is room. */
static inline unsigned char *pv_bytes_put(unsigned char *at, const void *bytes, size_t n)
{
    const unsigned char *from = bytes;
    if (n >= 8 && n <= 16) { /* the usual: two moves that may overlap cost less than a call */
        memcpy(at, from, 8);
        memcpy(at + n - 8, from + n - 8, 8);
    } else if (n < 8) {
        for (size_t i = 0; i < n; i++)
            at[i] = from[i];
    } else {
        memcpy(at, bytes, n);
    }
    return at + n;
}

/* As pave_wipe, in place: for small things of known size, where a call would be felt. */
static inline void pv_bytes_wipe(void *bytes, size_t n)
{
    memset(bytes, 0, n);
    __asm__ volatile("" : : "r"(bytes) : "memory"); /* somebody might read it: it is not left out */
}

static inline unsigned char *pv_bytes_put_u16(unsigned char *at, uint16_t number)
{
    at[0] = (unsigned char)(number >> 8);
    at[1] = (unsigned char)number;
    return at + 2;
}

static inline unsigned char *pv_bytes_put_u32(unsigned char *at, uint32_t number)
{
    at = pv_bytes_put_u16(at, (uint16_t)(number >> 16));
    return pv_bytes_put_u16(at, (uint16_t)number);
}

static inline uint16_t pv_bytes_u16(const void *bytes)
{
    const unsigned char *at = bytes;
    return (uint16_t)(at[0] << 8 | at[1]);
}

static inline uint32_t pv_bytes_u32(const void *bytes)
{
    const unsigned char *at = bytes;
    return (uint32_t)pv_bytes_u16(at) << 16 | pv_bytes_u16(at + 2);
}

#endif
