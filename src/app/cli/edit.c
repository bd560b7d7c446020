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

/* Which of the fixes are made. */
static void choose(struct pv_str text, const struct pv_finding *findings, size_t n, bool *is_made,
                   struct pv_edit *out)
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
        is_made[i] = may && !is_moved && !overlaps;
        out->moved += is_moved;
        out->overlapping += may && !is_moved && overlaps;
        if (!is_made[i])
            continue;
        out->applied++;
        done = finding->end.offset;
        is_first = false;
    }
}

PV_RESULT pv_edit_make(struct pv_arena *mem, struct pv_str text, const struct pv_finding *findings,
                       size_t n_findings, struct pv_edit *out, struct pv_err *err)
{
    struct pv_mending mending = {.text = text, .findings = findings, .n = n_findings};
    bool *is_made = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, n_findings + 1, &is_made, err));
    choose(text, findings, n_findings, is_made, out);
    mending.is_made = is_made;
    return pv_mended_make(mem, &mending, &out->mended, err);
}
