/* SPDX-License-Identifier: Apache-2.0 */
/*
 * generic: a pattern of words and signs, for text that no grammar reads.
 */
#ifndef PV_ENGINE_GENERIC_GENERIC_H
#define PV_ENGINE_GENERIC_GENERIC_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "engine/ast/vocab.h"

enum pv_generic_engine {
    PV_GENERIC_INDENTS, /* blocks count: spacegrep */
    PV_GENERIC_REGEX,   /* only brackets do: aliengrep */
};

enum pv_generic_comments {
    PV_GENERIC_COMMENTS_KEPT,
    PV_GENERIC_COMMENTS_C,     /* slash-star */
    PV_GENERIC_COMMENTS_CPP,   /* the same, and two slashes to the end of the line */
    PV_GENERIC_COMMENTS_SHELL, /* # to the end of the line */
};

enum { PV_GENERIC_SPAN = 10 }; /* lines that `...` may go down when a rule does not say */

/* `options:` of a rule that are about such patterns. */
struct pv_generic_options {
    enum pv_generic_engine engine;
    /* INDENTS */
    uint32_t max_span;
    enum pv_generic_comments comments;
    /* REGEX */
    bool is_caseless;
    bool is_single_line;
    struct pv_str extra_word_bytes;
    struct pv_str brackets; /* pairs of bytes, "()[]"; p is NULL for the usual ones */
    struct pv_str extra_brackets;
};

extern const struct pv_generic_options pv_generic_options_default;

struct pv_generic; /* immutable; lives in the arena it was compiled in */

/*
 * Compiles a pattern; names of metavariables are added to `vocab` ("$X", "$...X").
 * PV_SYNTAX for one that says nothing; PV_LIMIT past PV_GENERIC_PATTERN_MAX or
 * PV_GENERIC_VARS_MAX.
 */
PV_RESULT pv_generic_compile(struct pv_arena *mem, struct pv_str text,
                             const struct pv_generic_options *options, struct pv_vocab *vocab,
                             struct pv_generic **out, struct pv_err *err);

/* Releases what the arena does not hold. NULL does nothing. */
void pv_generic_clear(struct pv_generic *generic);

/* The words that a text must hold for the pattern to hold in it: number `index`; false past the
 * last. Lives as long as `generic`. */
bool pv_generic_word(const struct pv_generic *generic, size_t index, struct pv_str *out);

/* What a metavariable has taken. */
struct pv_generic_capture {
    pv_word name;
    uint32_t start;
    uint32_t end;
};

struct pv_generic_match {
    uint32_t start;
    uint32_t end;
    const struct pv_generic_capture *captures;
    size_t n_captures;
};

struct pv_generic_matches {
    PV_VEC(struct pv_generic_match) list;
};

/*
 * Adds the places where it holds in `text`, by start; no two start or end alike.
 * PV_LIMIT when `*steps` or PV_GENERIC_MATCHES_MAX is spent: what was found until
 * then is in `out`.
 */
PV_RESULT pv_generic_find(struct pv_arena *mem, const struct pv_generic *generic,
                          struct pv_str text, uint64_t *steps, struct pv_generic_matches *out,
                          struct pv_err *err);

#endif
