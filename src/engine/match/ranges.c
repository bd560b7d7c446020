/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/ranges.h"

#include "base/sort.h"
#include "engine/match/cover.h"
#include "engine/match/match_limits.h"

static int compare(const void *left, const void *right)
{
    const struct pv_range *a = left;
    const struct pv_range *b = right;
    if (a->match.start != b->match.start)
        return a->match.start < b->match.start ? -1 : 1;
    if (a->match.end != b->match.end)
        return a->match.end < b->match.end ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return pv_bindings_compare(a->match.bindings, b->match.bindings);
}

void pv_ranges_sort(struct pv_ranges *ranges)
{
    struct pv_range *list = ranges->list.p;
    if (ranges->list.n < 2)
        return;
    pv_sort(list, ranges->list.n, sizeof *list, compare);
    size_t kept = 1;
    for (size_t i = 1; i < ranges->list.n; i++) {
        if (compare(&list[kept - 1], &list[i]) != 0)
            list[kept++] = list[i];
    }
    ranges->list.n = kept;
}

PV_RESULT pv_ranges_add(const struct pv_algebra *a, struct pv_ranges *ranges, struct pv_range range)
{
    struct pv_range *slot = NULL;
    if (ranges->list.n >= PV_MATCHES_MAX)
        pv_ranges_sort(ranges);
    if (ranges->list.n >= PV_MATCHES_MAX)
        return pv_fail(a->err, PV_LIMIT, 0, "at most %d matches", PV_MATCHES_MAX);
    PV_TRY(PV_VEC_PUSH(a->mem, &ranges->list, &slot, a->err));
    *slot = range;
    return PV_SUCCESS;
}

PV_RESULT pv_algebra_pay(const struct pv_algebra *a, uint64_t steps)
{
    if (a->budget->steps_left < steps) {
        a->budget->steps_left = 0;
        return pv_fail(a->err, PV_LIMIT, 0, "fewer steps than these ranges take");
    }
    a->budget->steps_left -= steps;
    return PV_SUCCESS;
}

static PV_RESULT build_cover(const struct pv_algebra *a, const struct pv_ranges *ranges,
                             struct pv_cover *out)
{
    uint32_t *starts = NULL;
    uint32_t *ends = NULL;
    PV_TRY(PV_NEW_ARRAY(a->mem, ranges->list.n, &starts, a->err));
    PV_TRY(PV_NEW_ARRAY(a->mem, ranges->list.n, &ends, a->err));
    for (size_t i = 0; i < ranges->list.n; i++) {
        starts[i] = ranges->list.p[i].match.start;
        ends[i] = ranges->list.p[i].match.end;
    }
    return pv_cover_build(a->mem, starts, ends, ranges->list.n, out, a->err);
}

static bool agree(const struct pv_algebra *a, const struct pv_range *x, const struct pv_range *y)
{
    return pv_bindings_agree(a->file->tree, a->file->text, x->match.bindings, y->match.bindings);
}

/* Adds each of `inner` that lies in one of `outer`, with what that one binds. */
static PV_RESULT keep_inner(const struct pv_algebra *a, const struct pv_ranges *inner,
                            const struct pv_ranges *outer, bool heeds_kind, struct pv_ranges *out)
{
    struct pv_cover cover = {0};
    PV_TRY(build_cover(a, outer, &cover));
    PV_VEC_EACH (struct pv_range, x, &inner->list) {
        size_t n = pv_cover_upto(&cover, x->match.start);
        while ((n = pv_cover_last(&cover, n, x->match.end)) != PV_COVER_NONE) {
            const struct pv_range *y = &outer->list.p[n];
            PV_TRY(pv_algebra_pay(a, 1));
            bool is_allowed =
                !heeds_kind || x->kind != PV_RANGE_INSIDE || y->kind == PV_RANGE_INSIDE;
            if (!is_allowed || !agree(a, x, y))
                continue;
            struct pv_range kept = *x;
            PV_TRY(pv_bindings_join(a->mem, x->match.bindings, y->match.bindings,
                                    &kept.match.bindings, a->err));
            PV_TRY(pv_ranges_add(a, out, kept));
        }
    }
    return PV_SUCCESS;
}

PV_RESULT pv_ranges_intersect(const struct pv_algebra *a, const struct pv_ranges *x,
                              const struct pv_ranges *y, struct pv_ranges *out)
{
    struct pv_ranges kept = {0};
    PV_TRY(keep_inner(a, x, y, true, &kept));
    PV_TRY(keep_inner(a, y, x, true, &kept));
    pv_ranges_sort(&kept);
    *out = kept;
    return PV_SUCCESS;
}

PV_RESULT pv_ranges_select(const struct pv_algebra *a, const struct pv_ranges *x,
                           const struct pv_ranges *y, struct pv_ranges *out)
{
    struct pv_ranges kept = {0};
    PV_TRY(keep_inner(a, y, x, false, &kept));
    pv_ranges_sort(&kept);
    *out = kept;
    return PV_SUCCESS;
}

PV_RESULT pv_ranges_where(const struct pv_algebra *a, const struct pv_ranges *x,
                          const struct pv_ranges *y, struct pv_ranges *out)
{
    struct pv_ranges kept = {0};
    PV_VEC_EACH (struct pv_range, range, &x->list) {
        bool is_kept = false;
        PV_VEC_EACH (struct pv_range, other, &y->list) {
            if (is_kept)
                break;
            PV_TRY(pv_algebra_pay(a, 1));
            is_kept = agree(a, range, other);
        }
        if (is_kept)
            PV_TRY(pv_ranges_add(a, &kept, *range));
    }
    *out = kept;
    return PV_SUCCESS;
}

/* `y`, which includes `x`, excludes it: a plain range only when it is the same. */
static bool excludes(const struct pv_algebra *a, const struct pv_range *x, const struct pv_range *y)
{
    bool is_same = x->match.start == y->match.start && x->match.end == y->match.end;
    return (is_same || y->kind != PV_RANGE_PLAIN) && agree(a, x, y);
}

static PV_RESULT is_excluded_around(const struct pv_algebra *a, const struct pv_range *x,
                                    const struct pv_ranges *y, const struct pv_cover *cover,
                                    bool *out)
{
    size_t n = pv_cover_upto(cover, x->match.start);
    while (!*out && (n = pv_cover_last(cover, n, x->match.end)) != PV_COVER_NONE) {
        PV_TRY(pv_algebra_pay(a, 1));
        *out = excludes(a, x, &y->list.p[n]);
    }
    return PV_SUCCESS;
}

/* A match of a regular expression also excludes what it lies in. */
static PV_RESULT is_excluded_within(const struct pv_algebra *a, const struct pv_range *x,
                                    const struct pv_ranges *y, const struct pv_cover *cover,
                                    bool *out)
{
    size_t i = x->match.start == 0 ? 0 : pv_cover_upto(cover, x->match.start - 1);
    for (; !*out && i < y->list.n && y->list.p[i].match.start < x->match.end; i++) {
        PV_TRY(pv_algebra_pay(a, 1));
        const struct pv_range *inner = &y->list.p[i];
        *out =
            inner->kind == PV_RANGE_REGEX && inner->match.end <= x->match.end && agree(a, x, inner);
    }
    return PV_SUCCESS;
}

static PV_RESULT is_excluded_anywhere(const struct pv_algebra *a, const struct pv_range *x,
                                      const struct pv_ranges *y, bool *out)
{
    for (size_t i = 0; !*out && i < y->list.n; i++) {
        if (y->list.p[i].kind != PV_RANGE_ANYWHERE)
            continue;
        PV_TRY(pv_algebra_pay(a, 1));
        *out = agree(a, x, &y->list.p[i]);
    }
    return PV_SUCCESS;
}

PV_RESULT pv_ranges_subtract(const struct pv_algebra *a, const struct pv_ranges *x,
                             const struct pv_ranges *y, struct pv_ranges *out)
{
    struct pv_ranges kept = {0};
    struct pv_cover cover = {0};
    PV_TRY(build_cover(a, y, &cover));
    PV_VEC_EACH (struct pv_range, range, &x->list) {
        bool is_excluded = false;
        PV_TRY(is_excluded_around(a, range, y, &cover, &is_excluded));
        PV_TRY(is_excluded_within(a, range, y, &cover, &is_excluded));
        PV_TRY(is_excluded_anywhere(a, range, y, &is_excluded));
        if (!is_excluded)
            PV_TRY(pv_ranges_add(a, &kept, *range));
    }
    *out = kept;
    return PV_SUCCESS;
}
