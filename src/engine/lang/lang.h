/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lang: the languages that Pave reads, and how a file or a pattern of one
 * becomes a tree.
 *
 * A language is a table of its grammar's node names (NAME.def) and a few
 * functions for what a table can't say (NAME.c), both behind struct pv_lang.
 */
#ifndef PV_ENGINE_LANG_LANG_H
#define PV_ENGINE_LANG_LANG_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "engine/ast/tree.h"
#include "engine/ast/vocab.h"

struct pv_lang; /* static data; never freed */

/* NULL when the name or alias ("py", "python") is not known. */
const struct pv_lang *pv_lang_find(struct pv_str name);

/* By file name; NULL when no language claims it. */
const struct pv_lang *pv_lang_of_path(struct pv_str path);

/* The same where the text is at hand, too: headers of C++ are often called like those of C. */
const struct pv_lang *pv_lang_of_file(struct pv_str path, struct pv_str text);

/* All languages, in a fixed order; NULL past the last. */
const struct pv_lang *pv_lang_at(size_t index);

/* One more than its index, which is the same in each program of this engine; 0 for NULL. */
size_t pv_lang_number(const struct pv_lang *lang);

/* The language's own name, such as "python". */
struct pv_str pv_lang_name(const struct pv_lang *lang);

/* Whether names of functions and classes mean the same in any case. NULL is no language. */
bool pv_lang_is_caseless(const struct pv_lang *lang);

/*
 * What stands beside names where they are called and reached, between blanks and
 * comments. It says what grammars can read as a call or an access, and rather more.
 */
struct pv_lang_signs {
    const char *behind_called;   /* bytes, one of which follows what is called */
    const char *behind_imported; /* bytes that may follow what is given another name; NULL: none */
    const char *const *words;    /* that may follow either of them; NULL-ended; NULL: none */
    const char *before_reached;  /* a word that may stand between "." and a name; NULL: none */
    const char *line_comment;
    bool has_block_comments;
    bool names_modules;     /* `m.f` is m, or what an import says in so many words */
    bool imports_names;     /* … and f alone, where an import brings it */
    bool keeps_texts;       /* a text that is known stands in the file, perhaps in pieces */
    bool has_marked_lines;  /* decorators are lines that begin with "@", as far as brackets go */
    bool requires_by_calls; /* `x = require(…).name` imports */
};

/* NULL where names may stand anywhere, and for NULL. */
const struct pv_lang_signs *pv_lang_signs(const struct pv_lang *lang);

/* What a file of code begins with where the language only begins behind a mark, such as "<?php ";
 * empty for others, and for NULL. */
struct pv_str pv_lang_opening(const struct pv_lang *lang);

/* Whether rules for `rule` also run on files of `file` (c rules on C++ files, js on ts). */
bool pv_lang_covers(const struct pv_lang *rule, const struct pv_lang *file);

/*
 * What parsers work in, kept from one file to the next; of one thread at a time.
 * Without it each takes and gives back its own.
 */
struct pv_parse_memory;

/* NULL when there is no memory for it, which does no harm. */
struct pv_parse_memory *pv_parse_memory_new(void);
void pv_parse_memory_free(struct pv_parse_memory *memory);
void pv_parse_memory_freep(struct pv_parse_memory **memory);

struct pv_parse_options {
    const struct pv_vocab *vocab;   /* may be NULL: no words are numbered */
    uint64_t deadline_ns;           /* on the monotonic clock; 0: none */
    uint64_t (*now_ns)(void);       /* needed with a deadline */
    struct pv_parse_memory *memory; /* may be NULL */
};

/*
 * Parses a file. The tree lives in `mem` and its text is `text`, which must
 * outlive it. A file with errors still gives a tree, with error_bytes counted.
 * PV_LIMIT: deadline or memory; PV_NO_MEMORY.
 */
PV_RESULT pv_lang_parse(struct pv_arena *mem, const struct pv_lang *lang, struct pv_str text,
                        const struct pv_parse_options *options, struct pv_tree *out,
                        struct pv_err *err);

/*
 * What a pattern turned out to be, which decides where it is tried.
 */
enum pv_pattern_form {
    PV_FORM_EXPR,  /* the root is an expression */
    PV_FORM_STMTS, /* the root is a PV_BLOCK holding one or more statements */
    PV_FORM_PART,  /* a piece of a definition: attribute, parameter, catch, field, type … */
};

struct pv_pattern_source {
    struct pv_tree tree;
    enum pv_pattern_form form;
};

/*
 * Parses a pattern: code with $X, $...X, ..., <... E ...>. Words are added to
 * `vocab`; a metavariable's word is its name with the dollar sign ("$X").
 * PV_SYNTAX when no reading of it is code of the language; `err` says where
 * and what was tried. PV_LIMIT; PV_UNSUPPORTED where a language has no patterns.
 * The tree's text is a copy of `pattern` in `mem`.
 */
PV_RESULT pv_lang_parse_pattern(struct pv_arena *mem, const struct pv_lang *lang,
                                struct pv_str pattern, struct pv_vocab *vocab,
                                struct pv_pattern_source *out, struct pv_err *err);

#endif
