/* SPDX-License-Identifier: Apache-2.0 */
/*
 * late: a function of a shared library that is loaded when it is called.
 *
 * Each keeps the address that it has found; threads that come at the same time find
 * the same one.
 */
#ifndef PV_LATE_LATE_H
#define PV_LATE_LATE_H

#include "base/assert.h"
#include "sys/late_library.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/* The system's loader would have ended a program without its library at once; here it ends now. */
static inline void pv_late_find(const char *library, const char *name, void *out, size_t size)
{
    void *loaded = NULL;
    bool is_there = pv_is_ok(pv_late_library_load(library, &loaded, NULL)) &&
                    pv_late_library_find(loaded, name, out, size);
    pv_assert(is_there);
}

#define PV_LATE_FUNCTION(library, type, name, parameters)                                          \
    static _Atomic(type(*) parameters) known;                                                      \
    type(*function) parameters = atomic_load_explicit(&known, memory_order_acquire);               \
    if (!function) {                                                                               \
        pv_late_find(library, #name, &function, sizeof function);                                  \
        atomic_store_explicit(&known, function, memory_order_release);                             \
    }

/* The function `name` of `library`, which gives a `type`; PV_LATE_VOID gives nothing. */
#define PV_LATE(library, type, name, parameters, arguments)                                        \
    type name parameters                                                                           \
    {                                                                                              \
        PV_LATE_FUNCTION(library, type, name, parameters)                                          \
        return function arguments;                                                                 \
    }

#define PV_LATE_VOID(library, name, parameters, arguments)                                         \
    void name parameters                                                                           \
    {                                                                                              \
        PV_LATE_FUNCTION(library, void, name, parameters)                                          \
        function arguments;                                                                        \
    }

#endif
