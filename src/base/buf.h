/* SPDX-License-Identifier: Apache-2.0 */
/*
 * buf: text that grows up to a limit.
 *
 * Appending never returns an error: the first failure is kept in the buffer
 * and later appends do nothing, so that a writer of many small pieces checks
 * once, with pv_buf_result, before it uses the text.
 */
#ifndef PV_BASE_BUF_H
#define PV_BASE_BUF_H

#include "base/err.h"
#include "base/str.h"

struct pv_buf {
    char *p;
    size_t n;
    size_t capacity;
    size_t max;           /* bytes; 0: PV_BUF_MAX_DEFAULT */
    enum pv_code failure; /* PV_OK, PV_LIMIT or PV_NO_MEMORY */
};

enum { PV_BUF_MAX_DEFAULT = 1 << 30 };

void pv_buf_clear(struct pv_buf *buf);

void pv_buf_add(struct pv_buf *buf, struct pv_str s);
void pv_buf_add_byte(struct pv_buf *buf, char byte);
void pv_buf_format(struct pv_buf *buf, const char *format, ...) PV_PRINTF(2, 3);

/* Literal text without counting it. */
#define PV_BUF_LIT(buf, literal) pv_buf_add((buf), PV_STR(literal))

/*
 * Room for `n` bytes behind the text, for those who read straight into it and
 * then add to buf->n what arrived. NULL when a limit or memory ends it.
 */
PV_MUST_USE char *pv_buf_room(struct pv_buf *buf, size_t n);

/* What has been written; valid until the next append. */
static inline struct pv_str pv_buf_str(const struct pv_buf *buf)
{
    return (struct pv_str){buf->p, buf->n};
}

/* Empties the text and forgets the failure; keeps the memory. */
void pv_buf_reset(struct pv_buf *buf);

/* Cuts the text to its first `n` bytes; more than there is does nothing. */
void pv_buf_cut(struct pv_buf *buf, size_t n);

/* Makes a failure of `other` that of `buf`, which was to hold what `other` does. */
void pv_buf_take_failure(struct pv_buf *buf, const struct pv_buf *other);

/* The first failure of any append. */
PV_RESULT pv_buf_result(const struct pv_buf *buf, struct pv_err *err);

#endif
