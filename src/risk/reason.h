/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reason: one or two sentences of why a finding has its priority.
 */
#ifndef PV_RISK_REASON_H
#define PV_RISK_REASON_H

#include "base/buf.h"
#include "risk/setting.h"

/* "claims holds phi data that is not proved sealed; other services reach it, with a login." */
void pv_reason_add(struct pv_buf *out, const struct pv_policy *policy,
                   const struct pv_settings *settings);

#endif
