/* SPDX-License-Identifier: Apache-2.0 */
/*
 * generic_internal: tokens and blocks, for this room only.
 */
#ifndef PV_ENGINE_GENERIC_GENERIC_INTERNAL_H
#define PV_ENGINE_GENERIC_GENERIC_INTERNAL_H

#include "base/assert.h"
#include "engine/generic/generic.h"
#include "text/regex.h"

enum pv_generic_limit {
#define X(name, value, what) name = (value),
#include "engine/generic/limits.def"
#undef X
};

enum pv_generic_kind {
    PV_GENERIC_WORD,
    PV_GENERIC_SIGN,  /* one byte that is neither blank nor of a word */
    PV_GENERIC_BREAK, /* the end of a line: cut, but in no tree */
    PV_GENERIC_BLOCK, /* nodes up to `after`, more indented or in brackets; in no list of tokens */
    /* Only in patterns */
    PV_GENERIC_VAR,
    PV_GENERIC_DOTS, /* `...`, or `$...X` with a name */
};

/* A token, or a block of them. */
struct pv_generic_node {
    uint8_t kind;    /* enum pv_generic_kind */
    bool is_long;    /* DOTS: of four dots */
    uint32_t after;  /* index past it, and past all in it */
    uint32_t within; /* index past the innermost block that it lies in */
    uint32_t start;
    uint32_t end;
    uint32_t line; /* from 0 */
    uint32_t indent;
    struct pv_str text;
    pv_word name; /* of a metavariable; 0 when nothing is bound */
};

struct pv_generic_nodes {
    PV_VEC(struct pv_generic_node) list;
};

struct pv_generic_lexer {
    struct pv_arena *mem;
    struct pv_str text;
    struct pv_str extra_word_bytes;
    struct pv_vocab *vocab; /* of a pattern: its metavariables are added; NULL for a text */
};

/* Cuts a text or pattern into tokens, BREAK among them. PV_LIMIT, PV_NO_MEMORY. */
PV_RESULT pv_generic_cut(const struct pv_generic_lexer *lexer, struct pv_generic_nodes *out,
                         struct pv_err *err);

/* Blanks what is a comment in that style, byte for byte; lines stay. */
PV_RESULT pv_generic_uncomment(struct pv_arena *mem, struct pv_str text,
                               enum pv_generic_comments comments, struct pv_str *out,
                               struct pv_err *err);

/* Puts tokens into blocks; those of brackets only where `has_brackets`. */
PV_RESULT pv_generic_nest(struct pv_arena *mem, const struct pv_generic_nodes *tokens,
                          bool has_brackets, struct pv_generic_nodes *out, struct pv_err *err);

struct pv_generic {
    struct pv_generic_options options;
    struct pv_generic_nodes nodes; /* INDENTS: in blocks; REGEX: as cut */
    struct pv_regex *regex;
    pv_word *groups; /* REGEX: the name that each group binds, from 1; 0: none */
    size_t n_groups;
};

/* The regular expression that a pattern of the other engine is: generic_regex.c. */
PV_RESULT pv_generic_compile_regex(struct pv_arena *mem, struct pv_generic *generic,
                                   struct pv_err *err);
PV_RESULT pv_generic_find_regex(struct pv_arena *mem, const struct pv_generic *generic,
                                struct pv_str text, uint64_t *steps, struct pv_generic_matches *out,
                                struct pv_err *err);

/* The search of the engine that honours indents: generic_find.c. */
PV_RESULT pv_generic_find_nodes(struct pv_arena *mem, const struct pv_generic *generic,
                                struct pv_str text, uint64_t *steps, struct pv_generic_matches *out,
                                struct pv_err *err);

#endif
