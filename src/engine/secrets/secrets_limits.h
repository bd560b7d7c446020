/* SPDX-License-Identifier: Apache-2.0 */
/*
 * secrets_limits: the limits of this room, from limits.def.
 */
#ifndef PV_ENGINE_SECRETS_SECRETS_LIMITS_H
#define PV_ENGINE_SECRETS_SECRETS_LIMITS_H

enum pv_secrets_limit {
#define X(name, value, meaning) name = value,
#include "engine/secrets/limits.def"
#undef X
};

#endif
