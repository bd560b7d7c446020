/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lists: arguments, parameters, elements, and the parts of one role.
 *
 * `...` and `$...X` stand for any run of the file's elements; every length is
 * tried. Keyword arguments are found by name first, wherever they stand; what
 * they took is then left out of the list.
 */
#include "engine/match/match_internal.h"

/* An argument that a keyword of the pattern has taken. */
struct taken {
    pv_node arg;
    const struct taken *before;
};

struct list {
    enum pv_role role; /* PV_ROLE_COUNT: children of any role */
    bool is_args;      /* the pattern's keyword arguments are matched elsewhere */
    const struct taken *taken;
    uint32_t end; /* where an empty run at the end of the list is */
    const struct pv_then *then;
};

struct rest {
    struct pv_then base;
    const struct list *list;
    pv_node p;
    pv_node t;
};

static bool is_taken(const struct list *list, pv_node t)
{
    for (const struct taken *taken = list->taken; taken; taken = taken->before) {
        if (taken->arg == t)
            return true;
    }
    return false;
}

/* `p` or the next sibling that belongs to the list; PV_NO_NODE at its end. */
static pv_node skip_code(const struct pv_matcher *m, const struct list *list, pv_node p)
{
    for (; p != PV_NO_NODE; p = pv_tree_next(m->code, p)) {
        const struct pv_tree_node *node = pv_match_code(m, p);
        bool is_member = list->role == PV_ROLE_COUNT || node->role == list->role;
        if (is_member && !(list->is_args && node->kind == PV_KWARG))
            break;
    }
    return p;
}

static pv_node skip_target(const struct pv_matcher *m, const struct list *list, pv_node t)
{
    for (; t != PV_NO_NODE; t = pv_tree_next(m->tree, t)) {
        bool is_member =
            list->role == PV_ROLE_COUNT || pv_match_target(m, t)->role == (uint8_t)list->role;
        if (is_member && !is_taken(list, t))
            break;
    }
    return t;
}

static pv_node next_code(const struct pv_matcher *m, const struct list *list, pv_node p)
{
    return skip_code(m, list, pv_tree_next(m->code, p));
}

static pv_node next_target(const struct pv_matcher *m, const struct list *list, pv_node t)
{
    return skip_target(m, list, pv_tree_next(m->tree, t));
}

static void match_rest(struct pv_matcher *m, const struct list *list, pv_node p, pv_node t);

static void run_rest(struct pv_matcher *m, const struct pv_then *then)
{
    const struct rest *rest = (const struct rest *)then;
    match_rest(m, rest->list, rest->p, rest->t);
}

/* NOLINTNEXTLINE(misc-no-recursion): a frame for each node of the pattern */
static void match_dots(struct pv_matcher *m, const struct list *list, pv_node p, pv_node t)
{
    pv_node next = next_code(m, list, p);
    if (next == PV_NO_NODE) {
        list->then->run(m, list->then);
        return;
    }
    for (; !pv_match_is_over(m); t = next_target(m, list, t)) {
        match_rest(m, list, next, t);
        if (t == PV_NO_NODE)
            return;
    }
}

static void match_many(struct pv_matcher *m, const struct list *list, pv_node p, pv_node t)
{
    pv_node next = next_code(m, list, p);
    struct pv_match_run run = {PV_NO_NODE, PV_NO_NODE,
                               t == PV_NO_NODE ? list->end : pv_match_target(m, t)->start};
    pv_node first = t;
    while (pv_match_step(m)) {
        struct rest rest = {{run_rest}, list, next, t};
        pv_match_bind_run(m, p, run, &rest.base);
        if (t == PV_NO_NODE)
            return;
        run.first = first;
        run.last = t;
        t = next_target(m, list, t);
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): a frame for each node of the pattern */
static void match_rest(struct pv_matcher *m, const struct list *list, pv_node p, pv_node t)
{
    if (p == PV_NO_NODE) {
        if (t == PV_NO_NODE)
            list->then->run(m, list->then);
        return;
    }
    if (!pv_match_step(m))
        return;
    if (pv_match_is_dots(m->code, p)) {
        match_dots(m, list, p, t);
        return;
    }
    if (pv_match_code(m, p)->kind == PV_MVAR_MANY) {
        match_many(m, list, p, t);
        return;
    }
    if (t == PV_NO_NODE)
        return;
    struct rest rest = {{run_rest}, list, next_code(m, list, p), next_target(m, list, t)};
    pv_match_node(m, p, t, &rest.base);
}

void pv_match_list(struct pv_matcher *m, pv_node p, pv_node t, enum pv_role role,
                   const struct pv_then *then)
{
    struct list list = {.role = role, .end = pv_match_target(m, t)->end, .then = then};
    match_rest(m, &list, skip_code(m, &list, pv_tree_first(m->code, p)),
               skip_target(m, &list, pv_tree_first(m->tree, t)));
}

struct keywords {
    struct pv_then base;
    pv_node p; /* the ARGS of the pattern, of the file */
    pv_node t;
    pv_node next; /* child of p from which keywords are still to be found */
    struct taken taken;
    const struct taken *before;
    const struct pv_then *then;
};

static void match_keywords(struct pv_matcher *m, const struct keywords *at,
                           const struct taken *taken);

static void run_keywords(struct pv_matcher *m, const struct pv_then *then)
{
    const struct keywords *at = (const struct keywords *)then;
    match_keywords(m, at, &at->taken);
}

static void match_keywords(struct pv_matcher *m, const struct keywords *at,
                           const struct taken *taken)
{
    pv_node p = at->next;
    while (p != PV_NO_NODE && pv_match_code(m, p)->kind != PV_KWARG)
        p = pv_tree_next(m->code, p);
    struct list list = {.role = PV_ROLE_COUNT,
                        .is_args = true,
                        .taken = taken,
                        .end = pv_match_target(m, at->t)->end,
                        .then = at->then};
    pv_node t = skip_target(m, &list, pv_tree_first(m->tree, at->t));
    if (p == PV_NO_NODE) {
        match_rest(m, &list, skip_code(m, &list, pv_tree_first(m->code, at->p)), t);
        return;
    }
    for (; t != PV_NO_NODE && pv_match_step(m); t = next_target(m, &list, t)) {
        if (pv_match_target(m, t)->kind != PV_KWARG)
            continue;
        struct keywords next = *at;
        next.base.run = run_keywords;
        next.next = pv_tree_next(m->code, p);
        next.taken = (struct taken){t, taken};
        pv_match_node(m, p, t, &next.base);
    }
}

void pv_match_args(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    struct keywords start = {.p = p, .t = t, .next = pv_tree_first(m->code, p), .then = then};
    match_keywords(m, &start, NULL);
}
