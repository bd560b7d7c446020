/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Forms that languages let people write in two ways: decorators with and
 * without brackets, one exception or a tuple of one, lists and comprehensions.
 */
#include "engine/match/match_internal.h"

static pv_node value_of(const struct pv_tree *tree, pv_node node)
{
    return pv_tree_child(tree, node, PV_ROLE_VALUE);
}

static bool is_open(const struct pv_tree *code, pv_node p)
{
    return pv_match_is_dots(code, p) || pv_tree_at(code, p)->kind == PV_MVAR_MANY;
}

/* How many children of `p` are more than `...`; the last of them in `*last`. */
static size_t count_closed(const struct pv_tree *code, pv_node p, pv_node *last)
{
    size_t n = 0;
    for (p = pv_tree_first(code, p); p != PV_NO_NODE; p = pv_tree_next(code, p)) {
        if (is_open(code, p))
            continue;
        *last = p;
        n++;
    }
    return n;
}

bool pv_match_asks_for_arguments(const struct pv_tree *code, pv_node p)
{
    pv_node last = PV_NO_NODE;
    pv_node args = pv_tree_child(code, p, PV_ROLE_ARGS);
    return pv_tree_child(code, p, PV_ROLE_BODY) != PV_NO_NODE ||
           (args != PV_NO_NODE && count_closed(code, args, &last) > 0);
}

/* `@f` is `@f()`. */
void pv_match_attr(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    t = pv_match_unwrap(m, t, PV_ATTR);
    pv_node wanted = value_of(m->code, p);
    pv_node given = t == PV_NO_NODE ? PV_NO_NODE : value_of(m->tree, t);
    if (wanted == PV_NO_NODE || given == PV_NO_NODE)
        return;
    bool calls = pv_match_code(m, wanted)->kind == PV_CALL;
    bool is_called = pv_match_target(m, given)->kind == PV_CALL;
    const struct pv_tree *caller = calls ? m->code : m->tree;
    pv_node call = calls ? wanted : given;
    pv_node last = PV_NO_NODE;
    if (calls != is_called) {
        pv_node args = pv_tree_child(caller, call, PV_ROLE_ARGS);
        if (args != PV_NO_NODE && count_closed(caller, args, &last) > 0)
            return;
        pv_node callee = pv_tree_child(caller, call, PV_ROLE_CALLEE);
        wanted = calls ? callee : wanted;
        given = calls ? given : callee;
    }
    if (wanted != PV_NO_NODE && given != PV_NO_NODE)
        pv_match_node(m, wanted, given, then);
}

/* `except (..., E, ...)` also holds for `except E`. */
void pv_match_tuple(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    const struct pv_tree_node *node = pv_match_target(m, t);
    bool is_caught = node->role == PV_ROLE_TYPE && node->kind != PV_TUPLE;
    pv_node only = PV_NO_NODE;
    if (!is_caught)
        pv_match_same_kind(m, p, t, then);
    else if (count_closed(m->code, p, &only) == 1)
        pv_match_node(m, only, t, then);
}

/* `[...]` also holds for a comprehension between the same brackets. */
void pv_match_container(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node last = PV_NO_NODE;
    if (pv_match_target(m, t)->kind != PV_COMPREHENSION) {
        pv_match_same_kind(m, p, t, then);
        return;
    }
    struct pv_str code = pv_tree_text(m->code, p);
    struct pv_str file = pv_tree_text(m->tree, t);
    bool is_open_list =
        pv_tree_first(m->code, p) != PV_NO_NODE && count_closed(m->code, p, &last) == 0;
    if (is_open_list && code.n > 0 && file.n > 0 && code.p[0] == file.p[0])
        then->run(m, then);
}
