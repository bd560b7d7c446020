/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/paint.h"

#include "base/num.h"
#include "engine/report/uri.h"
#include "text/utf8.h"

enum { TAB_COLUMNS = 4, COLUMNS_DEFAULT = 80, COLUMNS_MIN = 40, PROSE_COLUMNS_MAX = 100 };

static const char *const codes[] = {
#define X(name, code) code,
#include "engine/report/ink.def"
#undef X
};

void pv_paint_begin(struct pv_paint *paint, enum pv_ink ink)
{
    if (paint->style.has_colour)
        pv_buf_format(paint->out, "\x1b[%sm", codes[ink]);
}

void pv_paint_end(struct pv_paint *paint)
{
    if (paint->style.has_colour)
        PV_BUF_LIT(paint->out, "\x1b[0m");
}

void pv_paint(struct pv_paint *paint, enum pv_ink ink, struct pv_str text)
{
    pv_paint_begin(paint, ink);
    pv_paint_clean(paint, text);
    pv_paint_end(paint);
}

/* C0, C1, and the bidirectional controls that make code read as what it is not. */
static bool is_unsafe(uint32_t point)
{
    return point < 0x20 || (point >= 0x7f && point < 0xa0) ||
           (point >= 0x200b && point <= 0x200f) || (point >= 0x2028 && point <= 0x202e) ||
           (point >= 0x2060 && point <= 0x2069) || point == 0xfeff;
}

/* East Asian wide characters and emoji, by their blocks: close enough to place a caret. */
static size_t width_of(uint32_t point)
{
    static const struct {
        uint32_t first;
        uint32_t last;
        size_t width;
    } blocks[] = {
        {0x0300, 0x036f, 0},   {0x1100, 0x115f, 2},   {0x2e80, 0xa4cf, 2}, {0xac00, 0xd7a3, 2},
        {0xf900, 0xfaff, 2},   {0xfe30, 0xfe6f, 2},   {0xff00, 0xff60, 2}, {0xffe0, 0xffe6, 2},
        {0x1f300, 0x1faff, 2}, {0x20000, 0x3fffd, 2},
    };
    for (size_t i = 0; i < PV_COUNT(blocks); i++) {
        if (point >= blocks[i].first && point <= blocks[i].last)
            return blocks[i].width;
    }
    return 1;
}

static size_t tab_width(size_t column)
{
    return TAB_COLUMNS - column % TAB_COLUMNS;
}

void pv_paint_clean(struct pv_paint *paint, struct pv_str text)
{
    size_t column = 0;
    for (size_t at = 0; at < text.n;) {
        if (text.p[at] == '\t') {
            for (size_t n = tab_width(column); n > 0; n--, column++)
                pv_buf_add_byte(paint->out, ' ');
            at++;
            continue;
        }
        uint32_t point = pv_utf8_take(text, &at);
        if (is_unsafe(point) || point == PV_UTF8_REPLACEMENT)
            pv_buf_add(paint->out, paint->style.has_utf8 ? PV_STR("\xef\xbf\xbd") : PV_STR("?"));
        else
            pv_utf8_add(paint->out, point);
        column += width_of(point);
    }
}

size_t pv_paint_width(struct pv_str text)
{
    size_t column = 0;
    for (size_t at = 0; at < text.n;) {
        if (text.p[at] == '\t') {
            column += tab_width(column);
            at++;
        } else {
            column += width_of(pv_utf8_take(text, &at));
        }
    }
    return column;
}

size_t pv_paint_fit(struct pv_str text, size_t columns)
{
    size_t column = 0;
    for (size_t at = 0; at < text.n;) {
        size_t next = at;
        uint32_t point = pv_utf8_take(text, &next);
        column += point == '\t' ? tab_width(column) : width_of(point);
        if (column > columns)
            return at;
        at = next;
    }
    return text.n;
}

size_t pv_paint_columns(const struct pv_paint *paint)
{
    return paint->style.columns ? pv_max(paint->style.columns, COLUMNS_MIN) : COLUMNS_DEFAULT;
}

static void add_spaces(struct pv_paint *paint, size_t n)
{
    while (n-- > 0)
        pv_buf_add_byte(paint->out, ' ');
}

void pv_paint_wrapped(struct pv_paint *paint, size_t indent, struct pv_str text)
{
    size_t columns = pv_min(pv_paint_columns(paint), PROSE_COLUMNS_MAX);
    size_t column = indent;
    add_spaces(paint, indent);
    for (size_t at = 0; at < text.n;) {
        size_t end = at;
        while (end < text.n && text.p[end] != ' ' && text.p[end] != '\n')
            end++;
        struct pv_str word = pv_str_sub(text, at, end);
        size_t width = pv_paint_width(word);
        if (word.n && column > indent && column + 1 + width > columns) {
            pv_buf_add_byte(paint->out, '\n');
            add_spaces(paint, indent);
            column = indent;
        } else if (word.n && column > indent) {
            pv_buf_add_byte(paint->out, ' ');
            column++;
        }
        pv_paint_clean(paint, word);
        column += width;
        at = end + 1;
    }
    pv_buf_add_byte(paint->out, '\n');
}

void pv_paint_place(struct pv_paint *paint, struct pv_str folder, struct pv_str path,
                    struct pv_str label)
{
    bool is_link = paint->style.has_links && (folder.n > 0 || (path.n && path.p[0] == '/'));
    if (is_link) {
        PV_BUF_LIT(paint->out, "\x1b]8;;file://");
        if (path.p[0] != '/') {
            pv_uri_add_path(paint->out, folder);
            pv_buf_add_byte(paint->out, '/');
        }
        pv_uri_add_path(paint->out, path);
        PV_BUF_LIT(paint->out, "\x1b\\");
    }
    pv_paint(paint, PV_INK_PLACE, label);
    if (is_link)
        PV_BUF_LIT(paint->out, "\x1b]8;;\x1b\\");
}
