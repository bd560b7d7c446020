/* SPDX-License-Identifier: Apache-2.0 */
/*
 * assert: states what the code guarantees. It stays on in release builds: a
 * scanner that goes on with a broken invariant is worse than one that stops.
 */
#ifndef PV_BASE_ASSERT_H
#define PV_BASE_ASSERT_H

#include "base/attr.h"

#define pv_assert(condition)                                                                       \
    ((condition) ? (void)0 : pv_assert_failed(#condition, __FILE__, __LINE__))

/*
 * What an analyser, which sees one function at a time, can't know: that a view with bytes
 * points at some, or that a success has filled its output. Costs nothing elsewhere.
 */
#if defined(__clang_analyzer__) || defined(PV_ANALYZE)
#define pv_assume(condition) pv_assert(condition)
#else
#define pv_assume(condition) ((void)0)
#endif

/* Prints where to stderr and aborts: the one place where a library ends the process. */
PV_NORETURN void pv_assert_failed(const char *condition, const char *file, int line);

#endif
