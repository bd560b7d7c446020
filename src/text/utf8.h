/* SPDX-License-Identifier: Apache-2.0 */
/*
 * utf8: code points to bytes and back, and other encodings to UTF-8.
 */
#ifndef PV_TEXT_UTF8_H
#define PV_TEXT_UTF8_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

enum { PV_UTF8_REPLACEMENT = 0xfffd };

/*
 * Takes the code point at `*at`, which moves past it. What is not valid UTF-8 (too
 * long, a surrogate, beyond U+10FFFF, cut short) gives PV_UTF8_REPLACEMENT for one
 * byte. `*at` must be within `s`.
 */
uint32_t pv_utf8_take(struct pv_str s, size_t *at);

bool pv_utf8_is_valid(struct pv_str s);

/* Appends a code point; what is none is appended as PV_UTF8_REPLACEMENT. */
void pv_utf8_add(struct pv_buf *buf, uint32_t code_point);

/* The bytes of a file as UTF-8. */
struct pv_utf8_text {
    struct pv_str text;
    size_t mark_bytes;  /* of a byte order mark, which `text` leaves out */
    bool is_transcoded; /* it was UTF-16: `text` is a copy */
};

/*
 * Knows UTF-8 and UTF-16 by their byte order marks; all else is given as it is.
 * A copy lives in `mem`.
 */
PV_RESULT pv_utf8_read(struct pv_arena *mem, struct pv_str bytes, struct pv_utf8_text *out,
                       struct pv_err *err);

#endif
