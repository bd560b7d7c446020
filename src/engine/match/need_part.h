/* SPDX-License-Identifier: Apache-2.0 */
/*
 * need_part: part of a word that a text must hold, in any case.
 *
 * A need of kind PV_NEED_PART has it written in the vocabulary as "~part", "~<part" where a
 * word begins with it, "~part>" where one ends with it. It takes longer to look for than words
 * do, so it is looked for last.
 */
#ifndef PV_ENGINE_MATCH_NEED_PART_H
#define PV_ENGINE_MATCH_NEED_PART_H

#include "base/arena.h"
#include "base/str.h"

struct pv_need_part {
    struct pv_str bytes; /* in lower case; empty when the text is no such part */
    bool is_first;
    bool is_last;
};

struct pv_need_part pv_need_part_of(struct pv_str text);

/* Takes the next part of a form of need_internal.h that is long enough; false: none is left. */
bool pv_need_take_part(struct pv_str *form, struct pv_need_part *out);

PV_RESULT pv_need_part_write(struct pv_arena *mem, const struct pv_need_part *part,
                             struct pv_str *out, struct pv_err *err);

/* Whether the part stands at `at` of a text. */
bool pv_need_part_is_at(const struct pv_need_part *part, struct pv_str text, size_t at);

/* Whether letters of the text may be of others in another case: of `k` and `s` only. */
bool pv_need_has_other_case(struct pv_str text);

#endif
