/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"

#include "base/alloc.h"
#include "base/num.h"

#include <stdarg.h>
#include <stdio.h>

enum { FIRST_CAPACITY = 256 };

void pv_buf_clear(struct pv_buf *buf)
{
    pv_release(buf->p);
    *buf = (struct pv_buf){.max = buf->max};
}

/* Room for `more` bytes and a terminator, which vsnprintf needs. */
static bool make_room(struct pv_buf *buf, size_t more)
{
    size_t max = buf->max ? buf->max : (size_t)PV_BUF_MAX_DEFAULT;
    size_t need = 0;
    if (buf->failure != PV_OK)
        return false;
    if (!pv_add(buf->n, more, &need) || need > max) {
        buf->failure = PV_LIMIT;
        return false;
    }
    if (need < buf->capacity)
        return true;
    size_t capacity = pv_max(pv_max(buf->capacity * 2, need + 1), FIRST_CAPACITY);
    char *p = pv_realloc(buf->p, capacity);
    if (!p) {
        buf->failure = PV_NO_MEMORY;
        return false;
    }
    buf->p = p;
    buf->capacity = capacity;
    return true;
}

void pv_buf_add(struct pv_buf *buf, struct pv_str s)
{
    if (s.n == 0 || !make_room(buf, s.n))
        return;
    memcpy(buf->p + buf->n, s.p, s.n);
    buf->n += s.n;
}

void pv_buf_add_byte(struct pv_buf *buf, char byte)
{
    if (!make_room(buf, 1))
        return;
    buf->p[buf->n++] = byte;
}

void pv_buf_format(struct pv_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0 || !make_room(buf, (size_t)n))
        return;
    va_start(args, format);
    (void)vsnprintf(buf->p + buf->n, (size_t)n + 1, format, args);
    va_end(args);
    buf->n += (size_t)n;
}

char *pv_buf_room(struct pv_buf *buf, size_t n)
{
    return make_room(buf, n) ? buf->p + buf->n : NULL;
}

void pv_buf_reset(struct pv_buf *buf)
{
    buf->n = 0;
    buf->failure = PV_OK;
}

void pv_buf_cut(struct pv_buf *buf, size_t n)
{
    buf->n = pv_min(buf->n, n);
}

void pv_buf_take_failure(struct pv_buf *buf, const struct pv_buf *other)
{
    if (buf->failure == PV_OK)
        buf->failure = other->failure;
}

struct pv_result pv_buf_result(const struct pv_buf *buf, struct pv_err *err)
{
    if (buf->failure == PV_OK)
        return PV_SUCCESS;
    return pv_fail(err, buf->failure, buf->n, "text too long or memory short after %zu bytes",
                   buf->n);
}
