/* SPDX-License-Identifier: Apache-2.0 */
/*
 * status_internal: how functions of this room fail.
 *
 * They answer enum pave_status throughout, not PV_RESULT: the codes are those
 * that outsiders see, and the compiler makes callers look at them all the same.
 */
#ifndef PV_CRYPTO_STATUS_INTERNAL_H
#define PV_CRYPTO_STATUS_INTERNAL_H

#include "base/attr.h"
#include "base/err.h"

#include <pave/status.h>

#define PV_STATUS PV_MUST_USE enum pave_status

/* Leaves the function with the same status when `call` fails. */
#define PAVE_TRY(call)                                                                             \
    do {                                                                                           \
        enum pave_status pave_try_status = (call);                                                 \
        if (pave_try_status != PAVE_OK)                                                            \
            return pave_try_status;                                                                \
    } while (0)

/* Fills `err` (which may be NULL) and returns `status`. */
PV_STATUS pv_refuse(struct pave_error *err, enum pave_status status, size_t offset,
                    const char *format, ...) PV_PRINTF(4, 5);

/* Analysers see one file at a time: this tells them that what is refused is never PAVE_OK. */
#if defined(__clang_analyzer__) || defined(PV_ANALYZE)
static inline enum pave_status pv_refused(enum pave_status inner, enum pave_status status)
{
    (void)inner;
    return status;
}
#define pv_refuse(err, status, ...) pv_refused((pv_refuse)((err), (status), __VA_ARGS__), (status))
#endif

/* The status that stands for a result of base. */
PV_STATUS pv_status_of(struct pv_result result);

#endif
