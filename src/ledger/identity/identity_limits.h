/* SPDX-License-Identifier: Apache-2.0 */
/*
 * identity_limits: the limits of this room, as numbers.
 */
#ifndef PV_LEDGER_IDENTITY_IDENTITY_LIMITS_H
#define PV_LEDGER_IDENTITY_IDENTITY_LIMITS_H

enum pv_identity_limit {
#define X(name, value, what) name = (value),
#include "ledger/identity/limits.def"
#undef X
};

#endif
