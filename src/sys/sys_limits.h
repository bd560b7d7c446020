/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sys_limits: the limits of this room, from limits.def.
 */
#ifndef PV_SYS_SYS_LIMITS_H
#define PV_SYS_SYS_LIMITS_H

enum pv_sys_limit {
#define X(name, value, meaning) name = value,
#include "sys/limits.def"
#undef X
};

#endif
