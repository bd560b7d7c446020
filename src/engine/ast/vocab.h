/* SPDX-License-Identifier: Apache-2.0 */
/*
 * vocab: the words that the rules at hand use, numbered.
 *
 * Patterns are parsed first and add their words; then the vocabulary is fixed
 * and shared by all threads. A file's tree holds a word's number, or, for a word
 * that no pattern uses, its hash: most comparisons are then between two numbers.
 */
#ifndef PV_ENGINE_AST_VOCAB_H
#define PV_ENGINE_AST_VOCAB_H

#include "base/map.h"
#include "base/vec.h"

#include <stdint.h>

typedef uint32_t pv_word; /* 0: no word at all */

/* Set in the hash of a word that is not in the vocabulary. */
#define PV_WORD_UNKNOWN UINT32_C(0x80000000)

struct pv_vocab {
    struct pv_map numbers;
    PV_VEC(struct pv_str) words; /* words.p[0] is the empty text of number 0 */
};

/* The number of `text`, which is copied into `mem` when it is new. Not for shared vocabularies. */
PV_RESULT pv_vocab_add(struct pv_arena *mem, struct pv_vocab *vocab, struct pv_str text,
                       pv_word *out, struct pv_err *err);

/* 0 when no pattern uses it, or when `vocab` is NULL. */
pv_word pv_vocab_find(const struct pv_vocab *vocab, struct pv_str text);

/* As pv_vocab_find, but the hash with PV_WORD_UNKNOWN in place of 0; 0 for the empty text. */
pv_word pv_vocab_word(const struct pv_vocab *vocab, struct pv_str text);

/* The text of a number; lives as long as the vocabulary's memory. */
struct pv_str pv_vocab_text(const struct pv_vocab *vocab, pv_word word);

#endif
