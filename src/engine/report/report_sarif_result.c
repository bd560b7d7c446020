/* SPDX-License-Identifier: Apache-2.0 */
/* One finding in SARIF: its places, its way there, its fix, and what it means here. */
#include "engine/report/report_sarif_internal.h"
#include "engine/report/uri.h"
#include "text/utf8.h"

/*
 * SARIF counts columns in UTF-16 code units unless told otherwise (section
 * 3.30.5). What was not kept of an endless line counts as ASCII.
 */
static int64_t utf16_column(struct pv_str line, size_t byte_column)
{
    struct pv_str before = pv_str_sub(line, 0, byte_column - 1);
    int64_t units = (int64_t)(byte_column - before.n);
    for (size_t at = 0; at < before.n;)
        units += pv_utf8_take(before, &at) >= 0x10000 ? 2 : 1;
    return units;
}

static struct pv_str last_line(struct pv_str lines)
{
    if (lines.n && lines.p[lines.n - 1] == '\n')
        lines.n--;
    size_t newline = pv_str_rfind_byte(lines, '\n');
    return newline == SIZE_MAX ? lines : pv_str_sub(lines, newline + 1, lines.n);
}

void pv_sarif_add_text(struct pv_json *json, const char *key, struct pv_str text)
{
    pv_json_key(json, key);
    pv_json_object(json);
    pv_json_key_str(json, "text", text);
    pv_json_end(json);
}

static void add_region(struct pv_json *json, const struct pv_finding *finding, const char *key,
                       bool has_snippet)
{
    pv_json_key(json, key);
    pv_json_object(json);
    pv_json_key_int(json, "startLine", finding->start.line);
    pv_json_key_int(json, "startColumn", utf16_column(finding->lines, finding->start.column));
    pv_json_key_int(json, "endLine", finding->end.line);
    pv_json_key_int(json, "endColumn",
                    utf16_column(last_line(finding->lines), finding->end.column));
    if (has_snippet)
        pv_sarif_add_text(json, "snippet", finding->lines);
    pv_json_end(json);
}

void pv_sarif_add_artifact(struct pv_json *json, struct pv_str path)
{
    PV_DEFER(pv_buf_clear) struct pv_buf uri = {0};
    bool is_absolute = path.n && path.p[0] == '/';
    if (is_absolute)
        PV_BUF_LIT(&uri, "file://");
    pv_uri_add_path(&uri, path);
    pv_buf_take_failure(json->out, &uri);
    pv_json_key(json, "artifactLocation");
    pv_json_object(json);
    pv_json_key_str(json, "uri", pv_buf_str(&uri));
    if (!is_absolute)
        pv_json_key_str(json, "uriBaseId", PV_STR("%SRCROOT%"));
    pv_json_end(json);
}

static void add_locations(struct pv_json *json, const struct pv_finding *finding)
{
    pv_json_key(json, "locations");
    pv_json_array(json);
    pv_json_object(json);
    pv_json_key(json, "physicalLocation");
    pv_json_object(json);
    pv_sarif_add_artifact(json, finding->path);
    add_region(json, finding, "region", true);
    pv_json_end(json);
    pv_json_end(json);
    pv_json_end(json);
}

static void add_step(struct pv_json *json, struct pv_str path, const struct pv_finding_step *step)
{
    pv_json_object(json);
    pv_json_key(json, "location");
    pv_json_object(json);
    pv_json_key(json, "physicalLocation");
    pv_json_object(json);
    pv_sarif_add_artifact(json, path);
    pv_json_key(json, "region");
    pv_json_object(json);
    pv_json_key_int(json, "startLine", step->start.line);
    pv_json_key_int(json, "startColumn", utf16_column(step->lines, step->start.column));
    pv_json_key_int(json, "endLine", step->end.line);
    pv_json_key_int(json, "endColumn", utf16_column(last_line(step->lines), step->end.column));
    pv_json_end(json);
    pv_json_end(json);
    pv_sarif_add_text(json, "message", step->text);
    pv_json_end(json);
    pv_json_end(json);
}

static void add_flow(struct pv_json *json, const struct pv_finding *finding)
{
    if (finding->n_steps == 0)
        return;
    pv_json_key(json, "codeFlows");
    pv_json_array(json);
    pv_json_object(json);
    pv_json_key(json, "threadFlows");
    pv_json_array(json);
    pv_json_object(json);
    pv_json_key(json, "locations");
    pv_json_array(json);
    for (size_t i = 0; i < finding->n_steps; i++)
        add_step(json, pv_finding_step_path(finding, i), &finding->steps[i]);
    for (int level = 0; level < 5; level++)
        pv_json_end(json);
}

/* The lines that a fix needs elsewhere, always at the start of a line or the end of the file. */
static void add_insertion(struct pv_json *json, const struct pv_finding *finding)
{
    pv_json_object(json);
    pv_json_key(json, "deletedRegion");
    pv_json_object(json);
    pv_json_key_int(json, "startLine", finding->import_at.line);
    pv_json_key_int(json, "startColumn", finding->import_at.column);
    pv_json_key_int(json, "endLine", finding->import_at.line);
    pv_json_key_int(json, "endColumn", finding->import_at.column);
    pv_json_end(json);
    pv_sarif_add_text(json, "insertedContent", finding->import);
    pv_json_end(json);
}

static void add_fix(struct pv_json *json, const struct pv_finding *finding)
{
    if (!finding->fix.p)
        return;
    pv_json_key(json, "fixes");
    pv_json_array(json);
    pv_json_object(json);
    pv_sarif_add_text(json, "description", finding->message);
    pv_json_key(json, "artifactChanges");
    pv_json_array(json);
    pv_json_object(json);
    pv_sarif_add_artifact(json, finding->path);
    pv_json_key(json, "replacements");
    pv_json_array(json);
    pv_json_object(json);
    add_region(json, finding, "deletedRegion", false);
    pv_sarif_add_text(json, "insertedContent", finding->fix);
    pv_json_end(json);
    if (finding->import.n)
        add_insertion(json, finding);
    for (int level = 0; level < 5; level++)
        pv_json_end(json);
}

static void add_suppression(struct pv_json *json, const struct pv_finding *finding)
{
    if (!finding->is_suppressed)
        return;
    pv_json_key(json, "suppressions");
    pv_json_array(json);
    pv_json_object(json);
    pv_json_key_str(json, "kind", finding->is_settled ? PV_STR("external") : PV_STR("inSource"));
    pv_json_key_str(json, "status", PV_STR("accepted"));
    if (finding->suppression.n)
        pv_json_key_str(json, "justification", finding->suppression);
    pv_json_end(json);
    pv_json_end(json);
}

struct pv_str pv_sarif_level(enum pv_severity severity)
{
    switch (severity) {
    case PV_SEVERITY_ERROR: return PV_STR("error");
    case PV_SEVERITY_WARNING: return PV_STR("warning");
    case PV_SEVERITY_INFO: return PV_STR("note");
    }
    return PV_STR("none");
}

static size_t index_of(const struct pv_rule_set *rules, const struct pv_rule *rule)
{
    size_t i = 0;
    while (rules->rules.p[i] != rule)
        i++;
    return i;
}

static void add_context(struct pv_json *json, const struct pv_finding *finding)
{
    const struct pv_finding_context *context = &finding->context;
    pv_json_key(json, "properties");
    pv_json_object(json);
    pv_json_key_str(json, "pave/evidence",
                    finding->evidence.is_reachable ? PV_STR("reachable") : PV_STR("pattern"));
    if (finding->evidence.is_reachable)
        pv_json_key_str(json, "pave/evidence-reason", finding->evidence.why);
    if (finding->origin) {
        pv_json_key_str(json, "pave/commit", finding->origin->commit);
        pv_json_key_str(json, "pave/commit-author", finding->origin->author);
        pv_json_key_str(json, "pave/commit-date", finding->origin->date);
    }
    if (context->service.n)
        pv_json_key_str(json, "pave/service", context->service);
    if (context->owner.n)
        pv_json_key_str(json, "pave/owner", context->owner);
    if (context->owner_source.n)
        pv_json_key_str(json, "pave/owner-source", context->owner_source);
    if (context->rank) {
        pv_json_key_str(json, "pave/priority", context->priority);
        pv_json_key_str(json, "pave/reason", context->reason);
    }
    pv_json_end(json);
}

void pv_sarif_add_result(struct pv_json *json, const struct pv_report *report,
                         const struct pv_finding *finding)
{
    pv_json_object(json);
    pv_json_key_str(json, "ruleId", finding->rule->check_id);
    pv_json_key_int(json, "ruleIndex", (int64_t)index_of(report->rules, finding->rule));
    pv_json_key_str(json, "level", pv_sarif_level(finding->rule->severity));
    pv_sarif_add_text(json, "message", finding->message);
    if (finding->baseline != PV_BASELINE_NONE)
        pv_json_key_str(json, "baselineState",
                        finding->baseline == PV_BASELINE_NEW ? PV_STR("new") : PV_STR("unchanged"));
    add_locations(json, finding);
    pv_json_key(json, "partialFingerprints");
    pv_json_object(json);
    pv_json_key_str(json, "pave/content/v1", pv_str_of(finding->fingerprint));
    pv_json_end(json);
    add_flow(json, finding);
    add_fix(json, finding);
    add_suppression(json, finding);
    add_context(json, finding);
    pv_json_end(json);
}
