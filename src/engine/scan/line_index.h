/* SPDX-License-Identifier: Apache-2.0 */
/*
 * line_index: from bytes to lines and columns.
 */
#ifndef PV_ENGINE_SCAN_LINE_INDEX_H
#define PV_ENGINE_SCAN_LINE_INDEX_H

#include "base/str.h"
#include "base/vec.h"
#include "engine/scan/finding.h"

struct pv_line_index {
    struct pv_str text;
    PV_VEC(uint32_t) starts; /* of each line; the first is 0 */
};

/* Lives in `mem`; the text must outlive it. Lines end with "\n"; a "\r" before it is theirs. */
PV_RESULT pv_line_index_build(struct pv_arena *mem, struct pv_str text, struct pv_line_index *out,
                              struct pv_err *err);

/* The place of a byte, or of the end of the text. */
struct pv_place pv_line_index_place(const struct pv_line_index *index, uint32_t offset);

/* The text of lines first..last, 1-based, without the last line's end. */
struct pv_str pv_line_index_lines(const struct pv_line_index *index, uint32_t first, uint32_t last);

#endif
