/* SPDX-License-Identifier: Apache-2.0 */
/*
 * risk_limits: how large the inputs of decisions may be.
 */
#ifndef PV_RISK_RISK_LIMITS_H
#define PV_RISK_RISK_LIMITS_H

enum {
#define X(name, value, what) name = (value),
#include "risk/limits.def"
#undef X
};

#endif
