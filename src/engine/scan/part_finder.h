/* SPDX-License-Identifier: Apache-2.0 */
/*
 * part_finder: which parts of words (need_part.h) a text holds, of many looked for at once.
 *
 * Every byte is looked at, so it is asked of the few files that have all the words.
 */
#ifndef PV_ENGINE_SCAN_PART_FINDER_H
#define PV_ENGINE_SCAN_PART_FINDER_H

#include "engine/ast/vocab.h"
#include "engine/match/need_part.h"

struct pv_part_finder_row {
    struct pv_need_part part;
    uint64_t mask; /* of the first eight bytes that are the part's */
    uint64_t head; /* and those, as they are compared */
    pv_word number;
    uint32_t next; /* that begins with the same two letters: one more than its place; 0: none */
};

/* Zero is a finder of nothing. Immutable once built; threads share it. */
struct pv_part_finder {
    PV_VEC(struct pv_part_finder_row) rows;
    const uint64_t *begins; /* by three letters: whether a part may begin with them */
    const uint16_t *first;  /* by two letters: one more than the first row's place */
};

/* Adds the word of a vocabulary; what is no part is left out. */
PV_RESULT pv_part_finder_add(struct pv_arena *mem, struct pv_part_finder *finder,
                             struct pv_str text, pv_word number, struct pv_err *err);

/* Once all are added. */
PV_RESULT pv_part_finder_finish(struct pv_arena *mem, struct pv_part_finder *finder,
                                struct pv_err *err);

/* Takes those that the text does not hold out of `set`; whether there were any. */
bool pv_part_finder_drop(const struct pv_part_finder *finder, struct pv_str text, uint64_t *set);

#endif
