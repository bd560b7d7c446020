/* SPDX-License-Identifier: Apache-2.0 */
/*
 * order: findings in the order in which people should read them: by what they
 * mean here, then by the rule's severity, then by place.
 */
#ifndef PV_ENGINE_REPORT_ORDER_H
#define PV_ENGINE_REPORT_ORDER_H

#include "engine/scan/scan.h"

/* Pointers into `result`, in `mem`. */
PV_RESULT pv_order_findings(struct pv_arena *mem, const struct pv_scan_result *result,
                            const struct pv_finding ***out, struct pv_err *err);

#endif
