/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz: what every fuzz target needs. A target states a property with
 * pv_assert; breaking it ends the program, and the fuzzer keeps the input.
 */
#ifndef PV_TESTS_SUPPORT_FUZZ_H
#define PV_TESTS_SUPPORT_FUZZ_H

#include "base/assert.h"
#include "base/str.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline struct pv_str fuzz_text(const uint8_t *data, size_t size)
{
    return (struct pv_str){(const char *)data, size};
}

/* Whether `view` lies in `text`, or is empty. */
static inline bool is_inside(struct pv_str view, struct pv_str text)
{
    uintptr_t start = (uintptr_t)text.p;
    uintptr_t at = (uintptr_t)view.p;
    return view.n == 0 || (at >= start && at - start <= text.n && view.n <= text.n - (at - start));
}

#endif
