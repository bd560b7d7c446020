/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Four bytes that say how wide the terminal is and where the match stands, then
 * the code: whatever it holds, the frame and the fix fit the terminal, are
 * UTF-8, and hold no character that could steer it.
 */
#include "engine/report/frame.h"

#include "support/fuzz.h"
#include "text/utf8.h"

enum { HEADER_BYTES = 4, MARK_COLUMNS = 3 };

static void check(struct pv_str out, size_t columns)
{
    struct pv_str line = {0};
    pv_assert(pv_utf8_is_valid(out));
    while (pv_str_split(&out, '\n', &line)) {
        pv_assert(pv_paint_width(line) <= columns + MARK_COLUMNS);
        for (size_t at = 0; at < line.n;) {
            uint32_t point = pv_utf8_take(line, &at);
            pv_assert(point >= 0x20 && (point < 0x7f || point > 0x9f));
            pv_assert(point < 0x202a || point > 0x202e);
        }
    }
}

static struct pv_place place_of(struct pv_str lines, size_t offset)
{
    struct pv_place place = {.line = 1, .column = 1, .offset = (uint32_t)offset};
    for (size_t i = 0; i < offset; i++) {
        place.column++;
        if (lines.p[i] == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_paint paint = {.out = &out};
    if (size < HEADER_BYTES)
        return 0;
    struct pv_str lines = fuzz_text(data + HEADER_BYTES, size - HEADER_BYTES);
    size_t newline = pv_str_find(lines, PV_STR("\n"), 0);
    size_t first = newline == SIZE_MAX ? lines.n : newline;
    size_t from = first ? data[1] * first / 255 : 0;
    size_t to = from + data[2] * (lines.n - from) / 255;
    struct pv_finding finding = {
        .lines = lines, .start = place_of(lines, from), .end = place_of(lines, to)};
    finding.fix = pv_str_sub(lines, 0, data[3]);
    paint.style.columns = data[0];
    paint.style.has_utf8 = data[3] % 2 != 0;
    pv_frame_paint(&paint, &finding);
    pv_frame_paint_fix(&paint, &finding);
    check(pv_buf_str(&out), pv_paint_columns(&paint));
    return 0;
}
