/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/part_finder.h"

#include "base/bits.h"
#include "base/num.h"

#include <string.h>

enum {
    SIGNS = 32, /* what is left of a byte: letters are told apart */
    PAIRS = SIGNS * SIGNS,
    HEAD_BYTES = 8,
    ROWS_MAX = UINT16_MAX - 1,
};

/* Makes small letters of capitals, and of other bytes what no letter is, or a digit. */
static const uint64_t small = UINT64_C(0x2020202020202020);

static size_t pair_of(const char *p)
{
    return (size_t)(p[0] & 0x1f) << 5 | (size_t)(p[1] & 0x1f);
}

static size_t triple_of(const char *p)
{
    return pair_of(p) << 5 | (size_t)(p[2] & 0x1f);
}

/* Up to eight bytes from `at` on; zero behind the end. */
static inline uint64_t load_head(struct pv_str text, size_t at)
{
    uint64_t head = 0;
    if (text.n - at >= HEAD_BYTES)
        memcpy(&head, text.p + at, HEAD_BYTES);
    else
        memcpy(&head, text.p + at, text.n - at);
    return head;
}

struct pv_result pv_part_finder_add(struct pv_arena *mem, struct pv_part_finder *finder,
                                    struct pv_str text, pv_word number, struct pv_err *err)
{
    struct pv_part_finder_row row = {.part = pv_need_part_of(text), .number = number};
    struct pv_part_finder_row *slot = NULL;
    if (row.part.bytes.n == 0)
        return PV_SUCCESS;
    size_t n = pv_min(row.part.bytes.n, HEAD_BYTES);
    memset(&row.mask, 0xff, n);
    row.head = (load_head(row.part.bytes, 0) | small) & row.mask;
    if (finder->rows.n == ROWS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d parts of words", ROWS_MAX);
    PV_TRY(PV_VEC_PUSH(mem, &finder->rows, &slot, err));
    *slot = row;
    return PV_SUCCESS;
}

struct pv_result pv_part_finder_finish(struct pv_arena *mem, struct pv_part_finder *finder,
                                       struct pv_err *err)
{
    uint16_t *first = NULL;
    uint64_t *begins = NULL;
    if (finder->rows.n == 0)
        return PV_SUCCESS;
    PV_TRY(PV_NEW_ARRAY(mem, PAIRS, &first, err));
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words((size_t)PAIRS * SIGNS), &begins, err));
    for (size_t i = 0; i < finder->rows.n; i++) {
        struct pv_part_finder_row *row = &finder->rows.p[i];
        size_t pair = pair_of(row->part.bytes.p);
        row->next = first[pair];
        first[pair] = (uint16_t)(i + 1);
        bool is_short = row->part.bytes.n < 3;
        for (size_t third = 0; is_short && third < SIGNS; third++)
            pv_bits_set(begins, pair << 5 | third);
        if (!is_short)
            pv_bits_set(begins, triple_of(row->part.bytes.p));
    }
    finder->first = first;
    finder->begins = begins;
    return PV_SUCCESS;
}

/* Adds those that begin at `at`, of those that begin with the same two letters. */
static void mark_at(const struct pv_part_finder *finder, struct pv_str text, size_t at,
                    uint64_t *set)
{
    uint64_t head = load_head(text, at) | small;
    uint32_t next = finder->first[pair_of(text.p + at)];
    for (; next > 0; next = finder->rows.p[next - 1].next) {
        const struct pv_part_finder_row *row = &finder->rows.p[next - 1];
        if ((head & row->mask) == row->head && !pv_bits_has(set, row->number) &&
            pv_need_part_is_at(&row->part, text, at))
            pv_bits_set(set, row->number);
    }
}

bool pv_part_finder_drop(const struct pv_part_finder *finder, struct pv_str text, uint64_t *set)
{
    bool is_less = false;
    if (finder->rows.n == 0 || pv_need_has_other_case(text))
        return false;
    PV_VEC_EACH (const struct pv_part_finder_row, row, &finder->rows)
        pv_bits_unset(set, row->number);
    for (size_t at = 0; at + 2 < text.n; at++)
        if (pv_bits_has(finder->begins, triple_of(text.p + at)))
            mark_at(finder, text, at, set);
    if (text.n > 1)
        mark_at(finder, text, text.n - 2, set);
    PV_VEC_EACH (const struct pv_part_finder_row, row, &finder->rows)
        is_less = is_less || !pv_bits_has(set, row->number);
    return is_less;
}
