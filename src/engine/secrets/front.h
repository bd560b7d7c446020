/* SPDX-License-Identifier: Apache-2.0 */
/*
 * front: the places of a text where something secret can begin.
 *
 * Nearly all of a text is no such place. Where to look at all, spot says.
 */
#ifndef PV_ENGINE_SECRETS_FRONT_H
#define PV_ENGINE_SECRETS_FRONT_H

#include "base/bits.h"
#include "base/str.h"

enum { PV_FRONT_PAIR_MAX = 0xffff };

/* The pairs of bytes that something secret begins with. */
struct pv_fronts {
    uint64_t pairs[(PV_FRONT_PAIR_MAX + 1) / PV_BITS_WORD];
};

/*
 * `first` must be a letter, a digit, or one of - $ ( , . : = > ? | ~ and the
 * space, which may stand before ' only.
 */
void pv_fronts_add(struct pv_fronts *fronts, unsigned char first, unsigned char second);

/*
 * Whether one is at `at`: its pair was added; a letter or digit begins a word
 * there; a comma comes after a quote; and six bytes lie between two dots.
 */
bool pv_front_is_at(const struct pv_fronts *fronts, struct pv_str text, size_t at);

#endif
