/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts told apart by their role. Parts of one role are a list, or a set where
 * unordered.def says so. A role that the pattern leaves out is free, unless
 * required.def says otherwise.
 */
#include "engine/match/match_internal.h"

#include "base/attr.h"

static const struct {
    uint8_t kind;
    uint8_t role;
} required[] = {
#define X(kind, role) {PV_##kind, PV_ROLE_##role},
#include "engine/match/required.def"
#undef X
};

static const bool unordered[PV_ROLE_COUNT] = {
#define X(role) [PV_ROLE_##role] = true,
#include "engine/match/unordered.def"
#undef X
};

_Static_assert(PV_KIND_COUNT <= UINT8_MAX, "kinds fit the table of required parts");

struct parts {
    struct pv_then base;
    pv_node p;
    pv_node t;
    pv_node part; /* the child of p that was matched last */
    const struct pv_then *then;
};

/* `x = ...` asks for a value, whichever. */
static bool lacks_value(const struct pv_matcher *m, pv_node p, pv_node t)
{
    return pv_match_target(m, t)->kind == PV_VAR &&
           pv_tree_child(m->code, p, PV_ROLE_VALUE) != PV_NO_NODE &&
           pv_tree_child(m->tree, t, PV_ROLE_VALUE) == PV_NO_NODE;
}

/* A handler of all that may be thrown; `catch (...)` says so with a parenthesis. */
static bool catches_all(const struct pv_tree *tree, pv_node handler)
{
    pv_node body = pv_tree_child(tree, handler, PV_ROLE_BODY);
    const struct pv_tree_node *node = pv_tree_at(tree, handler);
    uint32_t end = body == PV_NO_NODE ? node->end : pv_tree_at(tree, body)->start;
    struct pv_str head = pv_str_sub(tree->text, node->start, end < node->start ? node->start : end);
    return pv_tree_child(tree, handler, PV_ROLE_TYPE) == PV_NO_NODE &&
           pv_tree_child(tree, handler, PV_ROLE_TARGET) == PV_NO_NODE &&
           pv_str_find(head, PV_STR("("), 0) == SIZE_MAX;
}

/* `except E` of Python asks for a handler that keeps what was thrown under no name. */
static bool lacks_name(const struct pv_matcher *m, pv_node p, pv_node t)
{
    pv_node type = pv_tree_child(m->code, p, PV_ROLE_TYPE);
    return type != PV_NO_NODE && !pv_match_is_dots(m->code, type) &&
           pv_tree_child(m->code, p, PV_ROLE_TARGET) == PV_NO_NODE &&
           pv_tree_child(m->tree, t, PV_ROLE_TARGET) != PV_NO_NODE &&
           pv_str_has_prefix(pv_tree_text(m->code, p), PV_STR("except"));
}

/* What is given back need not be named: `(T, error)` is `(v T, err error)`. */
static bool is_one_result(const struct pv_matcher *m, pv_node p)
{
    const struct pv_tree_node *code = pv_match_code(m, p);
    return code->kind == PV_PARAM && p != 0 &&
           pv_match_code(m, code->parent)->role == PV_ROLE_RESULT;
}

/* `$T $M();` asks for what is only declared; without the `;` it is the head of anything. */
static bool has_no_body(const struct pv_tree *code, pv_node p)
{
    const struct pv_tree_node *node = pv_tree_at(code, p);
    return node->kind == PV_FUNC && (node->flags & PV_NODE_SEMICOLON) &&
           pv_tree_child(code, p, PV_ROLE_BODY) == PV_NO_NODE;
}

static bool is_lacking(const struct pv_matcher *m, pv_node p, pv_node t)
{
    uint16_t kind = pv_match_code(m, p)->kind;
    if (is_one_result(m, p))
        return false;
    if (has_no_body(m->code, p) && pv_tree_child(m->tree, t, PV_ROLE_BODY) != PV_NO_NODE)
        return true;
    if (lacks_value(m, p, t))
        return true;
    if (kind == PV_CATCH &&
        ((catches_all(m->code, p) && !catches_all(m->tree, t)) || lacks_name(m, p, t)))
        return true;
    for (size_t i = 0; i < PV_COUNT(required); i++) {
        enum pv_role role = (enum pv_role)required[i].role;
        if (required[i].kind == kind && pv_tree_child(m->code, p, role) == PV_NO_NODE &&
            pv_tree_child(m->tree, t, role) != PV_NO_NODE)
            return true;
    }
    return false;
}

/* The next child of `p` after `part` that is the first of its role. */
static pv_node next_role(const struct pv_matcher *m, pv_node p, pv_node part)
{
    do {
        part = part == PV_NO_NODE ? pv_tree_first(m->code, p) : pv_tree_next(m->code, part);
    } while (part != PV_NO_NODE &&
             pv_tree_child(m->code, p, (enum pv_role)pv_match_code(m, part)->role) != part);
    return part;
}

static void match_part(struct pv_matcher *m, const struct parts *at);

static void run_part(struct pv_matcher *m, const struct pv_then *then)
{
    match_part(m, (const struct parts *)then);
}

/* `new T` makes one as `new T()` does; `new T { a }` as `new T() { a }`. */
static bool is_made_of_nothing(const struct pv_matcher *m, pv_node p, pv_node t, pv_node part)
{
    pv_node type = pv_tree_child(m->tree, t, PV_ROLE_TYPE);
    return pv_match_code(m, part)->kind == PV_ARGS && pv_match_code(m, p)->kind == PV_NEW &&
           type != PV_NO_NODE && pv_match_target(m, type)->kind != PV_ARRAY_TYPE &&
           (pv_tree_child(m->code, p, PV_ROLE_VALUE) != PV_NO_NODE ||
            pv_tree_child(m->tree, t, PV_ROLE_VALUE) == PV_NO_NODE);
}

/* A function that is a value within the pattern needs no name; one that is the pattern has one. */
static bool is_value_within(const struct pv_matcher *m, pv_node p)
{
    const struct pv_tree_node *code = pv_match_code(m, p);
    return code->kind == PV_LAMBDA && p != 0 &&
           pv_match_code(m, code->parent)->kind != PV_EXPR_STMT;
}

/* `()` or `(...)` where the file has no brackets at all; the $F of a function that needs no name.
 */
static bool asks_for_nothing(const struct pv_matcher *m, pv_node p, pv_node t, pv_node part)
{
    const struct pv_tree_node *code = pv_match_code(m, part);
    if (code->role == PV_ROLE_NAME && code->kind == PV_MVAR)
        return is_value_within(m, p);
    /* A function as a type that gives nothing gives $T, too. */
    if (code->role == PV_ROLE_RESULT && code->kind == PV_MVAR)
        return pv_match_code(m, p)->role == PV_ROLE_TYPE;
    if (code->kind != PV_PARAMS && !is_made_of_nothing(m, p, t, part))
        return false;
    pv_node param = pv_tree_first(m->code, part);
    while (param != PV_NO_NODE && pv_match_is_dots(m->code, param))
        param = pv_tree_next(m->code, param);
    return param == PV_NO_NODE;
}

/* `catch ($E $X)` is any of `catch (A | B e)`. */
static bool is_any_of_caught(const struct pv_matcher *m, pv_node p, pv_node part)
{
    const struct pv_tree_node *code = pv_match_code(m, part);
    return code->role == PV_ROLE_TYPE && code->kind == PV_MVAR &&
           pv_match_code(m, p)->kind == PV_CATCH;
}

/* NOLINTNEXTLINE(misc-no-recursion): a frame for each part of the pattern */
static void match_part(struct pv_matcher *m, const struct parts *at)
{
    pv_node part = next_role(m, at->p, at->part);
    if (part == PV_NO_NODE) {
        at->then->run(m, at->then);
        return;
    }
    struct parts next = *at;
    next.base.run = run_part;
    next.part = part;
    enum pv_role role = (enum pv_role)pv_match_code(m, part)->role;
    if (pv_tree_child(m->tree, at->t, role) == PV_NO_NODE &&
        asks_for_nothing(m, at->p, at->t, part))
        next.base.run(m, &next.base);
    else if (role == PV_ROLE_ATTR && m->pattern->options.decorators_order_matters)
        pv_match_set(m, at->p, at->t, role, PV_MATCH_REST_BETWEEN, &next.base);
    else if (unordered[role] || is_any_of_caught(m, at->p, part) ||
             pv_match_code(m, part)->kind == PV_CASE ||
             pv_match_code(m, at->p)->kind == PV_GLOBAL ||
             (role == PV_ROLE_NONE && pv_match_code(m, at->p)->kind == PV_SWITCH))
        pv_match_set(m, at->p, at->t, role, PV_MATCH_REST_FREE, &next.base);
    else
        pv_match_list(m, at->p, at->t, role, &next.base);
}

void pv_match_parts(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    if (is_lacking(m, p, t))
        return;
    struct parts start = {.p = p, .t = t, .part = PV_NO_NODE, .then = then};
    match_part(m, &start);
}
