/* SPDX-License-Identifier: Apache-2.0 */
/*
 * late: a function of a shared library that is loaded when it is called.
 *
 * Each keeps the address that it has found; threads that come at the same time find
 * the same one.
 */
#ifndef PV_LATE_LATE_H
#define PV_LATE_LATE_H

#include "base/attr.h"
#include "sys/late_library.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * Says which library is missing, and ends: the system's loader would have ended a program without
 * its library at once, and none of what calls it can go on without. How to say it is the program's.
 */
PV_NORETURN void pv_late_missing(const struct pv_err *why);

/* To be called before any thread is started. `tell` ends the program. */
void pv_late_on_missing(void (*tell)(const struct pv_err *why));

static inline struct pv_result pv_late_look(const char *library, const char *name, void *out,
                                            size_t size, struct pv_err *err)
{
    void *loaded = NULL;
    PV_TRY(pv_late_library_load(library, &loaded, err));
    if (pv_late_library_find(loaded, name, out, size))
        return PV_SUCCESS;
    return pv_fail(err, PV_IO, 0, "%s is too old: it has no %s", library, name);
}

static inline void pv_late_find(const char *library, const char *name, void *out, size_t size)
{
    struct pv_err err = {0};
    if (!pv_is_ok(pv_late_look(library, name, out, size, &err)))
        pv_late_missing(&err);
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
