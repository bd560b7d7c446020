/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pattern_internal: how a pattern is written, so that a stock grammar can read
 * it, and how it is read back.
 *
 * What only patterns have is spelled with names that code does not use, parsed,
 * lowered like any file, and made into pattern nodes again:
 *
 *     $X            __pvm_X (or as it is, where names may hold a $)   PV_MVAR
 *     $...X         __pvn_X                                           PV_MVAR_MANY
 *     ...           __pvd0, __pvd1, one for each                      PV_DOTS
 *     <... E ...>   __pvdeep(E)                                       PV_DEEP
 *     ($X : T)      __pvtyped[__pvm_X, T], as the language likes it   PV_TYPED
 *
 * A hole that takes more than a name (a parameter with its type) repeats its
 * name: a node that is made of one hole only stands for that hole. A node that
 * is made of __pvnone only was needed by the grammar alone, and is left out.
 * `$X $X;` is $X as a statement, where an expression alone can't be one.
 */
#ifndef PV_ENGINE_LANG_PATTERN_INTERNAL_H
#define PV_ENGINE_LANG_PATTERN_INTERNAL_H

#include "engine/lang/lang_internal.h"

#define PV_HOLE_VAR "__pvm_"
#define PV_HOLE_VARS "__pvn_"
#define PV_HOLE_DOTS "__pvd"
#define PV_HOLE_DEEP "__pvdeep"
#define PV_HOLE_TYPED "__pvtyped"
#define PV_HOLE_NONE "__pvnone"

/* Where a hole stands, as far as it decides how it is spelled. */
enum pv_place {
    PV_PLACE_NAME,     /* wherever a name can stand */
    PV_PLACE_STMT,     /* among statements or members */
    PV_PLACE_MEMBER,   /* among the members of a class, where those are no statements */
    PV_PLACE_FIELD,    /* among the fields of a struct, where those are no members */
    PV_PLACE_PARAM,    /* a whole parameter */
    PV_PLACE_ENTRY,    /* a whole entry of a dictionary */
    PV_PLACE_ATTR_ARG, /* a whole argument of an annotation */
    PV_PLACE_CASE,     /* the first in the braces of a switch */
    PV_PLACE_ARM,      /* among the arms of a match, between commas */
    PV_PLACE_FOR,      /* all of a loop's header */
    PV_PLACE_FOR_EACH, /* the same, of `foreach` */
    PV_PLACE_ELEMENT,  /* an attribute's value, or all that stands between two tags */
    PV_PLACE_COUNT
};

/* A kind of string literal. Rows are tried in order. */
struct pv_quote {
    const char *open;
    const char *close;
    const char *hole;  /* what opens a hole: "${", "$("; NULL: there are none */
    const char *marks; /* letters of which one must stand before; NULL: none need to */
};

/* What stands around a typed metavariable and its type. */
struct pv_typed_spelling {
    const char *open;
    const char *middle; /* NULL: this order is not known */
    const char *close;
};

/* Code around a pattern that makes it something that the grammar can start with. */
struct pv_pattern_wrapper {
    const char *what; /* for messages: "a statement" */
    const char *before;
    const char *after;
    enum pv_kind kind; /* the first node of this kind is the wrapper's; */
    bool is_list;      /* its children are the pattern, else it is itself */
    bool is_indented;  /* the pattern is a block in it, by indentation */
};

/* Writes a pattern as code that the language's own reader reads. */
struct pv_pattern_text;
typedef PV_RESULT pv_pattern_writer(struct pv_arena *mem, struct pv_str pattern,
                                    struct pv_pattern_text *out, struct pv_err *err);

struct pv_pattern_spelling {
    const struct pv_pattern_wrapper *wrappers; /* tried in order; ended by a zeroed one */
    bool is_read_as_written;                   /* the language's own reader knows holes */
    pv_pattern_writer *write;                  /* NULL: each token as pattern_edit.c says */
    const struct pv_quote *quotes;             /* ended by a zeroed one */
    const char *line_comment;
    bool has_block_comments;         /* C's */
    bool has_dollar;                 /* $X is a name of the language */
    bool has_vars_in_strings;        /* an $X in a string, or in s"..." only where names have a $ */
    bool strings_name_vars;          /* "$x" is what is in $x, but "$X" in a pattern is any text */
    bool has_expansions;             /* $x and ${x} are code, though no name has a $ */
    bool has_spread;                 /* ...x is code, as in JavaScript */
    bool has_labels;                 /* f(a: b) gives b by name: no typed metavariable there */
    bool lines_end_statements;       /* as in Python */
    bool braces_are_entries;         /* braces never hold statements */
    bool begins_with_entries;        /* braces that a pattern begins with never do */
    bool has_settings;               /* braces hold a setting a line */
    bool has_members_in_enums;       /* enum E { case A; function f() {} } */
    bool has_elements;               /* <a b="c">d</a> is code */
    bool has_arrow_fields;           /* a->b is a field of what is at a */
    bool has_initializers;           /* new T { a, b }: these braces hold a list */
    bool has_typed_names;            /* two names before a parenthesis: it holds parameters */
    const char *ends;                /* a file ends in one of these; NULL: in anything */
    const char *const *switch_words; /* before braces that hold cases; NULL: switch */
    const char *const *arm_words;    /* before braces that hold arms */
    const char *const *definers;     /* words before the name of a function */
    const char *const *plain_words;  /* that are neither a type nor what is called */
    const char *const *bare_after;   /* after these, $X is a name without a dollar */
    const char *const *upper_after;  /* after these, a name begins with an upper-case letter */
    const char *const *plain_vars;   /* written like metavariables, but the language's own */
    const char *const *before_list;  /* after these, a brace opens a list */
    /* How `...` and $...X are written in each place, `%` being their name; NULL: as a name. */
    const char *runs[PV_PLACE_COUNT];
    const char *vars[PV_PLACE_COUNT];    /* the same for $X */
    struct pv_typed_spelling type_first; /* (T $X) */
    struct pv_typed_spelling var_first;  /* ($X : T) */
    const char *hint;                    /* what is most often forgotten */
};

enum pv_token_type {
    PV_TOKEN_WORD,
    PV_TOKEN_VAR,  /* $X */
    PV_TOKEN_VARS, /* $...X */
    PV_TOKEN_DOTS,
    PV_TOKEN_OPEN, /* a bracket, a hole in a string, or <... */
    PV_TOKEN_CLOSE,
    PV_TOKEN_STRING, /* or the piece of one between holes */
    PV_TOKEN_MARK,   /* any other sign */
};

#define PV_NO_TOKEN UINT32_MAX

struct pv_pattern_token {
    enum pv_token_type type;
    uint32_t start; /* byte range in the pattern */
    uint32_t end;
    uint32_t match;    /* of a bracket: the other one, or PV_NO_TOKEN */
    uint32_t within;   /* the bracket around it, or PV_NO_TOKEN */
    bool on_new_line;  /* the first of its line */
    bool is_deep;      /* <... or ...> */
    bool is_hole;      /* what opens a hole in a string */
    bool is_in_string; /* a metavariable in one */
};

struct pv_pattern_tokens {
    struct pv_str text;
    const struct pv_pattern_spelling *spelling;
    PV_VEC(struct pv_pattern_token) list;
};

/* PV_SYNTAX for a metavariable that is none and for <... without its end; PV_LIMIT. */
PV_RESULT pv_pattern_tokens_read(struct pv_arena *mem, const struct pv_pattern_spelling *spelling,
                                 struct pv_str text, struct pv_pattern_tokens *out,
                                 struct pv_err *err);

struct pv_str pv_token_text(const struct pv_pattern_tokens *tokens, uint32_t at);
/* False past the ends. */
bool pv_token_is(const struct pv_pattern_tokens *tokens, uint32_t at, const char *text);
bool pv_token_is_any(const struct pv_pattern_tokens *tokens, uint32_t at, const char *const *texts);
bool pv_token_is_name(const struct pv_pattern_tokens *tokens, uint32_t at);

/* Where the hole at `at` stands: pattern_place.c. */
enum pv_place pv_pattern_place(const struct pv_pattern_tokens *tokens, uint32_t at);
/* Whether the run at `at` is the last in braces, behind a statement that nothing ends. */
bool pv_pattern_is_last(const struct pv_pattern_tokens *tokens, uint32_t at);
/* Whether the hole at `at` is an element of an initializer: new T { a, b }. */
bool pv_pattern_is_element(const struct pv_pattern_tokens *tokens, uint32_t at);
/* Whether the parenthesis at `open` holds the parameters of a definition. */
bool pv_pattern_is_params(const struct pv_pattern_tokens *tokens, uint32_t open);

/* How one token is written: `before`, then `text` or what it was, then `after`. */
struct pv_token_edit {
    struct pv_str before;
    struct pv_str text; /* p NULL: as it was */
    struct pv_str after;
};

/* One for each token, in `mem`: pattern_edit.c. */
PV_RESULT pv_pattern_edit(struct pv_arena *mem, const struct pv_pattern_tokens *tokens,
                          struct pv_token_edit **out, struct pv_err *err);

/* Where a byte of the spelled text came from. */
struct pv_origin {
    uint32_t start;
    uint32_t end;
};

/* The text of a pattern as code. */
struct pv_pattern_text {
    struct pv_str code;
    const struct pv_origin *origins; /* by byte of `code`: its range in the pattern */
};

/* Spells the tokens, each line after the first behind `indent` more spaces: pattern_text.c. */
PV_RESULT pv_pattern_spell(struct pv_arena *mem, const struct pv_pattern_tokens *tokens,
                           const struct pv_token_edit *edits, size_t indent,
                           struct pv_pattern_text *out, struct pv_err *err);

/* A lowered reading of a pattern, and where in it the pattern is. */
struct pv_pattern_reading {
    const struct pv_pattern_spelling *spelling;
    const struct pv_pattern_wrapper *wrapper;
    const struct pv_pattern_text *text;
    struct pv_str pattern;        /* as it was written; the new tree's text */
    const struct pv_tree *tree;   /* of the wrapper's texts and text->code */
    const struct pv_vocab *words; /* of that tree */
};

/* The word of a node; whether it is a leaf that is called something; pattern_hole.c. */
struct pv_str pv_hole_word(const struct pv_pattern_reading *reading, pv_node node);
bool pv_hole_is_named(const struct pv_pattern_reading *reading, pv_node node);
bool pv_hole_has_prefix(const struct pv_pattern_reading *reading, pv_node node,
                        struct pv_str prefix);

/* What the leaves of a node are, when all are the same: from PV_ONLY_HOLES on, a hole's word. */
enum { PV_ONLY_OTHERS = 1, PV_ONLY_NONE = 2, PV_ONLY_HOLES = 3 };

/* For each node of the reading's tree; lives in `mem`. */
PV_RESULT pv_hole_only(struct pv_arena *mem, const struct pv_pattern_reading *reading,
                       uint32_t **out, struct pv_err *err);

/* The first of what `node`, a deep hole or a statement of one, holds; else PV_NO_NODE. */
pv_node pv_hole_deep(const struct pv_pattern_reading *reading, pv_node node);

/* The first of a metavariable and its type; else PV_NO_NODE. */
pv_node pv_hole_typed(const struct pv_pattern_reading *reading, pv_node node);

/*
 * Makes a pattern's tree of a reading: pattern_take.c. PV_NOT_FOUND when what the
 * wrapper holds is not the whole pattern.
 */
PV_RESULT pv_pattern_take(struct pv_arena *mem, const struct pv_pattern_reading *reading,
                          struct pv_vocab *vocab, struct pv_pattern_source *out,
                          struct pv_err *err);

#endif
