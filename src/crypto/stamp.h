/* SPDX-License-Identifier: Apache-2.0 */
/*
 * stamp: points in time, as seconds and as text such as 2026-11-23T08:00:00Z.
 */
#ifndef PV_CRYPTO_STAMP_H
#define PV_CRYPTO_STAMP_H

#include "base/str.h"

#include <stdint.h>

enum { PV_STAMP_TEXT = 21 }; /* bytes, with the zero at the end */

/* The clock of the system, seconds since 1970. */
int64_t pv_stamp_now(void);

/* The same in milliseconds. */
int64_t pv_stamp_now_ms(void);

/* Seconds outside the years 1970 to 9999 are cut to them. */
void pv_stamp_write(int64_t seconds, char out[PV_STAMP_TEXT]);

/* The one form that pv_stamp_write gives, or the date alone. False for all else. */
PV_MUST_USE bool pv_stamp_read(struct pv_str text, int64_t *out);

#endif
