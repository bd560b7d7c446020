/* SPDX-License-Identifier: Apache-2.0 */
/*
 * usage: what this process has used.
 */
#ifndef PV_SYS_USAGE_H
#define PV_SYS_USAGE_H

#include <stddef.h>

/* The most memory that was resident at once. */
size_t pv_usage_peak_bytes(void);

#endif
