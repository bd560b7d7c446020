/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One node of the pattern against one of the file: what has a meaning of its
 * own goes to its file, all else is matched by the shape of its kind.
 */
#include "engine/match/match_internal.h"

#include "engine/facts/constants.h"

typedef void match_fn(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then);

static void match_leaf(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    (void)p;
    (void)t;
    then->run(m, then);
}

static void match_children(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_match_list(m, p, t, PV_ROLE_COUNT, then);
}

static void match_whole_set(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_match_set(m, p, t, PV_ROLE_COUNT, PV_MATCH_REST_BY_DOTS, then);
}

static void match_fields(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    enum pv_match_rest rest =
        m->pattern->options.implicit_ellipsis ? PV_MATCH_REST_FREE : PV_MATCH_REST_BY_DOTS;
    pv_match_set(m, p, t, PV_ROLE_COUNT, rest, then);
}

/* Runs the shape of p's kind; words and kinds have been compared. */
static void match_shape(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    static match_fn *const by_shape[] = {
        [PV_SHAPE_LEAF] = match_leaf,      [PV_SHAPE_PARTS] = pv_match_parts,
        [PV_SHAPE_LIST] = match_children,  [PV_SHAPE_ARGS] = pv_match_args,
        [PV_SHAPE_STMTS] = pv_match_block, [PV_SHAPE_SET] = match_whole_set,
        [PV_SHAPE_FIELDS] = match_fields,
    };
    by_shape[pv_kind_shape((enum pv_kind)pv_match_code(m, p)->kind)](m, p, t, then);
}

static pv_node only_child(const struct pv_tree *tree, pv_node node)
{
    pv_node first = pv_tree_first(tree, node);
    return first != PV_NO_NODE && pv_tree_next(tree, first) == PV_NO_NODE ? first : PV_NO_NODE;
}

/* What `t` stands for when the pattern has something else there. */
static pv_node inner_of(const struct pv_tree *tree, pv_node t)
{
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, t)->kind;
    if (kind == PV_EXPR_STMT || kind == PV_CAST)
        return pv_tree_child(tree, t, PV_ROLE_VALUE);
    if (kind == PV_GENERIC)
        return pv_tree_child(tree, t, PV_ROLE_TYPE);
    if (kind == PV_BLOCK)
        return only_child(tree, t);
    return PV_NO_NODE;
}

pv_node pv_match_unwrap(struct pv_matcher *m, pv_node t, enum pv_kind kind)
{
    while (t != PV_NO_NODE && pv_match_target(m, t)->kind != (uint16_t)kind) {
        if (!pv_match_step(m))
            return PV_NO_NODE;
        t = inner_of(m->tree, t);
    }
    return t;
}

void pv_match_same_kind(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    const struct pv_tree_node *code = pv_match_code(m, p);
    t = pv_match_unwrap(m, t, (enum pv_kind)code->kind);
    if (t != PV_NO_NODE && pv_match_target(m, t)->word == code->word)
        match_shape(m, p, t, then);
}

static void match_anything(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    (void)p;
    (void)t;
    then->run(m, then);
}

/* Lists are not things that a single metavariable can stand for. */
static bool is_bindable(enum pv_kind kind)
{
    return kind != PV_ARGS && kind != PV_PARAMS && kind != PV_TYPE_ARGS && kind != PV_TYPE_PARAMS &&
           kind != PV_CLASS_BODY && kind != PV_KWARG && kind != PV_REST && kind != PV_REST_KW &&
           kind != PV_FILE;
}

/* Several results in brackets are one, as a type is. */
static bool is_result(const struct pv_tree_node *target)
{
    return target->kind == PV_PARAMS && target->role == PV_ROLE_RESULT;
}

/* $X among the pieces of a string is a text there. */
static bool is_text_hole(const struct pv_matcher *m, pv_node p)
{
    pv_node parent = p == 0 ? PV_NO_NODE : pv_match_code(m, p)->parent;
    return parent != PV_NO_NODE && pv_match_code(m, parent)->kind == PV_STRING;
}

/* What a body of one statement, `{ return E; }`, gives back; PV_NO_NODE. */
static pv_node only_result(const struct pv_tree *tree, pv_node block)
{
    pv_node only = only_child(tree, block);
    return only != PV_NO_NODE && pv_tree_at(tree, only)->kind == PV_RETURN
               ? pv_tree_child(tree, only, PV_ROLE_VALUE)
               : PV_NO_NODE;
}

/*
 * Where $X is a value, and the file has only the bounds of a slice; where it is what a lambda
 * gives, and the file's has a block; where it is a variable that is declared, and the file takes
 * several out of one value.
 */
static bool is_other_form(const struct pv_matcher *m, pv_node p, pv_node t)
{
    const struct pv_tree_node *code = pv_match_code(m, p);
    if (p == 0 || code->parent == PV_NO_NODE)
        return false;
    enum pv_kind parent = (enum pv_kind)pv_match_code(m, code->parent)->kind;
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    /* Bounds alone are no value; with what is cut they are: Go's a[1:2] is of one kind. */
    if (kind == PV_SLICE)
        return pv_tree_child(m->tree, t, PV_ROLE_OBJECT) == PV_NO_NODE;
    if (parent == PV_LAMBDA && code->role == PV_ROLE_BODY)
        return kind == PV_BLOCK && pv_str_has_prefix(pv_tree_text(m->tree, t), PV_STR("{")) &&
               only_result(m->tree, t) == PV_NO_NODE;
    return parent == PV_VAR && code->role == PV_ROLE_TARGET &&
           (kind == PV_RECORD || kind == PV_ARRAY);
}

static void match_mvar(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    bool is_body = kind == PV_BLOCK && pv_match_code(m, p)->role == PV_ROLE_BODY;
    if ((!is_bindable(kind) && !is_result(pv_match_target(m, t))) ||
        (kind == PV_INTERP && is_text_hole(m, p)) || is_other_form(m, p, t))
        return;
    /* A parameter is known by its name, a statement that is an expression by that. */
    pv_node inner = PV_NO_NODE;
    if (kind == PV_PARAM)
        inner = pv_tree_child(m->tree, t, PV_ROLE_TARGET);
    else if (kind == PV_EXPR_STMT)
        inner = pv_tree_child(m->tree, t, PV_ROLE_VALUE);
    else if (is_body)
        inner = only_result(m->tree, t);
    pv_match_bind_node(m, p, inner == PV_NO_NODE ? t : inner, then);
}

/* A run where only one thing can be: that thing. */
static void match_mvar_many(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_match_bind_run(m, p, (struct pv_match_run){t, t, pv_match_target(m, t)->start}, then);
}

static bool has_name(const struct pv_tree *tree, pv_node node)
{
    return pv_tree_child(tree, node, PV_ROLE_NAME) != PV_NO_NODE;
}

/* Whether a function without a name is written with the word, and not with an arrow. */
static bool says_function(const struct pv_tree *tree, pv_node node)
{
    struct pv_str text = pv_tree_text(tree, node);
    return pv_tree_at(tree, node)->kind != PV_LAMBDA ||
           pv_str_has_prefix(text, PV_STR("function")) ||
           pv_str_has_prefix(text, PV_STR("async function"));
}

static bool asks_for_any(const struct pv_tree *code, pv_node params)
{
    pv_node p = pv_tree_first(code, params);
    return p != PV_NO_NODE && pv_match_is_dots(code, p) && pv_tree_next(code, p) == PV_NO_NODE;
}

struct made {
    struct pv_then base;
    pv_node p;
    pv_node t;
    const struct pv_then *then;
};

static void run_made(struct pv_matcher *m, const struct pv_then *then)
{
    const struct made *made = (const struct made *)then;
    pv_match_node(m, made->p, made->t, made->then);
}

/* C++'s `T $X(...);` may be a variable that is made of anything, too. */
static void match_made(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node params = pv_tree_child(m->code, p, PV_ROLE_PARAMS);
    pv_node args = pv_tree_child(m->tree, t, PV_ROLE_ARGS);
    pv_node wanted = pv_tree_child(m->code, p, PV_ROLE_RESULT);
    pv_node given = pv_tree_child(m->tree, t, PV_ROLE_TYPE);
    struct made made = {{run_made},
                        pv_tree_child(m->code, p, PV_ROLE_NAME),
                        pv_tree_child(m->tree, t, PV_ROLE_TARGET),
                        then};
    if (params == PV_NO_NODE || args == PV_NO_NODE || wanted == PV_NO_NODE || given == PV_NO_NODE ||
        made.p == PV_NO_NODE || made.t == PV_NO_NODE ||
        pv_tree_child(m->code, p, PV_ROLE_BODY) != PV_NO_NODE ||
        pv_match_target(m, args)->kind != PV_ARGS || !asks_for_any(m->code, params))
        return;
    pv_match_node(m, wanted, given, &made.base);
}

/* A function without a name is one, however it is written. */
static void match_function(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    bool is_function = kind == PV_LAMBDA || kind == PV_FUNC;
    if (kind == PV_VAR && pv_match_code(m, p)->kind == PV_FUNC) {
        match_made(m, p, t, then);
        return;
    }
    /* What is written without a name has none: a lambda, a block that runs with its class. */
    if (!has_name(m->code, p) && has_name(m->tree, t)) {
        if (pv_match_code(m, p)->kind == PV_FUNC)
            return;
        is_function = false;
    }
    if (!m->pattern->options.arrow_is_function &&
        says_function(m->code, p) != says_function(m->tree, t))
        return;
    if (m->pattern->options.arrow_is_function && is_function)
        pv_match_parts(m, p, t, then);
    else
        pv_match_same_kind(m, p, t, then);
}

pv_node pv_match_constant(const struct pv_matcher *m, pv_node t)
{
    if (!m->pattern->options.constant_propagation)
        return t;
    return pv_constant_of(&m->file->constants, t);
}

static void match_literal(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_match_same_kind(m, p, pv_match_constant(m, t), then);
}

/* -1 is a literal, too, though languages read an operator there. */
static void match_unary(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node operand = pv_tree_child(m->code, p, PV_ROLE_OPERAND);
    bool is_number = operand != PV_NO_NODE && (pv_match_code(m, operand)->kind == PV_INT ||
                                               pv_match_code(m, operand)->kind == PV_FLOAT);
    bool is_literal = is_number && pv_match_code(m, p)->word == m->pattern->minus;
    pv_match_same_kind(m, p, is_literal ? pv_match_constant(m, t) : t, then);
}

/* `var` asks for any variable, `let` and `const` for what they say. */
static void match_modifier(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    struct pv_str given = pv_tree_text(m->tree, t);
    bool is_any =
        m->pattern->options.let_is_var && pv_str_eq(pv_tree_text(m->code, p), PV_STR("var"));
    bool is_var = pv_str_eq(given, PV_STR("let")) || pv_str_eq(given, PV_STR("const"));
    if (is_any && is_var)
        then->run(m, then);
    else
        pv_match_same_kind(m, p, t, then);
}

/* `/.../` is any regular expression; `/$X/` one whose text is not cut at holes. */
static void match_regex(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node content = only_child(m->code, p);
    if (content != PV_NO_NODE) {
        pv_match_regex_text(m, content, t, then);
        return;
    }
    if (!pv_str_eq(pv_tree_text(m->code, p), PV_STR("/.../")))
        pv_match_same_kind(m, p, t, then);
    else if (pv_match_target(m, t)->kind == PV_REGEX)
        then->run(m, then);
}

static bool has_arguments(const struct pv_tree *tree, pv_node call)
{
    pv_node args = pv_tree_child(tree, call, PV_ROLE_ARGS);
    return pv_tree_child(tree, call, PV_ROLE_BODY) != PV_NO_NODE ||
           (args != PV_NO_NODE && pv_tree_first(tree, args) != PV_NO_NODE);
}

static bool is_bare(const struct pv_tree *tree, pv_node node)
{
    return (pv_tree_at(tree, node)->flags & PV_NODE_BARE) != 0;
}

/* `@f` is a call of f. */
static bool is_decorator(const struct pv_matcher *m, pv_node t)
{
    const struct pv_tree_node *node = pv_match_target(m, t);
    return m->pattern->options.attr_expr && node->role == PV_ROLE_VALUE &&
           node->parent != PV_NO_NODE && node->kind != PV_CALL &&
           pv_match_target(m, node->parent)->kind == PV_ATTR;
}

bool pv_match_may_be_call(const struct pv_matcher *m, pv_node t)
{
    return is_bare(m->tree, t) || is_decorator(m, t);
}

/* Whether what is called `t` here was written to before, and is a variable from there on. */
static bool is_variable(const struct pv_matcher *m, pv_node t)
{
    const struct pv_def *def = pv_defs_at(m->file->defs, t);
    uint32_t at = def ? def->last : PV_NO_WRITE;
    for (int i = 0; at != PV_NO_WRITE && i < PV_MATCH_WRITES_MAX; i++) {
        const struct pv_write *write = pv_defs_write(m->file->defs, at);
        if (write->writer < t)
            return true;
        at = write->before;
    }
    return at != PV_NO_WRITE;
}

/* `f()` and `f(...)` where the file has a bare `f` that is no variable. */
static void match_call(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node callee = pv_tree_child(m->code, p, PV_ROLE_CALLEE);
    if (!pv_match_may_be_call(m, t)) {
        pv_match_same_kind(m, p, t, then);
        return;
    }
    if (callee != PV_NO_NODE && !pv_match_asks_for_arguments(m->code, p) &&
        (is_decorator(m, t) || !is_variable(m, t)))
        pv_match_node(m, callee, t, then);
}

/* A bare `f` of the pattern where the file has `f()`. */
static pv_node without_call(struct pv_matcher *m, pv_node p, pv_node t)
{
    if (!is_bare(m->code, p) || pv_match_target(m, t)->kind != PV_CALL || has_arguments(m->tree, t))
        return t;
    pv_node callee = pv_tree_child(m->tree, t, PV_ROLE_CALLEE);
    return callee == PV_NO_NODE ? t : callee;
}

/* `if` as an expression is one that chooses; `c ? a : b`, which has no word, is no `if`. */
static void match_if(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    bool is_choice = pv_match_target(m, t)->kind == PV_COND &&
                     pv_str_has_prefix(pv_tree_text(m->tree, t), PV_STR("if"));
    if (is_choice)
        pv_match_parts(m, p, t, then);
    else
        pv_match_same_kind(m, p, t, then);
}

/* `for (...)` is any loop with a header, one over each element of a list, too. */
static void match_for(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    bool is_any = pv_match_target(m, t)->kind == PV_FOR_EACH;
    for (pv_node part = pv_tree_first(m->code, p); is_any && part != PV_NO_NODE;
         part = pv_tree_next(m->code, part))
        is_any = pv_match_code(m, part)->role == PV_ROLE_BODY || pv_match_is_dots(m->code, part);
    if (is_any)
        pv_match_list(m, p, t, PV_ROLE_BODY, then);
    else
        pv_match_same_kind(m, p, t, then);
}

static match_fn *const special[PV_KIND_COUNT] = {
    [PV_FOR] = match_for,
    [PV_MVAR] = match_mvar,
    [PV_MVAR_MANY] = match_mvar_many,
    [PV_DOTS] = match_anything,
    [PV_DEEP] = pv_match_deep,
    [PV_TYPED] = pv_match_typed,
    [PV_NAME] = pv_match_name,
    [PV_ACCESS] = pv_match_access,
    [PV_TYPE] = pv_match_type,
    [PV_IMPORT] = pv_match_import,
    [PV_STRING] = pv_match_string,
    [PV_TEXT] = pv_match_text,
    [PV_INT] = pv_match_number,
    [PV_FLOAT] = pv_match_number,
    [PV_BOOL] = pv_match_bool,
    [PV_CHAR] = match_literal,
    [PV_NULL] = match_literal,
    [PV_REGEX] = match_regex,
    [PV_UNARY] = match_unary,
    [PV_CALL] = match_call,
    [PV_MODIFIER] = match_modifier,
    [PV_BINARY] = pv_match_binary,
    [PV_ATTR] = pv_match_attr,
    [PV_ELEMENT] = pv_match_element,
    [PV_TUPLE] = pv_match_tuple,
    [PV_ARRAY] = pv_match_container,
    [PV_SET] = pv_match_container,
    [PV_DICT] = pv_match_container,
    [PV_ASSIGN] = pv_match_assign,
    [PV_FUNC] = match_function,
    [PV_LAMBDA] = match_function,
    [PV_BLOCK] = pv_match_block,
    [PV_RETURN] = pv_match_return,
    [PV_IF] = match_if,
    [PV_EXPR_STMT] = pv_match_expr_stmt,
};

/* What a variable stands for is tried once, in its place: the pattern's frame stays the only one.
 */
static pv_node follow(const struct pv_matcher *m, pv_node p, pv_node t)
{
    enum pv_kind kind = (enum pv_kind)pv_match_code(m, p)->kind;
    bool is_hole = kind == PV_MVAR || kind == PV_MVAR_MANY || kind == PV_DOTS || kind == PV_DEEP;
    if (!m->pattern->options.symbolic_propagation || p == 0 || is_hole ||
        pv_match_target(m, t)->kind != PV_NAME || !pv_match_is_use(m->tree, t))
        return t;
    return pv_constant_of(&m->file->constants, t);
}

void pv_match_node(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    if (!pv_match_step(m))
        return;
    match_fn *match = special[pv_match_code(m, p)->kind];
    if (!match)
        match = pv_match_same_kind;
    t = without_call(m, p, t);
    match(m, p, t, then);
    pv_node value = follow(m, p, t);
    if (value != t && pv_match_step(m))
        match(m, p, value, then);
}

bool pv_match_is_dots(const struct pv_tree *code, pv_node p)
{
    if (pv_tree_at(code, p)->kind == PV_EXPR_STMT) {
        p = pv_tree_child(code, p, PV_ROLE_VALUE);
        if (p == PV_NO_NODE)
            return false;
    }
    return pv_tree_at(code, p)->kind == PV_DOTS;
}
