/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"

#include <stdlib.h>

#ifdef PV_FAULT
/* Per thread, so that tests which run scans on several threads stay predictable. */
static _Thread_local size_t fault_left;
static _Thread_local int fault_hit;

void pv_fault_arm(size_t nth)
{
    fault_left = nth;
    fault_hit = 0;
}

int pv_fault_hit(void)
{
    return fault_hit;
}

static int is_faulted(void)
{
    if (fault_left == 0 || --fault_left > 0)
        return 0;
    fault_hit = 1;
    return 1;
}
#else
static int is_faulted(void)
{
    return 0;
}
#endif

void *pv_alloc(size_t size)
{
    if (is_faulted())
        return NULL;
    return calloc(1, size ? size : 1);
}

void *pv_realloc(void *block, size_t size)
{
    if (is_faulted())
        return NULL;
    return realloc(block, size ? size : 1);
}

void pv_release(void *block)
{
    free(block);
}
