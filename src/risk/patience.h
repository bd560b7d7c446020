/* SPDX-License-Identifier: Apache-2.0 */
/*
 * patience: how long what is not known is left open. Nobody is stopped for what only may
 * be bad; but a question that stays unanswered must not pay.
 *
 * The lower end decides what stops people and what comes first. After 30 days an interval
 * counts by its upper end in the order of work, after 60 days for stopping, too.
 */
#ifndef PV_RISK_PATIENCE_H
#define PV_RISK_PATIENCE_H

#include "risk/fact.h"

enum { PV_PATIENCE_QUEUE_DAYS = 30, PV_PATIENCE_GATE_DAYS = 60 };

/* The priority, out of all that it may be, that counts for the order of work … */
pv_fact pv_patience_queue(pv_fact priority, int64_t age_days);

/* … and for stopping somebody. An age that is not known is 0. */
pv_fact pv_patience_gate(pv_fact priority, int64_t age_days);

#endif
