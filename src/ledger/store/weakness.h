/* SPDX-License-Identifier: Apache-2.0 */
/*
 * weakness: the class of a weakness as all tools name it: its number in CWE.
 */
#ifndef PV_LEDGER_STORE_WEAKNESS_H
#define PV_LEDGER_STORE_WEAKNESS_H

#include "base/arena.h"
#include "base/str.h"

/* "CWE-328" of "external/cwe/cwe-0328" or "CWE-328: Weak hash"; untouched when there is none. */
PV_RESULT pv_weakness_find(struct pv_arena *mem, struct pv_str text, struct pv_str *out,
                           struct pv_err *err);

#endif
