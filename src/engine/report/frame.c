/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/frame.h"

#include "base/num.h"

enum { LINES_SHOWN = 4, LINE_BYTES_SHOWN = 160, LEAD_BYTES = 40 };

/* One line of a finding: the text, and which bytes of it are the match. */
struct line {
    struct pv_str text;
    size_t from;
    size_t to;
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

/* A line of minified code is cut around what matters. */
static struct line cut(struct line line, bool *is_cut_before, bool *is_cut_after)
{
    size_t start = 0;
    *is_cut_before = false;
    *is_cut_after = false;
    if (line.text.n <= LINE_BYTES_SHOWN)
        return line;
    if (line.from > LEAD_BYTES) {
        start = line.from - LEAD_BYTES;
        *is_cut_before = true;
    }
    size_t end = pv_min(start + LINE_BYTES_SHOWN, line.text.n);
    *is_cut_after = end < line.text.n;
    return (struct line){pv_str_sub(line.text, start, end), line.from - start,
                         pv_min(line.to, end) - start};
}

static const char *bar(const struct pv_paint *paint)
{
    return paint->style.has_utf8 ? "│" : "|";
}

static const char *dots(const struct pv_paint *paint)
{
    return paint->style.has_utf8 ? "…" : "...";
}

static void paint_gutter(struct pv_paint *paint, uint32_t number)
{
    pv_paint_begin(paint, PV_INK_FRAME);
    if (number)
        pv_buf_format(paint->out, "%6u %s ", number, bar(paint));
    else
        pv_buf_format(paint->out, "%6s %s ", "", bar(paint));
    pv_paint_end(paint);
}

static void paint_line(struct pv_paint *paint, struct line line, uint32_t number)
{
    bool is_cut_before = false;
    bool is_cut_after = false;
    line = cut(line, &is_cut_before, &is_cut_after);
    size_t lead = pv_paint_width(pv_str_sub(line.text, 0, line.from)) +
                  (is_cut_before ? (paint->style.has_utf8 ? 1u : 3u) : 0u);
    size_t width = pv_paint_width(pv_str_sub(line.text, 0, line.to)) -
                   pv_paint_width(pv_str_sub(line.text, 0, line.from));

    paint_gutter(paint, number);
    pv_buf_format(paint->out, "%s", is_cut_before ? dots(paint) : "");
    pv_paint_clean(paint, line.text);
    pv_buf_format(paint->out, "%s\n", is_cut_after ? dots(paint) : "");

    paint_gutter(paint, 0);
    for (size_t i = 0; i < lead; i++)
        pv_buf_add_byte(paint->out, ' ');
    pv_paint_begin(paint, PV_INK_MARK);
    for (size_t i = 0; i < pv_max(width, 1); i++)
        pv_buf_add_byte(paint->out, '^');
    pv_paint_end(paint);
    pv_buf_add_byte(paint->out, '\n');
}

void pv_frame_paint(struct pv_paint *paint, const struct pv_finding *finding)
{
    struct pv_str rest = finding->lines;
    struct pv_str text = {0};
    uint32_t number = finding->start.line;
    for (size_t shown = 0; pv_str_split(&rest, '\n', &text); shown++, number++) {
        if (shown == LINES_SHOWN) {
            paint_gutter(paint, 0);
            pv_buf_format(paint->out, "%s\n", dots(paint));
            return;
        }
        paint_line(paint, line_of(finding, text, number), number);
    }
}

static void paint_side(struct pv_paint *paint, char sign, struct pv_str text)
{
    struct pv_str line = {0};
    bool is_old = sign == '-';
    while (pv_str_split(&text, '\n', &line)) {
        line = without_return(line);
        pv_paint_begin(paint, is_old ? PV_INK_OLD : PV_INK_NEW);
        pv_buf_format(paint->out, "      %c ", sign);
        pv_paint_clean(paint, pv_str_sub(line, 0, LINE_BYTES_SHOWN));
        pv_paint_end(paint);
        pv_buf_add_byte(paint->out, '\n');
    }
}

void pv_frame_paint_fix(struct pv_paint *paint, const struct pv_finding *finding)
{
    PV_DEFER(pv_buf_clear) struct pv_buf fixed = {0};
    size_t from = finding->start.column - 1;
    size_t match = finding->end.offset - finding->start.offset;
    if (from > finding->lines.n || match > finding->lines.n - from ||
        finding->lines.n > (size_t)LINES_SHOWN * LINE_BYTES_SHOWN)
        return;
    pv_buf_add(&fixed, pv_str_sub(finding->lines, 0, from));
    pv_buf_add(&fixed, finding->fix);
    pv_buf_add(&fixed, pv_str_sub(finding->lines, from + match, finding->lines.n));
    if (fixed.failure != PV_OK)
        return; /* the finding is whole without this */
    paint_side(paint, '-', finding->lines);
    paint_side(paint, '+', pv_buf_str(&fixed));
}
