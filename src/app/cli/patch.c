/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/patch.h"
#include "engine/report/paint.h"

enum { CONTEXT = 3 };

/* Places that are whole lines. */
struct changes {
    struct pv_mended_place *p;
    size_t n, capacity;
};

struct writing {
    const struct pv_patch *patch;
    struct pv_paint paint;
    size_t at;    /* bytes of the old text whose lines are counted … */
    size_t line;  /* … and how many they are */
    long shifted; /* lines that the new text has more up to there */
};

static bool is_line_start(struct pv_str text, size_t offset)
{
    return offset == 0 || text.p[offset - 1] == '\n';
}

static size_t count_lines(struct pv_str text, size_t start, size_t end)
{
    size_t n = 0;
    for (size_t at = start; at < end; n++)
        at = pv_str_line_end(text, at);
    return n;
}

/* The lines that the places change; places that share a line are one change. */
static PV_RESULT find_changes(struct pv_arena *mem, const struct pv_patch *patch,
                              struct changes *out, struct pv_err *err)
{
    struct pv_mended_place *change = NULL;
    for (size_t i = 0; i < patch->n_places; i++) {
        const struct pv_mended_place *place = &patch->places[i];
        size_t start = pv_str_line_start(patch->before, place->start);
        if (!change || start >= change->end) {
            PV_TRY(PV_VEC_PUSH(mem, out, &change, err));
            change->start = start;
            change->new_start = place->new_start - (place->start - start);
        }
        bool is_whole =
            is_line_start(patch->before, place->end) && is_line_start(patch->after, place->new_end);
        change->end = is_whole ? place->end : pv_str_line_end(patch->before, place->end);
        change->new_end = place->new_end + (change->end - place->end);
    }
    return PV_SUCCESS;
}

static void write_lines(struct writing *writing, char sign, struct pv_str text)
{
    struct pv_paint *paint = &writing->paint;
    enum pv_ink ink = sign == '-' ? PV_INK_OLD : PV_INK_NEW;
    for (size_t at = 0; at < text.n;) {
        size_t end = pv_str_line_end(text, at);
        bool is_ended = text.p[end - 1] == '\n';
        struct pv_str line = pv_str_sub(text, at, is_ended ? end - 1 : end);
        if (sign != ' ')
            pv_paint_begin(paint, ink);
        pv_buf_add_byte(paint->out, sign);
        if (writing->patch->is_shown)
            pv_paint_clean(paint, line);
        else
            pv_buf_add(paint->out, line);
        if (sign != ' ')
            pv_paint_end(paint);
        pv_buf_add(paint->out, PV_STR("\n"));
        if (!is_ended)
            pv_buf_add(paint->out, PV_STR("\\ No newline at end of file\n"));
        at = end;
    }
}

/* A hunk's place: no line is named by the line before it. */
static void write_range(struct pv_buf *out, char sign, size_t before, size_t n)
{
    pv_buf_format(out, "%c%zu", sign, n ? before + 1 : before);
    if (n != 1)
        pv_buf_format(out, ",%zu", n);
}

/* The changes of a hunk, with the lines around them. */
struct hunk {
    const struct pv_mended_place *changes;
    size_t n;
    size_t start; /* in the old text, with the lines around */
    size_t end;
};

static void write_head(struct writing *writing, const struct hunk *hunk)
{
    const struct pv_patch *patch = writing->patch;
    struct pv_buf *out = writing->paint.out;
    size_t n_old = count_lines(patch->before, hunk->start, hunk->end);
    size_t n_new = n_old;
    for (size_t i = 0; i < hunk->n; i++) {
        const struct pv_mended_place *change = &hunk->changes[i];
        n_new += count_lines(patch->after, change->new_start, change->new_end);
        n_new -= count_lines(patch->before, change->start, change->end);
    }
    writing->line += count_lines(patch->before, writing->at, hunk->start);
    writing->at = hunk->start;
    pv_paint_begin(&writing->paint, PV_INK_PLACE);
    pv_buf_add(out, PV_STR("@@ "));
    write_range(out, '-', writing->line, n_old);
    pv_buf_add_byte(out, ' ');
    write_range(out, '+', (size_t)((long)writing->line + writing->shifted), n_new);
    pv_buf_add(out, PV_STR(" @@"));
    pv_paint_end(&writing->paint);
    pv_buf_add(out, PV_STR("\n"));
    writing->shifted += (long)n_new - (long)n_old;
}

static void write_hunk(struct writing *writing, const struct hunk *hunk)
{
    struct pv_str before = writing->patch->before;
    size_t at = hunk->start;
    write_head(writing, hunk);
    for (size_t i = 0; i < hunk->n; i++) {
        const struct pv_mended_place *change = &hunk->changes[i];
        write_lines(writing, ' ', pv_str_sub(before, at, change->start));
        write_lines(writing, '-', pv_str_sub(before, change->start, change->end));
        write_lines(writing, '+',
                    pv_str_sub(writing->patch->after, change->new_start, change->new_end));
        at = change->end;
    }
    write_lines(writing, ' ', pv_str_sub(before, at, hunk->end));
}

static size_t lines_before(struct pv_str text, size_t offset)
{
    for (int i = 0; i < CONTEXT && offset > 0; i++)
        offset = pv_str_line_start(text, offset - 1);
    return offset;
}

static size_t lines_behind(struct pv_str text, size_t offset)
{
    for (int i = 0; i < CONTEXT && offset < text.n; i++)
        offset = pv_str_line_end(text, offset);
    return offset;
}

/* A name with a space in it ends with a tab, as patch(1) wants it. */
static void write_name(struct writing *writing, struct pv_str sign, struct pv_str side)
{
    struct pv_buf *out = writing->paint.out;
    struct pv_str path = writing->patch->path;
    pv_paint_begin(&writing->paint, PV_INK_RULE);
    pv_buf_add(out, sign);
    if (path.p[0] != '/')
        pv_buf_add(out, side);
    if (writing->patch->is_shown)
        pv_paint_clean(&writing->paint, path);
    else
        pv_buf_add(out, path);
    if (pv_str_find(path, PV_STR(" "), 0) != SIZE_MAX)
        pv_buf_add_byte(out, '\t');
    pv_paint_end(&writing->paint);
    pv_buf_add(out, PV_STR("\n"));
}

PV_RESULT pv_patch_write(struct pv_arena *mem, const struct pv_patch *patch, struct pv_buf *out,
                         struct pv_err *err)
{
    struct writing writing = {.patch = patch, .paint = {out, patch->style}};
    struct changes changes = {0};
    PV_TRY(find_changes(mem, patch, &changes, err));
    write_name(&writing, PV_STR("--- "), PV_STR("a/"));
    write_name(&writing, PV_STR("+++ "), PV_STR("b/"));
    for (size_t i = 0; i < changes.n;) {
        struct hunk hunk = {.changes = &changes.p[i],
                            .start = lines_before(patch->before, changes.p[i].start)};
        do {
            hunk.end = lines_behind(patch->before, changes.p[i].end);
            hunk.n++;
            i++;
        } while (i < changes.n && lines_before(patch->before, changes.p[i].start) <= hunk.end);
        write_hunk(&writing, &hunk);
    }
    return pv_buf_result(out, err);
}
