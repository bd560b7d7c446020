/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reader: bytes from outside, read from front to back without passing the end.
 *
 * Errors carry the offset of the byte at fault.
 */
#ifndef PV_BASE_READER_H
#define PV_BASE_READER_H

#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

struct pv_reader {
    struct pv_str text;
    size_t at;
    struct pv_err *err; /* may be NULL */
};

/* The byte `ahead` of the next one, or -1 past the end. */
static inline int pv_reader_peek(const struct pv_reader *in, size_t ahead)
{
    if (in->at >= in->text.n || ahead >= in->text.n - in->at)
        return -1;
    return (unsigned char)in->text.p[in->at + ahead];
}

static inline bool pv_reader_is_end(const struct pv_reader *in)
{
    return in->at >= in->text.n;
}

/* Takes `byte` if it comes next. */
bool pv_reader_accept(struct pv_reader *in, char byte);

/* Takes `word` if it comes next. */
bool pv_reader_accept_str(struct pv_reader *in, struct pv_str word);

/* Takes `byte`, or PV_SYNTAX. */
PV_RESULT pv_reader_expect(struct pv_reader *in, char byte);

/* Takes one or more bytes that `is_part` accepts; `what` names them in the error. */
PV_RESULT pv_reader_run(struct pv_reader *in, bool (*is_part)(unsigned char byte), const char *what,
                        struct pv_str *out);

/* Takes zero or more bytes that `is_part` accepts. */
struct pv_str pv_reader_skip(struct pv_reader *in, bool (*is_part)(unsigned char byte));

/* A decimal number of at most `max`; PV_SYNTAX or PV_RANGE. */
PV_RESULT pv_reader_u32(struct pv_reader *in, uint32_t max, uint32_t *out);

/* PV_SYNTAX unless everything was read. */
PV_RESULT pv_reader_end(struct pv_reader *in);

#endif
