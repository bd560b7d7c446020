/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_limits: how much one set of rules may be.
 */
#ifndef PV_ENGINE_RULE_RULE_LIMITS_H
#define PV_ENGINE_RULE_RULE_LIMITS_H

enum {
#define X(name, value, what) name = (value),
#include "engine/rule/limits.def"
#undef X
};

#endif
