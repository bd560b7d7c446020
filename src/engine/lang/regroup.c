/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Grammars in which a prefix, or an operator, holds more tightly than what stands
 * behind its operand: they read !f(x) as (!f)(x), and a + b.c as (a + b).c.
 */
#include "engine/lang/lang_internal.h"

/* How many links and how many operators are looked through. */
enum { LINKS_MAX = 64, OPERATORS_MAX = 32 };

static TSNode last_operand(TSNode node)
{
    uint32_t n = ts_node_named_child_count(node);
    return n == 0 ? (TSNode){0} : ts_node_named_child(node, n - 1);
}

TSNode pv_regroup_operand(const struct pv_lang *lang, TSNode node)
{
    for (int i = 0; i < OPERATORS_MAX && !ts_node_is_null(node); i++) {
        if (lang->hold(node) == PV_HOLD_TIGHT)
            break;
        node = last_operand(node);
    }
    return node;
}

/* What the chain of calls and fields `node` begins with, if that is an operator; else null. */
static TSNode first_operator(const struct pv_lang *lang, TSNode node)
{
    for (int i = 0; i < LINKS_MAX && lang->is_link(node); i++) {
        node = ts_node_child(node, 0);
        if (ts_node_is_null(node) || ts_node_named_child_count(node) == 0)
            return (TSNode){0};
        if (lang->hold(node) != PV_HOLD_TIGHT)
            return node;
    }
    return (TSNode){0};
}

/* One operator of those at the start, around all of `whole` that is its own. */
static void open_operator(struct pv_lower *lower, TSNode whole, TSNode operation, bool is_prefix,
                          enum pv_role role)
{
    TSNode sign = ts_node_child(operation, is_prefix ? 0 : 1);
    pv_lower_open(lower, is_prefix ? PV_UNARY : PV_BINARY, role, whole);
    pv_lower_range(lower, ts_node_start_byte(operation), ts_node_end_byte(whole));
    pv_lower_word(lower, pv_lower_text(lower, sign));
    if (!is_prefix)
        pv_lower_child(lower, ts_node_child(operation, 0), PV_ROLE_LEFT);
}

bool pv_lower_regroup(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    const struct pv_lang *lang = pv_lower_lang(lower);
    if (pv_lower_is_operand(lower))
        return false;
    TSNode at = first_operator(lang, node);
    TSNode operand = ts_node_is_null(at) ? at : pv_regroup_operand(lang, at);
    if (ts_node_is_null(operand) || lang->hold(operand) != PV_HOLD_TIGHT)
        return false;
    size_t n = 0;
    for (; !ts_node_eq(at, operand); at = last_operand(at)) {
        bool is_prefix = lang->hold(at) == PV_HOLD_PREFIX;
        open_operator(lower, node, at, is_prefix, role);
        role = is_prefix ? PV_ROLE_OPERAND : PV_ROLE_RIGHT;
        n++;
    }
    pv_lower_operand(lower, node, ts_node_start_byte(operand), role);
    while (n-- > 0)
        pv_lower_close(lower);
    return true;
}
