/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/part_finder.h"

#include "base/bits.h"
#include "base/num.h"

enum {
    SIGNS = 64, /* that letters, in lower case, and digits are told apart by */
    PAIRS = SIGNS * SIGNS,
    ROWS_MAX = UINT16_MAX - 1,
};

/* The same for a letter and its capital; of other bytes some are taken for letters. */
static size_t sign_of(char byte)
{
    unsigned char value = (unsigned char)byte;
    return value & 0x40U ? value & 0x1fU : 0x20U | (value & 0x1fU);
}

static size_t pair_of(const char *p)
{
    return sign_of(p[0]) * SIGNS + sign_of(p[1]);
}

struct pv_result pv_part_finder_add(struct pv_arena *mem, struct pv_part_finder *finder,
                                    struct pv_str text, pv_word number, struct pv_err *err)
{
    struct pv_part_finder_row row = {.part = pv_need_part_of(text), .number = number};
    struct pv_part_finder_row *slot = NULL;
    if (row.part.bytes.n == 0)
        return PV_SUCCESS;
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
    if (finder->rows.n == 0)
        return PV_SUCCESS;
    PV_TRY(PV_NEW_ARRAY(mem, PAIRS, &first, err));
    for (size_t i = 0; i < finder->rows.n; i++) {
        struct pv_part_finder_row *row = &finder->rows.p[i];
        size_t pair = pair_of(row->part.bytes.p);
        row->next = first[pair];
        first[pair] = (uint16_t)(i + 1);
    }
    finder->first = first;
    return PV_SUCCESS;
}

/* Marks by row what is in the text; whether all of them are. */
static void mark_found(const struct pv_part_finder *finder, struct pv_str text, uint64_t *set)
{
    size_t left = finder->rows.n;
    for (size_t at = 0; at + 1 < text.n && left > 0; at++) {
        uint32_t next = finder->first[pair_of(text.p + at)];
        for (; next > 0; next = finder->rows.p[next - 1].next) {
            const struct pv_part_finder_row *row = &finder->rows.p[next - 1];
            if (pv_bits_has(set, row->number) || !pv_need_part_is_at(&row->part, text, at))
                continue;
            pv_bits_set(set, row->number);
            left--;
        }
    }
}

bool pv_part_finder_drop(const struct pv_part_finder *finder, struct pv_str text, uint64_t *set)
{
    bool is_less = false;
    if (finder->rows.n == 0 || pv_need_has_other_case(text))
        return false;
    PV_VEC_EACH (const struct pv_part_finder_row, row, &finder->rows)
        pv_bits_unset(set, row->number);
    mark_found(finder, text, set);
    PV_VEC_EACH (const struct pv_part_finder_row, row, &finder->rows)
        is_less = is_less || !pv_bits_has(set, row->number);
    return is_less;
}
