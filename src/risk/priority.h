/* SPDX-License-Identifier: Apache-2.0 */
/*
 * priority: a set of priorities in words: "defer", or "defer…scheduled" by its ends.
 */
#ifndef PV_RISK_PRIORITY_H
#define PV_RISK_PRIORITY_H

#include "base/buf.h"
#include "risk/fact.h"

void pv_priority_add(struct pv_buf *out, pv_fact priority);

/* The ends as a set; two full stops will do for the one sign. False for anything else. */
bool pv_priority_read(struct pv_str text, pv_fact *out);

#endif
