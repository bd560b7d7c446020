/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/order.h"
#include "engine/report/paint.h"
#include "engine/report/report.h"

#include <inttypes.h>

/* A line is one command, and in a property a colon and a comma are its marks, too. */
static void add_escaped(struct pv_buf *out, struct pv_str text, bool is_property)
{
    for (size_t i = 0; i < text.n; i++) {
        char byte = text.p[i];
        if (byte == '%' || (is_property && (byte == ':' || byte == ',')))
            pv_buf_format(out, "%%%02X", (unsigned)(unsigned char)byte);
        else
            pv_buf_add_byte(out, byte);
    }
}

/* Texts come from scanned files, and the log that they go to is a terminal of a kind. */
static void add_text(struct pv_buf *out, struct pv_str text, bool is_property)
{
    PV_DEFER(pv_buf_clear) struct pv_buf clean = {0};
    struct pv_paint paint = {&clean, {.has_utf8 = true}};
    struct pv_str line = {0};
    bool is_first = true;
    while (pv_str_split(&text, '\n', &line)) {
        pv_buf_reset(&clean);
        pv_paint_clean(&paint, line);
        if (!is_first)
            PV_BUF_LIT(out, "%0A");
        add_escaped(out, pv_buf_str(&clean), is_property);
        is_first = false;
    }
    pv_buf_take_failure(out, &clean);
}

static const char *command_of(enum pv_severity severity)
{
    switch (severity) {
    case PV_SEVERITY_ERROR: return "error";
    case PV_SEVERITY_WARNING: return "warning";
    default: return "notice";
    }
}

static void add_note(struct pv_buf *out, const struct pv_report_note *note)
{
    pv_buf_format(out, "::%s file=", note->is_error ? "error" : "warning");
    add_text(out, note->path, true);
    if (note->line)
        pv_buf_format(out, ",line=%zu", note->line);
    PV_BUF_LIT(out, "::");
    add_text(out, note->text, false);
    PV_BUF_LIT(out, "\n");
}

/* Columns are for matches within a line only. */
static void add_place(struct pv_buf *out, const struct pv_finding *finding)
{
    PV_BUF_LIT(out, "file=");
    add_text(out, finding->path, true);
    pv_buf_format(out, ",line=%" PRIu32 ",endLine=%" PRIu32, finding->start.line,
                  finding->end.line);
    if (finding->start.line == finding->end.line)
        pv_buf_format(out, ",col=%" PRIu32 ",endColumn=%" PRIu32, finding->start.column,
                      finding->end.column);
}

static void add_finding(struct pv_buf *out, const struct pv_finding *finding)
{
    pv_buf_format(out, "::%s ", command_of(finding->rule->severity));
    add_place(out, finding);
    PV_BUF_LIT(out, ",title=");
    add_text(out, finding->rule->check_id, true);
    if (finding->context.rank) {
        PV_BUF_LIT(out, " (");
        add_text(out, finding->context.priority, true);
        PV_BUF_LIT(out, ")");
    }
    PV_BUF_LIT(out, "::");
    add_text(out, finding->message, false);
    if (finding->context.reason.n) {
        PV_BUF_LIT(out, "%0A%0Ahere: ");
        add_text(out, finding->context.reason, false);
    }
    if (finding->fix.p) {
        PV_BUF_LIT(out, "%0A%0Afix: ");
        add_text(out, finding->fix, false);
    }
    PV_BUF_LIT(out, "\n");
}

struct pv_result pv_report_github(const struct pv_report *report, struct pv_buf *out,
                                  struct pv_err *err)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    const struct pv_finding **findings = NULL;
    PV_TRY(pv_order_findings(&mem, report->result, &findings, err));
    for (size_t i = 0; i < report->result->n_findings; i++)
        if (!findings[i]->is_suppressed || report->shows_suppressed)
            add_finding(out, findings[i]);
    for (size_t i = 0; i < report->n_notes; i++)
        add_note(out, &report->notes[i]);
    return pv_buf_result(out, err);
}
