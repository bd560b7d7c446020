/* SPDX-License-Identifier: Apache-2.0 */
#include "text/nearest.h"

#include "base/num.h"
#include "text/text_limits.h"

#include <stdint.h>

enum { ROWS = 3 };

static size_t step_cost(struct pv_str a, struct pv_str b, size_t i, size_t j,
                        size_t rows[ROWS][PV_NEAREST_WORD_MAX + 1])
{
    const size_t *above = rows[(i - 1) % ROWS];
    size_t cost = above[j - 1] + (a.p[i - 1] != b.p[j - 1]);

    cost = pv_min(cost, above[j] + 1);
    cost = pv_min(cost, rows[i % ROWS][j - 1] + 1);
    /* Two letters swapped are one slip of the fingers, not two. */
    if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
        cost = pv_min(cost, rows[(i - 2) % ROWS][j - 2] + 1);
    return cost;
}

size_t pv_nearest_distance(struct pv_str a, struct pv_str b)
{
    size_t rows[ROWS][PV_NEAREST_WORD_MAX + 1] = {0};

    if (a.n > PV_NEAREST_WORD_MAX || b.n > PV_NEAREST_WORD_MAX)
        return SIZE_MAX;
    for (size_t j = 0; j <= b.n; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        rows[i % ROWS][0] = i;
        for (size_t j = 1; j <= b.n; j++)
            rows[i % ROWS][j] = step_cost(a, b, i, j, rows);
    }
    return rows[a.n % ROWS][b.n];
}

struct pv_nearest pv_nearest_of(struct pv_str written)
{
    return (struct pv_nearest){.written = written, .distance = SIZE_MAX};
}

void pv_nearest_offer(struct pv_nearest *nearest, struct pv_str word)
{
    size_t distance = pv_nearest_distance(nearest->written, word);

    if (distance > (pv_max(word.n, nearest->written.n) + 2) / 3 || distance >= nearest->distance)
        return;
    nearest->best = word;
    nearest->distance = distance;
}
