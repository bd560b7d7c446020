/* SPDX-License-Identifier: Apache-2.0 */
/*
 * match_internal: what the files of the matcher share.
 *
 * Matching is written in continuation style: a function that finds a way for a
 * piece of the pattern to hold runs what has to hold next, and when that comes
 * back it looks for another way. So every way is visited, and undoing is
 * returning. Each frame belongs to a node of the pattern: the C stack is bounded
 * by PV_PATTERN_NODES_MAX, whatever the file looks like. Lists and depth of the
 * file are walked in loops.
 */
#ifndef PV_ENGINE_MATCH_MATCH_INTERNAL_H
#define PV_ENGINE_MATCH_MATCH_INTERNAL_H

#include "engine/match/match_limits.h"
#include "engine/match/pattern.h"

struct pv_matcher;

/* What has to hold next. The first member of a larger struct that knows more. */
struct pv_then {
    void (*run)(struct pv_matcher *m, const struct pv_then *then);
};

/* One search of one pattern in one file. */
struct pv_matcher {
    struct pv_arena *mem;
    const struct pv_pattern *pattern;
    const struct pv_match_file *file;
    const struct pv_tree *code; /* the pattern's tree */
    const struct pv_tree *tree; /* the file's */
    struct pv_match_budget *budget;
    struct pv_matches *out;
    enum pv_code stop; /* PV_OK while the search goes on */
    uint32_t end;      /* how far the statements matched so far reach */
    size_t n_bound;
    struct pv_binding bound[PV_PATTERN_VARS_MAX];
};

static inline const struct pv_tree_node *pv_match_code(const struct pv_matcher *m, pv_node p)
{
    return pv_tree_at(m->code, p);
}

static inline const struct pv_tree_node *pv_match_target(const struct pv_matcher *m, pv_node t)
{
    return pv_tree_at(m->tree, t);
}

static inline bool pv_match_is_over(const struct pv_matcher *m)
{
    return m->stop != PV_OK;
}

/* Pays for one comparison; false when the search is over. */
static inline bool pv_match_step(struct pv_matcher *m)
{
    if (m->stop != PV_OK)
        return false;
    if (m->budget->steps_left == 0) {
        m->stop = PV_LIMIT;
        return false;
    }
    m->budget->steps_left--;
    return true;
}

/* `p` of the pattern against `t` of the file: match_node.c. */
void pv_match_node(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* The same, for nodes whose kind alone says how they match. */
void pv_match_same_kind(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Goes through wrappings of `t` that the pattern need not write, to a node of `kind`. */
pv_node pv_match_unwrap(struct pv_matcher *m, pv_node t, enum pv_kind kind);

/* What the variable at `t` stands for, where the rule does not forbid it; else `t`. */
pv_node pv_match_constant(const struct pv_matcher *m, pv_node t);

void pv_match_bind_node(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
/* The siblings from `first` up to but without `end`; `gap` is where an empty run would be. */
struct pv_match_run {
    pv_node first; /* PV_NO_NODE when the run is empty */
    pv_node last;
    uint32_t gap;
};
void pv_match_bind_run(struct pv_matcher *m, pv_node p, struct pv_match_run run,
                       const struct pv_then *then);
void pv_match_bind_text(struct pv_matcher *m, pv_word name, uint32_t start, uint32_t end,
                        const struct pv_then *then);

/* Children of `p` in the shape of PARTS: match_parts.c. */
void pv_match_parts(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Children in order: match_list.c. `role` PV_ROLE_COUNT takes children of any role. */
void pv_match_list(struct pv_matcher *m, pv_node p, pv_node t, enum pv_role role,
                   const struct pv_then *then);
void pv_match_args(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Children in any order: match_set.c. */
enum pv_match_rest {
    PV_MATCH_REST_FREE,    /* the file may have more */
    PV_MATCH_REST_BETWEEN, /* the same, but what the pattern has is in its order */
    PV_MATCH_REST_BY_DOTS  /* only where the pattern says `...` */
};
void pv_match_set(struct pv_matcher *m, pv_node p, pv_node t, enum pv_role role,
                  enum pv_match_rest rest, const struct pv_then *then);

/* Statements: match_stmts.c. A block of the pattern against a block or a single statement. */
void pv_match_block(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
/* The statements of block `p` from statement `t` on, up to the end of its list. */
void pv_match_stmts_from(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_expr_stmt(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Names and imports: match_name.c, match_import.c. */
void pv_match_name(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_access(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_type(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
/* Whether the pattern's type `p` is the type written at `t`. */
bool pv_match_is_type(const struct pv_matcher *m, pv_node p, pv_node t);
/* Whether `name` is a primitive type that has a boxed one, or the boxed one. */
bool pv_match_is_boxed(struct pv_str name);
void pv_match_import(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Literals: match_literal.c. */
void pv_match_string(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_number(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_bool(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_text(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Whether the regular expression at `p` is found in what is written at `t`. */
bool pv_match_regex_holds(struct pv_matcher *m, pv_node p, pv_node t);

/* What a text in the pattern, alone in its regular expression, holds for. */
void pv_match_regex_text(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* `$X = E`: match_assign.c. */
void pv_match_assign(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Decorators, containers: match_form.c. */
void pv_match_attr(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_tuple(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_container(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* `return E`: match_return.c. */
void pv_match_return(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* <a b="c">d</a>: match_element.c. */
void pv_match_element(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Whether the call `p` asks for more than `()` and `(...)`. */
bool pv_match_asks_for_arguments(const struct pv_tree *code, pv_node p);

/* Somewhere inside: match_deep.c. */
void pv_match_deep(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_deep_stmt(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);
void pv_match_links(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* ($X : T): match_typed.c. */
/* False for types that have other names, such as `int`, or whose literals need none. */
bool pv_match_has_one_name(struct pv_str type);
void pv_match_typed(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Operators whose operands may be grouped otherwise: match_binary.c. */
void pv_match_binary(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

/* Whether `p` is `...`, alone or as a statement. */
bool pv_match_is_dots(const struct pv_tree *code, pv_node p);

/* Whether `t` is a name or field that calls what it names: `f` of Ruby, `@f`. */
bool pv_match_may_be_call(const struct pv_matcher *m, pv_node t);

/* Whether `t` stands where an expression stands, not a definition's or a field's name. */
bool pv_match_is_use(const struct pv_tree *tree, pv_node t);

#endif
