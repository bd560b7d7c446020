/* SPDX-License-Identifier: Apache-2.0 */
/*
 * module_limits: the limits of this room, from limits.def.
 */
#ifndef PV_ENGINE_MODULE_MODULE_LIMITS_H
#define PV_ENGINE_MODULE_MODULE_LIMITS_H

enum pv_module_limit {
#define X(name, value, meaning) name = value,
#include "engine/module/limits.def"
#undef X
};

#endif
