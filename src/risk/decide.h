/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decide: what a finding means where it is, and one sentence of why.
 */
#ifndef PV_RISK_DECIDE_H
#define PV_RISK_DECIDE_H

#include "engine/scan/finding.h"
#include "risk/owner.h"
#include "risk/patience.h"
#include "risk/setting.h"

/* Decides for `finding` in these settings and fills its context, in `mem`, but the owner. */
PV_RESULT pv_decide(struct pv_arena *mem, const struct pv_policy *policy,
                    const struct pv_settings *settings, struct pv_finding *finding,
                    struct pv_err *err);

/* Says who answers for it, in `mem`. */
PV_RESULT pv_decide_owner(struct pv_arena *mem, const struct pv_owner *owner,
                          struct pv_finding *finding, struct pv_err *err);

/*
 * Says again what the priority does to the order and to the exit status of a scan, for a
 * finding that has been known for `age_days`.
 */
void pv_decide_weight(const struct pv_policy *policy, pv_fact priority, int64_t age_days,
                      struct pv_finding_context *out);

#endif
