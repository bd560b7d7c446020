/* SPDX-License-Identifier: Apache-2.0 */
/*
 * footprint: what is remembered of code so as to know it again: hashes of lines
 * without their blanks and without Pave's own comments, never the lines.
 */
#ifndef PV_LEDGER_IDENTITY_FOOTPRINT_H
#define PV_LEDGER_IDENTITY_FOOTPRINT_H

#include "base/str.h"
#include "ledger/identity/identity_limits.h"

#include <stdint.h>

/* Of the lines that a concern stands on. Zero hashes: nothing is known. */
struct pv_footprint {
    uint64_t content;                        /* pave/content/v1: its lines */
    uint64_t context;                        /* pave/context/v1: two lines before and two after */
    uint32_t tokens[PV_IDENTITY_TOKENS_MAX]; /* words of its lines, in order of their hashes */
    uint32_t n_tokens;
};

/* Of a file: the smallest hashes of its lines, in order (bottom-k, Broder 1997). */
struct pv_sketch {
    uint32_t lines[PV_IDENTITY_SKETCH_MAX];
    uint32_t n;
};

/* `first` and `last` are 1-based; lines past the end are as if empty. */
void pv_footprint_take(struct pv_str text, uint32_t first, uint32_t last, struct pv_footprint *out);

/* Of words where there is no code: a message of another tool. */
void pv_footprint_of_words(struct pv_str words, struct pv_footprint *out);

void pv_sketch_take(struct pv_str text, struct pv_sketch *out);

/* How alike two are, in thousandths: words that both have, of all words. */
unsigned pv_footprint_likeness(const struct pv_footprint *a, const struct pv_footprint *b);

/* The share of lines that two files have in common, in thousandths, as far as the sketches tell. */
unsigned pv_sketch_likeness(const struct pv_sketch *a, const struct pv_sketch *b);

#endif
