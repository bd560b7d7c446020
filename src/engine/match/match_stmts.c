/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Statements in order. A pattern with `...` is tried on the list itself, and on
 * the list flattened: with the statements of nested blocks in their place, as
 * they stand in the file's index of statements.
 */
#include "engine/match/match_internal.h"

/* A list of statements of the file. */
struct stmts {
    bool is_flat; /* positions are of the index of statements, else they are nodes */
    bool is_whole;
    uint32_t end; /* the position past the last */
    pv_node first;
    pv_node after; /* the node past all of the list */
    const struct pv_then *then;
};

struct rest {
    struct pv_then base;
    const struct stmts *list;
    pv_node p;
    uint32_t at;
};

static pv_node node_at(const struct pv_matcher *m, const struct stmts *list, uint32_t at)
{
    return list->is_flat ? m->file->index->stmts[at] : at;
}

static uint32_t next_of(const struct pv_matcher *m, const struct stmts *list, uint32_t at)
{
    return list->is_flat ? at + 1 : pv_match_target(m, at)->after;
}

/* The match reaches over the statement at `at`. */
static void cover(struct pv_matcher *m, const struct stmts *list, uint32_t at)
{
    uint32_t end = pv_match_target(m, node_at(m, list, at))->end;
    if (m->end < end)
        m->end = end;
}

static void match_rest(struct pv_matcher *m, const struct stmts *list, pv_node p, uint32_t at);

static void run_rest(struct pv_matcher *m, const struct pv_then *then)
{
    const struct rest *rest = (const struct rest *)then;
    uint32_t end = m->end;
    cover(m, rest->list, rest->at);
    match_rest(m, rest->list, rest->p, next_of(m, rest->list, rest->at));
    m->end = end;
}

/* At the end of a pattern `...` takes all that is left, up to the end of the last statement. */
static void match_last_dots(struct pv_matcher *m, const struct stmts *list, uint32_t at)
{
    uint32_t end = m->end;
    if (at < list->end) {
        pv_node parent = pv_match_target(m, list->first)->parent;
        pv_node last = list->after - 1;
        while (pv_match_target(m, last)->parent != parent && pv_match_step(m))
            last = pv_match_target(m, last)->parent;
        if (m->end < pv_match_target(m, last)->end)
            m->end = pv_match_target(m, last)->end;
    }
    list->then->run(m, list->then);
    m->end = end;
}

/* NOLINTNEXTLINE(misc-no-recursion): a frame for each node of the pattern */
static void match_dots(struct pv_matcher *m, const struct stmts *list, pv_node p, uint32_t at)
{
    pv_node next = pv_tree_next(m->code, p);
    if (next == PV_NO_NODE) {
        match_last_dots(m, list, at);
        return;
    }
    uint32_t end = m->end;
    while (!pv_match_is_over(m)) {
        match_rest(m, list, next, at);
        if (at >= list->end)
            break;
        cover(m, list, at);
        at = next_of(m, list, at);
    }
    m->end = end;
}

struct many {
    struct pv_then base;
    const struct stmts *list;
    pv_node next;
    uint32_t at;
};

static void run_many(struct pv_matcher *m, const struct pv_then *then)
{
    const struct many *many = (const struct many *)then;
    match_rest(m, many->list, many->next, many->at);
}

static void match_many(struct pv_matcher *m, const struct stmts *list, pv_node p, uint32_t at)
{
    pv_node next = pv_tree_next(m->code, p);
    struct pv_match_run run = {PV_NO_NODE, PV_NO_NODE, m->end};
    pv_node first = at < list->end ? node_at(m, list, at) : PV_NO_NODE;
    uint32_t end = m->end;
    while (pv_match_step(m)) {
        struct many many = {{run_many}, list, next, at};
        if (next != PV_NO_NODE || at >= list->end)
            pv_match_bind_run(m, p, run, &many.base);
        if (at >= list->end)
            break;
        cover(m, list, at);
        run.first = first;
        run.last = node_at(m, list, at);
        at = next_of(m, list, at);
    }
    m->end = end;
}

/* NOLINTNEXTLINE(misc-no-recursion): a frame for each node of the pattern */
static void match_rest(struct pv_matcher *m, const struct stmts *list, pv_node p, uint32_t at)
{
    if (p == PV_NO_NODE) {
        if (!list->is_whole || at >= list->end)
            list->then->run(m, list->then);
        return;
    }
    if (!pv_match_step(m))
        return;
    if (pv_match_is_dots(m->code, p)) {
        match_dots(m, list, p, at);
        return;
    }
    if (pv_match_code(m, p)->kind == PV_MVAR_MANY) {
        match_many(m, list, p, at);
        return;
    }
    if (at >= list->end)
        return;
    struct rest rest = {{run_rest}, list, pv_tree_next(m->code, p), at};
    pv_match_node(m, p, node_at(m, list, at), &rest.base);
}

/* Whether flattening can change anything: `...` with something after it. */
static bool looks_deeper(const struct pv_tree *code, pv_node p)
{
    for (p = pv_tree_first(code, p); p != PV_NO_NODE; p = pv_tree_next(code, p)) {
        if (pv_match_is_dots(code, p) && pv_tree_next(code, p) != PV_NO_NODE)
            return true;
    }
    return false;
}

/*
 * Both readings of a list. Flattened, the file may have more behind: what the
 * pattern's last statement stands in need not be the last of its own list.
 */
static void match_both(struct pv_matcher *m, pv_node p, struct pv_node_range range, bool is_whole,
                       const struct pv_then *then)
{
    pv_node first = pv_tree_first(m->code, p);
    struct stmts list = {.is_whole = is_whole,
                         .end = range.end,
                         .first = range.first,
                         .after = range.end,
                         .then = then};
    match_rest(m, &list, first, range.first);
    if (!m->pattern->options.go_deeper_stmt || !looks_deeper(m->code, p))
        return;
    struct pv_node_range flat = pv_node_index_stmts(m->file->index, range);
    struct stmts flattened = list;
    flattened.is_flat = true;
    flattened.is_whole = false;
    flattened.end = flat.end;
    match_rest(m, &flattened, first, flat.first);
}

static bool is_list(enum pv_kind kind)
{
    return kind == PV_BLOCK || kind == PV_FILE || kind == PV_CLASS_BODY || kind == PV_ERROR;
}

/* The $S of a block that is nothing but $S; PV_NO_NODE for any other block. */
static pv_node lone_hole(const struct pv_tree *code, pv_node block)
{
    pv_node stmt = pv_tree_first(code, block);
    if (stmt == PV_NO_NODE || pv_tree_next(code, stmt) != PV_NO_NODE)
        return PV_NO_NODE;
    if (pv_tree_at(code, stmt)->kind == PV_EXPR_STMT)
        stmt = pv_tree_child(code, stmt, PV_ROLE_VALUE);
    bool is_hole = stmt != PV_NO_NODE && pv_tree_at(code, stmt)->kind == PV_MVAR;
    return is_hole ? stmt : PV_NO_NODE;
}

static bool has_one_child(const struct pv_tree *tree, pv_node node)
{
    pv_node first = pv_tree_first(tree, node);
    return first != PV_NO_NODE && pv_tree_next(tree, first) == PV_NO_NODE;
}

void pv_match_block(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node hole = lone_hole(m->code, p);
    if (hole != PV_NO_NODE && pv_match_target(m, t)->kind == PV_BLOCK &&
        !has_one_child(m->tree, t)) {
        /* `{ $S; }` is one statement in braces; `if (a) $S;` has any body. */
        if (!pv_str_has_prefix(pv_tree_text(m->code, p), PV_STR("{")))
            pv_match_node(m, hole, t, then);
        return;
    }
    const struct pv_tree_node *node = pv_match_target(m, t);
    struct pv_node_range range = {is_list((enum pv_kind)node->kind) ? t + 1 : t, node->after};
    match_both(m, p, range, true, then);
}

void pv_match_stmts_from(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    const struct pv_tree_node *node = pv_match_target(m, t);
    bool is_listed = is_list((enum pv_kind)pv_match_target(m, node->parent)->kind);
    struct pv_node_range range = {t, is_listed ? pv_match_target(m, node->parent)->after
                                               : node->after};
    if (range.end > m->file->nodes.end)
        range.end = m->file->nodes.end;
    match_both(m, p, range, false, then);
}

void pv_match_expr_stmt(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node value = pv_tree_child(m->code, p, PV_ROLE_VALUE);
    if (value == PV_NO_NODE)
        return;
    enum pv_kind kind = (enum pv_kind)pv_match_code(m, value)->kind;
    if (kind == PV_MVAR || kind == PV_DOTS || kind == PV_DEEP) {
        pv_match_node(m, value, t, then);
        return;
    }
    pv_match_deep_stmt(m, value, t, then);
}
