/* SPDX-License-Identifier: Apache-2.0 */
/*
 * path_z: a path as the system wants it: with a terminator, and of bounded length.
 */
#ifndef PV_SYS_PATH_Z_H
#define PV_SYS_PATH_Z_H

#include "base/err.h"
#include "base/str.h"
#include "sys/sys_limits.h"

struct pv_path_z {
    char z[PV_PATH_MAX];
};

/* PV_INVALID for an empty path or one with a zero byte, PV_LIMIT for one that is too long. */
PV_RESULT pv_path_z(struct pv_str path, struct pv_path_z *out, struct pv_err *err);

/*
 * Starts the failure that `number` (an errno) stands for, as "PATH: what the
 * system said": PV_NOT_FOUND, PV_DENIED, PV_EXISTS, PV_NO_MEMORY, PV_LIMIT or PV_IO.
 */
PV_RESULT pv_path_fail(struct pv_err *err, int number, struct pv_str path);

#endif
