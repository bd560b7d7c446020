/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/report.h"

#include "engine/report/uri.h"
#include "text/json.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

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

static void add_text(struct pv_json *json, const char *key, struct pv_str text)
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
        add_text(json, "snippet", finding->lines);
    pv_json_end(json);
}

static void add_artifact(struct pv_json *json, struct pv_str path)
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
    add_artifact(json, finding->path);
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
    add_artifact(json, path);
    pv_json_key(json, "region");
    pv_json_object(json);
    pv_json_key_int(json, "startLine", step->start.line);
    pv_json_key_int(json, "startColumn", utf16_column(step->lines, step->start.column));
    pv_json_key_int(json, "endLine", step->end.line);
    pv_json_key_int(json, "endColumn", utf16_column(last_line(step->lines), step->end.column));
    pv_json_end(json);
    pv_json_end(json);
    add_text(json, "message", step->text);
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
    add_text(json, "insertedContent", finding->import);
    pv_json_end(json);
}

static void add_fix(struct pv_json *json, const struct pv_finding *finding)
{
    if (!finding->fix.p)
        return;
    pv_json_key(json, "fixes");
    pv_json_array(json);
    pv_json_object(json);
    add_text(json, "description", finding->message);
    pv_json_key(json, "artifactChanges");
    pv_json_array(json);
    pv_json_object(json);
    add_artifact(json, finding->path);
    pv_json_key(json, "replacements");
    pv_json_array(json);
    pv_json_object(json);
    add_region(json, finding, "deletedRegion", false);
    add_text(json, "insertedContent", finding->fix);
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

static struct pv_str level_of(enum pv_severity severity)
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

static void add_result(struct pv_json *json, const struct pv_report *report,
                       const struct pv_finding *finding)
{
    pv_json_object(json);
    pv_json_key_str(json, "ruleId", finding->rule->check_id);
    pv_json_key_int(json, "ruleIndex", (int64_t)index_of(report->rules, finding->rule));
    pv_json_key_str(json, "level", level_of(finding->rule->severity));
    add_text(json, "message", finding->message);
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

/* "CWE-327: Use of …" is the tag external/cwe/cwe-327, by which GitHub groups. */
static void add_cwe(struct pv_json *json, struct pv_str text)
{
    char tag[40];
    size_t n = 4;
    if (!pv_str_has_prefix(text, PV_STR("CWE-")))
        return;
    while (n < text.n && n < 12 && text.p[n] >= '0' && text.p[n] <= '9')
        n++;
    (void)snprintf(tag, sizeof tag, "external/cwe/cwe-%.*s", PV_STR_FMT(pv_str_sub(text, 4, n)));
    pv_json_str(json, pv_str_of(tag));
}

static void add_tags(struct pv_json *json, const struct pv_rule *rule)
{
    struct pv_doc_texts cwe = pv_doc_texts(pv_doc_get(rule->metadata, PV_STR("cwe")));
    struct pv_doc_texts owasp = pv_doc_texts(pv_doc_get(rule->metadata, PV_STR("owasp")));
    pv_json_key(json, "tags");
    pv_json_array(json);
    pv_json_str(json, PV_STR("security"));
    for (size_t i = 0; i < cwe.n; i++)
        add_cwe(json, cwe.p[i].text);
    for (size_t i = 0; i < owasp.n; i++)
        pv_json_str(json, owasp.p[i].text);
    pv_json_end(json);
}

static void add_precision(struct pv_json *json, const struct pv_rule *rule)
{
    static const struct {
        const char *confidence;
        const char *precision;
    } words[] = {{"HIGH", "very-high"}, {"MEDIUM", "high"}, {"LOW", "low"}};
    const struct pv_doc *confidence = pv_doc_get(rule->metadata, PV_STR("confidence"));
    for (size_t i = 0; confidence && i < PV_COUNT(words); i++) {
        if (pv_str_eq(pv_str_of(words[i].confidence), confidence->text))
            pv_json_key_str(json, "precision", pv_str_of(words[i].precision));
    }
}

/* Rules are from anyone; what is no URI would make the whole report invalid. */
static bool is_link(struct pv_str text)
{
    if (!pv_str_has_prefix(text, PV_STR("https://")) && !pv_str_has_prefix(text, PV_STR("http://")))
        return false;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] <= ' ' || text.p[i] >= 0x7f || memchr("\"<>\\^`{|}", text.p[i], 9))
            return false;
    }
    return true;
}

/* Viewers show Markdown where they can; the links in it lead on. */
static void add_help(struct pv_json *json, const struct pv_rule *rule,
                     const struct pv_doc *references)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    pv_buf_add(&text, rule->message);
    pv_buf_add_byte(&text, '\n');
    for (size_t i = 0; references && i < references->n; i++) {
        if (is_link(references->items[i].text))
            pv_buf_format(&text, "\n- <%.*s>", PV_STR_FMT(references->items[i].text));
    }
    pv_buf_take_failure(json->out, &text);
    pv_json_key(json, "help");
    pv_json_object(json);
    pv_json_key_str(json, "text", rule->message);
    pv_json_key_str(json, "markdown", pv_str_trim(pv_buf_str(&text)));
    pv_json_end(json);
}

static void add_rule(struct pv_json *json, const struct pv_rule *rule)
{
    const struct pv_doc *references = pv_doc_get(rule->metadata, PV_STR("references"));
    pv_json_object(json);
    pv_json_key_str(json, "id", rule->check_id);
    pv_json_key_str(json, "name", rule->id);
    add_text(json, "shortDescription", rule->id);
    add_text(json, "fullDescription", rule->message);
    add_help(json, rule, references);
    if (references && references->n > 0 && is_link(references->items[0].text))
        pv_json_key_str(json, "helpUri", references->items[0].text);
    pv_json_key(json, "defaultConfiguration");
    pv_json_object(json);
    pv_json_key_str(json, "level", level_of(rule->severity));
    pv_json_end(json);
    pv_json_key(json, "properties");
    pv_json_object(json);
    add_tags(json, rule);
    add_precision(json, rule);
    pv_json_end(json);
    pv_json_end(json);
}

static void add_tool(struct pv_json *json, const struct pv_report *report)
{
    pv_json_key(json, "tool");
    pv_json_object(json);
    pv_json_key(json, "driver");
    pv_json_object(json);
    pv_json_key_str(json, "name", PV_STR("Pave"));
    pv_json_key_str(json, "semanticVersion", report->version);
    pv_json_key(json, "rules");
    pv_json_array(json);
    for (size_t i = 0; i < report->rules->rules.n; i++)
        add_rule(json, report->rules->rules.p[i]);
    pv_json_end(json);
    pv_json_end(json);
    pv_json_end(json);
}

/* A column would be in bytes, so a line has to do. */
static void add_notification(struct pv_json *json, const struct pv_report_note *note)
{
    pv_json_object(json);
    pv_json_key_str(json, "level", note->is_error ? PV_STR("error") : PV_STR("warning"));
    add_text(json, "message", note->text);
    if (note->path.n) {
        pv_json_key(json, "locations");
        pv_json_array(json);
        pv_json_object(json);
        pv_json_key(json, "physicalLocation");
        pv_json_object(json);
        add_artifact(json, note->path);
        if (note->line) {
            pv_json_key(json, "region");
            pv_json_object(json);
            pv_json_key_int(json, "startLine", (int64_t)note->line);
            pv_json_end(json);
        }
        for (int level = 0; level < 3; level++)
            pv_json_end(json);
    }
    pv_json_end(json);
}

static bool is_unfinished(const struct pv_scan_file *file)
{
    return file->outcome == PV_OUTCOME_UNREADABLE || file->outcome == PV_OUTCOME_UNFINISHED ||
           file->outcome == PV_OUTCOME_UNREACHED;
}

static void add_file_notifications(struct pv_json *json, const struct pv_scan_result *result)
{
    pv_json_key(json, "toolExecutionNotifications");
    pv_json_array(json);
    for (size_t i = 0; i < result->n_files; i++) {
        const struct pv_scan_file *file = &result->files[i];
        struct pv_report_note note = {.path = file->path, .text = file->note, .is_error = true};
        if (!is_unfinished(file))
            continue;
        if (note.text.n == 0)
            note.text = pv_outcome_meaning(file->outcome);
        add_notification(json, &note);
    }
    pv_json_end(json);
}

static void add_rule_notifications(struct pv_json *json, const struct pv_report *report)
{
    pv_json_key(json, "toolConfigurationNotifications");
    pv_json_array(json);
    PV_VEC_EACH (const struct pv_rule_problem, problem, &report->rules->problems) {
        struct pv_report_note note = {.path = problem->file,
                                      .line = problem->line,
                                      .column = problem->column,
                                      .text = problem->text};
        note.is_error = problem->code != PV_UNSUPPORTED && problem->code != PV_OK;
        add_notification(json, &note);
    }
    for (size_t i = 0; i < report->n_notes; i++)
        add_notification(json, &report->notes[i]);
    pv_json_end(json);
}

static void add_invocation(struct pv_json *json, const struct pv_report *report)
{
    pv_json_key(json, "invocations");
    pv_json_array(json);
    pv_json_object(json);
    pv_json_key_bool(json, "executionSuccessful", !report->result->is_partial);
    add_file_notifications(json, report->result);
    add_rule_notifications(json, report);
    pv_json_end(json);
    pv_json_end(json);
}

struct pv_result pv_report_sarif(const struct pv_report *report, struct pv_buf *out,
                                 struct pv_err *err)
{
    struct pv_json json = {.out = out, .is_pretty = true};
    pv_json_object(&json);
    pv_json_key_str(&json, "$schema", PV_STR("https://json.schemastore.org/sarif-2.1.0.json"));
    pv_json_key_str(&json, "version", PV_STR("2.1.0"));
    pv_json_key(&json, "runs");
    pv_json_array(&json);
    pv_json_object(&json);
    add_tool(&json, report);
    add_invocation(&json, report);
    pv_json_key_str(&json, "columnKind", PV_STR("utf16CodeUnits"));
    pv_json_key(&json, "results");
    pv_json_array(&json);
    for (size_t i = 0; i < report->result->n_findings; i++)
        add_result(&json, report, &report->result->findings[i]);
    for (int level = 0; level < 4; level++)
        pv_json_end(&json);
    pv_buf_add_byte(out, '\n');
    return pv_buf_result(out, err);
}
