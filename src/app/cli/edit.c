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

void pv_edit_apply(struct pv_str text, const struct pv_finding *findings, size_t n_findings,
                   struct pv_buf *out, struct pv_edit_counts *counts)
{
    size_t done = 0;      /* text up to here is in `out` */
    bool is_first = true; /* a fix at the very start overlaps with nothing */

    for (size_t i = 0; i < n_findings; i++) {
        const struct pv_finding *finding = &findings[i];
        if (finding->is_suppressed || !finding->fix.p)
            continue;
        if (!is_as_scanned(text, finding)) {
            counts->moved++;
        } else if (finding->start.offset < done || (finding->start.offset == done && !is_first)) {
            counts->overlapping++;
        } else {
            pv_buf_add(out, pv_str_sub(text, done, finding->start.offset));
            pv_buf_add(out, finding->fix);
            done = finding->end.offset;
            is_first = false;
            counts->applied++;
        }
    }
    pv_buf_add(out, pv_str_sub(text, done, text.n));
}
