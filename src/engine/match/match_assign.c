/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Assignments: `$X = E` for all the ways in which code gives a name a value.
 */
#include "engine/match/match_internal.h"

/* Grammars that have a node for each kind of assignment leave the operator out. */
static bool is_plain(const struct pv_matcher *m, const struct pv_tree_node *assign)
{
    return assign->word == 0 || assign->word == m->pattern->plain_assign;
}

struct member {
    struct pv_then base;
    pv_node p;
    pv_node t;
    const struct pv_then *then;
};

static void run_member(struct pv_matcher *m, const struct pv_then *then)
{
    const struct member *member = (const struct member *)then;
    if (pv_match_target(m, member->t)->kind == PV_FUNC)
        pv_match_parts(m, member->p, member->t, member->then);
    else
        pv_match_node(m, member->p, member->t, member->then);
}

/* A method or an entry of an object, as if its value were assigned to its name. */
static void match_member(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    bool is_method = pv_match_target(m, t)->kind == PV_FUNC;
    pv_node name = pv_tree_child(m->tree, t, is_method ? PV_ROLE_NAME : PV_ROLE_KEY);
    pv_node value = is_method ? t : pv_tree_child(m->tree, t, PV_ROLE_VALUE);
    pv_node target = pv_tree_child(m->code, p, PV_ROLE_TARGET);
    struct member member = {{run_member}, pv_tree_child(m->code, p, PV_ROLE_VALUE), value, then};
    if (name == PV_NO_NODE || value == PV_NO_NODE || target == PV_NO_NODE ||
        member.p == PV_NO_NODE || (is_method && pv_match_code(m, member.p)->kind != PV_LAMBDA))
        return;
    pv_match_node(m, target, name, &member.base);
}

/* How many targets are written to in one assignment of as many values. */
static size_t count_pairs(const struct pv_tree *tree, pv_node targets, pv_node values)
{
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, values)->kind;
    if (pv_tree_at(tree, targets)->kind != PV_TUPLE || (kind != PV_TUPLE && kind != PV_ARRAY))
        return 0;
    size_t n = 0;
    pv_node value = pv_tree_first(tree, values);
    for (pv_node t = pv_tree_first(tree, targets); t != PV_NO_NODE; t = pv_tree_next(tree, t)) {
        bool is_spread = pv_tree_at(tree, t)->kind == PV_SPREAD;
        if (value == PV_NO_NODE || is_spread || pv_tree_at(tree, value)->kind == PV_SPREAD)
            return 0;
        value = pv_tree_next(tree, value);
        n++;
    }
    return value == PV_NO_NODE ? n : 0;
}

struct value_of_pair {
    struct pv_then base;
    pv_node p;
    pv_node t;
    const struct pv_then *then;
};

static void run_value_of_pair(struct pv_matcher *m, const struct pv_then *then)
{
    const struct value_of_pair *pair = (const struct value_of_pair *)then;
    pv_match_node(m, pair->p, pair->t, pair->then);
}

/* `a, b = 1, 2` is also `a = 1` and `b = 2`. */
static void match_pairs(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node target = pv_tree_child(m->code, p, PV_ROLE_TARGET);
    pv_node value = pv_tree_child(m->code, p, PV_ROLE_VALUE);
    pv_node targets = pv_tree_child(m->tree, t, PV_ROLE_TARGET);
    pv_node values = pv_tree_child(m->tree, t, PV_ROLE_VALUE);
    if (target == PV_NO_NODE || value == PV_NO_NODE || targets == PV_NO_NODE ||
        values == PV_NO_NODE || pv_match_code(m, target)->kind == PV_TUPLE)
        return;
    size_t n = count_pairs(m->tree, targets, values);
    pv_node left = pv_tree_first(m->tree, targets);
    pv_node right = pv_tree_first(m->tree, values);
    for (size_t i = 0; i < n && pv_match_step(m); i++) {
        struct value_of_pair pair = {{run_value_of_pair}, value, right, then};
        pv_match_node(m, target, left, &pair.base);
        left = pv_tree_next(m->tree, left);
        right = pv_tree_next(m->tree, right);
    }
}

/* `x := E` within an expression; a condition that takes apart what it asks is none. */
static bool is_walrus(const struct pv_tree *tree, pv_node t)
{
    pv_node target = pv_tree_child(tree, t, PV_ROLE_TARGET);
    pv_node value = pv_tree_child(tree, t, PV_ROLE_VALUE);
    if (pv_tree_at(tree, t)->kind != PV_WALRUS || target == PV_NO_NODE || value == PV_NO_NODE)
        return false;
    struct pv_str between =
        pv_str_sub(tree->text, pv_tree_at(tree, target)->end, pv_tree_at(tree, value)->start);
    return pv_str_find(between, PV_STR(":="), 0) != SIZE_MAX;
}

/* `$X = E` also holds for a declaration of X with that value. */
void pv_match_assign(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    if (!is_plain(m, pv_match_code(m, p))) {
        pv_match_same_kind(m, p, t, then);
        return;
    }
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    bool is_var = kind == PV_VAR;
    if (m->pattern->options.flddef_assign && (kind == PV_FUNC || kind == PV_PAIR)) {
        match_member(m, p, t, then);
        return;
    }
    if (is_walrus(m->tree, t)) {
        pv_match_parts(m, p, t, then);
        return;
    }
    if (!is_var)
        t = pv_match_unwrap(m, t, PV_ASSIGN);
    if (t == PV_NO_NODE || (is_var && !m->pattern->options.vardef_assign))
        return;
    if (!is_var && !is_plain(m, pv_match_target(m, t)))
        return;
    pv_match_parts(m, p, t, then);
    match_pairs(m, p, t, then);
}
