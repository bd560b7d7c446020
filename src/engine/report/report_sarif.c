/* SPDX-License-Identifier: Apache-2.0 */
/* The report in SARIF: the tool with its rules, what it could not do, and the results. */
#include "engine/report/report_sarif_internal.h"

#include <stdio.h>

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
    pv_sarif_add_text(json, "shortDescription", rule->id);
    pv_sarif_add_text(json, "fullDescription", rule->message);
    add_help(json, rule, references);
    if (references && references->n > 0 && is_link(references->items[0].text))
        pv_json_key_str(json, "helpUri", references->items[0].text);
    pv_json_key(json, "defaultConfiguration");
    pv_json_object(json);
    pv_json_key_str(json, "level", pv_sarif_level(rule->severity));
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
    pv_sarif_add_text(json, "message", note->text);
    if (note->path.n) {
        pv_json_key(json, "locations");
        pv_json_array(json);
        pv_json_object(json);
        pv_json_key(json, "physicalLocation");
        pv_json_object(json);
        pv_sarif_add_artifact(json, note->path);
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
        pv_sarif_add_result(&json, report, &report->result->findings[i]);
    for (int level = 0; level < 4; level++)
        pv_json_end(&json);
    pv_buf_add_byte(out, '\n');
    return pv_buf_result(out, err);
}
