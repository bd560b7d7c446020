/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/edit.h"

/* Someone may have saved the file since; a fix at the wrong place would be worse than none. */
static bool is_as_scanned(struct pv_str text, const struct pv_finding *finding)
{
    size_t before = finding->start.column - 1;

    if (finding->start.offset < before || finding->end.offset > text.n ||
        finding->start.offset > finding->end.offset)
        return false;
    size_t line = finding->start.offset - before;
    return pv_str_has_prefix(pv_str_sub(text, line, text.n), finding->lines);
}

enum { LEFT, TAKEN };

/* One text on its way to another. */
struct making {
    struct pv_arena *mem;
    struct pv_str text;
    const struct pv_finding *findings;
    struct pv_str taken; /* a byte for each finding */
    size_t done;         /* text up to here is in the new one */
    struct pv_edit *out;
};

/* Which of the fixes are made: a byte for each finding. */
static void choose(struct pv_str text, const struct pv_finding *findings, size_t n,
                   struct pv_buf *taken, struct pv_edit *out)
{
    size_t done = 0;
    bool is_first = true; /* a fix at the very start overlaps with nothing */
    for (size_t i = 0; i < n; i++) {
        const struct pv_finding *finding = &findings[i];
        size_t import = finding->import_at.offset;
        size_t start = finding->start.offset;
        bool may = !finding->is_suppressed && finding->fix.p;
        bool is_moved = may && (!is_as_scanned(text, finding) || import > text.n);
        bool overlaps = start < done || (start == done && !is_first) ||
                        (finding->import.n && import > start && import < finding->end.offset);
        bool is_taken = may && !is_moved && !overlaps;
        pv_buf_add_byte(taken, is_taken ? TAKEN : LEFT);
        out->moved += is_moved;
        out->overlapping += may && !is_moved && overlaps;
        if (!is_taken)
            continue;
        out->applied++;
        done = finding->end.offset;
        is_first = false;
    }
}

/* What stands between the last place and this one; and the place, whose new bytes follow. */
static PV_RESULT begin_place(struct making *making, size_t start, size_t end,
                             struct pv_edit_place **place, struct pv_err *err)
{
    struct pv_edit *out = making->out;
    pv_buf_add(&out->text, pv_str_sub(making->text, making->done, start));
    making->done = end;
    PV_TRY(PV_VEC_PUSH(making->mem, &out->places, place, err));
    **place = (struct pv_edit_place){.start = start, .end = end, .new_start = out->text.n};
    return PV_SUCCESS;
}

/* The lines at the head of the file that the fixes need which are made, each once. */
static PV_RESULT add_imports(struct making *making, size_t at, struct pv_err *err)
{
    const struct pv_finding *findings = making->findings;
    struct pv_str taken = making->taken;
    struct pv_edit_place *place = NULL;
    PV_TRY(begin_place(making, at, at, &place, err));
    for (size_t i = 0; i < taken.n; i++) {
        bool is_first = taken.p[i] == TAKEN;
        for (size_t before = 0; before < i && is_first; before++)
            is_first =
                taken.p[before] != TAKEN || !pv_str_eq(findings[before].import, findings[i].import);
        if (is_first)
            pv_buf_add(&making->out->text, findings[i].import);
    }
    place->new_end = making->out->text.n;
    return PV_SUCCESS;
}

static PV_RESULT add_fix(struct making *making, const struct pv_finding *finding,
                         struct pv_err *err)
{
    struct pv_edit_place *place = NULL;
    PV_TRY(begin_place(making, finding->start.offset, finding->end.offset, &place, err));
    pv_buf_add(&making->out->text, finding->fix);
    place->new_end = making->out->text.n;
    return PV_SUCCESS;
}

/* The one place of the file for imports; SIZE_MAX when no fix that is made needs any. */
static size_t import_place(const struct pv_finding *findings, struct pv_str taken)
{
    for (size_t i = 0; i < taken.n; i++)
        if (taken.p[i] == TAKEN && findings[i].import.n)
            return findings[i].import_at.offset;
    return SIZE_MAX;
}

static PV_RESULT make(struct making *making, struct pv_err *err)
{
    size_t import = import_place(making->findings, making->taken);
    for (size_t i = 0; i <= making->taken.n; i++) {
        bool is_end = i == making->taken.n;
        size_t start = is_end ? making->text.n : making->findings[i].start.offset;
        if (!is_end && making->taken.p[i] != TAKEN)
            continue;
        if (import >= making->done && import <= start) {
            PV_TRY(add_imports(making, import, err));
            import = SIZE_MAX;
        }
        if (!is_end)
            PV_TRY(add_fix(making, &making->findings[i], err));
    }
    pv_buf_add(&making->out->text, pv_str_sub(making->text, making->done, making->text.n));
    return pv_buf_result(&making->out->text, err);
}

PV_RESULT pv_edit_make(struct pv_arena *mem, struct pv_str text, const struct pv_finding *findings,
                       size_t n_findings, struct pv_edit *out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf taken = {0};
    choose(text, findings, n_findings, &taken, out);
    PV_TRY(pv_buf_result(&taken, err));
    struct making making = {
        .mem = mem, .text = text, .findings = findings, .taken = pv_buf_str(&taken), .out = out};
    return make(&making, err);
}
