/* SPDX-License-Identifier: Apache-2.0 */
/*
 * contest: contenders that take turns, so that a busy moment of the machine hits all alike.
 */
#ifndef PV_BENCH_CRYPTO_CONTEST_H
#define PV_BENCH_CRYPTO_CONTEST_H

#include "crypto/scene.h"

enum { ROUNDS_MAX = 501 };

struct contender {
    const char *name;
    void (*run)(struct scene *scene); /* NULL: it is not there */
    unsigned times;                   /* that it runs in a round */
    unsigned per_run;                 /* what one run does, such as so many values; 0 is 1 */
    double ns[ROUNDS_MAX];            /* of one of these, by round; sorted in the end */
};

/* Runs all, prints a table of medians with their spread. */
void contest_run(struct scene *scene, struct contender *all, size_t n, unsigned rounds);

double contest_median(const struct contender *one, unsigned rounds);

#endif
