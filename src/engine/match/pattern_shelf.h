/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pattern_shelf: patterns that were parsed before, by language and text.
 *
 * Rules say the same again: each pattern is parsed once, and all that are written
 * alike share its tree. A shelf can be packed, and patterns of it are then there
 * without any grammar. What is not on it, or is damaged, is parsed.
 */
#ifndef PV_ENGINE_MATCH_PATTERN_SHELF_H
#define PV_ENGINE_MATCH_PATTERN_SHELF_H

#include "base/buf.h"
#include "engine/match/pattern.h"

struct pv_shelved_pattern {
    const struct pv_lang *lang;
    struct pv_str text;
    struct pv_pattern_source source;
    uint32_t next; /* one more than the number of another with the same text */
};

/* A shelf that was packed, in place: what it holds is looked up when it is asked for. */
struct pv_packed_shelf {
    struct pv_str slots; /* 1 + where in `entries` it is, by hash; 0: free */
    struct pv_str ends;  /* of words, in `words` */
    struct pv_str words;
    struct pv_str entries;
    pv_word *known; /* number of a word in the vocabulary; 0: it was not asked for yet */
};

/* Zero is an empty shelf. It lives in the arena that its functions are given. */
struct pv_pattern_shelf {
    PV_VEC(struct pv_shelved_pattern) list;
    struct pv_map numbers; /* one more than that of the first with the text, in the list */
    struct pv_packed_shelf packed;
};

/*
 * As pv_lang_parse_pattern, for a pattern that may be on its shelf, and is
 * afterwards. The tree is shared: to prepare it is all that may be done to it.
 * `code.text` must live as long as the shelf.
 */
PV_RESULT pv_pattern_shelf_parse(struct pv_arena *mem, struct pv_pattern_code code,
                                 struct pv_vocab *vocab, struct pv_pattern_source *out,
                                 struct pv_err *err);

/* Packs what was parsed with `vocab`: pattern_shelf_pack.c. */
void pv_pattern_shelf_pack(const struct pv_pattern_shelf *shelf, const struct pv_vocab *vocab,
                           struct pv_buf *out);

/* Gives an empty shelf what was packed. PV_INVALID when its tables are not whole. */
PV_RESULT pv_pattern_shelf_unpack(struct pv_arena *mem, struct pv_str packed,
                                  struct pv_pattern_shelf *out, struct pv_err *err);

/* Finds a pattern in a packed shelf; false in `*found` when it is not there, or is damaged. */
PV_RESULT pv_packed_shelf_find(struct pv_arena *mem, struct pv_pattern_code code,
                               struct pv_vocab *vocab, struct pv_pattern_source *out, bool *found,
                               struct pv_err *err);

/* Where the pattern is looked for first. */
uint64_t pv_pattern_code_hash(struct pv_pattern_code code);

#endif
