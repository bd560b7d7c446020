/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/marks.h"

#include <stdlib.h>

PV_RESULT pv_marks_add(struct pv_arena *mem, struct pv_marks *marks, struct pv_mark mark,
                       struct pv_err *err)
{
    struct pv_mark *slot = NULL;
    PV_TRY(PV_VEC_PUSH(mem, &marks->list, &slot, err));
    *slot = mark;
    return PV_SUCCESS;
}

static int compare(const void *left, const void *right)
{
    const struct pv_mark *a = left;
    const struct pv_mark *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    if (a->spec != b->spec)
        return a->spec < b->spec ? -1 : 1; /* of one array, in the order of the rule */
    if (a->number != b->number)
        return a->number < b->number ? -1 : 1;
    return pv_bindings_compare(a->bindings, b->bindings);
}

PV_RESULT pv_marks_finish(struct pv_arena *mem, struct pv_marks *marks, struct pv_err *err)
{
    size_t n = marks->list.n;
    uint32_t *starts = NULL;
    uint32_t *ends = NULL;
    if (n > 1)
        qsort(marks->list.p, n, sizeof *marks->list.p, compare);
    PV_TRY(PV_NEW_ARRAY(mem, n + 1, &starts, err));
    PV_TRY(PV_NEW_ARRAY(mem, n + 1, &ends, err));
    for (size_t i = 0; i < n; i++) {
        starts[i] = marks->list.p[i].start;
        ends[i] = marks->list.p[i].end;
    }
    return pv_cover_build(mem, starts, ends, n, &marks->cover, err);
}

static const struct pv_mark *last_of(const struct pv_marks *marks, size_t n, uint32_t end)
{
    size_t found = n == 0 ? PV_COVER_NONE : pv_cover_last(&marks->cover, n, end);
    return found == PV_COVER_NONE ? NULL : &marks->list.p[found];
}

const struct pv_mark *pv_marks_around(const struct pv_marks *marks, uint32_t start, uint32_t end)
{
    if (marks->list.n == 0)
        return NULL;
    return last_of(marks, pv_cover_upto(&marks->cover, start), end);
}

const struct pv_mark *pv_marks_next(const struct pv_marks *marks, const struct pv_mark *mark,
                                    uint32_t end)
{
    return last_of(marks, (size_t)(mark - marks->list.p), end);
}

bool pv_marks_has(const struct pv_marks *marks, uint32_t start, uint32_t end)
{
    for (const struct pv_mark *mark = pv_marks_around(marks, start, end); mark;
         mark = pv_marks_next(marks, mark, end))
        if (mark->start == start && mark->end == end)
            return true;
    return false;
}
