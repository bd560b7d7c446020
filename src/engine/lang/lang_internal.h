/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lang_internal: what a language is made of, for this room only.
 */
#ifndef PV_ENGINE_LANG_LANG_INTERNAL_H
#define PV_ENGINE_LANG_LANG_INTERNAL_H

#include "engine/lang/lang.h"
#include "engine/lang/lang_limits.h"

#include <tree_sitter/api.h>
#include <tree_sitter_children.h>
#include <tree_sitter_memory.h>

/* What the functions of these names say of a node is read off it: they are asked of all nodes. */
#define ts_node_is_null(node) (!(node).id)
#define ts_node_start_byte(node) ((node).context[0])

struct pv_lower;

/* Lowers what a table can't say: calls pv_lower_open, _child, _leaf and _close in order. */
typedef void pv_lower_hook(struct pv_lower *lower, TSNode node, enum pv_role role);

enum pv_lower_how {
    PV_LOWER_NODE,   /* a node of `kind`; children in order, each in its role */
    PV_LOWER_LEAF,   /* a node of `kind` without children; its word is its text */
    PV_LOWER_DROP,   /* comments and the like */
    PV_LOWER_LATER,  /* belongs to a node before it, which asks with pv_lower_later */
    PV_LOWER_UNWRAP, /* its children stand in its place, in its role */
    PV_LOWER_SPLICE, /* as UNWRAP, but each in the role that the row says, if it says one */
    PV_LOWER_BODY,   /* its statements are a block, in the role that the row says */
    PV_LOWER_HOOK,
};

/*
 * The role of the child that the grammar calls `name`, by its field or by its
 * type; an empty name is the next child that has neither a field nor such a row.
 */
struct pv_lower_field {
    const char *name;
    enum pv_role role;
};

/* What becomes of the grammar's nodes called `symbol`. */
struct pv_lower_row {
    const char *symbol;
    enum pv_lower_how how;
    enum pv_kind kind;
    enum pv_role rest; /* of named children that nothing else is said of */
    const char *word;  /* of the node; NULL: its operator, if it has one */
    pv_lower_hook *hook;
    struct pv_lower_field fields[PV_LOWER_FIELDS_MAX + 1]; /* ended by a zeroed one */
};

struct pv_pattern_spelling; /* pattern_internal.h */
struct pv_lower_job;

/* Builds the tree of a language that has a parser of its own. PV_LIMIT, PV_NO_MEMORY. */
typedef struct pv_result pv_lang_builder(const struct pv_lower_job *job,
                                         const struct pv_parse_options *options,
                                         struct pv_err *err);

/* How a node of the grammar holds its last operand, where grammars get that wrong. */
enum pv_hold {
    PV_HOLD_TIGHT,  /* what stands behind it is behind all of it */
    PV_HOLD_PREFIX, /* what stands behind it is behind its operand */
    PV_HOLD_BINARY, /* the same, of the right one */
};

struct pv_lang {
    struct pv_str name;
    const char *const *aliases;    /* NULL-ended */
    const char *const *extensions; /* with the dot; NULL-ended */
    const char *const *file_names; /* whole names, such as Dockerfile; NULL-ended */
    const char *file_prefix;       /* of other names, such as Dockerfile.test; NULL: none */
    const char *const *covers;     /* names of languages whose rules run on these files too */
    const char *opening;           /* what code has to begin behind; NULL: nothing */
    bool returns_last;             /* as in struct pv_tree */
    bool is_caseless;              /* the same */
    bool has_one_number;           /* the same */
    bool is_configuration;         /* the same */
    pv_lang_builder *build; /* NULL: the grammar reads it, and the rows say what it becomes */
    const TSLanguage *(*grammar)(void);
    /* A grammar of more than this language, for files and patterns that this one can't read whole.
     */
    const struct pv_lang *dialect;
    /* Blanks what the grammar can't read and nothing is lost without; NULL: nothing. */
    void (*blank)(char *text, size_t n);
    /* For regroup.c: operators, and calls, fields and what else stands behind; NULL: no need. */
    enum pv_hold (*hold)(TSNode node);
    bool (*is_link)(TSNode node);
    const struct pv_lower_row *rows; /* sorted by symbol */
    size_t n_rows;
    /* Anonymous tokens that mean something by themselves (async, static): PV_MODIFIER. */
    const char *const *modifiers;
    const struct pv_pattern_spelling *spelling;
    const struct pv_lang_signs *signs; /* NULL: nothing is known */
};

/* One child of a node that is being lowered. */
struct pv_kid {
    TSNode node;
    const char *field; /* NULL when it has none */
    TSFieldId field_id;
    TSSymbol symbol;
    bool is_named; /* or a keyword that the table says is a name: this, base */
};

struct pv_kids {
    const struct pv_kid *p;
    size_t n;
};

/* For hooks. What fails inside is kept and ends the lowering after the hook. */

/*
 * The children of `node`, comments and missing ones left out; live until the hook
 * returns. A null node has none.
 */
struct pv_kids pv_lower_kids(struct pv_lower *lower, TSNode node);

/* Opens a node with the range of `range`; its children follow until pv_lower_close. */
void pv_lower_open(struct pv_lower *lower, enum pv_kind kind, enum pv_role role, TSNode range);
void pv_lower_close(struct pv_lower *lower);

/* The word of the node opened last, as text. */
void pv_lower_word(struct pv_lower *lower, struct pv_str text);
/* Flags of the node opened last. */
void pv_lower_flag(struct pv_lower *lower, enum pv_node_flag flag);
/* The byte range of the node opened last. */
void pv_lower_range(struct pv_lower *lower, uint32_t start, uint32_t end);

/* A node without children; its word is the text of `node`. A null node does nothing. */
void pv_lower_leaf(struct pv_lower *lower, enum pv_kind kind, enum pv_role role, TSNode node);

/* A node as the grammar has it: what becomes of those that have no row. */
void pv_lower_unknown(struct pv_lower *lower, TSNode node, enum pv_role role);

/* Lowers `node` by its own row, in `role`. A null node does nothing. */
void pv_lower_child(struct pv_lower *lower, TSNode node, enum pv_role role);

/* As pv_lower_child; what comes of it has the range of `whole`. */
void pv_lower_widened(struct pv_lower *lower, TSNode whole, TSNode node, enum pv_role role);

/* As pv_lower_child; definitions that come of it begin at byte `start`, with the words from there
 * to `end` as modifiers. */
void pv_lower_marked(struct pv_lower *lower, uint32_t start, uint32_t end, TSNode node,
                     enum pv_role role);

/* As pv_lower_child, with `decorators` as the first of its attributes; it begins with them. */
void pv_lower_decorated(struct pv_lower *lower, TSNode node, enum pv_role role,
                        struct pv_kids decorators);

/* As pv_lower_child, inside a PV_BLOCK unless it is or brings one. */
void pv_lower_body(struct pv_lower *lower, TSNode node, enum pv_role role);

/* All kids, by their fields' common roles, as the children of a node of `kind`. */
void pv_lower_all(struct pv_lower *lower, enum pv_kind kind, struct pv_kids kids,
                  enum pv_role rest);

/* The named ones of `kids`, in one role. */
void pv_lower_each(struct pv_lower *lower, struct pv_kids kids, enum pv_role role);

/* Whether it is a pattern that is lowered. */
bool pv_lower_is_pattern(const struct pv_lower *lower);

/*
 * The first node after `node` that the table says stands LATER and that was not
 * given before; a null node when there is none.
 */
TSNode pv_lower_later(struct pv_lower *lower, TSNode node);

/* The bytes of the file from `start` up to `end`. */
struct pv_str pv_lower_bytes(const struct pv_lower *lower, uint32_t start, uint32_t end);

/* The text of a node; empty for a null node. */
struct pv_str pv_lower_text(const struct pv_lower *lower, TSNode node);

/* The kind that the table gives to this node, or to what it only wraps; PV_KIND_NONE for none. */
enum pv_kind pv_lower_kind(struct pv_lower *lower, TSNode node);

/* The first kid of a field or type; a null node when there is none: kid.c. */
TSNode pv_kid_of_field(struct pv_kids kids, const char *field);
TSNode pv_kid_of_type(struct pv_kids kids, const char *type);
bool pv_node_is(TSNode node, const char *type);
TSNode pv_node_field(TSNode node, const char *field);

/* Constructs of many languages: construct.c and string_literal.c. */

/* A string literal: PV_TEXT between its delimiters, cut at its PV_INTERP holes. */
void pv_lower_string(struct pv_lower *lower, TSNode node, enum pv_role role,
                     enum pv_node_flag flags);

struct pv_string_parts {
    TSNode whole;   /* with its prefix */
    TSNode inner;   /* the node whose children are the holes */
    uint32_t start; /* bytes of the file between the quotes */
    uint32_t end;
};

/* What such a literal consists of, in the node that is open. */
void pv_lower_string_pieces(struct pv_lower *lower, const struct pv_string_parts *parts);

/* The same, where its quotes are no tokens. */
void pv_lower_string_parts(struct pv_lower *lower, const struct pv_string_parts *parts,
                           enum pv_role role, enum pv_node_flag flags);

/* The named ones of `kids` as PV_ACCESS nested to the left. */
void pv_lower_path(struct pv_lower *lower, struct pv_kids kids, enum pv_role role);
/* The same of all kids of `node`. */
void pv_lower_dotted(struct pv_lower *lower, TSNode node, enum pv_role role);

/* PV_PARAMS, with a PV_PARAM around a bare name or destructuring; `node` may be a bare name. */
void pv_lower_params(struct pv_lower *lower, TSNode node, enum pv_role role);

/* `if` with any number of `elif`, each an if in the else of the one before. */
void pv_lower_if_chain(struct pv_lower *lower, TSNode node, enum pv_role role);

/* `n` times an array of `element`, each with the range of `whole`. */
void pv_lower_array_type(struct pv_lower *lower, TSNode whole, TSNode element, size_t n,
                         enum pv_role role);

/* A number of a grammar that has one node for whole ones and others. */
void pv_lower_number(struct pv_lower *lower, TSNode node, enum pv_role role);

/* ++ and --, before or after. */
void pv_lower_update(struct pv_lower *lower, TSNode node, enum pv_role role);
/*
 * For the hooks of what is_link names, first of all: lowers `node` as the grammar should
 * have read it, and says whether that differs: regroup.c.
 */
bool pv_lower_regroup(struct pv_lower *lower, TSNode node, enum pv_role role);
/* The operand that is left of an operator: the last of the last. */
TSNode pv_regroup_operand(const struct pv_lang *lang, TSNode node);
/* Lowers `node` without the operators that it begins with; its first operand is at `start`. */
void pv_lower_operand(struct pv_lower *lower, TSNode node, uint32_t start, enum pv_role role);
const struct pv_lang *pv_lower_lang(const struct pv_lower *lower);
/* Whether the node at hand is lowered so. */
bool pv_lower_is_operand(const struct pv_lower *lower);

/* For `blank`: makes spaces of each `word` that `next` stands behind on its line: blank.c. */
void pv_lang_blank_word(char *text, size_t n, struct pv_str word, struct pv_str next);

/* A value that is given on the way, or with `from` or a star each of many. */
void pv_lower_yield(struct pv_lower *lower, TSNode node, enum pv_role role);

/*
 * A statement of a grammar in which expressions are statements: an EXPR_STMT around
 * what is only an expression.
 */
void pv_lower_stmt(struct pv_lower *lower, TSNode node);

/* One case of a switch: its fields but `body` are what it is for, all else its statements. */
void pv_lower_case(struct pv_lower *lower, TSNode node, enum pv_role role);

/* What one lowering needs; all but `tree` are inputs. */
struct pv_lower_job {
    const struct pv_lang *lang;
    struct pv_arena *mem;         /* for the tree */
    struct pv_tree *tree;         /* its text is set */
    const struct pv_vocab *vocab; /* for files */
    struct pv_vocab *new_words;   /* for patterns: words are added; else NULL */
    bool is_pattern;              /* with holes, and without what files have around it */
    bool is_part;                 /* what is lowered becomes a child of `parent` */
    pv_node parent;
    enum pv_role role;
};

/* Lowers the whole subtree of `root`. PV_LIMIT, PV_NO_MEMORY. */
PV_RESULT pv_lower_run(const struct pv_lower_job *job, TSNode root, struct pv_err *err);

/* The number of a word, which is added where a pattern is lowered. PV_NO_MEMORY. */
PV_RESULT pv_lower_number_of(const struct pv_lower_job *job, struct pv_str text, pv_word *out,
                             struct pv_err *err);

/* Builds a tree in preorder, for a pv_lang_builder: tree_maker.c. Starts zeroed but for `job`. */
struct pv_tree_maker {
    const struct pv_lower_job *job;
    pv_node parent; /* what was opened last and is still open; of no meaning before the first */
    struct pv_err *err;
};

/* Opens a node that ends where it starts, with the word of `text` if that is not empty. */
PV_RESULT pv_maker_open(struct pv_tree_maker *maker, enum pv_kind kind, enum pv_role role,
                        uint32_t start, struct pv_str text);
/* Closes it, at its end. */
void pv_maker_close(struct pv_tree_maker *maker, uint32_t end);
/* A node without children; its word is the text of its bytes. */
PV_RESULT pv_maker_leaf(struct pv_tree_maker *maker, enum pv_kind kind, enum pv_role role,
                        uint32_t start, uint32_t end);
/* A PV_STRING of one PV_TEXT; its word is `content`, which escapes may make different. */
PV_RESULT pv_maker_string(struct pv_tree_maker *maker, enum pv_role role, uint32_t start,
                          uint32_t end, struct pv_str content);
/* A PV_ERROR over bytes that can't be read, counted. */
PV_RESULT pv_maker_error(struct pv_tree_maker *maker, uint32_t start, uint32_t end);

/* The bytes of a text that are parsed; all when `end` is 0. */
struct pv_parse_range {
    uint32_t start;
    uint32_t end;
};

/* Parses `text`; the tree is released with ts_tree_delete. PV_LIMIT, PV_NO_MEMORY. */
PV_RESULT pv_parse_text(const struct pv_lang *lang, struct pv_str text,
                        const struct pv_parse_options *options, TSTree **out, struct pv_err *err);

/* The same of a piece of `text`; nodes have their places in the whole. */
PV_RESULT pv_parse_part(const struct pv_lang *lang, struct pv_str text, struct pv_parse_range range,
                        const struct pv_parse_options *options, TSTree **out, struct pv_err *err);

#endif
