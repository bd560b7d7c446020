/* SPDX-License-Identifier: Apache-2.0 */
/*
 * number: the value of a number as code writes it: 0x1F, 0b1, 0o17, 1_000, 10L.
 */
#ifndef PV_ENGINE_FACTS_NUMBER_H
#define PV_ENGINE_FACTS_NUMBER_H

#include "base/str.h"

#include <stdint.h>

/* False for what is not a whole number of 64 bits. */
bool pv_number_read_int(struct pv_str text, uint64_t *out);

/* False for what is not a number, or is written at great length. */
bool pv_number_read_float(struct pv_str text, double *out);

#endif
