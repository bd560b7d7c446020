/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cover: which of many ranges contain a given one.
 *
 * Ranges are numbered in order of their starts. Those that start at or before a
 * place are a prefix of that order; a tree of greatest ends finds among them the
 * ones that reach far enough, each in logarithmic time.
 */
#ifndef PV_ENGINE_MATCH_COVER_H
#define PV_ENGINE_MATCH_COVER_H

#include "base/arena.h"

#include <stdint.h>

struct pv_cover {
    const uint32_t *starts;
    uint32_t *tree; /* tree[leaves + i] is the end of range i, each other the greater of its two */
    size_t leaves;
    size_t n;
};

#define PV_COVER_NONE SIZE_MAX

/* `starts` is in ascending order and must outlive the cover. */
PV_RESULT pv_cover_build(struct pv_arena *mem, const uint32_t *starts, const uint32_t *ends,
                         size_t n, struct pv_cover *out, struct pv_err *err);

/* How many ranges start at or before `place`. */
size_t pv_cover_upto(const struct pv_cover *cover, uint32_t place);

/* The last of the first `n` ranges that ends at or after `end`, or PV_COVER_NONE. */
size_t pv_cover_last(const struct pv_cover *cover, size_t n, uint32_t end);

#endif
