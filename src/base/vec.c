/* SPDX-License-Identifier: Apache-2.0 */
#include "base/vec.h"

#include "base/num.h"

#include <string.h>

enum { FIRST_CAPACITY = 8 };

struct pv_result pv_vec_grow(struct pv_arena *mem, void **p, size_t n, size_t *capacity,
                             size_t size, struct pv_err *err)
{
    void *block = NULL;
    size_t more = *capacity ? *capacity : FIRST_CAPACITY / 2;
    if (!pv_mul(more, 2, &more))
        return pv_fail(err, PV_LIMIT, 0, "an array of more than %zu elements", n);
    PV_TRY(pv_arena_take_array(mem, more, size, &block, err));
    if (n)
        memcpy(block, *p, n * size);
    *p = block;
    *capacity = more;
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(readability-function-size): one parameter for each thing the macro knows */
struct pv_result pv_vec_push_(struct pv_arena *mem, void **p, size_t *n, size_t *capacity,
                              size_t size, void **out, struct pv_err *err)
{
    if (*n == *capacity)
        PV_TRY(pv_vec_grow(mem, p, *n, capacity, size, err));
    unsigned char *slot = (unsigned char *)*p + *n * size;
    memset(slot, 0, size);
    *(void **)out = slot;
    (*n)++;
    return PV_SUCCESS;
}
