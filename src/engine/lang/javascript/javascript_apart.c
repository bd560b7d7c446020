/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Objects that are taken apart: `const { body: { id } } = req` reads req.body and
 * req.body.id, and each pair says so, as code that asked for them one by one would.
 */
#include "engine/lang/javascript/javascript_internal.h"

/* More than code nests them. */
enum { NESTING_MAX = 8 };

/* A name, or what is reached from one: reading it again does nothing else. */
static bool is_plain(TSNode value)
{
    while (pv_node_is(value, "member_expression"))
        value = pv_node_field(value, "object");
    return pv_node_is(value, "identifier") || pv_node_is(value, "this");
}

static TSNode past_default(TSNode node)
{
    TSNode parent = ts_node_parent(node);
    bool has_default =
        pv_node_is(parent, "object_assignment_pattern") || pv_node_is(parent, "assignment_pattern");
    return has_default ? parent : node;
}

/* What the pattern around `pair` takes apart: a value, or the pair whose value that pattern is. */
static TSNode taken_apart(TSNode pair, bool *is_pair)
{
    TSNode pattern = ts_node_parent(past_default(pair));
    TSNode holder = ts_node_parent(past_default(pattern));
    TSNode value = {0};
    *is_pair = false;
    if (!pv_node_is(pattern, "object_pattern"))
        return value;
    if (pv_node_is(holder, "variable_declarator"))
        value = pv_node_field(holder, "value");
    else if (pv_node_is(holder, "assignment_expression"))
        value = pv_node_field(holder, "right");
    *is_pair = pv_node_is(holder, "pair_pattern");
    if (*is_pair)
        return holder;
    return !ts_node_is_null(value) && is_plain(value) ? value : (TSNode){0};
}

static TSNode key_of(TSNode pair)
{
    TSNode key = pv_node_is(pair, "pair_pattern") ? pv_node_field(pair, "key") : pair;
    bool is_name = pv_node_is(key, "property_identifier") ||
                   pv_node_is(key, "shorthand_property_identifier_pattern");
    return is_name ? key : (TSNode){0};
}

/* Each access is of what the one before it gives; the innermost comes first. */
static void lower_read(struct pv_lower *lower, TSNode pair)
{
    TSNode chain[NESTING_MAX];
    TSNode value = {0};
    size_t n = 0;
    bool is_pair = true;
    for (TSNode at = pair; is_pair; at = value) {
        if (n == NESTING_MAX || ts_node_is_null(key_of(at)))
            return;
        chain[n++] = at;
        value = taken_apart(at, &is_pair);
    }
    if (ts_node_is_null(value))
        return;
    for (size_t i = 0; i < n; i++) {
        pv_lower_open(lower, PV_ACCESS, i == 0 ? PV_ROLE_DEFAULT : PV_ROLE_OBJECT,
                      key_of(chain[i]));
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    }
    pv_lower_child(lower, value, PV_ROLE_OBJECT);
    for (size_t i = n; i > 0; i--) {
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_FIELD, key_of(chain[i - 1]));
        pv_lower_close(lower);
    }
}

void pv_js_pair(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_PAIR, role, node);
    pv_lower_child(lower, pv_node_field(node, "key"), PV_ROLE_KEY);
    pv_lower_child(lower, pv_node_field(node, "value"), PV_ROLE_VALUE);
    if (!pv_lower_is_pattern(lower))
        lower_read(lower, node);
    pv_lower_close(lower);
}

/* {a} is {a: a}. */
void pv_js_short_pair(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_PAIR, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_KEY, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_VALUE, node);
    if (!pv_lower_is_pattern(lower))
        lower_read(lower, node);
    pv_lower_close(lower);
}
