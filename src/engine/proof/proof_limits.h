/* SPDX-License-Identifier: Apache-2.0 */
/*
 * proof_limits: the limits of this room, as numbers.
 */
#ifndef PV_ENGINE_PROOF_PROOF_LIMITS_H
#define PV_ENGINE_PROOF_PROOF_LIMITS_H

enum pv_taint_limit {
#define X(name, value, what) name = (value),
#include "engine/proof/limits.def"
#undef X
};

#endif
