/* SPDX-License-Identifier: Apache-2.0 */
/*
 * alloc: the one place that calls malloc and free.
 *
 * In builds with PV_FAULT the tests can make any single allocation fail; in
 * other builds nothing of that remains.
 */
#ifndef PV_BASE_ALLOC_H
#define PV_BASE_ALLOC_H

#include "base/attr.h"

#include <stddef.h>

/* NULL when memory is short. The bytes are zero. Released by pv_release. */
PV_MUST_USE void *pv_alloc(size_t size);

/* As realloc: on NULL the old block still stands. New bytes are not zeroed. */
PV_MUST_USE void *pv_realloc(void *block, size_t size);

/* NULL does nothing. */
void pv_release(void *block);

#ifdef PV_FAULT
/* The n-th allocation of this thread from now fails, counted from 1; 0 disarms. */
void pv_fault_arm(size_t nth);
/* Whether the armed failure has happened since it was armed. */
int pv_fault_hit(void);
#endif

#endif
