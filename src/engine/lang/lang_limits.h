/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lang_limits: how much work one file may be.
 */
#ifndef PV_ENGINE_LANG_LANG_LIMITS_H
#define PV_ENGINE_LANG_LANG_LIMITS_H

enum {
#define X(name, value, what) name = (value),
#include "engine/lang/limits.def"
#undef X
};

#endif
