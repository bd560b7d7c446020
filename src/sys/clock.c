/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/clock.h"

#include <time.h>

uint64_t pv_clock_ns(void)
{
    struct timespec now = {0};
    /* Cannot fail for a clock that every POSIX system has. */
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

int64_t pv_clock_unix_s(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec;
}

void pv_clock_wait_ms(uint32_t ms)
{
    enum { MS_PER_S = 1000, NS_PER_MS = 1000000 };
    struct timespec time = {.tv_sec = ms / MS_PER_S, .tv_nsec = (long)(ms % MS_PER_S) * NS_PER_MS};
    (void)nanosleep(&time, NULL);
}
