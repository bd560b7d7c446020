/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report_sarif_internal: what the parts of a report in SARIF share.
 */
#ifndef PV_ENGINE_REPORT_REPORT_SARIF_INTERNAL_H
#define PV_ENGINE_REPORT_REPORT_SARIF_INTERNAL_H

#include "engine/report/report.h"
#include "text/json.h"

/* `key`: a message, or what has a text like one. */
void pv_sarif_add_text(struct pv_json *json, const char *key, struct pv_str text);

/* The location of a file: from the root of the sources, or absolute. */
void pv_sarif_add_artifact(struct pv_json *json, struct pv_str path);

/* SARIF's word; static text. */
struct pv_str pv_sarif_level(enum pv_severity severity);

/* A finding, whose rule is one of the report's. */
void pv_sarif_add_result(struct pv_json *json, const struct pv_report *report,
                         const struct pv_finding *finding);

#endif
