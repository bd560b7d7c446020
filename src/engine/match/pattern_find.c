/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where a pattern is tried: expressions on the nodes of kinds that they can
 * hold for, statements on every statement as the first of a run.
 */
#include "engine/match/match_internal.h"

#include "engine/facts/constants.h"

struct found {
    struct pv_then base;
    pv_node root;
};

/* Too many to keep; most may be alike. */
static bool make_room(struct pv_matcher *m)
{
    if (m->out->list.n < PV_MATCHES_MAX)
        return true;
    pv_matches_sort(m->out);
    if (m->out->list.n <= PV_MATCHES_MAX / 2)
        return true;
    m->stop = PV_LIMIT;
    return false;
}

/* Whether the pattern is `finally {...}` without its `try`. */
static bool is_last_clause(const struct pv_tree *code)
{
    pv_node first = pv_tree_first(code, 0);
    if (first == PV_NO_NODE || pv_tree_at(code, first)->kind != PV_TRY)
        return false;
    pv_node clause = pv_tree_first(code, first);
    return clause != PV_NO_NODE && pv_tree_at(code, clause)->role == PV_ROLE_FINALLY &&
           pv_tree_at(code, clause)->kind == PV_BLOCK;
}

/* Where the clause of `body` begins: behind all that comes before its word. */
static uint32_t clause_start(const struct pv_tree *tree, pv_node node, pv_node body)
{
    uint32_t start = pv_tree_at(tree, node)->start;
    uint32_t end = pv_tree_at(tree, body)->start;
    for (pv_node part = pv_tree_first(tree, node); part != PV_NO_NODE && part != body;
         part = pv_tree_next(tree, part))
        start = pv_tree_at(tree, part)->end;
    if (start > end)
        return end;
    size_t word = pv_str_find(pv_str_sub(tree->text, start, end), PV_STR("finally"), 0);
    return word == SIZE_MAX ? end : start + (uint32_t)word;
}

/*
 * `x = E` in `final int x = E;`: where it begins and ends; of a `try`, the clause that is all that
 * the pattern has. Other nodes are found whole.
 */
static struct pv_node_range written(const struct pv_matcher *m, pv_node root)
{
    const struct pv_tree_node *node = pv_match_target(m, root);
    struct pv_node_range out = {node->start, node->end};
    pv_node last = node->kind == PV_TRY
    &&is_last_clause(m->code) ? pv_tree_child(m->tree, root, PV_ROLE_FINALLY) : PV_NO_NODE;
    if (last != PV_NO_NODE)
        out.first = clause_start(m->tree, root, last);
    pv_node target = pv_tree_child(m->tree, root, PV_ROLE_TARGET);
    pv_node value = pv_tree_child(m->tree, root, PV_ROLE_VALUE);
    bool is_assigned = node->kind == PV_VAR && pv_match_code(m, 0)->kind == PV_ASSIGN &&
                       target != PV_NO_NODE && value != PV_NO_NODE &&
                       pv_match_target(m, target)->kind == PV_NAME;
    if (!is_assigned)
        return out;
    out.first = pv_match_target(m, target)->start;
    out.end = pv_match_target(m, value)->end;
    return out;
}

static PV_RESULT add_match(struct pv_matcher *m, pv_node root, struct pv_err *err)
{
    struct pv_bindings bindings = {.n = m->n_bound};
    PV_TRY(PV_NEW_ARRAY(m->mem, m->n_bound, &bindings.p, err));
    if (m->n_bound > 0)
        memcpy(bindings.p, m->bound, m->n_bound * sizeof *m->bound);
    pv_bindings_sort(bindings);
    struct pv_node_range range = written(m, root);
    struct pv_match *match = NULL;
    PV_TRY(PV_VEC_PUSH(m->mem, &m->out->list, &match, err));
    *match = (struct pv_match){.start = range.first,
                               .end = m->end > range.end ? m->end : range.end,
                               .node = root,
                               .bindings = bindings};
    return PV_SUCCESS;
}

static void run_found(struct pv_matcher *m, const struct pv_then *then)
{
    const struct found *found = (const struct found *)then;
    if (!make_room(m))
        return;
    struct pv_result result = add_match(m, found->root, NULL);
    if (!pv_is_ok(result))
        m->stop = result.code;
}

static void find_stmts(struct pv_matcher *m)
{
    struct pv_node_range range = pv_node_index_stmts(m->file->index, m->file->nodes);
    for (uint32_t i = range.first; i < range.end && !pv_match_is_over(m); i++) {
        pv_node t = m->file->index->stmts[i];
        struct found found = {{run_found}, t};
        m->end = 0;
        pv_match_stmts_from(m, 0, t, &found.base);
    }
}

static void find_values_of(struct pv_matcher *m, enum pv_kind kind)
{
    struct pv_node_range range = pv_node_index_kind(m->file->index, kind, m->file->nodes);
    for (uint32_t i = range.first; i < range.end && !pv_match_is_over(m); i++) {
        pv_node t = m->file->index->by_kind[i];
        struct found found = {{run_found}, t};
        m->end = 0;
        if (pv_match_target(m, t)->role != PV_ROLE_NONE)
            pv_match_block(m, 0, t, &found.base);
    }
}

/* `switch`, `if` and `try` are statements in patterns, and may be expressions in the file. */
static void find_values(struct pv_matcher *m)
{
    pv_node first = pv_tree_first(m->code, 0);
    if (first == PV_NO_NODE)
        return;
    enum pv_kind kind = (enum pv_kind)pv_match_code(m, first)->kind;
    if (kind != PV_SWITCH && kind != PV_IF && kind != PV_TRY)
        return;
    find_values_of(m, kind);
    if (kind == PV_IF)
        find_values_of(m, PV_COND);
}

/* A lambda whose body is an expression has no statements, and gives that back. */
static void find_results(struct pv_matcher *m)
{
    struct pv_node_range range = pv_node_index_kind(m->file->index, PV_LAMBDA, m->file->nodes);
    pv_node first = pv_tree_first(m->code, 0);
    if (first == PV_NO_NODE || pv_match_code(m, first)->kind != PV_RETURN ||
        !m->pattern->options.implicit_return)
        return;
    for (uint32_t i = range.first; i < range.end && !pv_match_is_over(m); i++) {
        pv_node body = pv_tree_child(m->tree, m->file->index->by_kind[i], PV_ROLE_BODY);
        struct found found = {{run_found}, body};
        m->end = 0;
        if (body != PV_NO_NODE && pv_match_target(m, body)->kind != PV_BLOCK)
            pv_match_block(m, 0, body, &found.base);
    }
}

/* `@f(a)` is a call, unless the rule says that it is none. */
static bool is_decorator(const struct pv_matcher *m, pv_node t)
{
    pv_node parent = pv_match_target(m, t)->parent;
    return !m->pattern->options.attr_expr && parent != PV_NO_NODE &&
           pv_match_target(m, parent)->kind == PV_ATTR;
}

static void try_root(struct pv_matcher *m, pv_node t)
{
    if (is_decorator(m, t))
        return;
    struct found found = {{run_found}, t};
    m->end = 0;
    pv_match_node(m, 0, t, &found.base);
}

/* What a metavariable is bound to is an expression, though it may be a definition's name. */
static bool is_use(const struct pv_matcher *m, pv_node t)
{
    return (m->file->is_part && t == m->file->nodes.first) || pv_match_is_use(m->tree, t);
}

/* What is written to or deleted does not stand for the value that it had. */
static bool is_written(const struct pv_matcher *m, pv_node t)
{
    const struct pv_tree_node *node = pv_match_target(m, t);
    if (t == m->file->nodes.first || node->parent == PV_NO_NODE)
        return false;
    enum pv_kind parent = (enum pv_kind)pv_match_target(m, node->parent)->kind;
    return parent == PV_DELETE || (parent == PV_ASSIGN && node->role == PV_ROLE_TARGET);
}

static bool is_literal(enum pv_kind kind)
{
    return kind == PV_STRING || kind == PV_INT || kind == PV_FLOAT || kind == PV_BOOL ||
           kind == PV_NULL;
}

/* What the header of a loop declares is no assignment. */
static bool is_counter(const struct pv_matcher *m, pv_node t)
{
    const struct pv_tree_node *node = pv_match_target(m, t);
    return node->kind == PV_VAR && node->role == PV_ROLE_INIT &&
           pv_match_code(m, 0)->kind == PV_ASSIGN;
}

static void find_kind(struct pv_matcher *m, enum pv_kind kind)
{
    bool is_name = kind == PV_NAME || kind == PV_TYPE || kind == PV_ACCESS;
    bool is_call = is_name && pv_match_code(m, 0)->kind == PV_CALL;
    bool is_value = is_name && is_literal((enum pv_kind)pv_match_code(m, 0)->kind);
    struct pv_node_range range = pv_node_index_kind(m->file->index, kind, m->file->nodes);
    for (uint32_t i = range.first; i < range.end && !pv_match_is_over(m); i++) {
        pv_node t = m->file->index->by_kind[i];
        if ((is_value && is_written(m, t)) || is_counter(m, t))
            continue;
        if ((!is_name || is_use(m, t)) && (!is_call || pv_match_may_be_call(m, t)))
            try_root(m, t);
    }
}

/* Kinds between NAME and RECORD that are not expressions by themselves. */
static const bool is_piece[PV_KIND_COUNT] = {
    [PV_KWARG] = true, [PV_SPREAD] = true, [PV_SPREAD_KW] = true,
    [PV_TEXT] = true,  [PV_INTERP] = true, [PV_PAIR] = true,
};

/* What ($X : T) may be beside an expression: the name of a variable that is given a value. */
static bool is_declared(const struct pv_matcher *m, pv_node t)
{
    pv_node parent = pv_match_target(m, t)->parent;
    if (pv_match_code(m, 0)->kind != PV_TYPED || t == 0 ||
        pv_match_target(m, t)->role != PV_ROLE_TARGET || pv_match_target(m, parent)->kind != PV_VAR)
        return false;
    return pv_tree_child(m->tree, parent, PV_ROLE_VALUE) != PV_NO_NODE;
}

static bool is_expr(const struct pv_matcher *m, pv_node t)
{
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    bool is_value = kind >= PV_NAME && kind <= PV_ELEMENT && !is_piece[kind];
    if (kind == PV_VAR)
        return pv_match_code(m, 0)->kind == PV_DEEP && m->pattern->options.vardef_assign;
    return (is_value || kind == PV_LAMBDA) && (is_use(m, t) || is_declared(m, t));
}

static bool begins_right(const struct pv_matcher *m, pv_node t)
{
    return !m->file->begins || pv_regex_may_begin(m->file->begins, pv_tree_text(m->tree, t));
}

static void find_any(struct pv_matcher *m)
{
    for (pv_node t = m->file->nodes.first; t < m->file->nodes.end && !pv_match_is_over(m); t++) {
        if (begins_right(m, t) && is_expr(m, t))
            try_root(m, t);
    }
}

/* Kinds that a pattern of one kind also holds for. */
static const struct {
    enum pv_kind pattern;
    enum pv_kind file;
} alike[] = {
    {PV_ARRAY, PV_COMPREHENSION}, {PV_SET, PV_COMPREHENSION}, {PV_DICT, PV_COMPREHENSION},
    {PV_ASSIGN, PV_VAR},          {PV_STRING, PV_NAME},       {PV_NAME, PV_TYPE},
    {PV_TYPE, PV_NAME},           {PV_TYPE, PV_ACCESS},       {PV_ACCESS, PV_NAME},
    {PV_ACCESS, PV_TYPE},         {PV_FUNC, PV_LAMBDA},       {PV_LAMBDA, PV_FUNC},
    {PV_STRING, PV_CONCAT},       {PV_STRING, PV_BINARY},     {PV_INT, PV_BINARY},
    {PV_CALL, PV_NAME},           {PV_CALL, PV_ACCESS},       {PV_ASSIGN, PV_WALRUS},
    {PV_NULL, PV_NAME},           {PV_CALL, PV_TYPE},
};

/* The name by which what is at `p` goes, a call or an access by its last part; 0: a hole. */
static pv_word head_at(const struct pv_tree *code, pv_node p)
{
    if (p != PV_NO_NODE && pv_tree_at(code, p)->kind == PV_CALL)
        p = pv_tree_child(code, p, PV_ROLE_CALLEE);
    if (p != PV_NO_NODE && pv_tree_at(code, p)->kind == PV_ACCESS)
        p = pv_tree_child(code, p, PV_ROLE_FIELD);
    return p != PV_NO_NODE && pv_tree_at(code, p)->kind == PV_NAME ? pv_tree_at(code, p)->word : 0;
}

static pv_word head_of(const struct pv_tree *code)
{
    return head_at(code, 0);
}

/* The name of the a in `a.$X` and `a.$X(...)`; 0 when it is a hole, or $X is more than one. */
static pv_word object_of(const struct pv_tree *code)
{
    pv_node p = 0;
    if (pv_tree_at(code, p)->kind == PV_CALL)
        p = pv_tree_child(code, p, PV_ROLE_CALLEE);
    if (p == PV_NO_NODE || pv_tree_at(code, p)->kind != PV_ACCESS)
        return 0;
    pv_node field = pv_tree_child(code, p, PV_ROLE_FIELD);
    bool is_hole = field != PV_NO_NODE && pv_tree_at(code, field)->kind == PV_MVAR;
    return is_hole ? head_at(code, pv_tree_child(code, p, PV_ROLE_OBJECT)) : 0;
}

/* From a name up to the node of `kind` that goes by it. */
static pv_node headed_by(const struct pv_matcher *m, pv_node name, enum pv_kind kind)
{
    pv_node t = name;
    if (pv_match_target(m, t)->role == PV_ROLE_FIELD && t > 0)
        t = pv_match_target(m, t)->parent;
    if (kind == PV_CALL && pv_match_target(m, t)->role == PV_ROLE_CALLEE && t > 0)
        t = pv_match_target(m, t)->parent;
    return t;
}

/* What goes by the same name as `t`, one further out: a call by what it calls; PV_NO_NODE. */
static pv_node outer_of(const struct pv_matcher *m, pv_node t)
{
    const struct pv_tree_node *node = pv_match_target(m, t);
    if (node->parent == PV_NO_NODE)
        return PV_NO_NODE;
    enum pv_kind outer = (enum pv_kind)pv_match_target(m, node->parent)->kind;
    bool is_head = (outer == PV_ACCESS && node->role == PV_ROLE_FIELD) ||
                   (outer == PV_CALL && node->role == PV_ROLE_CALLEE) || pv_kind_is_wrapping(outer);
    /* A block stands for what is all that it holds. */
    if (outer == PV_BLOCK &&
        (t != node->parent + 1 || node->after != pv_match_target(m, node->parent)->after))
        return PV_NO_NODE;
    return is_head ? node->parent : PV_NO_NODE;
}

/* As find_kind for `kind` and what is alike, of what goes by the name at `name`. A step for each
 * node climbed to: code may be wrapped as deep as it likes. */
static void try_headed(struct pv_matcher *m, pv_node name, enum pv_kind kind)
{
    for (pv_node t = name; t != PV_NO_NODE && t >= m->file->nodes.first && pv_match_step(m);
         t = outer_of(m, t)) {
        enum pv_kind found = (enum pv_kind)pv_match_target(m, t)->kind;
        bool is_name = found == PV_NAME || found == PV_ACCESS || found == PV_TYPE;
        bool may_be_bare = found != PV_TYPE && pv_match_may_be_call(m, t);
        if (found == PV_CALL ? kind == PV_CALL
                             : is_name && (kind == PV_ACCESS || may_be_bare) && is_use(m, t))
            try_root(m, t);
    }
}

/* The same of fields of what goes by the name at `name`. */
static void try_fields_of(struct pv_matcher *m, pv_node name, enum pv_kind kind)
{
    for (pv_node t = name; t != PV_NO_NODE && t >= m->file->nodes.first && pv_match_step(m);
         t = outer_of(m, t)) {
        const struct pv_tree_node *node = pv_match_target(m, t);
        if (node->role == PV_ROLE_OBJECT && node->parent != PV_NO_NODE)
            try_headed(m, node->parent, kind);
    }
}

typedef void try_fn(struct pv_matcher *m, pv_node name, enum pv_kind kind);

static void try_aliases(struct pv_matcher *m, const struct pv_alias_list *list, pv_word word,
                        enum pv_kind kind, try_fn *try)
{
    struct pv_node_range range = pv_aliases_of(list, word, m->file->nodes);
    for (uint32_t i = range.first; i < range.end && !pv_match_is_over(m); i++)
        try(m, list->p[i].node, kind);
}

/* Names that are `word`, that mean it, or that are followed to what may be anything. */
static void try_names(struct pv_matcher *m, pv_word word, enum pv_kind kind, try_fn *try)
{
    struct pv_node_range range = pv_node_index_names(m->file->index, word, m->file->nodes);
    for (uint32_t i = range.first; i < range.end && !pv_match_is_over(m); i++)
        try(m, m->file->index->names[i], kind);
    try_aliases(m, &m->file->aliases.names, word, kind, try);
    try_aliases(m, &m->file->aliases.names, 0, kind, try);
}

/* Types are no names of the index; where there are aliases, they are among them. */
static void try_types(struct pv_matcher *m, pv_word word, enum pv_kind kind, try_fn *try)
{
    struct pv_node_range range = pv_node_index_kind(m->file->index, PV_TYPE, m->file->nodes);
    for (uint32_t i = range.first; i < range.end && !pv_match_is_over(m); i++)
        if (pv_match_target(m, m->file->index->by_kind[i])->word == word)
            try(m, m->file->index->by_kind[i], kind);
}

/*
 * `a.$X` and `a.$X(...)` are looked up by `a`, and by what was imported from it. Variables
 * are followed only where the file has aliases; see aliases.h.
 */
static bool find_by_object(struct pv_matcher *m, enum pv_kind kind)
{
    pv_word object = object_of(m->code);
    bool is_here = kind == PV_CALL || (kind == PV_ACCESS && !m->file->is_part);
    bool has_aliases = pv_imports_has_aliases(m->file->imports);
    if (object == 0 || !is_here || (!has_aliases && m->pattern->options.symbolic_propagation))
        return false;
    try_names(m, object, kind, try_fields_of);
    if (!has_aliases)
        try_types(m, object, kind, try_fields_of);
    try_aliases(m, &m->file->aliases.members, object, kind, try_headed);
    return true;
}

/* The variable that is given what goes by the name at `name`: f in `f = a.name`; 0: none. */
static pv_word variable_of(const struct pv_matcher *m, pv_node name)
{
    const struct pv_tree_node *value = pv_match_target(m, headed_by(m, name, PV_ACCESS));
    if (value->role != PV_ROLE_VALUE || value->parent == PV_NO_NODE)
        return 0;
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, value->parent)->kind;
    pv_node target = pv_tree_child(m->tree, value->parent, PV_ROLE_TARGET);
    if ((kind != PV_ASSIGN && kind != PV_VAR) || target == PV_NO_NODE ||
        pv_match_target(m, target)->kind != PV_NAME)
        return 0;
    return pv_match_target(m, target)->word;
}

/* Calls by the variable `word`, which is no word of patterns and so not among the names found. */
static void try_calls_of(struct pv_matcher *m, pv_word word)
{
    struct pv_node_range calls = pv_node_index_kind(m->file->index, PV_CALL, m->file->nodes);
    for (uint32_t i = calls.first; i < calls.end && !pv_match_is_over(m); i++) {
        pv_node call = m->file->index->by_kind[i];
        pv_node callee = pv_tree_child(m->tree, call, PV_ROLE_CALLEE);
        if (callee != PV_NO_NODE && pv_match_target(m, callee)->kind == PV_NAME &&
            pv_match_target(m, callee)->word == word)
            try_root(m, call);
    }
}

/* Calls of what goes by `word` through a variable that stands for it: f = a.word; f(x). */
static void try_variables(struct pv_matcher *m, pv_word word)
{
    if (!m->pattern->options.symbolic_propagation)
        return;
    struct pv_node_range all = {0, (uint32_t)m->tree->nodes.n};
    struct pv_node_range range = pv_node_index_names(m->file->index, word, all);
    for (uint32_t i = range.first; i < range.end && !pv_match_is_over(m); i++) {
        pv_word variable = variable_of(m, m->file->index->names[i]);
        if (variable != 0 && variable != word)
            try_calls_of(m, variable);
    }
}

/*
 * Calls and accesses are looked up by name: what does not go by the pattern's
 * name cannot match, unless the file has given the name another. A type may be an
 * access of the pattern where a metavariable is bound to it.
 */
static bool find_by_head(struct pv_matcher *m, enum pv_kind kind)
{
    pv_word head = head_of(m->code);
    bool is_here = kind == PV_CALL || (kind == PV_ACCESS && !m->file->is_part);
    if (head == 0 || !is_here)
        return false;
    if (kind == PV_CALL)
        try_variables(m, head);
    if (pv_imports_has_aliases(m->file->imports)) {
        try_names(m, head, kind, try_headed);
        return true;
    }
    struct pv_node_range range = pv_node_index_names(m->file->index, head, m->file->nodes);
    for (uint32_t i = range.first; i < range.end && !pv_match_is_over(m); i++) {
        pv_node t = headed_by(m, m->file->index->names[i], kind);
        enum pv_kind found = (enum pv_kind)pv_match_target(m, t)->kind;
        if (t < m->file->nodes.first)
            continue;
        bool is_root =
            found == kind || (kind == PV_ACCESS && found == PV_NAME) || pv_match_may_be_call(m, t);
        if (is_root && (found == PV_CALL || is_use(m, t)))
            try_root(m, t);
    }
    return true;
}

/* A metavariable bound to a variable is also what that stands for, where the rule asks for it. */
static void find_value(struct pv_matcher *m)
{
    pv_node t = m->file->nodes.first;
    if (!m->file->is_part || m->file->nodes.end == 0 || !m->pattern->options.symbolic_propagation)
        return;
    struct found found = {{run_found}, t};
    pv_node value = pv_constant_of(&m->file->constants, t);
    m->end = 0;
    if (value != t)
        pv_match_node(m, 0, value, &found.base);
}

/* Methods and entries of objects, where a rule takes them for assignments. */
static void find_members(struct pv_matcher *m)
{
    if (pv_match_code(m, 0)->kind != PV_ASSIGN || !m->pattern->options.flddef_assign)
        return;
    find_kind(m, PV_FUNC);
    find_kind(m, PV_PAIR);
}

/* Settings that stand for texts and numbers are written as fields. */
static void find_settings(struct pv_matcher *m, enum pv_kind kind)
{
    if (is_literal(kind) && m->file->constants.settings)
        find_kind(m, PV_ACCESS);
}

static void find_nodes(struct pv_matcher *m)
{
    find_value(m);
    enum pv_kind kind = (enum pv_kind)pv_match_code(m, 0)->kind;
    if (find_by_head(m, kind) || find_by_object(m, kind))
        return;
    if (kind == PV_MVAR || kind == PV_DEEP || kind == PV_TYPED || kind == PV_DOTS) {
        find_any(m);
        return;
    }
    find_kind(m, kind);
    find_members(m);
    find_settings(m, kind);
    for (size_t i = 0; i < PV_COUNT(alike); i++) {
        if (alike[i].pattern == kind)
            find_kind(m, alike[i].file);
    }
}

bool pv_pattern_may_find(const struct pv_pattern *pattern, const struct pv_match_file *file)
{
    const struct pv_tree *code = &pattern->source.tree;
    bool is_call = pattern->source.form == PV_FORM_EXPR && code->nodes.n > 0 &&
                   pv_tree_at(code, 0)->kind == PV_CALL;
    pv_word head = is_call && file->tree ? head_of(code) : 0;
    if (head == 0)
        return true;
    struct pv_node_range all = {0, (uint32_t)file->tree->nodes.n};
    struct pv_node_range names = pv_node_index_names(file->index, head, all);
    struct pv_node_range aliases = pv_aliases_of(&file->aliases.names, head, all);
    struct pv_node_range any = pv_aliases_of(&file->aliases.names, 0, all);
    return names.first < names.end || aliases.first < aliases.end || any.first < any.end;
}

PV_RESULT pv_pattern_find(struct pv_arena *mem, const struct pv_pattern *pattern,
                          const struct pv_match_file *file, struct pv_match_budget *budget,
                          struct pv_matches *out, struct pv_err *err)
{
    if (!file->tree || pattern->source.tree.nodes.n == 0)
        return PV_SUCCESS;
    struct pv_matches found = {0};
    struct pv_matcher m = {.mem = mem,
                           .pattern = pattern,
                           .file = file,
                           .code = &pattern->source.tree,
                           .tree = file->tree,
                           .budget = budget,
                           .out = &found};
    if (pattern->source.form == PV_FORM_STMTS) {
        find_stmts(&m);
        find_values(&m);
        find_results(&m);
    } else {
        find_nodes(&m);
    }
    pv_matches_sort(&found);
    PV_VEC_EACH (struct pv_match, match, &found.list) {
        struct pv_match *added = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &added, err));
        *added = *match;
    }
    if (m.stop != PV_OK)
        return pv_fail(err, m.stop, 0, "fewer steps or matches than this pattern takes here");
    return PV_SUCCESS;
}
