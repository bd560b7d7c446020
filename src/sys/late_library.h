/* SPDX-License-Identifier: Apache-2.0 */
/*
 * late_library: a shared library that is loaded when it is needed, not at the start.
 */
#ifndef PV_SYS_LATE_LIBRARY_H
#define PV_SYS_LATE_LIBRARY_H

#include "base/err.h"

/* Stays loaded until the program ends. PV_IO where it is not installed. */
PV_RESULT pv_late_library_load(const char *name, void **out, struct pv_err *err);

/* Writes the address of the function `name` to the `size` bytes of `out`; false when there is none.
 */
bool pv_late_library_find(void *library, const char *name, void *out, size_t size);

#endif
