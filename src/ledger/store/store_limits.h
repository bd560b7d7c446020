/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store_limits: the limits of this room, as numbers.
 */
#ifndef PV_LEDGER_STORE_STORE_LIMITS_H
#define PV_LEDGER_STORE_STORE_LIMITS_H

enum pv_store_limit {
#define X(name, value, what) name = (value),
#include "ledger/store/limits.def"
#undef X
};

#endif
