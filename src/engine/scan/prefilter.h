/* SPDX-License-Identifier: Apache-2.0 */
/*
 * prefilter: which of the rules' words a text holds, in one pass over its bytes.
 *
 * A word is a maximal run of letters, digits, '_', '$' and bytes from 0x80: the
 * same test by which needs are derived from patterns. Where a need says where its
 * word has to stand (need_place.h), what is beside it is looked at, too. A file that
 * does not meet a rule's need is not parsed for it; that is proof, not a guess.
 */
#ifndef PV_ENGINE_SCAN_PREFILTER_H
#define PV_ENGINE_SCAN_PREFILTER_H

#include "base/arena.h"
#include "base/str.h"
#include "engine/ast/vocab.h"
#include "engine/lang/lang.h"
#include "engine/scan/part_finder.h"

#include <stdint.h>

/* In each set, whatever the text: no word has this number. */
enum { PV_PREFILTER_ANY = 0 };

struct pv_prefilter_slot;
struct pv_prefilter_place;

/* Zero is a prefilter without words. Immutable once built; threads share it. */
struct pv_prefilter {
    const struct pv_vocab *vocab;
    const struct pv_prefilter_slot *slots;
    const struct pv_prefilter_place *places; /* where words of the slots have to stand */
    const struct pv_lang_signs *signs;       /* of the files' language; may be NULL */
    size_t mask;                             /* slots, less one: a power of two */
    const uint64_t *filter;      /* one bit a word's hash: most words of a file are nobody's */
    const uint64_t *always;      /* words that a run of bytes can't stand for: taken as present */
    struct pv_part_finder parts; /* taken as present until they are looked for */
    size_t n_bits;               /* of a set of words: the vocabulary's size */
    pv_word mark;                /* pv_need_mark, when somebody needs it; else 0 */
    bool has_marked;             /* somebody needs a word in a marked line */
};

/* What to look for: numbers of `vocab`, in files of a language, or of none. */
struct pv_prefilter_words {
    const struct pv_vocab *vocab;
    const struct pv_lang *lang;
    const pv_word *p;
    size_t n;
};

/* Lives in `mem`; the vocabulary must not change afterwards. */
PV_RESULT pv_prefilter_build(struct pv_arena *mem, const struct pv_prefilter_words *words,
                             struct pv_prefilter *out, struct pv_err *err);

/* How many 64-bit words hold the set that pv_prefilter_find fills. */
size_t pv_prefilter_set_size(const struct pv_prefilter *prefilter);

/* Fills `set` with the words that occur in `text`. */
void pv_prefilter_find(const struct pv_prefilter *prefilter, struct pv_str text, uint64_t *set);

/* Looks for parts of words, too: whether some that were taken as present are not there. */
bool pv_prefilter_look_closer(const struct pv_prefilter *prefilter, struct pv_str text,
                              uint64_t *set);

/* Adds what the words with capitals are in lower case, for languages that take both for one. */
void pv_prefilter_add_lower(const struct pv_prefilter *prefilter, struct pv_str text,
                            uint64_t *set);

#endif
