/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pattern: code with holes, and the places of a tree where it holds.
 */
#ifndef PV_ENGINE_MATCH_PATTERN_H
#define PV_ENGINE_MATCH_PATTERN_H

#include "engine/ast/tree.h"
#include "engine/facts/aliases.h"
#include "engine/facts/constants.h"
#include "engine/facts/functions.h"
#include "engine/facts/imports.h"
#include "engine/facts/node_index.h"
#include "engine/lang/lang.h"
#include "engine/match/binding.h"
#include "text/regex.h"

/* `options:` of a rule, as far as matching knows them; the defaults are pv_match_options_default.
 */
struct pv_match_options {
    bool implicit_deep_exprstmt;
    bool vardef_assign;
    bool attr_expr;
    bool arrow_is_function;
    bool implicit_ellipsis;
    bool constant_propagation;
    bool symbolic_propagation;
    bool ac_matching;        /* operands of `&&`, `|` and their like as a list */
    bool commutative_boolop; /* those of `&&` and `||` in any order */
    bool symmetric_eq;       /* both sides of `==` and `!=`, too */
    bool let_is_var;         /* `var` also means `let` and `const` */
    bool flddef_assign;      /* `$X = E` also means a field or method of that name */
    bool implicit_return;    /* `return E` also means the last expression of a function */
    bool implicit_package;   /* `T` also means `a.b.T`, where `a.b` is a package or namespace */
    bool decorators_order_matters;
    bool go_deeper_stmt;     /* `...` between statements also looks into nested blocks */
    bool go_deeper_expr;     /* `<... E ...>` and statements look into expressions */
    bool unify_ids_strictly; /* names bound twice are one variable, not only one text */
    bool xml_attrs_implicit_ellipsis;
    bool xml_singleton_loose_matching;
    bool xml_children_ordered;
    bool constructs_objects; /* C++: `T x(a);` makes an object, it does not declare a function */
};

extern const struct pv_match_options pv_match_options_default;

/* A string of the pattern that is a regular expression: "=~/RE/". */
struct pv_pattern_regex {
    pv_node node;
    struct pv_regex *regex;
};

struct pv_pattern {
    struct pv_pattern_source source;
    struct pv_match_options options;
    pv_word anonymous;    /* of "$_", which never binds */
    pv_word plain_assign; /* of "=" */
    pv_word plus;         /* of "+" */
    pv_word minus;        /* of "-" */
    PV_VEC(struct pv_pattern_regex) regexes;
};

struct pv_pattern_shelf; /* pattern_shelf.h */

/* A pattern as it was written. */
struct pv_pattern_code {
    const struct pv_lang *lang;
    struct pv_str text;
    struct pv_pattern_shelf *shelf; /* where it is when it was parsed before; may be NULL */
};

/*
 * Compiles a pattern; errors as pv_lang_parse_pattern. Immutable afterwards;
 * lives in `mem`, that of the shelf and the vocabulary, and pv_pattern_clear
 * releases what does not.
 */
PV_RESULT pv_pattern_compile(struct pv_arena *mem, struct pv_pattern_code code,
                             const struct pv_match_options *options, struct pv_vocab *vocab,
                             struct pv_pattern *out, struct pv_err *err);

/*
 * The same for a pattern that is a tree already; takes the tree over.
 * PV_LIMIT past PV_PATTERN_NODES_MAX; PV_SYNTAX for a regular expression in it.
 */
PV_RESULT pv_pattern_prepare(struct pv_arena *mem, struct pv_pattern_source source,
                             const struct pv_match_options *options, struct pv_vocab *vocab,
                             struct pv_pattern *out, struct pv_err *err);

void pv_pattern_clear(struct pv_pattern *pattern);

/* The regular expression that the string content at `node` is; NULL when it is none. */
const struct pv_regex *pv_pattern_regex(const struct pv_pattern *pattern, pv_node node);

struct pv_match_memo; /* memo.h */

/* A file as the matcher sees it. */
struct pv_match_file {
    const struct pv_tree *tree; /* NULL for files that only text rules read */
    const struct pv_defs *defs;
    struct pv_constants constants;
    const struct pv_imports *imports;
    struct pv_aliases aliases;
    const struct pv_node_index *index;
    const struct pv_functions *functions; /* NULL until something follows values */
    struct pv_match_memo *memo;           /* NULL: nobody will ask for the same again */
    const struct pv_vocab *vocab;
    struct pv_str text;
    struct pv_node_range nodes; /* where to look for matches */
    /* Of expressions, only those that this could match the text of are of interest; NULL: all. */
    const struct pv_regex *begins;
    uint32_t start; /* the same in bytes */
    uint32_t end;
    bool is_part; /* the nodes are what a metavariable is bound to, not a whole file */
};

/*
 * What patterns need to know of a file, all of it. `tree` may be NULL; it and
 * `text` must outlive the result, which lives in `mem`.
 */
PV_RESULT pv_match_file_read(struct pv_arena *mem, const struct pv_tree *tree, struct pv_str text,
                             const struct pv_vocab *vocab, struct pv_match_file *out,
                             struct pv_err *err);

/* One place where something holds. */
struct pv_match {
    uint32_t start; /* byte range */
    uint32_t end;
    pv_node node;      /* the root that matched, or PV_NO_NODE for text */
    struct pv_str fix; /* of the formula that found it; p NULL: none of its own */
    struct pv_bindings bindings;
};

struct pv_matches {
    PV_VEC(struct pv_match) list;
};

/*
 * Puts matches in order of start, end and bindings, and drops those that are
 * like the one before in all of that.
 */
void pv_matches_sort(struct pv_matches *matches);

struct pv_match_budget {
    uint64_t steps_left; /* one per pair of nodes compared */
};

/*
 * Whether `pattern` could be found in `file`: false is certain, since it is a call of
 * what nothing in the file goes by; true is not.
 */
bool pv_pattern_may_find(const struct pv_pattern *pattern, const struct pv_match_file *file);

/*
 * Adds every match of `pattern` to `out`, in order of position, no two alike.
 * PV_LIMIT when the budget is spent: what was found until then is in `out`.
 */
PV_RESULT pv_pattern_find(struct pv_arena *mem, const struct pv_pattern *pattern,
                          const struct pv_match_file *file, struct pv_match_budget *budget,
                          struct pv_matches *out, struct pv_err *err);

#endif
