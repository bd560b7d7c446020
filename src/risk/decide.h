/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decide: what a finding means in its service, and one sentence of why.
 */
#ifndef PV_RISK_DECIDE_H
#define PV_RISK_DECIDE_H

#include "engine/scan/finding.h"
#include "risk/policy.h"
#include "risk/service.h"

/*
 * What is known where `rule` found something in `service` (NULL: no catalog
 * says). Facts of the class come from the rule's metadata.pave.
 */
struct pv_situation pv_situation_of(const struct pv_rule *rule, const struct pv_service *service);

/* Decides for `finding` and fills its context, in `mem`. */
PV_RESULT pv_decide(struct pv_arena *mem, const struct pv_policy *policy,
                    const struct pv_service *service, struct pv_finding *finding,
                    struct pv_err *err);

#endif
