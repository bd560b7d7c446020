/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in Rust's lists: statements, members, parameters, arms, imports. */
#include "engine/lang/rust/rust_internal.h"

/* `#[a]` belongs to the item behind it. */
void pv_rust_stmts(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t first = 0;
    size_t n = 0;
    pv_lower_open(lower, pv_lower_kind(lower, node), role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (!kids.p[i].is_named || pv_node_is(kid, "label"))
            continue;
        if (pv_node_is(kid, "attribute_item")) {
            first = n ? first : i;
            n++;
            continue;
        }
        if (n > 0)
            pv_lower_decorated(lower, kid, PV_ROLE_NONE, (struct pv_kids){kids.p + first, n});
        else
            pv_lower_stmt(lower, kid);
        n = 0;
    }
    pv_lower_each(lower, (struct pv_kids){kids.p + first, n}, PV_ROLE_NONE);
    pv_lower_close(lower);
}

/* #[a], #[a(b)], #[a = b] */
void pv_rust_attribute(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode attribute = ts_node_named_child(node, 0);
    if (ts_node_is_null(attribute))
        return;
    TSNode name = ts_node_named_child(attribute, 0);
    TSNode arguments = pv_node_field(attribute, "arguments");
    TSNode value = pv_node_field(attribute, "value");
    bool is_plain = ts_node_is_null(arguments) && ts_node_is_null(value);
    pv_lower_open(lower, PV_ATTR, role, node);
    if (!is_plain)
        pv_lower_open(lower, PV_CALL, PV_ROLE_VALUE, attribute);
    pv_lower_child(lower, name, is_plain ? PV_ROLE_VALUE : PV_ROLE_CALLEE);
    if (!ts_node_is_null(arguments))
        pv_rust_tokens(lower, arguments, PV_ROLE_ARGS);
    if (!ts_node_is_null(value)) {
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, value);
        pv_lower_child(lower, value, PV_ROLE_NONE);
        pv_lower_close(lower);
    }
    if (!is_plain)
        pv_lower_close(lower);
    pv_lower_close(lower);
}

/* A parameter may be a mere type, or a mere name in a closure. */
void pv_rust_params(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_PARAMS, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        enum pv_kind kind = pv_lower_kind(lower, kid);
        bool is_bare = kind != PV_PARAM && kind != PV_REST && !pv_node_is(kid, "attribute_item");
        if (!kids.p[i].is_named)
            continue;
        if (is_bare)
            pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, kid);
        pv_lower_child(lower, kid, is_bare ? PV_ROLE_TARGET : PV_ROLE_NONE);
        if (is_bare)
            pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* `P if C => E`; `_` is for all the rest. */
void pv_rust_case(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode pattern = pv_node_field(node, "pattern");
    TSNode value = pv_node_field(node, "value");
    struct pv_kids kids = pv_lower_kids(lower, pattern);
    TSNode condition = pv_kid_of_field(kids, "condition");
    bool is_any = true;
    pv_lower_open(lower, PV_CASE, role, node);
    for (size_t i = 0; i < kids.n; i++)
        is_any = is_any && (!kids.p[i].is_named || kids.p[i].field);
    if (is_any)
        pv_lower_word(lower, PV_STR("default"));
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && !kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_VALUE);
    }
    pv_lower_child(lower, condition, PV_ROLE_COND);
    if (pv_node_is(value, "block")) {
        pv_lower_child(lower, value, PV_ROLE_BODY);
    } else if (!ts_node_is_null(value)) {
        pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, value);
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        pv_lower_stmt(lower, value);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* `self` among what is used of a module is the module, by its own name. */
static void lower_module(struct pv_lower *lower, TSNode whole, TSNode path)
{
    TSNode last = pv_node_is(path, "scoped_identifier") ? pv_node_field(path, "name") : path;
    if (ts_node_is_null(last))
        return;
    pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, whole);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_ALIAS, last);
    pv_lower_close(lower);
}

static void lower_item(struct pv_lower *lower, TSNode node)
{
    bool is_as = pv_node_is(node, "use_as_clause");
    if (pv_node_is(node, "use_wildcard")) {
        pv_lower_leaf(lower, PV_STAR, PV_ROLE_ITEM, node);
        return;
    }
    pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, node);
    pv_lower_child(lower, is_as ? pv_node_field(node, "path") : node, PV_ROLE_NAME);
    if (is_as)
        pv_lower_child(lower, pv_node_field(node, "alias"), PV_ROLE_ALIAS);
    pv_lower_close(lower);
}

/* `use a::b`, `use a::b as c`, `use a::*`, `use a::{b, c as d}` */
void pv_rust_use(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode argument = pv_node_field(node, "argument");
    bool is_as = pv_node_is(argument, "use_as_clause");
    TSNode path = is_as ? pv_node_field(argument, "path") : argument;
    TSNode list = pv_node_field(argument, "list");
    if (ts_node_is_null(argument))
        return;
    pv_lower_open(lower, PV_IMPORT, role, node);
    if (!ts_node_is_null(list)) {
        struct pv_kids kids = pv_lower_kids(lower, list);
        pv_lower_child(lower, pv_node_field(argument, "path"), PV_ROLE_MODULE);
        for (size_t i = 0; i < kids.n; i++) {
            if (pv_node_is(kids.p[i].node, "self"))
                lower_module(lower, argument, pv_node_field(argument, "path"));
            else if (kids.p[i].is_named)
                lower_item(lower, kids.p[i].node);
        }
    } else if (pv_node_is(argument, "use_wildcard")) {
        pv_lower_child(lower, ts_node_named_child(argument, 0), PV_ROLE_MODULE);
        pv_lower_open(lower, PV_STAR, PV_ROLE_ITEM, argument);
        pv_lower_word(lower, PV_STR("*"));
        pv_lower_close(lower);
    } else if (pv_node_is(path, "scoped_identifier")) {
        pv_lower_child(lower, pv_node_field(path, "path"), PV_ROLE_MODULE);
        pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, argument);
        pv_lower_child(lower, pv_node_field(path, "name"), PV_ROLE_NAME);
        if (is_as)
            pv_lower_child(lower, pv_node_field(argument, "alias"), PV_ROLE_ALIAS);
        pv_lower_close(lower);
    } else {
        pv_lower_child(lower, path, PV_ROLE_MODULE);
    }
    pv_lower_close(lower);
}
