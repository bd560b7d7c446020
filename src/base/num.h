/* SPDX-License-Identifier: Apache-2.0 */
/*
 * num: sums and products of numbers from outside, which say when they overflow.
 */
#ifndef PV_BASE_NUM_H
#define PV_BASE_NUM_H

#include "base/attr.h"

#include <stdbool.h>
#include <stddef.h>

/* True when a + b fits; only then is `*out` written. */
PV_MUST_USE static inline bool pv_add(size_t a, size_t b, size_t *out)
{
    size_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        return false;
    *out = sum;
    return true;
}

/* True when a * b fits; only then is `*out` written. */
PV_MUST_USE static inline bool pv_mul(size_t a, size_t b, size_t *out)
{
    size_t product = 0;
    if (__builtin_mul_overflow(a, b, &product))
        return false;
    *out = product;
    return true;
}

static inline size_t pv_min(size_t a, size_t b)
{
    return a < b ? a : b;
}

static inline size_t pv_max(size_t a, size_t b)
{
    return a > b ? a : b;
}

#endif
