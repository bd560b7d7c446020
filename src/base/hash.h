/* SPDX-License-Identifier: Apache-2.0 */
/*
 * hash: FNV-1a with a final mix, for tables. Never for security, and never
 * for anything whose order reaches the output.
 */
#ifndef PV_BASE_HASH_H
#define PV_BASE_HASH_H

#include "base/str.h"

#include <stdint.h>

#define PV_HASH_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t pv_hash_byte(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * UINT64_C(0x100000001b3);
}

/* FNV's low bits are good, its high ones poor; tables use the low ones after this. */
static inline uint64_t pv_hash_end(uint64_t hash)
{
    hash ^= hash >> 32;
    hash *= UINT64_C(0x9fb21c651e98df25);
    return hash ^ (hash >> 28);
}

static inline uint64_t pv_hash_str(struct pv_str s)
{
    uint64_t hash = PV_HASH_START;
    for (size_t i = 0; i < s.n; i++)
        hash = pv_hash_byte(hash, (unsigned char)s.p[i]);
    return pv_hash_end(hash);
}

#endif
