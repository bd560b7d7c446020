/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/report.h"

#include "text/json.h"

static void add_place(struct pv_json *json, const char *key, const struct pv_place *place)
{
    pv_json_key(json, key);
    pv_json_object(json);
    pv_json_key_int(json, "line", place->line);
    pv_json_key_int(json, "col", place->column);
    pv_json_key_int(json, "offset", place->offset);
    pv_json_end(json);
}

static void add_vars(struct pv_json *json, const struct pv_finding *finding)
{
    PV_DEFER(pv_buf_clear) struct pv_buf name = {0};
    pv_json_key(json, "metavars");
    pv_json_object(json);
    for (size_t i = 0; i < finding->n_vars; i++) {
        const struct pv_finding_var *var = &finding->vars[i];
        pv_buf_reset(&name);
        pv_buf_add(&name, var->name);
        pv_buf_add_byte(&name, '\0');
        pv_buf_take_failure(json->out, &name);
        pv_json_key(json, name.p ? name.p : "");
        pv_json_object(json);
        add_place(json, "start", &var->start);
        add_place(json, "end", &var->end);
        pv_json_key_str(json, "abstract_content", var->text);
        if (var->value.p) {
            pv_json_key(json, "propagated_value");
            pv_json_object(json);
            add_place(json, "svalue_start", &var->value_start);
            add_place(json, "svalue_end", &var->value_end);
            pv_json_key_str(json, "svalue_abstract_content", var->value);
            pv_json_end(json);
        }
        pv_json_end(json);
    }
    pv_json_end(json);
}

static void add_context(struct pv_json *json, const struct pv_finding *finding)
{
    const struct pv_finding_context *context = &finding->context;
    pv_json_key(json, "pave");
    pv_json_object(json);
    pv_json_key_str(json, "evidence",
                    finding->evidence.is_reachable ? PV_STR("reachable") : PV_STR("pattern"));
    if (finding->evidence.is_reachable)
        pv_json_key_str(json, "evidence_reason", finding->evidence.why);
    if (context->service.n)
        pv_json_key_str(json, "service", context->service);
    if (context->owner_source.n) {
        pv_json_key(json, "owner");
        if (context->owner.n)
            pv_json_str(json, context->owner);
        else
            pv_json_null(json);
        pv_json_key_str(json, "owner_source", context->owner_source);
        if (context->owner_place.n)
            pv_json_key_str(json, "owner_place", context->owner_place);
    }
    if (context->rank) {
        pv_json_key_str(json, "priority", context->priority);
        pv_json_key_str(json, "reason", context->reason);
    }
    if (context->record.n) {
        pv_json_key(json, "decision");
        pv_json_raw(json, context->record);
    }
    pv_json_end(json);
}

/* In Semgrep's shape: a location and its code, source and sink apart from what is between. */
static void add_step(struct pv_json *json, struct pv_str path, const struct pv_finding_step *step)
{
    pv_json_object(json);
    pv_json_key_str(json, "path", path);
    add_place(json, "start", &step->start);
    add_place(json, "end", &step->end);
    pv_json_end(json);
}

static void add_end(struct pv_json *json, const char *key, struct pv_str path,
                    const struct pv_finding_step *step)
{
    pv_json_key(json, key);
    pv_json_array(json);
    pv_json_str(json, PV_STR("CliLoc"));
    pv_json_array(json);
    add_step(json, path, step);
    pv_json_str(json, step->text);
    pv_json_end(json);
    pv_json_end(json);
}

static void add_flow(struct pv_json *json, const struct pv_finding *finding)
{
    if (finding->n_steps < 2)
        return;
    pv_json_key(json, "dataflow_trace");
    pv_json_object(json);
    add_end(json, "taint_source", pv_finding_step_path(finding, 0), &finding->steps[0]);
    pv_json_key(json, "intermediate_vars");
    pv_json_array(json);
    for (size_t i = 1; i + 1 < finding->n_steps; i++) {
        pv_json_object(json);
        pv_json_key(json, "location");
        add_step(json, pv_finding_step_path(finding, i), &finding->steps[i]);
        pv_json_key_str(json, "content", finding->steps[i].text);
        pv_json_end(json);
    }
    pv_json_end(json);
    add_end(json, "taint_sink", pv_finding_step_path(finding, finding->n_steps - 1),
            &finding->steps[finding->n_steps - 1]);
    pv_json_end(json);
}

static void add_origin(struct pv_json *json, const struct pv_finding *finding)
{
    if (!finding->origin)
        return;
    pv_json_key(json, "commit");
    pv_json_object(json);
    pv_json_key_str(json, "id", finding->origin->commit);
    pv_json_key_str(json, "author", finding->origin->author);
    pv_json_key_str(json, "date", finding->origin->date);
    pv_json_end(json);
}

static void add_extra(struct pv_json *json, const struct pv_finding *finding)
{
    pv_json_key(json, "extra");
    pv_json_object(json);
    pv_json_key_str(json, "message", finding->message);
    add_vars(json, finding);
    pv_json_key_str(json, "severity", finding->rule->severity_text);
    pv_json_key(json, "metadata");
    if (finding->rule->metadata) {
        pv_json_doc(json, finding->rule->metadata);
    } else {
        pv_json_object(json);
        pv_json_end(json);
    }
    if (finding->fix.p)
        pv_json_key_str(json, "fix", finding->fix);
    if (finding->import.n) {
        pv_json_key(json, "fix_import");
        pv_json_object(json);
        pv_json_key_str(json, "text", finding->import);
        pv_json_key_int(json, "offset", finding->import_at.offset);
        pv_json_end(json);
    }
    pv_json_key_str(json, "lines", finding->lines);
    pv_json_key_str(json, "fingerprint", pv_str_of(finding->fingerprint));
    pv_json_key_bool(json, "is_ignored", finding->is_suppressed);
    add_flow(json, finding);
    add_context(json, finding);
    add_origin(json, finding);
    pv_json_key_str(json, "validation_state", PV_STR("NO_VALIDATOR"));
    pv_json_key_str(json, "engine_kind", PV_STR("OSS"));
    pv_json_end(json);
}

static void add_results(struct pv_json *json, const struct pv_report *report)
{
    pv_json_key(json, "results");
    pv_json_array(json);
    for (size_t i = 0; i < report->result->n_findings; i++) {
        const struct pv_finding *finding = &report->result->findings[i];
        if (finding->is_suppressed && !report->shows_suppressed)
            continue;
        pv_json_object(json);
        pv_json_key_str(json, "check_id", finding->rule->check_id);
        pv_json_key_str(json, "path", finding->path);
        add_place(json, "start", &finding->start);
        add_place(json, "end", &finding->end);
        add_extra(json, finding);
        pv_json_end(json);
    }
    pv_json_end(json);
}

static void open_error(struct pv_json *json, const char *type, bool is_error, struct pv_str text,
                       struct pv_str path)
{
    pv_json_object(json);
    pv_json_key_int(json, "code", is_error ? 2 : 3);
    pv_json_key_str(json, "level", is_error ? PV_STR("error") : PV_STR("warn"));
    pv_json_key_str(json, "type", pv_str_of(type));
    pv_json_key_str(json, "message", text);
    pv_json_key_str(json, "path", path);
}

static void add_problem(struct pv_json *json, const struct pv_rule_problem *problem)
{
    const char *type = problem->code == PV_UNSUPPORTED ? "Unsupported rule"
                       : problem->code == PV_OK        ? "Rule note"
                                                       : "Rule parse error";
    bool is_error = problem->code != PV_UNSUPPORTED && problem->code != PV_OK;
    open_error(json, type, is_error, problem->text, problem->file);
    if (problem->rule_id.n)
        pv_json_key_str(json, "rule_id", problem->rule_id);
    if (problem->line) {
        pv_json_key(json, "spans");
        pv_json_array(json);
        pv_json_object(json);
        pv_json_key_str(json, "file", problem->file);
        struct pv_place place = {(uint32_t)problem->line, (uint32_t)problem->column, 0};
        add_place(json, "start", &place);
        add_place(json, "end", &place);
        pv_json_end(json);
        pv_json_end(json);
    }
    pv_json_end(json);
}

static void add_file_error(struct pv_json *json, const struct pv_scan_file *file)
{
    struct pv_str text = file->note.n ? file->note : pv_outcome_meaning(file->outcome);
    switch (file->outcome) {
    case PV_OUTCOME_PARTLY: open_error(json, "PartialParsing", false, text, file->path); break;
    case PV_OUTCOME_UNREADABLE: open_error(json, "Unreadable", true, text, file->path); break;
    case PV_OUTCOME_UNFINISHED:
    case PV_OUTCOME_UNREACHED: open_error(json, "Timeout", false, text, file->path); break;
    default: return;
    }
    if (file->outcome == PV_OUTCOME_PARTLY)
        pv_json_key_int(json, "error_percent", file->error_percent);
    pv_json_end(json);
}

/* What is said of a file that was read to its end, where others around it were not. */
static void add_left(struct pv_json *json, const struct pv_scan_file *file)
{
    if (file->left.n == 0)
        return;
    open_error(json, "PartialAnalysis", false, file->left, file->path);
    pv_json_end(json);
}

static void add_errors(struct pv_json *json, const struct pv_report *report)
{
    pv_json_key(json, "errors");
    pv_json_array(json);
    for (size_t i = 0; i < report->rules->problems.n; i++)
        add_problem(json, &report->rules->problems.p[i]);
    for (size_t i = 0; i < report->n_notes; i++) {
        open_error(json, "Note", report->notes[i].is_error, report->notes[i].text,
                   report->notes[i].path);
        pv_json_end(json);
    }
    for (size_t i = 0; i < report->result->n_files; i++) {
        add_file_error(json, &report->result->files[i]);
        add_left(json, &report->result->files[i]);
    }
    pv_json_end(json);
}

static bool is_scanned(const struct pv_scan_file *file)
{
    return file->outcome == PV_OUTCOME_PARSED || file->outcome == PV_OUTCOME_PARTLY ||
           file->outcome == PV_OUTCOME_IRRELEVANT || file->outcome == PV_OUTCOME_UNFINISHED;
}

static void add_paths(struct pv_json *json, const struct pv_scan_result *result)
{
    pv_json_key(json, "paths");
    pv_json_object(json);
    pv_json_key(json, "scanned");
    pv_json_array(json);
    for (size_t i = 0; i < result->n_files; i++) {
        if (is_scanned(&result->files[i]))
            pv_json_str(json, result->files[i].path);
    }
    pv_json_end(json);
    pv_json_key(json, "skipped");
    pv_json_array(json);
    for (size_t i = 0; i < result->n_files; i++) {
        if (result->files[i].outcome != PV_OUTCOME_SKIPPED)
            continue;
        pv_json_object(json);
        pv_json_key_str(json, "path", result->files[i].path);
        pv_json_key_str(json, "reason", pv_skip_meaning(result->files[i].skip));
        pv_json_end(json);
    }
    pv_json_end(json);
    pv_json_end(json);
}

/* What would tell most, for whoever asks the people of a service. */
static void add_questions(struct pv_json *json, const struct pv_report *report)
{
    if (report->n_questions == 0)
        return;
    pv_json_key(json, "questions");
    pv_json_array(json);
    for (size_t i = 0; i < report->n_questions; i++) {
        const struct pv_report_question *question = &report->questions[i];
        pv_json_object(json);
        pv_json_key_str(json, "service", question->service);
        pv_json_key_str(json, "subject", question->subject);
        pv_json_key_str(json, "item", question->item);
        pv_json_key_str(json, "annotation", question->annotation);
        pv_json_key_str(json, "question", question->text);
        pv_json_key(json, "worth");
        pv_json_float(json, question->worth);
        pv_json_key_int(json, "findings", (int64_t)question->n_findings);
        pv_json_end(json);
    }
    pv_json_end(json);
}

struct pv_result pv_report_json(const struct pv_report *report, struct pv_buf *out,
                                struct pv_err *err)
{
    struct pv_json json = {.out = out, .is_pretty = true};
    pv_json_object(&json);
    pv_json_key_str(&json, "version", report->version);
    add_results(&json, report);
    add_errors(&json, report);
    add_paths(&json, report->result);
    add_questions(&json, report);
    pv_json_key_bool(&json, "is_partial", report->result->is_partial);
    pv_json_end(&json);
    pv_buf_add_byte(out, '\n');
    return pv_buf_result(out, err);
}
