/* SPDX-License-Identifier: Apache-2.0 */
#include "base/sort.h"

#include "base/assert.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS_EACH = 4 };

/* Puts element `at` where it belongs among those before it, which are in order. False when that is
 * farther than `*steps` allow; nothing has moved then. */
static bool insert(unsigned char *list, size_t at, size_t size, size_t *steps,
                   int (*compare)(const void *, const void *))
{
    unsigned char held[PV_SORT_ITEM_BYTES];
    size_t to = at;
    while (to > 0 && compare(list + (to - 1) * size, list + at * size) > 0) {
        if (*steps == 0)
            return false;
        --*steps;
        to--;
    }
    if (to == at)
        return true;
    memcpy(held, list + at * size, size);
    memmove(list + (to + 1) * size, list + to * size, (at - to) * size);
    memcpy(list + to * size, held, size);
    return true;
}

void pv_sort(void *list, size_t n, size_t size, int (*compare)(const void *, const void *))
{
    size_t steps = n * STEPS_EACH;
    pv_assert(size <= PV_SORT_ITEM_BYTES);
    for (size_t i = 1; i < n; i++) {
        if (!insert(list, i, size, &steps, compare)) {
            qsort(list, n, size, compare);
            return;
        }
    }
}
