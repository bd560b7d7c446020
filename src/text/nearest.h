/* SPDX-License-Identifier: Apache-2.0 */
/*
 * nearest: the word that someone who wrote another one probably meant.
 */
#ifndef PV_TEXT_NEAREST_H
#define PV_TEXT_NEAREST_H

#include "base/str.h"

struct pv_nearest {
    struct pv_str written;
    struct pv_str best; /* p is NULL while no word is near enough to be named */
    size_t distance;
};

/* Starts a search for what `written` was meant to be. */
struct pv_nearest pv_nearest_of(struct pv_str written);

/*
 * Offers a word. The nearest of all offered stays in `best`, the first of
 * equals; a word that differs in more than a third of its letters is not near.
 */
void pv_nearest_offer(struct pv_nearest *nearest, struct pv_str word);

/* Letters to add, remove, replace or swap with their neighbour; SIZE_MAX for overlong text. */
size_t pv_nearest_distance(struct pv_str a, struct pv_str b);

#endif
