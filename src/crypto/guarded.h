/* SPDX-License-Identifier: Apache-2.0 */
/*
 * guarded: pages for keys, between unreadable ones, locked and wiped.
 */
#ifndef PV_CRYPTO_GUARDED_H
#define PV_CRYPTO_GUARDED_H

#include "base/alloc.h"
#include "crypto/status_internal.h"

#include <stddef.h>

/* `size` zero bytes, or NULL when memory is short. Wiped and freed by pv_guarded_free. */
PV_MUST_USE void *pv_guarded_new(size_t size);

/* NULL does nothing. */
void pv_guarded_free(void *block);

/* Lets tests fail guarded memory as they fail the rest: an allocation is counted. */
static inline bool pv_guarded_is_faulted(void)
{
#ifdef PV_FAULT
    void *probe = pv_alloc(1);
    pv_release(probe);
    return !probe;
#else
    return false;
#endif
}

#endif
