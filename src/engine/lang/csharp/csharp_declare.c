/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Declarations of C#: variables, properties, parameters, attributes, usings.
 */
#include "engine/lang/csharp/csharp_internal.h"

#include <string.h>

void pv_csharp_modifier(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    (void)role;
    pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, node);
}

/* What stands before the type: attributes, modifiers, and words such as `event`. */
static void lower_modifiers(struct pv_lower *lower, struct pv_kids kids)
{
    static const char *const words[] = {"await", "event", "using"};
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "attribute_list") || pv_node_is(kid, "modifier"))
            pv_lower_child(lower, kid, PV_ROLE_ATTR);
        for (size_t word = 0; word < PV_COUNT(words); word++) {
            if (!kids.p[i].is_named && pv_node_is(kid, words[word]))
                pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kid);
        }
    }
}

/* Its name, or the names that it is taken apart into, and what it is given. */
static void lower_declarator(struct pv_lower *lower, TSNode declarator)
{
    struct pv_kids kids = pv_lower_kids(lower, declarator);
    bool is_value = false;
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "="))
            is_value = true;
        else if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, is_value ? PV_ROLE_VALUE : PV_ROLE_TARGET);
    }
}

/* `int a = 1, b;` is two variables; both begin where the declaration does. */
void pv_csharp_variables(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_inner = pv_node_is(node, "variable_declaration");
    TSNode declaration = is_inner ? node : pv_kid_of_type(kids, "variable_declaration");
    struct pv_kids parts = is_inner ? kids : pv_lower_kids(lower, declaration);
    bool is_ended = kids.n > 0 && pv_node_is(kids.p[kids.n - 1].node, ";");
    bool is_one = ts_node_is_null(pv_kid_of_type(parts, ","));
    for (size_t i = 0; i < parts.n; i++) {
        if (!pv_node_is(parts.p[i].node, "variable_declarator"))
            continue;
        pv_lower_open(lower, PV_VAR, role, node);
        if (!is_one)
            pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(parts.p[i].node));
        if (is_ended)
            pv_lower_flag(lower, PV_NODE_SEMICOLON);
        lower_modifiers(lower, kids);
        /* `var` in a pattern is any type, as it says none. */
        TSNode type = pv_kid_of_field(parts, "type");
        if (!pv_lower_is_pattern(lower) || !pv_node_is(type, "implicit_type"))
            pv_lower_child(lower, type, PV_ROLE_TYPE);
        lower_declarator(lower, parts.p[i].node);
        pv_lower_close(lower);
    }
}

/* E of `=> E`: what the function returns. */
void pv_csharp_arrow(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_RETURN, role, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_each(lower, pv_lower_kids(lower, node), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

void pv_csharp_accessor(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_FUNC, role, node);
    lower_modifiers(lower, kids);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, pv_kid_of_field(kids, "name"));
    pv_lower_body(lower, pv_kid_of_field(kids, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* The getter of `T Name => E;`. */
static void lower_getter(struct pv_lower *lower, TSNode arrow)
{
    pv_lower_open(lower, PV_CLASS_BODY, PV_ROLE_BODY, arrow);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_open(lower, PV_FUNC, PV_ROLE_NONE, arrow);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_body(lower, arrow, PV_ROLE_BODY);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* A property, indexer or event: a variable, whose accessors are functions in its body. */
void pv_csharp_property(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode value = pv_kid_of_field(kids, "value");
    bool is_arrow = pv_node_is(value, "arrow_expression_clause");
    bool is_ended = kids.n > 0 && pv_node_is(kids.p[kids.n - 1].node, ";");
    pv_lower_open(lower, PV_VAR, role, node);
    if (is_ended)
        pv_lower_flag(lower, PV_NODE_SEMICOLON);
    lower_modifiers(lower, kids);
    pv_lower_child(lower, pv_kid_of_field(kids, "type"), PV_ROLE_TYPE);
    pv_lower_child(lower, pv_kid_of_field(kids, "name"), PV_ROLE_TARGET);
    pv_lower_child(lower, pv_kid_of_type(kids, "this"), PV_ROLE_NAME);
    pv_lower_child(lower, pv_kid_of_field(kids, "parameters"), PV_ROLE_PARAMS);
    pv_lower_child(lower, pv_kid_of_field(kids, "accessors"), PV_ROLE_BODY);
    if (is_arrow)
        lower_getter(lower, value);
    else
        pv_lower_child(lower, value, PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* `params T[] x` has no node of its own: its type is followed by its name. */
void pv_csharp_parameters(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_PARAMS, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_rest = kids.p[i].field && strcmp(kids.p[i].field, "type") == 0 && i + 1 < kids.n;
        if (is_rest) {
            pv_lower_open(lower, PV_REST, PV_ROLE_NONE, node);
            pv_lower_range(lower, ts_node_start_byte(kids.p[i].node),
                           ts_node_end_byte(kids.p[i + 1].node));
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_TYPE);
            pv_lower_child(lower, kids.p[i + 1].node, PV_ROLE_TARGET);
            pv_lower_close(lower);
            i++;
        } else if (kids.p[i].is_named) {
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
        }
    }
    pv_lower_close(lower);
}

/* `whole` is the attribute with its brackets, where they hold nothing else. */
static void lower_attribute(struct pv_lower *lower, TSNode node, TSNode whole, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode name = pv_kid_of_field(kids, "name");
    TSNode arguments = pv_kid_of_type(kids, "attribute_argument_list");
    pv_lower_open(lower, PV_ATTR, role, whole);
    if (ts_node_is_null(arguments)) {
        pv_lower_child(lower, name, PV_ROLE_VALUE);
    } else {
        pv_lower_open(lower, PV_CALL, PV_ROLE_VALUE, node);
        pv_lower_child(lower, name, PV_ROLE_CALLEE);
        pv_lower_child(lower, arguments, PV_ROLE_ARGS);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

void pv_csharp_attribute(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_attribute(lower, node, node, role);
}

void pv_csharp_attributes(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    (void)role;
    if (ts_node_is_null(pv_kid_of_type(kids, ",")))
        lower_attribute(lower, pv_kid_of_type(kids, "attribute"), node, PV_ROLE_ATTR);
    else
        pv_lower_each(lower, kids, PV_ROLE_ATTR);
}

/* `T x` as a pattern: parts of a type test, a variable of its own elsewhere. */
void pv_csharp_declaration_pattern(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_test = role == PV_ROLE_TYPE;
    if (!is_test)
        pv_lower_open(lower, PV_PARAM, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_type = kids.p[i].field && strcmp(kids.p[i].field, "type") == 0;
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, is_type ? PV_ROLE_TYPE : PV_ROLE_TARGET);
    }
    if (!is_test)
        pv_lower_close(lower);
}

/* `: base(x)` behind a constructor's parameters. */
void pv_csharp_constructor_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_CALL, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "argument_list"))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_ARGS);
        else if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_CALLEE);
    }
    pv_lower_close(lower);
}

void pv_csharp_namespace(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode body = pv_node_field(node, "body");
    pv_lower_open(lower, PV_PACKAGE, role, node);
    pv_lower_child(lower, pv_node_field(node, "name"), PV_ROLE_MODULE);
    if (!ts_node_is_null(body)) {
        pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, body);
        pv_lower_each(lower, pv_lower_kids(lower, body), PV_ROLE_NONE);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* `using A.B;` brings all names of A.B; `using X = A.B;` brings A.B as X. */
void pv_csharp_using_directive(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode alias = pv_kid_of_field(kids, "name");
    TSNode module = {0};
    pv_lower_open(lower, PV_IMPORT, role, node);
    pv_lower_flag(lower, PV_NODE_SEMICOLON);
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "static"))
            pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kids.p[i].node);
        if (kids.p[i].is_named)
            module = kids.p[i].node;
    }
    pv_lower_child(lower, module, PV_ROLE_MODULE);
    if (ts_node_is_null(alias)) {
        pv_lower_open(lower, PV_STAR, PV_ROLE_ITEM, ts_node_is_null(module) ? node : module);
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        pv_lower_close(lower);
    } else {
        pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, alias);
        pv_lower_child(lower, alias, PV_ROLE_ALIAS);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* `using (...) ...` and `fixed (...) ...`: with what is declared, or with a value. */
void pv_csharp_using(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_inside = true;
    pv_lower_open(lower, PV_WITH, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        is_inside = is_inside && !pv_node_is(kid, ")");
        if (!kids.p[i].is_named)
            continue;
        if (!is_inside) {
            pv_lower_body(lower, kid, PV_ROLE_BODY);
        } else if (pv_node_is(kid, "variable_declaration")) {
            pv_lower_child(lower, kid, PV_ROLE_RESOURCE);
        } else {
            pv_lower_open(lower, PV_RESOURCE, PV_ROLE_RESOURCE, kid);
            pv_lower_child(lower, kid, PV_ROLE_VALUE);
            pv_lower_close(lower);
        }
    }
    pv_lower_close(lower);
}

/* #if: what is behind any of its conditions. */
void pv_csharp_conditional(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_condition = kids.p[i].field && strcmp(kids.p[i].field, "condition") == 0;
        if (kids.p[i].is_named && !is_condition)
            pv_lower_child(lower, kids.p[i].node, role);
    }
}
