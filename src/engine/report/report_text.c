/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/report.h"

#include "base/num.h"
#include "engine/report/frame.h"
#include "engine/report/order.h"
#include "engine/report/paint.h"

enum { TEXT_INDENT = 2, FLOW_INDENT = 28 };

static const struct {
    const char *priority;
    enum pv_ink ink;
} inks[] = {
    {"immediate", PV_INK_IMMEDIATE}, {"out-of-cycle", PV_INK_OUT_OF_CYCLE},
    {"scheduled", PV_INK_SCHEDULED}, {"defer", PV_INK_DEFER},
    {"error", PV_INK_OUT_OF_CYCLE},  {"warning", PV_INK_SCHEDULED},
    {"note", PV_INK_DEFER},
};

static struct pv_str severity_word(enum pv_severity severity)
{
    switch (severity) {
    case PV_SEVERITY_ERROR: return PV_STR("error");
    case PV_SEVERITY_WARNING: return PV_STR("warning");
    case PV_SEVERITY_INFO: return PV_STR("note");
    }
    return PV_STR("note");
}

/* What the catalog made of it; without one, what the rule says of itself. */
static struct pv_str headline_word(const struct pv_finding *finding)
{
    if (finding->context.service.n)
        return finding->context.priority;
    return severity_word(finding->rule->severity);
}

static enum pv_ink ink_of(struct pv_str word)
{
    for (size_t i = 0; i < PV_COUNT(inks); i++) {
        if (pv_str_has_suffix(word, pv_str_of(inks[i].priority)))
            return inks[i].ink;
    }
    return PV_INK_RULE;
}

/* Who answers for it; that nobody does is said where a catalog could have said who. */
static void paint_owner(struct pv_paint *paint, const struct pv_finding *finding)
{
    const struct pv_finding_context *context = &finding->context;
    if (!context->owner.n && !context->service.n)
        return;
    PV_BUF_LIT(paint->out, "  for ");
    pv_paint_clean(paint, context->owner.n ? context->owner : PV_STR("nobody"));
}

static void paint_headline(struct pv_paint *paint, const struct pv_finding *finding)
{
    struct pv_str word = headline_word(finding);
    pv_paint(paint, ink_of(word), word);
    PV_BUF_LIT(paint->out, "  ");
    pv_paint(paint, PV_INK_RULE, finding->rule->check_id);
    if (finding->context.service.n) {
        PV_BUF_LIT(paint->out, "  in ");
        pv_paint_clean(paint, finding->context.service);
    }
    paint_owner(paint, finding);
    pv_buf_add_byte(paint->out, '\n');
}

static void paint_place(struct pv_paint *paint, const struct pv_report *report,
                        const struct pv_finding *finding)
{
    PV_DEFER(pv_buf_clear) struct pv_buf label = {0};
    PV_BUF_LIT(paint->out, "  ");
    pv_buf_add(&label, finding->path);
    pv_buf_format(&label, ":%u:%u", finding->start.line, finding->start.column);
    pv_buf_take_failure(paint->out, &label);
    pv_paint_place(paint, report->folder, finding->path, pv_buf_str(&label));
    pv_buf_add_byte(paint->out, '\n');
}

static void paint_labelled(struct pv_paint *paint, const char *label, struct pv_str text)
{
    PV_DEFER(pv_buf_clear) struct pv_buf line = {0};
    pv_buf_format(&line, "%s: %.*s", label, PV_STR_FMT(text));
    pv_buf_take_failure(paint->out, &line);
    pv_paint_wrapped(paint, TEXT_INDENT, pv_buf_str(&line));
}

/* Code on one line: the first of its lines, and a sign that there is more. */
static void paint_code(struct pv_paint *paint, struct pv_str code)
{
    size_t end = pv_str_find(code, PV_STR("\n"), 0);
    struct pv_str line = pv_str_sub(code, 0, pv_min(end, code.n));
    size_t room = pv_paint_columns(paint) > (size_t)2 * FLOW_INDENT
                      ? pv_paint_columns(paint) - FLOW_INDENT
                      : FLOW_INDENT;
    size_t shown = pv_paint_fit(line, room);
    pv_paint_clean(paint, pv_str_sub(line, 0, shown));
    if (shown < code.n)
        pv_buf_add(paint->out, paint->style.has_utf8 ? PV_STR("…") : PV_STR("..."));
}

/* A way that is in plain sight need not be told. */
static bool is_plain_to_see(const struct pv_finding *finding)
{
    return finding->n_steps == 2 && !finding->steps[0].path.p &&
           finding->steps[0].start.line == finding->start.line &&
           finding->steps[1].start.line == finding->start.line;
}

/* The file that a step is in, where that is not the file of the one before. */
static void paint_step_file(struct pv_paint *paint, const struct pv_finding *finding, size_t step)
{
    struct pv_str path = pv_finding_step_path(finding, step);
    if (pv_str_eq(path, step ? pv_finding_step_path(finding, step - 1) : finding->path))
        return;
    pv_paint_begin(paint, PV_INK_QUIET);
    PV_BUF_LIT(paint->out, "  in ");
    pv_paint_end(paint);
    pv_paint_clean(paint, path);
    pv_buf_add_byte(paint->out, '\n');
}

/* Where the value came from, what it was put into, and where it ended. */
static void paint_flow(struct pv_paint *paint, const struct pv_finding *finding)
{
    if (is_plain_to_see(finding))
        return;
    for (size_t i = 0; i < finding->n_steps; i++) {
        paint_step_file(paint, finding, i);
        const struct pv_finding_step *step = &finding->steps[i];
        const char *verb = i == 0                      ? "comes from"
                           : i + 1 == finding->n_steps ? "ends in"
                                                       : "goes into";
        pv_paint_begin(paint, PV_INK_QUIET);
        pv_buf_format(paint->out, "  line %-5u %-10s  ", step->start.line, verb);
        pv_paint_end(paint);
        paint_code(paint, step->text);
        pv_buf_add_byte(paint->out, '\n');
    }
}

/* Where a flow is shown, it says by itself how the place is reached. */
static struct pv_str told_evidence(const struct pv_finding *finding)
{
    return finding->n_steps ? (struct pv_str){0} : finding->evidence.why;
}

/* The commit that brought it: the short name, the day, the author. */
static void paint_origin(struct pv_paint *paint, const struct pv_finding *finding)
{
    enum { NAME = 12, DAY = 10, TEXT_MAX = 300 };
    const struct pv_origin *origin = finding->origin;
    char text[TEXT_MAX];
    if (!origin)
        return;
    (void)snprintf(text, sizeof text, "%.*s of %.*s, by %.*s",
                   PV_STR_FMT(pv_str_sub(origin->commit, 0, NAME)),
                   PV_STR_FMT(pv_str_sub(origin->date, 0, DAY)),
                   PV_STR_FMT(pv_str_sub(origin->author, 0, TEXT_MAX / 2)));
    paint_labelled(paint, "commit", pv_str_of(text));
}

static void paint_words(struct pv_paint *paint, const struct pv_finding *finding)
{
    pv_paint_wrapped(paint, TEXT_INDENT, finding->message);
    paint_origin(paint, finding);
    if (finding->context.service.n)
        paint_labelled(paint, "here", finding->context.reason);
    if (told_evidence(finding).n)
        paint_labelled(paint, "reached", told_evidence(finding));
    if (finding->is_suppressed)
        paint_labelled(paint, "suppressed", finding->suppression);
    if (finding->fix.p && !finding->is_suppressed)
        pv_frame_paint_fix(paint, finding);
    pv_buf_add_byte(paint->out, '\n');
}

/* Whether the words of one finding say all of the other, so that they are said once for both. */
static bool is_alike(const struct pv_finding *a, const struct pv_finding *b)
{
    return a->rule == b->rule && a->origin == b->origin && pv_str_eq(a->message, b->message) &&
           pv_str_eq(a->context.service, b->context.service) &&
           pv_str_eq(a->context.reason, b->context.reason) &&
           pv_str_eq(a->context.owner, b->context.owner) &&
           pv_str_eq(told_evidence(a), told_evidence(b)) && a->is_suppressed == b->is_suppressed &&
           pv_str_eq(a->suppression, b->suppression) && !a->fix.p && !b->fix.p;
}

/* `findings` are those to be shown, in order. */
static void paint_findings(struct pv_paint *paint, const struct pv_report *report,
                           const struct pv_finding *const *findings, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || !is_alike(findings[i - 1], findings[i]))
            paint_headline(paint, findings[i]);
        paint_place(paint, report, findings[i]);
        pv_frame_paint(paint, findings[i]);
        paint_flow(paint, findings[i]);
        if (i + 1 == n || !is_alike(findings[i], findings[i + 1]))
            paint_words(paint, findings[i]);
    }
}

static void paint_note(struct pv_paint *paint, const struct pv_report_note *note)
{
    pv_paint(paint, note->is_error ? PV_INK_MARK : PV_INK_QUIET,
             note->is_error ? PV_STR("error: ") : PV_STR("note: "));
    pv_paint_clean(paint, note->path);
    if (note->line)
        pv_buf_format(paint->out, ":%zu:%zu", note->line, note->column);
    PV_BUF_LIT(paint->out, ": ");
    pv_paint_clean(paint, note->text);
    pv_buf_add_byte(paint->out, '\n');
}

/* Files that were not scanned as a file should be: never only a number. */
static bool is_worth_a_line(const struct pv_report *report, const struct pv_scan_file *file)
{
    switch (file->outcome) {
    case PV_OUTCOME_UNREADABLE:
    case PV_OUTCOME_UNFINISHED: return true;
    case PV_OUTCOME_SKIPPED: return report->lists_skipped || file->skip == PV_SKIP_TOO_LARGE;
    case PV_OUTCOME_PARTLY: return report->lists_skipped;
    default: return false;
    }
}

static void paint_file(struct pv_paint *paint, const struct pv_scan_file *file)
{
    pv_paint_clean(paint, file->path);
    PV_BUF_LIT(paint->out, ": ");
    pv_paint_clean(paint, file->outcome == PV_OUTCOME_SKIPPED ? pv_skip_meaning(file->skip)
                                                              : pv_outcome_meaning(file->outcome));
    if (file->outcome == PV_OUTCOME_PARTLY)
        pv_buf_format(paint->out, " (%u %% of it)", file->error_percent);
    if (file->note.n) {
        PV_BUF_LIT(paint->out, ": ");
        pv_paint_clean(paint, file->note);
    }
    pv_buf_add_byte(paint->out, '\n');
}

static void paint_remarks(struct pv_paint *paint, const struct pv_report *report)
{
    size_t before = paint->out->n;
    const struct pv_scan_result *result = report->result;
    for (size_t i = 0; i < report->n_notes; i++)
        paint_note(paint, &report->notes[i]);
    for (size_t i = 0; i < result->n_notices; i++) {
        const struct pv_scan_notice *notice = &result->notices[i];
        struct pv_report_note note = {.path = notice->path, .line = notice->line, .column = 1};
        note.text = pv_suppress_flaw_meaning(notice->flaw);
        if (notice->flaw != PV_SUPPRESS_GOOD)
            paint_note(paint, &note);
    }
    for (size_t i = 0; i < result->n_files; i++) {
        if (is_worth_a_line(report, &result->files[i]))
            paint_file(paint, &result->files[i]);
    }
    if (paint->out->n > before)
        pv_buf_add_byte(paint->out, '\n');
}

static void add_count(struct pv_buf *out, size_t n, const char *one, const char *many)
{
    pv_buf_format(out, "%zu %s", n, n == 1 ? one : many);
}

static size_t count_shown(const struct pv_scan_result *result)
{
    size_t n = 0;
    for (size_t i = 0; i < result->n_findings; i++)
        n += !result->findings[i].is_suppressed;
    return n;
}

/* "5 scheduled, 2 defer", in the order in which they were shown. */
static void add_words(struct pv_buf *out, const struct pv_finding *const *findings, size_t n)
{
    bool is_first = true;
    for (size_t i = 0; i < n;) {
        struct pv_str word = headline_word(findings[i]);
        size_t same = 0;
        size_t shown = 0;
        for (; i + same < n && pv_str_eq(word, headline_word(findings[i + same])); same++)
            shown += !findings[i + same]->is_suppressed;
        i += same;
        if (shown == 0)
            continue;
        pv_buf_format(out, "%s%zu %.*s", is_first ? "" : ", ", shown, PV_STR_FMT(word));
        is_first = false;
    }
}

static void add_skips(struct pv_buf *out, const struct pv_scan_counts *counts)
{
    bool is_first = true;
    for (unsigned i = PV_SKIP_NONE + 1; i < PV_SKIP_COUNT; i++) {
        struct pv_str meaning = pv_skip_meaning((enum pv_skip)i);
        if (counts->skip[i] == 0)
            continue;
        pv_buf_format(out, "%s%zu %.*s", is_first ? " (" : ", ", counts->skip[i],
                      PV_STR_FMT(meaning));
        is_first = false;
    }
    if (!is_first)
        pv_buf_add_byte(out, ')');
}

/* How many concerns, and of which kind. */
static void paint_concerns(struct pv_paint *paint, const struct pv_report *report,
                           const struct pv_finding *const *findings, size_t n)
{
    PV_DEFER(pv_buf_clear) struct pv_buf line = {0};
    size_t shown = count_shown(report->result);
    add_count(&line, shown, "concern", "concerns");
    pv_paint(paint, shown ? PV_INK_RULE : PV_INK_GOOD, pv_buf_str(&line));
    pv_buf_cut(&line, 0);
    if (shown) {
        PV_BUF_LIT(&line, ": ");
        add_words(&line, findings, n);
    }
    if (report->result->counts.suppressed)
        pv_buf_format(&line, "; %zu suppressed", report->result->counts.suppressed);
    pv_paint_clean(paint, pv_buf_str(&line));
    pv_buf_add_byte(paint->out, '\n');
    pv_buf_take_failure(paint->out, &line);
}

static void add_outcome(struct pv_buf *line, const struct pv_report *report,
                        enum pv_outcome outcome)
{
    size_t n = report->result->counts.outcome[outcome];
    if (n > 0)
        pv_buf_format(line, "; %zu %.*s", n, PV_STR_FMT(pv_outcome_meaning(outcome)));
}

static void add_left_out(struct pv_buf *line, size_t n, const char *one, const char *many)
{
    if (n == 0)
        return;
    PV_BUF_LIT(line, "; ");
    add_count(line, n, one, many);
    PV_BUF_LIT(line, " left out");
}

static void paint_offer(struct pv_paint *paint, const struct pv_report *report)
{
    PV_DEFER(pv_buf_clear) struct pv_buf line = {0};
    size_t n = 0;
    for (size_t i = 0; i < report->result->n_findings; i++)
        n += report->result->findings[i].fix.p && !report->result->findings[i].is_suppressed;
    if (n == 0 || !report->offers_fixes)
        return;
    pv_buf_format(&line, "%zu %s a fix: `pave fix` shows what %s", n, n == 1 ? "has" : "have",
                  n == 1 ? "it changes" : "they change");
    pv_buf_take_failure(paint->out, &line);
    pv_paint_wrapped(paint, 0, pv_buf_str(&line));
}

/* What the count of concerns is worth: what was looked at, and what was not. */
static void paint_coverage(struct pv_paint *paint, const struct pv_report *report)
{
    PV_DEFER(pv_buf_clear) struct pv_buf line = {0};
    const struct pv_scan_counts *counts = &report->result->counts;
    size_t scanned = counts->outcome[PV_OUTCOME_PARSED] + counts->outcome[PV_OUTCOME_PARTLY] +
                     counts->outcome[PV_OUTCOME_IRRELEVANT];
    add_count(&line, scanned, "file", "files");
    PV_BUF_LIT(&line, " scanned with ");
    add_count(&line, report->rules->rules.n, "rule", "rules");
    if (counts->outcome[PV_OUTCOME_PARTLY])
        pv_buf_format(&line, ", %zu of them in part", counts->outcome[PV_OUTCOME_PARTLY]);
    pv_buf_format(&line, "; %zu skipped", counts->outcome[PV_OUTCOME_SKIPPED]);
    add_skips(&line, counts);
    add_outcome(&line, report, PV_OUTCOME_UNREADABLE);
    add_outcome(&line, report, PV_OUTCOME_UNFINISHED);
    add_outcome(&line, report, PV_OUTCOME_UNREACHED);
    add_left_out(&line, report->rules->n_unsupported, "unsupported rule", "unsupported rules");
    add_left_out(&line, report->rules->n_broken, "broken rule", "broken rules");
    pv_paint_begin(paint, PV_INK_QUIET);
    pv_paint_wrapped(paint, 0, pv_buf_str(&line));
    if (report->result->is_partial)
        PV_BUF_LIT(paint->out, "The scan was interrupted: these results are partial.\n");
    pv_paint_end(paint);
    pv_buf_take_failure(paint->out, &line);
}

/* The best questions: one line each, and not more than a few of them. */
static void paint_questions(struct pv_paint *paint, const struct pv_report *report)
{
    enum { SHOWN = 3 };
    for (size_t i = 0; i < report->n_questions && i < SHOWN; i++) {
        PV_DEFER(pv_buf_clear) struct pv_buf line = {0};
        const struct pv_report_question *question = &report->questions[i];
        pv_buf_format(&line, "worth an answer: %.*s, for ", PV_STR_FMT(question->text));
        add_count(&line, question->n_findings, "concern", "concerns");
        pv_buf_take_failure(paint->out, &line);
        pv_paint_wrapped(paint, 0, pv_buf_str(&line));
    }
}

struct pv_result pv_report_text(const struct pv_report *report, struct pv_buf *out,
                                struct pv_err *err)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_paint paint = {.out = out, .style = report->style};
    const struct pv_finding **findings = NULL;
    size_t n = 0; /* those that are shown */
    PV_TRY(pv_order_findings(&mem, report->result, &findings, err));
    for (size_t i = 0; i < report->result->n_findings; i++) {
        if (!findings[i]->is_suppressed || report->shows_suppressed)
            findings[n++] = findings[i];
    }
    paint_findings(&paint, report, findings, n);
    paint_remarks(&paint, report);
    paint_concerns(&paint, report, findings, n);
    paint_offer(&paint, report);
    paint_questions(&paint, report);
    paint_coverage(&paint, report);
    return pv_buf_result(out, err);
}
