/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scan_limits: the limits of this room, from limits.def.
 */
#ifndef PV_ENGINE_SCAN_SCAN_LIMITS_H
#define PV_ENGINE_SCAN_SCAN_LIMITS_H

enum pv_scan_limit {
#define X(name, value, meaning) name = value,
#include "engine/scan/limits.def"
#undef X
};

#endif
