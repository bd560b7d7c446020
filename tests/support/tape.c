/* SPDX-License-Identifier: Apache-2.0 */
#include "support/tape.h"

#include "support/test.h"

#include <stdlib.h>
#include <string.h>

enum pave_status tape_put(void *user, const void *bytes, size_t size)
{
    struct tape *tape = user;
    unsigned char *p = tape->room ? tape->p : realloc(tape->p, tape->n + size);
    if (!p)
        return PAVE_NO_MEMORY;
    assert_true(!tape->room || size <= tape->room - tape->n);
    memcpy(p + tape->n, bytes, size);
    tape->p = p;
    tape->n += size;
    return PAVE_OK;
}

enum pave_status tape_get(void *user, void *bytes, size_t capacity, size_t *size)
{
    struct tape *tape = user;
    size_t n = tape->n - tape->at < capacity ? tape->n - tape->at : capacity;
    n = tape->step && tape->step < n ? tape->step : n;
    memcpy(bytes, tape->p + tape->at, n);
    tape->at += n;
    *size = n;
    return PAVE_OK;
}
