/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/frame.h"

#include "base/num.h"

enum { LINES_SHOWN = 4, FIX_LINES_SHOWN = 8, GUTTER_COLUMNS = 8 };

/* One line of a finding: the text, and which bytes of it are the match. */
struct line {
    struct pv_str text;
    size_t from;
    size_t to;
};

/* A line as it is shown: a part of it, where all of it is too long. */
struct cut {
    struct line line;
    bool has_before;
    bool has_after;
};

static struct pv_str without_return(struct pv_str line)
{
    return line.n && line.p[line.n - 1] == '\r' ? pv_str_sub(line, 0, line.n - 1) : line;
}

static size_t indent_of(struct pv_str line)
{
    size_t n = 0;
    while (n < line.n && (line.p[n] == ' ' || line.p[n] == '\t'))
        n++;
    return n;
}

/* `number` is the line's in the file. */
static struct line line_of(const struct pv_finding *finding, struct pv_str text, uint32_t number)
{
    struct line line = {.text = without_return(text)};
    line.from = number == finding->start.line ? finding->start.column - 1 : indent_of(line.text);
    line.to = number == finding->end.line ? finding->end.column - 1 : line.text.n;
    line.from = pv_min(line.from, line.text.n);
    line.to = pv_min(pv_max(line.to, line.from), line.text.n);
    return line;
}

static const char *bar(const struct pv_paint *paint)
{
    return paint->style.has_utf8 ? "│" : "|";
}

static struct pv_str dots(const struct pv_paint *paint)
{
    return paint->style.has_utf8 ? PV_STR("…") : PV_STR("...");
}

static size_t room_of(const struct pv_paint *paint)
{
    return pv_paint_columns(paint) - GUTTER_COLUMNS;
}

/* The blanks that all shown lines begin with, where leaving them out may spare a cut. */
static size_t spare_indent(const struct pv_paint *paint, struct pv_str lines)
{
    struct pv_str line = {0};
    size_t indent = SIZE_MAX;
    bool is_cut = false;
    for (size_t n = 0; n < LINES_SHOWN && pv_str_split(&lines, '\n', &line); n++) {
        line = without_return(line);
        if (indent_of(line) < line.n)
            indent = pv_min(indent, indent_of(line));
        is_cut = is_cut || pv_paint_fit(line, room_of(paint)) < line.n;
    }
    return is_cut && indent != SIZE_MAX ? indent : 0;
}

static struct line without_indent(struct line line, size_t indent)
{
    indent = pv_min(indent, indent_of(line.text));
    line.text = pv_str_sub(line.text, indent, line.text.n);
    line.from -= pv_min(line.from, indent);
    line.to -= pv_min(line.to, indent);
    return line;
}

/*
 * The part of `line` that fits into `room` columns: from its start if that shows
 * the whole match, else with a third of the room before the match.
 */
static struct cut cut(const struct pv_paint *paint, struct line line, size_t room)
{
    struct pv_str text = line.text;
    struct pv_str lead = pv_str_sub(text, 0, line.from);
    size_t dot_columns = pv_paint_width(dots(paint));
    size_t lead_columns = pv_paint_width(lead);
    size_t start = 0;
    if (pv_paint_fit(text, room) == text.n)
        return (struct cut){.line = line};
    if (pv_paint_fit(text, room - dot_columns) < line.to && lead_columns > room / 3)
        start = pv_paint_fit(lead, lead_columns - room / 3);
    if (start > 0)
        room -= dot_columns;
    struct pv_str rest = pv_str_sub(text, start, text.n);
    size_t shown = pv_paint_fit(rest, room);
    if (shown < rest.n)
        shown = pv_paint_fit(rest, room - dot_columns);
    return (struct cut){
        .line = {.text = pv_str_sub(rest, 0, shown),
                 .from = pv_min(line.from - start, shown),
                 .to = pv_min(line.to - start, shown)},
        .has_before = start > 0,
        .has_after = shown < rest.n,
    };
}

static void paint_cut(struct pv_paint *paint, const struct cut *cut)
{
    if (cut->has_before)
        pv_buf_add(paint->out, dots(paint));
    pv_paint_clean(paint, cut->line.text);
    if (cut->has_after)
        pv_buf_add(paint->out, dots(paint));
}

static void paint_gutter(struct pv_paint *paint, uint32_t number)
{
    pv_paint_begin(paint, PV_INK_FRAME);
    if (number)
        pv_buf_format(paint->out, "%5u %s ", number, bar(paint));
    else
        pv_buf_format(paint->out, "%5s %s ", "", bar(paint));
    pv_paint_end(paint);
}

static void paint_line(struct pv_paint *paint, struct line line, uint32_t number)
{
    struct cut shown = cut(paint, line, room_of(paint));
    struct pv_str text = shown.line.text;
    size_t before = pv_paint_width(pv_str_sub(text, 0, shown.line.from));
    size_t end = pv_paint_width(pv_str_sub(text, 0, shown.line.to));
    /* Within a character, a place may be further right than the one after it. */
    size_t width = end > before ? end - before : 1;

    paint_gutter(paint, number);
    paint_cut(paint, &shown);
    pv_buf_add_byte(paint->out, '\n');

    paint_gutter(paint, 0);
    if (shown.has_before)
        before += pv_paint_width(dots(paint));
    for (size_t i = 0; i < before; i++)
        pv_buf_add_byte(paint->out, ' ');
    pv_paint_begin(paint, PV_INK_MARK);
    for (size_t i = 0; i < width; i++)
        pv_buf_add_byte(paint->out, '^');
    pv_paint_end(paint);
    pv_buf_add_byte(paint->out, '\n');
}

void pv_frame_paint(struct pv_paint *paint, const struct pv_finding *finding)
{
    struct pv_str rest = finding->lines;
    struct pv_str text = {0};
    uint32_t number = finding->start.line;
    size_t indent = spare_indent(paint, finding->lines);
    if (finding->start.column - 1 > finding->lines.n)
        return; /* the match is beyond what was kept of an endless line */
    for (size_t shown = 0; pv_str_split(&rest, '\n', &text); shown++, number++) {
        if (shown == LINES_SHOWN) {
            paint_gutter(paint, 0);
            pv_buf_add(paint->out, dots(paint));
            pv_buf_add_byte(paint->out, '\n');
            return;
        }
        paint_line(paint, without_indent(line_of(finding, text, number), indent), number);
    }
}

/* One side of the difference; `all` has all of its lines and says which bytes change. */
static void paint_side(struct pv_paint *paint, char sign, struct line all, size_t indent)
{
    struct pv_str rest = all.text;
    struct line line = all;
    for (size_t n = 0; n < FIX_LINES_SHOWN && pv_str_split(&rest, '\n', &line.text); n++) {
        line.text = without_return(line.text);
        line.from = pv_min(line.from, line.text.n);
        line.to = pv_min(line.to, line.text.n);
        struct cut shown = cut(paint, without_indent(line, indent), room_of(paint));
        pv_paint_begin(paint, sign == '-' ? PV_INK_OLD : PV_INK_NEW);
        pv_buf_format(paint->out, "      %c ", sign);
        paint_cut(paint, &shown);
        pv_paint_end(paint);
        pv_buf_add_byte(paint->out, '\n');
        line = (struct line){0};
    }
    if (rest.n == 0)
        return;
    pv_buf_format(paint->out, "      %c ", sign);
    pv_buf_add(paint->out, dots(paint));
    pv_buf_add_byte(paint->out, '\n');
}

void pv_frame_paint_fix(struct pv_paint *paint, const struct pv_finding *finding)
{
    PV_DEFER(pv_buf_clear) struct pv_buf fixed = {0};
    struct pv_str lines = finding->lines;
    size_t from = finding->start.column - 1;
    size_t match = finding->end.offset - finding->start.offset;
    if (from > lines.n || match > lines.n - from)
        return; /* not all of the match was kept */
    pv_buf_add(&fixed, pv_str_sub(lines, 0, from));
    pv_buf_add(&fixed, finding->fix);
    pv_buf_add(&fixed, pv_str_sub(lines, from + match, lines.n));
    pv_buf_take_failure(paint->out, &fixed);
    PV_BUF_LIT(paint->out, "  fix:\n");
    struct pv_str import = pv_str_trim(finding->import);
    if (import.n)
        paint_side(paint, '+', (struct line){import, 0, import.n}, 0);
    size_t indent = pv_max(spare_indent(paint, lines), spare_indent(paint, pv_buf_str(&fixed)));
    paint_side(paint, '-', (struct line){lines, from, from + match}, indent);
    paint_side(paint, '+', (struct line){pv_buf_str(&fixed), from, from + finding->fix.n}, indent);
}
