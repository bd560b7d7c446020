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

/* The lines at the head of the file that the fixes need which are taken, each once. */
static void add_imports(struct pv_buf *out, const struct pv_finding *findings, struct pv_str taken)
{
    for (size_t i = 0; i < taken.n; i++) {
        bool is_first = taken.p[i] == TAKEN;
        for (size_t before = 0; before < i && is_first; before++)
            is_first =
                taken.p[before] != TAKEN || !pv_str_eq(findings[before].import, findings[i].import);
        if (is_first)
            pv_buf_add(out, findings[i].import);
    }
}

/* Which of the fixes are made: a byte for each finding. */
static void choose(struct pv_str text, const struct pv_finding *findings, size_t n,
                   struct pv_buf *taken, struct pv_edit_counts *counts)
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
        counts->moved += is_moved;
        counts->overlapping += may && !is_moved && overlaps;
        if (!is_taken)
            continue;
        counts->applied++;
        done = finding->end.offset;
        is_first = false;
    }
}

/* The one place of the file for imports; SIZE_MAX when no fix that is made needs any. */
static size_t import_place(const struct pv_finding *findings, struct pv_str taken)
{
    for (size_t i = 0; i < taken.n; i++)
        if (taken.p[i] == TAKEN && findings[i].import.n)
            return findings[i].import_at.offset;
    return SIZE_MAX;
}

void pv_edit_apply(struct pv_str text, const struct pv_finding *findings, size_t n_findings,
                   struct pv_buf *out, struct pv_edit_counts *counts)
{
    PV_DEFER(pv_buf_clear) struct pv_buf flags = {0};
    size_t done = 0; /* text up to here is in `out` */
    choose(text, findings, n_findings, &flags, counts);
    struct pv_str taken = pv_buf_str(&flags);
    size_t import = import_place(findings, taken);
    for (size_t i = 0; i <= taken.n; i++) {
        bool is_end = i == taken.n;
        size_t start = is_end ? text.n : findings[i].start.offset;
        if (!is_end && taken.p[i] != TAKEN)
            continue;
        if (import >= done && import <= start) {
            pv_buf_add(out, pv_str_sub(text, done, import));
            add_imports(out, findings, taken);
            done = import;
            import = SIZE_MAX;
        }
        pv_buf_add(out, pv_str_sub(text, done, start));
        if (is_end)
            break;
        pv_buf_add(out, findings[i].fix);
        done = findings[i].end.offset;
    }
    pv_buf_take_failure(out, &flags);
}
