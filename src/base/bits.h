/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bits: a set of small numbers in words that the caller owns.
 */
#ifndef PV_BASE_BITS_H
#define PV_BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PV_BITS_WORD = 64 };

/* How many words hold the numbers below `count`. */
static inline size_t pv_bits_words(size_t count)
{
    return count / PV_BITS_WORD + (count % PV_BITS_WORD != 0);
}

static inline void pv_bits_set(uint64_t *words, size_t bit)
{
    words[bit / PV_BITS_WORD] |= UINT64_C(1) << (bit % PV_BITS_WORD);
}

static inline void pv_bits_unset(uint64_t *words, size_t bit)
{
    words[bit / PV_BITS_WORD] &= ~(UINT64_C(1) << (bit % PV_BITS_WORD));
}

static inline bool pv_bits_has(const uint64_t *words, size_t bit)
{
    return (words[bit / PV_BITS_WORD] >> (bit % PV_BITS_WORD)) & 1;
}

#endif
