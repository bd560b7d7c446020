/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/usage.h"

#include <sys/resource.h>

size_t pv_usage_peak_bytes(void)
{
    struct rusage used = {0};
    (void)getrusage(RUSAGE_SELF, &used);
    return (size_t)used.ru_maxrss * 1024; /* Linux counts in KiB */
}

static uint64_t ns_of(struct timeval t)
{
    return (uint64_t)t.tv_sec * UINT64_C(1000000000) + (uint64_t)t.tv_usec * 1000;
}

uint64_t pv_usage_cpu_ns(void)
{
    struct rusage used = {0};
    (void)getrusage(RUSAGE_SELF, &used);
    return ns_of(used.ru_utime) + ns_of(used.ru_stime);
}
