/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/usage.h"

#include <sys/resource.h>

size_t pv_usage_peak_bytes(void)
{
    struct rusage used = {0};
    (void)getrusage(RUSAGE_SELF, &used);
    return (size_t)used.ru_maxrss * 1024; /* Linux counts in KiB */
}
