/* SPDX-License-Identifier: Apache-2.0 */
/*
 * match_limits: the limits of this room, as numbers.
 */
#ifndef PV_ENGINE_MATCH_MATCH_LIMITS_H
#define PV_ENGINE_MATCH_MATCH_LIMITS_H

enum pv_match_limit {
#define X(name, value, what) name = (value),
#include "engine/match/limits.def"
#undef X
};

#endif
