/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the tree of spelled code to the tree of a pattern: cut out what was the
 * pattern, and make its placeholders into pattern nodes.
 */
#include "engine/lang/pattern_internal.h"

#include <string.h>

struct taker {
    struct pv_arena *mem;
    const struct pv_pattern_cut *cut;
    struct pv_vocab *vocab;
    struct pv_tree tree;
    uint32_t slack; /* bytes of the wrapper that complete the last node */
    struct pv_err *err;
};

static const struct pv_tree_node *at(const struct taker *t, pv_node node)
{
    return pv_tree_at(t->cut->tree, node);
}

static struct pv_str text_of(const struct taker *t, pv_node node)
{
    return pv_tree_text(t->cut->tree, node);
}

static bool is_inside(const struct taker *t, pv_node node)
{
    return at(t, node)->start >= t->cut->start && at(t, node)->end <= t->cut->end + t->slack;
}

/* Written by the wrapper, behind the pattern. */
static bool is_behind(const struct taker *t, pv_node node)
{
    return at(t, node)->start >= t->cut->end && at(t, node)->end > t->cut->end;
}

static pv_node only_child(const struct taker *t, pv_node node)
{
    pv_node first = pv_tree_first(t->cut->tree, node);
    return first != PV_NO_NODE && pv_tree_next(t->cut->tree, first) == PV_NO_NODE ? first
                                                                                  : PV_NO_NODE;
}

static bool is_hole(const struct taker *t, pv_node node, struct pv_str prefix)
{
    enum pv_kind kind = (enum pv_kind)at(t, node)->kind;
    return (kind == PV_NAME || kind == PV_TYPE || kind == PV_OTHER) &&
           at(t, node)->after == node + 1 && pv_str_has_prefix(text_of(t, node), prefix);
}

static bool is_run(const struct taker *t, pv_node node)
{
    return is_hole(t, node, PV_STR("pvdots")) || is_hole(t, node, PV_STR("pvmm_"));
}

/*
 * What only carries a `...` or $...X where the grammar wants more: a parameter
 * with its type, a member, a ** in a dict. It stands for the hole itself.
 */
static pv_node carried(const struct taker *t, pv_node node)
{
    pv_node hole = PV_NO_NODE;
    switch ((enum pv_kind)at(t, node)->kind) {
    case PV_PARAM:
    case PV_VAR: hole = pv_tree_child(t->cut->tree, node, PV_ROLE_TARGET); break;
    case PV_SPREAD_KW:
    case PV_EXPR_STMT: hole = pv_tree_child(t->cut->tree, node, PV_ROLE_VALUE); break;
    case PV_ITEM: hole = pv_tree_child(t->cut->tree, node, PV_ROLE_NAME); break;
    case PV_TYPE_PARAMS: hole = only_child(t, node); break;
    default: break;
    }
    return hole != PV_NO_NODE && is_run(t, hole) ? hole : PV_NO_NODE;
}

static PV_RESULT open_node(struct taker *t, struct pv_tree_node node, pv_node parent, pv_node *out)
{
    if (node.end > t->cut->end)
        node.end = t->cut->end;
    return pv_tree_open(t->mem, &t->tree, parent, node, out, t->err);
}

/* A leaf made from `node`: its kind, and "$" or "$..." before the name behind `skip` bytes. */
static PV_RESULT add_hole(struct taker *t, pv_node node, pv_node parent, enum pv_kind kind,
                          uint8_t role, size_t skip)
{
    struct pv_str name = {0};
    struct pv_tree_node hole = *at(t, node);
    pv_node out = PV_NO_NODE;
    hole.kind = (uint16_t)kind;
    hole.role = role;
    hole.word = 0;
    if (kind != PV_DOTS) {
        PV_TRY(pv_str_format(t->mem, &name, t->err, kind == PV_MVAR_MANY ? "$...%.*s" : "$%.*s",
                             PV_STR_FMT(pv_str_sub(text_of(t, node), skip, SIZE_MAX))));
        PV_TRY(pv_vocab_add(t->mem, t->vocab, name, &hole.word, t->err));
    }
    PV_TRY(open_node(t, hole, parent, &out));
    pv_tree_close(&t->tree, out);
    return PV_SUCCESS;
}

/* PV_NOT_FOUND when `node` is no placeholder. */
static PV_RESULT add_if_hole(struct taker *t, pv_node node, pv_node parent, uint8_t role)
{
    if (is_hole(t, node, PV_STR("pvdots")))
        return add_hole(t, node, parent, PV_DOTS, role, 0);
    if (is_hole(t, node, PV_STR("pvmm_")))
        return add_hole(t, node, parent, PV_MVAR_MANY, role, 5);
    if (is_hole(t, node, PV_STR("pvmv_")))
        return add_hole(t, node, parent, PV_MVAR, role, 5);
    return (struct pv_result){PV_NOT_FOUND};
}

/* pvdeep(E): the E; PV_NO_NODE for any other node. */
static pv_node deep_of(const struct taker *t, pv_node node)
{
    const struct pv_tree *tree = t->cut->tree;
    if (at(t, node)->kind != PV_CALL)
        return PV_NO_NODE;
    pv_node callee = pv_tree_child(tree, node, PV_ROLE_CALLEE);
    pv_node args = pv_tree_child(tree, node, PV_ROLE_ARGS);
    if (callee == PV_NO_NODE || args == PV_NO_NODE || !is_hole(t, callee, PV_STR("pvdeep")))
        return PV_NO_NODE;
    return only_child(t, args);
}

/* The parts of a typed metavariable in either spelling. */
static bool find_typed(const struct taker *t, pv_node node, pv_node *var, pv_node *type)
{
    const struct pv_tree *tree = t->cut->tree;
    if (at(t, node)->kind == PV_CAST) {
        *var = pv_tree_child(tree, node, PV_ROLE_VALUE);
        *type = pv_tree_child(tree, node, PV_ROLE_TYPE);
    } else if (at(t, node)->kind == PV_CALL) {
        pv_node callee = pv_tree_child(tree, node, PV_ROLE_CALLEE);
        pv_node args = pv_tree_child(tree, node, PV_ROLE_ARGS);
        if (callee == PV_NO_NODE || args == PV_NO_NODE || !is_hole(t, callee, PV_STR("pvtyped")))
            return false;
        *var = pv_tree_first(tree, args);
        *type = *var == PV_NO_NODE ? PV_NO_NODE : pv_tree_next(tree, *var);
    } else {
        return false;
    }
    return *var != PV_NO_NODE && *type != PV_NO_NODE && is_hole(t, *var, PV_STR("pvty_"));
}

/* One step of the copy: how far in the old tree, and the open nodes of the new one. */
struct place {
    pv_node end;   /* of the old subtree */
    pv_node open;  /* in the new tree */
    bool is_typed; /* its TYPE child is read as a type */
};

struct copier {
    struct taker *taker;
    PV_VEC(struct place) open;
};

static pv_node parent_of(const struct copier *c)
{
    return c->open.n ? c->open.p[c->open.n - 1].open : PV_NO_NODE;
}

static PV_RESULT push_node(struct copier *c, struct pv_tree_node node, pv_node end)
{
    struct place *place = NULL;
    pv_node parent = parent_of(c);
    PV_TRY(PV_VEC_PUSH(c->taker->mem, &c->open, &place, c->taker->err));
    place->end = end;
    return open_node(c->taker, node, parent, &place->open);
}

static void close_until(struct copier *c, pv_node node)
{
    while (c->open.n > 0 && c->open.p[c->open.n - 1].end <= node) {
        pv_tree_close(&c->taker->tree, c->open.p[c->open.n - 1].open);
        c->open.n--;
    }
}

/* Copies one node; `*next` is where the copy goes on. */
static PV_RESULT copy_node(struct copier *c, pv_node node, uint8_t role, pv_node *next)
{
    struct taker *t = c->taker;
    struct pv_tree_node copy = *at(t, node);
    pv_node var = PV_NO_NODE;
    pv_node type = PV_NO_NODE;
    pv_node deep = deep_of(t, node);
    copy.role = role;
    *next = node + 1;
    if (deep != PV_NO_NODE) {
        copy.kind = PV_DEEP;
        copy.word = 0;
        *next = deep;
        return push_node(c, copy, at(t, node)->after);
    }
    if (find_typed(t, node, &var, &type)) {
        pv_node end = at(t, node)->after;
        copy.kind = PV_TYPED;
        copy.word = 0;
        PV_TRY(push_node(c, copy, end));
        PV_TRY(add_hole(t, var, parent_of(c), PV_MVAR, PV_ROLE_TARGET, 5));
        *next = type;
        return PV_SUCCESS;
    }
    pv_node hole = carried(t, node);
    struct pv_result added = add_if_hole(t, hole == PV_NO_NODE ? node : hole, parent_of(c), role);
    if (added.code != PV_NOT_FOUND) {
        *next = at(t, node)->after;
        return added;
    }
    return push_node(c, copy, at(t, node)->after);
}

/* In a typed metavariable whatever is named is a type. */
static void fix_type(struct copier *c, pv_node old)
{
    struct pv_tree *tree = &c->taker->tree;
    pv_node last = (pv_node)tree->nodes.n - 1;
    pv_node parent = tree->nodes.p[last].parent;
    if (parent == PV_NO_NODE || tree->nodes.p[parent].kind != PV_TYPED ||
        tree->nodes.p[last].role == PV_ROLE_TARGET)
        return;
    tree->nodes.p[last].role = PV_ROLE_TYPE;
    if (at(c->taker, old)->kind == PV_NAME && tree->nodes.p[last].kind == PV_NAME)
        tree->nodes.p[last].kind = PV_TYPE;
}

static PV_RESULT copy_subtree(struct copier *c, pv_node root, uint8_t role)
{
    pv_node end = at(c->taker, root)->after;
    for (pv_node node = root; node < end;) {
        pv_node next = node + 1;
        close_until(c, node);
        if (node != root && is_behind(c->taker, node)) {
            node = at(c->taker, node)->after;
            continue;
        }
        PV_TRY(copy_node(c, node, node == root ? role : at(c->taker, node)->role, &next));
        fix_type(c, node);
        node = next;
    }
    close_until(c, end);
    return PV_SUCCESS;
}

static bool is_statement(enum pv_kind kind)
{
    return (kind >= PV_FUNC && kind <= PV_CLASS && kind != PV_LAMBDA) || kind == PV_VAR ||
           kind == PV_IMPORT || kind == PV_PACKAGE ||
           (kind >= PV_EXPR_STMT && kind <= PV_PASS && kind != PV_CATCH && kind != PV_CASE &&
            kind != PV_RESOURCE);
}

static bool is_expression(enum pv_kind kind)
{
    return (kind >= PV_NAME && kind <= PV_RECORD && kind != PV_KWARG && kind != PV_PAIR) ||
           kind == PV_LAMBDA || kind == PV_DOTS;
}

/* The outermost nodes that lie inside the pattern. */
static PV_RESULT find_roots(struct taker *t, pv_node **out, size_t *n)
{
    PV_VEC(pv_node) roots = {0};
    const struct pv_tree *tree = t->cut->tree;
    enum pv_kind keep = t->cut->wrapper->keep;
    for (pv_node node = 1; node < tree->nodes.n;) {
        pv_node *root = NULL;
        bool is_kept = keep != PV_KIND_NONE && at(t, node)->kind == (uint16_t)keep;
        if ((!is_inside(t, node) || is_behind(t, node)) && !is_kept) {
            node++;
            continue;
        }
        PV_TRY(PV_VEC_PUSH(t->mem, &roots, &root, t->err));
        *root = node;
        node = at(t, node)->after;
    }
    *out = roots.p;
    *n = roots.n;
    return PV_SUCCESS;
}

/* Whether the statement is only an expression, without a terminator of its own. */
static pv_node bare_expression(const struct taker *t, pv_node node)
{
    bool is_ended = (at(t, node)->flags & PV_NODE_SEMICOLON) && at(t, node)->end <= t->cut->end;
    if (at(t, node)->kind != PV_EXPR_STMT || is_ended)
        return PV_NO_NODE;
    return pv_tree_child(t->cut->tree, node, PV_ROLE_VALUE);
}

struct pv_result pv_pattern_take(struct pv_arena *mem, const struct pv_pattern_cut *cut,
                                 struct pv_vocab *vocab, struct pv_pattern_source *out,
                                 struct pv_err *err)
{
    struct taker t = {.mem = mem, .cut = cut, .vocab = vocab, .err = err};
    struct copier c = {.taker = &t};
    pv_node *roots = NULL;
    size_t n = 0;
    t.tree.text = cut->tree->text;
    if (cut->wrapper->is_completed)
        t.slack = (uint32_t)strlen(cut->wrapper->after);
    PV_TRY(find_roots(&t, &roots, &n));
    if (n == 0)
        return pv_fail(err, PV_NOT_FOUND, 0, "nothing of the pattern was found");

    pv_node bare = n == 1 ? bare_expression(&t, roots[0]) : PV_NO_NODE;
    if (bare != PV_NO_NODE)
        roots[0] = bare;
    enum pv_kind kind = (enum pv_kind)at(&t, roots[0])->kind;
    enum pv_pattern_form form = n > 1 || is_statement(kind) ? PV_FORM_STMTS
                                : is_expression(kind)       ? PV_FORM_EXPR
                                                            : PV_FORM_PART;
    if (form == PV_FORM_STMTS) {
        struct pv_tree_node block = {.kind = PV_BLOCK, .start = cut->start, .end = cut->end};
        PV_TRY(push_node(&c, block, (pv_node)cut->tree->nodes.n + 1));
    }
    for (size_t i = 0; i < n; i++)
        PV_TRY(copy_subtree(&c, roots[i], PV_ROLE_NONE));
    close_until(&c, (pv_node)cut->tree->nodes.n + 1);
    *out = (struct pv_pattern_source){.tree = t.tree, .form = form};
    return PV_SUCCESS;
}
