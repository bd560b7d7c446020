/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fault: tries something again and again, with the first allocation failing,
 * then the second, until it got through without meeting a failure.
 *
 *     FAULT_EACH (fault) {
 *         PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
 *         fault_end(&fault, pv_thing_make(&mem, &thing, NULL));
 *     }
 *
 * Leaks and half-made things are the sanitizers' to find. What a try needs is
 * made before the loop. Where the build has no PV_FAULT, the body runs once and
 * must succeed.
 */
#ifndef PV_TESTS_SUPPORT_FAULT_H
#define PV_TESTS_SUPPORT_FAULT_H

#include "support/test.h"

#include "base/alloc.h"

enum { FAULT_TRIES_MAX = 100000 };

struct fault {
    size_t nth;   /* the allocation of this try that fails */
    bool was_hit; /* the try got as far as that */
    bool is_open; /* fault_end has not been called for this try */
};

#define FAULT_EACH(fault) for (struct fault fault = {.was_hit = true}; fault_next(&(fault));)

static inline bool fault_next(struct fault *fault)
{
    assert_false(fault->is_open);
    if (!fault->was_hit)
        return false;
    assert_true(fault->nth < FAULT_TRIES_MAX);
    *fault = (struct fault){.nth = fault->nth + 1, .is_open = true};
#ifdef PV_FAULT
    pv_fault_arm(fault->nth);
#endif
    return true;
}

/* Ends the failing part of a try. True when an allocation failed in it. */
static inline bool fault_stop(struct fault *fault)
{
#ifdef PV_FAULT
    fault->was_hit = pv_fault_hit() != 0;
    pv_fault_arm(0);
#endif
    fault->is_open = false;
    return fault->was_hit;
}

/* As fault_stop, for what must say PV_NO_MEMORY exactly when an allocation failed. */
static inline void fault_end(struct fault *fault, struct pv_result result)
{
    bool was_hit = fault_stop(fault);
    assert_int_equal(result.code, was_hit ? PV_NO_MEMORY : PV_OK);
}

/* As fault_end, for what may also do without the memory: a regex without its JIT. */
static inline void fault_end_or_do_without(struct fault *fault, struct pv_result result)
{
    bool was_hit = fault_stop(fault);
    assert_true(result.code == PV_OK || (was_hit && result.code == PV_NO_MEMORY));
}

#endif
