/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/report.h"

#include "text/json.h"

static struct pv_str severity_of(enum pv_severity severity)
{
    switch (severity) {
    case PV_SEVERITY_ERROR: return PV_STR("critical");
    case PV_SEVERITY_WARNING: return PV_STR("major");
    default: return PV_STR("minor");
    }
}

/* What the merge request shows is one text. */
static void add_description(struct pv_json *json, const struct pv_finding *finding)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    pv_buf_add(&text, finding->message);
    if (finding->context.rank)
        pv_buf_format(&text, " Here: %.*s, %.*s", PV_STR_FMT(finding->context.priority),
                      PV_STR_FMT(finding->context.reason));
    pv_buf_take_failure(json->out, &text);
    pv_json_key_str(json, "description", pv_buf_str(&text));
}

static void add_finding(struct pv_json *json, const struct pv_finding *finding)
{
    pv_json_object(json);
    add_description(json, finding);
    pv_json_key_str(json, "check_name", finding->rule->check_id);
    pv_json_key_str(json, "fingerprint", pv_str_of(finding->fingerprint));
    pv_json_key_str(json, "severity", severity_of(finding->rule->severity));
    pv_json_key(json, "location");
    pv_json_object(json);
    pv_json_key_str(json, "path", finding->path);
    pv_json_key(json, "lines");
    pv_json_object(json);
    pv_json_key_int(json, "begin", finding->start.line);
    pv_json_key_int(json, "end", finding->end.line);
    pv_json_end(json);
    pv_json_end(json);
    pv_json_end(json);
}

struct pv_result pv_report_gitlab(const struct pv_report *report, struct pv_buf *out,
                                  struct pv_err *err)
{
    struct pv_json json = {.out = out, .is_pretty = true};
    pv_json_array(&json);
    for (size_t i = 0; i < report->result->n_findings; i++) {
        const struct pv_finding *finding = &report->result->findings[i];
        if (!finding->is_suppressed || report->shows_suppressed)
            add_finding(&json, finding);
    }
    pv_json_end(&json);
    PV_BUF_LIT(out, "\n");
    return pv_buf_result(out, err);
}
