/* SPDX-License-Identifier: Apache-2.0 */
/*
 * need: the words that a text must hold for a pattern or formula to match.
 *
 * It is derived from the same patterns that the matcher runs, so that leaving a
 * file unparsed is proof, not a guess, for code that the grammar can read. Words
 * are identifiers and types, and what a condition says that a metavariable is; no
 * strings: those can be built from pieces.
 */
#ifndef PV_ENGINE_MATCH_NEED_H
#define PV_ENGINE_MATCH_NEED_H

#include "base/bits.h"
#include "engine/match/formula.h"
#include "engine/match/match_limits.h"
#include "engine/match/pattern.h"

enum pv_need_kind {
    PV_NEED_NOTHING, /* always satisfied */
    PV_NEED_WORD,    /* this word occurs between two bytes that are not of identifiers */
    PV_NEED_PART,    /* this part of a word does (need_part.h), in any case */
    PV_NEED_ALL,
    PV_NEED_ANY,
};

/* A tree of needs in preorder, flat, as pv_tree is. */
struct pv_need {
    uint8_t kind;   /* enum pv_need_kind */
    uint16_t least; /* of pv_needs_weigh */
    pv_word word;
    uint32_t after; /* index just past the subtree */
};

struct pv_needs {
    PV_VEC(struct pv_need) list;
};

/*
 * A word of a text is a longest run of these bytes: letters, digits, `_`, `$`
 * and all that is not ASCII. Whoever fills the set of words cuts by this, and
 * takes what stands between `$` or bytes beyond ASCII in such a run for words, too:
 * "$name" in a text.
 */
static inline bool pv_need_is_word_byte(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '$' || byte >= 0x80;
}

/* "@": not a word, but in the set when the byte is anywhere in the text. */
extern const struct pv_str pv_need_mark;

/* Appends what `formula` needs; words that the vocabulary lacks are added to it. */
PV_RESULT pv_need_of_formula(struct pv_arena *mem, const struct pv_formula *formula,
                             struct pv_vocab *vocab, struct pv_needs *out, struct pv_err *err);

/*
 * Notes of each need of how many words one has to be there, at the least; 0xffff
 * when there are none, or as many. pv_need_of_formula has done it.
 */
void pv_needs_weigh(struct pv_needs *needs);

/* A few words, one of which a text must hold to meet a need: what tells soonest that it does not.
 */
struct pv_need_guard {
    pv_word words[PV_NEED_GUARD_MAX];
    size_t n;
};

/* The fewest such words of the need at `index`; false when there are none, or too many. */
bool pv_need_guard(const struct pv_needs *needs, uint32_t index, struct pv_need_guard *out);

/* Whether the need at `index` is met by the set of words that occur; NULL: by none. */
bool pv_need_is_met(const struct pv_needs *needs, uint32_t index, const uint64_t *words);

#endif
