/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Holes as they are found again in the tree of spelled code.
 */
#include "engine/lang/pattern_internal.h"

static const struct pv_tree_node *at(const struct pv_pattern_reading *reading, pv_node node)
{
    return pv_tree_at(reading->tree, node);
}

static bool is_leaf(const struct pv_pattern_reading *reading, pv_node node)
{
    return at(reading, node)->after == node + 1;
}

struct pv_str pv_hole_word(const struct pv_pattern_reading *reading, pv_node node)
{
    return pv_vocab_text(reading->words, at(reading, node)->word);
}

bool pv_hole_is_named(const struct pv_pattern_reading *reading, pv_node node)
{
    enum pv_kind kind = (enum pv_kind)at(reading, node)->kind;
    return is_leaf(reading, node) && kind != PV_TEXT && at(reading, node)->word != 0;
}

bool pv_hole_has_prefix(const struct pv_pattern_reading *reading, pv_node node,
                        struct pv_str prefix)
{
    return pv_hole_is_named(reading, node) &&
           pv_str_has_prefix(pv_hole_word(reading, node), prefix);
}

static bool is_called(const struct pv_pattern_reading *reading, pv_node node, struct pv_str name)
{
    return pv_hole_is_named(reading, node) && pv_str_eq(pv_hole_word(reading, node), name);
}

static uint32_t only_of_leaf(const struct pv_pattern_reading *reading, pv_node node)
{
    bool is_unwritten =
        at(reading, node)->kind == PV_BLOCK && at(reading, node)->start == at(reading, node)->end;
    if (is_unwritten || is_called(reading, node, PV_STR(PV_HOLE_NONE)))
        return PV_ONLY_NONE;
    if (!pv_hole_has_prefix(reading, node, PV_STR(PV_HOLE_VARS)) &&
        (!pv_hole_has_prefix(reading, node, PV_STR(PV_HOLE_DOTS)) ||
         is_called(reading, node, PV_STR(PV_HOLE_DEEP))))
        return PV_ONLY_OTHERS;
    return PV_ONLY_HOLES + at(reading, node)->word;
}

/* Children come after their parents, so backwards each is known before it is asked for. */
PV_RESULT pv_hole_only(struct pv_arena *mem, const struct pv_pattern_reading *reading,
                       uint32_t **out, struct pv_err *err)
{
    uint32_t *only = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, reading->tree->nodes.n, &only, err));
    for (size_t i = reading->tree->nodes.n; i > 0; i--) {
        pv_node node = (pv_node)(i - 1);
        if (is_leaf(reading, node))
            only[node] = only_of_leaf(reading, node);
        pv_node parent = at(reading, node)->parent;
        if (parent == PV_NO_NODE)
            break;
        if (only[parent] == 0)
            only[parent] = only[node];
        else if (only[parent] != only[node])
            only[parent] = PV_ONLY_OTHERS;
    }
    *out = only;
    return PV_SUCCESS;
}

/* The first of what `node`, a deep hole or a statement of one, holds; else PV_NO_NODE. */
pv_node pv_hole_deep(const struct pv_pattern_reading *reading, pv_node node)
{
    if (at(reading, node)->kind == PV_EXPR_STMT)
        node = pv_tree_first(reading->tree, node);
    if (node == PV_NO_NODE || at(reading, node)->kind != PV_CALL)
        return PV_NO_NODE;
    pv_node callee = pv_tree_child(reading->tree, node, PV_ROLE_CALLEE);
    pv_node args = pv_tree_child(reading->tree, node, PV_ROLE_ARGS);
    bool is_deep = callee != PV_NO_NODE && args != PV_NO_NODE &&
                   is_called(reading, callee, PV_STR(PV_HOLE_DEEP));
    return is_deep ? pv_tree_first(reading->tree, args) : PV_NO_NODE;
}

/* The first of a metavariable and its type; else PV_NO_NODE. */
pv_node pv_hole_typed(const struct pv_pattern_reading *reading, pv_node node)
{
    pv_node marker = pv_tree_first(reading->tree, node);
    enum pv_kind kind = (enum pv_kind)at(reading, node)->kind;
    if ((kind != PV_INDEX && kind != PV_OTHER && kind != PV_TUPLE) || marker == PV_NO_NODE ||
        !is_called(reading, marker, PV_STR(PV_HOLE_TYPED)))
        return PV_NO_NODE;
    pv_node pair = pv_tree_next(reading->tree, marker);
    /* Two types in brackets are a list to some grammars, and one expression to others. */
    return pair == PV_NO_NODE || pv_tree_next(reading->tree, pair) != PV_NO_NODE
               ? pair
               : pv_tree_first(reading->tree, pair);
}
