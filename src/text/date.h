/* SPDX-License-Identifier: Apache-2.0 */
/*
 * date: days of the proleptic Gregorian calendar, as ISO 8601 writes them.
 */
#ifndef PV_TEXT_DATE_H
#define PV_TEXT_DATE_H

#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

/* "2026-12-01" as seconds since 1970, at its beginning in UTC. PV_SYNTAX, PV_RANGE. */
PV_RESULT pv_date_parse(struct pv_str text, int64_t *out, struct pv_err *err);

/* The day of a time; years 0 to 9999. */
void pv_date_write(int64_t time, char out[sizeof "2026-12-01"]);

/* "2026-12-01T10:20:30Z" (RFC 3339). */
void pv_date_write_time(int64_t time, char out[sizeof "2026-12-01T10:20:30Z"]);

#endif
