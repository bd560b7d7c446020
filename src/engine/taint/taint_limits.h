/* SPDX-License-Identifier: Apache-2.0 */
/*
 * taint_limits: the limits of this room, as numbers.
 */
#ifndef PV_ENGINE_TAINT_TAINT_LIMITS_H
#define PV_ENGINE_TAINT_TAINT_LIMITS_H

enum pv_taint_limit {
#define X(name, value, what) name = (value),
#include "engine/taint/limits.def"
#undef X
};

#endif
