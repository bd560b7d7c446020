/* SPDX-License-Identifier: Apache-2.0 */
/*
 * format: texts with places that values are put into.
 *
 * Two ways of writing them: `%s`, `%-8.3f`, `%1$s` and `%(name)s` as C, Java, Go, PHP, Ruby and
 * Python's operator have it; `{}`, `{0}`, `{name!r:>8}` as Python's method, C# and Rust have it.
 */
#ifndef PV_ENGINE_TAINT_FORMAT_H
#define PV_ENGINE_TAINT_FORMAT_H

#include "base/str.h"

struct pv_format {
    struct pv_str rest; /* what is still to be read; set it to the whole text */
    bool has_braces;    /* the second way */
    size_t n_read;      /* places so far that say no number of their own */
};

/* Some of the text as it stands, or, where `text` is empty, a place for a value. */
struct pv_format_piece {
    struct pv_str text;
    struct pv_str name; /* of the value that belongs there; empty: it is the one numbered … */
    size_t number;      /* … this, from 0 */
};

/* The next piece, a view into the text. False at its end, and where it can't be read further. */
bool pv_format_next(struct pv_format *format, struct pv_format_piece *out);

#endif
