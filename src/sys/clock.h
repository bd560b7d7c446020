/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clock: time.
 */
#ifndef PV_SYS_CLOCK_H
#define PV_SYS_CLOCK_H

#include <stdint.h>

/* Since some fixed moment; never goes back. For durations and deadlines. */
uint64_t pv_clock_ns(void);

/* Seconds since 1970, as people's clocks say. */
int64_t pv_clock_unix_s(void);

/* Lets time pass; less of it when a signal comes. */
void pv_clock_wait_ms(uint32_t ms);

#endif
