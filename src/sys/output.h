/* SPDX-License-Identifier: Apache-2.0 */
/*
 * output: bytes to a descriptor, all of them or an error.
 */
#ifndef PV_SYS_OUTPUT_H
#define PV_SYS_OUTPUT_H

#include "base/err.h"
#include "base/str.h"

enum { PV_OUTPUT_STDOUT = 1, PV_OUTPUT_STDERR = 2 };

/* What write(2) does; tests give one that fails. */
typedef long (*pv_output_writer)(int descriptor, const void *bytes, size_t n);

/*
 * Writes all of `bytes`, however many calls that takes. PV_STOPPED when the
 * reader has gone (a closed pipe), PV_LIMIT when the device is full, PV_IO.
 */
PV_RESULT pv_output_write(int descriptor, struct pv_str bytes, struct pv_err *err);

/* As pv_output_write through `writer`. */
PV_RESULT pv_output_write_through(pv_output_writer writer, int descriptor, struct pv_str bytes,
                                  struct pv_err *err);

#endif
