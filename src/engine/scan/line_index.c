/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/line_index.h"

#include "base/num.h"

struct pv_result pv_line_index_build(struct pv_arena *mem, struct pv_str text,
                                     struct pv_line_index *out, struct pv_err *err)
{
    struct pv_line_index index = {.text = text};
    uint32_t *start = NULL;
    PV_TRY(PV_VEC_PUSH(mem, &index.starts, &start, err));
    for (size_t at = 0; at < text.n;) {
        const char *end = memchr(text.p + at, '\n', text.n - at);
        if (!end)
            break;
        at = (size_t)(end - text.p) + 1;
        PV_TRY(PV_VEC_PUSH(mem, &index.starts, &start, err));
        *start = (uint32_t)at;
    }
    *out = index;
    return PV_SUCCESS;
}

/* The last line that starts at or before `offset`, counted from 0. */
static size_t find_line(const struct pv_line_index *index, uint32_t offset)
{
    size_t low = 0;
    size_t high = index->starts.n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (index->starts.p[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct pv_place pv_line_index_place(const struct pv_line_index *index, uint32_t offset)
{
    if (index->starts.n == 0)
        return (struct pv_place){.line = 1, .column = 1, .offset = offset};
    size_t line = find_line(index, offset);
    return (struct pv_place){
        .line = (uint32_t)line + 1,
        .column = offset - index->starts.p[line] + 1,
        .offset = offset,
    };
}

struct pv_str pv_line_index_lines(const struct pv_line_index *index, uint32_t first, uint32_t last)
{
    size_t n = index->starts.n;
    if (first == 0 || first > n || last < first)
        return (struct pv_str){0};
    size_t start = index->starts.p[first - 1];
    size_t end = last < n ? index->starts.p[last] - 1 : index->text.n;
    if (end > start && index->text.p[end - 1] == '\n' && last >= n)
        end--;
    if (end > start && index->text.p[end - 1] == '\r')
        end--;
    return pv_str_sub(index->text, start, end);
}
