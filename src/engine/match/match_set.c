/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Elements in any order: dictionaries, class members, modifiers, decorators.
 *
 * Each element of the pattern takes an element of the file that no other has
 * taken, and every choice is tried.
 */
#include "engine/match/match_internal.h"

struct taken {
    pv_node t;
    const struct taken *before;
};

struct set {
    pv_node t; /* the node whose children are chosen from */
    enum pv_role role;
    bool is_whole;   /* nothing of the file may be left over */
    bool is_ordered; /* what is taken comes behind what was taken before */
    const struct pv_then *then;
};

struct choice {
    struct pv_then base;
    const struct set *set;
    pv_node next; /* of the pattern */
    struct taken taken;
};

static bool is_member(enum pv_role role, const struct pv_tree_node *node)
{
    return role == PV_ROLE_COUNT || node->role == (uint8_t)role;
}

static bool is_taken(const struct taken *taken, pv_node t)
{
    for (; taken; taken = taken->before) {
        if (taken->t == t)
            return true;
    }
    return false;
}

static bool is_open(const struct pv_tree *code, pv_node p)
{
    return pv_match_is_dots(code, p) || pv_tree_at(code, p)->kind == PV_MVAR_MANY;
}

static size_t count_taken(const struct taken *taken)
{
    size_t n = 0;
    for (; taken; taken = taken->before)
        n++;
    return n;
}

static size_t count_members(const struct pv_tree *tree, pv_node parent, enum pv_role role)
{
    size_t n = 0;
    for (pv_node t = pv_tree_first(tree, parent); t != PV_NO_NODE; t = pv_tree_next(tree, t))
        n += is_member(role, pv_tree_at(tree, t));
    return n;
}

static void choose(struct pv_matcher *m, const struct set *set, pv_node p,
                   const struct taken *taken);

static void run_choice(struct pv_matcher *m, const struct pv_then *then)
{
    const struct choice *choice = (const struct choice *)then;
    choose(m, choice->set, choice->next, &choice->taken);
}

static void choose(struct pv_matcher *m, const struct set *set, pv_node p,
                   const struct taken *taken)
{
    while (p != PV_NO_NODE && (!is_member(set->role, pv_match_code(m, p)) || is_open(m->code, p)))
        p = pv_tree_next(m->code, p);
    if (p == PV_NO_NODE) {
        if (!set->is_whole || count_taken(taken) == count_members(m->tree, set->t, set->role))
            set->then->run(m, set->then);
        return;
    }
    struct choice choice = {{run_choice}, set, pv_tree_next(m->code, p), {0, taken}};
    bool is_behind = set->is_ordered && taken;
    pv_node t = is_behind ? pv_tree_next(m->tree, taken->t) : pv_tree_first(m->tree, set->t);
    for (; t != PV_NO_NODE && pv_match_step(m); t = pv_tree_next(m->tree, t)) {
        if (!is_member(set->role, pv_match_target(m, t)) || is_taken(taken, t))
            continue;
        choice.taken.t = t;
        pv_match_node(m, p, t, &choice.base);
    }
}

void pv_match_set(struct pv_matcher *m, pv_node p, pv_node t, enum pv_role role,
                  enum pv_match_rest rest, const struct pv_then *then)
{
    struct set set = {.t = t,
                      .role = role,
                      .is_whole = rest == PV_MATCH_REST_BY_DOTS,
                      .is_ordered = rest == PV_MATCH_REST_BETWEEN,
                      .then = then};
    pv_node first = pv_tree_first(m->code, p);
    for (pv_node c = first; c != PV_NO_NODE; c = pv_tree_next(m->code, c)) {
        if (is_member(role, pv_match_code(m, c)) && is_open(m->code, c))
            set.is_whole = false;
    }
    choose(m, &set, first, NULL);
}
