/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/contest.h"

#include <stdio.h>
#include <stdlib.h>

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

static void take_turn(struct scene *scene, struct contender *one, unsigned round)
{
    one->run(scene); /* warm */
    double start = scene_cpu_ns();
    for (unsigned k = 0; k < one->times; k++)
        one->run(scene);
    one->ns[round] = (scene_cpu_ns() - start) / one->times / (one->per_run ? one->per_run : 1);
}

double contest_median(const struct contender *one, unsigned rounds)
{
    return one->ns[rounds / 2];
}

void contest_run(struct scene *scene, struct contender *all, size_t n, unsigned rounds)
{
    for (unsigned round = 0; round < rounds; round++) {
        for (size_t i = 0; i < n; i++)
            if (all[i].run)
                take_turn(scene, &all[i], round);
    }
    printf("| | median ns | fastest to slowest |\n|---|---:|---:|\n");
    for (size_t i = 0; i < n; i++) {
        if (!all[i].run)
            continue;
        qsort(all[i].ns, rounds, sizeof all[i].ns[0], by_size);
        printf("| %s | %.0f | %.0f to %.0f |\n", all[i].name, contest_median(&all[i], rounds),
               all[i].ns[0], all[i].ns[rounds - 1]);
    }
}
