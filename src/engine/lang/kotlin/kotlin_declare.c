/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Declarations of Kotlin. The grammar names few of their parts, so what a part
 * is follows from what stands before it.
 */
#include "engine/lang/kotlin/kotlin_internal.h"

static bool is_type(TSNode node)
{
    static const char *const types[] = {"user_type", "nullable_type", "function_type",
                                        "non_nullable_type", "parenthesized_type"};
    for (size_t i = 0; i < PV_COUNT(types); i++) {
        if (pv_node_is(node, types[i]))
            return true;
    }
    return false;
}

static TSNode type_of(struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (is_type(kids.p[i].node))
            return kids.p[i].node;
    }
    return (TSNode){0};
}

/* What follows the token `mark`; a null node without it. */
static TSNode after(struct pv_kids kids, const char *mark)
{
    for (size_t i = 0; i + 1 < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, mark))
            return kids.p[i + 1].node;
    }
    return (TSNode){0};
}

void pv_kotlin_modifier(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    (void)role;
    pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, node);
}

/* Annotations, modifiers, and words such as `val`. */
static void lower_modifiers(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "modifiers") || pv_node_is(kid, "parameter_modifiers") ||
            pv_node_is(kid, "annotation"))
            pv_lower_child(lower, kid, PV_ROLE_ATTR);
        else if (pv_node_is(kid, "val") || pv_node_is(kid, "var"))
            pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kid);
    }
}

void pv_kotlin_target(struct pv_lower *lower, TSNode declaration)
{
    if (!pv_node_is(declaration, "variable_declaration")) {
        pv_lower_child(lower, declaration, PV_ROLE_TARGET);
        return;
    }
    struct pv_kids kids = pv_lower_kids(lower, declaration);
    pv_lower_child(lower, pv_kid_of_type(kids, "identifier"), PV_ROLE_TARGET);
    pv_lower_child(lower, type_of(kids), PV_ROLE_TYPE);
}

/* One of several names: `val (a, b) = e`. */
void pv_kotlin_variable(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_child(lower, pv_kid_of_type(pv_lower_kids(lower, node), "identifier"), role);
}

static TSNode declared_of(struct pv_kids kids)
{
    TSNode one = pv_kid_of_type(kids, "variable_declaration");
    return ts_node_is_null(one) ? pv_kid_of_type(kids, "multi_variable_declaration") : one;
}

/* `val x: T = e`, `by e`, with its getter and setter as functions in its body. */
void pv_kotlin_property(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode getter = pv_kid_of_type(kids, "getter");
    TSNode setter = pv_kid_of_type(kids, "setter");
    TSNode delegate = pv_kid_of_type(kids, "property_delegate");
    TSNode first = ts_node_is_null(getter) ? setter : getter;
    pv_lower_open(lower, PV_VAR, role, node);
    lower_modifiers(lower, kids);
    pv_kotlin_target(lower, declared_of(kids));
    pv_lower_child(lower, after(kids, "="), PV_ROLE_VALUE);
    if (!ts_node_is_null(delegate))
        pv_lower_each(lower, pv_lower_kids(lower, delegate), PV_ROLE_DEFAULT);
    if (!ts_node_is_null(first)) {
        pv_lower_open(lower, PV_CLASS_BODY, PV_ROLE_BODY, first);
        pv_lower_range(lower, ts_node_start_byte(first), ts_node_end_byte(node));
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        pv_lower_child(lower, getter, PV_ROLE_NONE);
        pv_lower_child(lower, setter, PV_ROLE_NONE);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* get() = e, set(value) { ... } */
void pv_kotlin_accessor(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode parameter = pv_kid_of_type(kids, "identifier");
    pv_lower_open(lower, PV_FUNC, role, node);
    lower_modifiers(lower, kids);
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "get") || pv_node_is(kids.p[i].node, "set"))
            pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, kids.p[i].node);
    }
    if (!ts_node_is_null(parameter)) {
        pv_lower_open(lower, PV_PARAMS, PV_ROLE_PARAMS, parameter);
        pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, parameter);
        pv_lower_child(lower, parameter, PV_ROLE_TARGET);
        pv_lower_close(lower);
        pv_lower_close(lower);
    }
    pv_lower_child(lower, pv_kid_of_type(kids, "function_body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* `= e` returns e. */
void pv_kotlin_function_body(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode block = pv_kid_of_type(kids, "block");
    if (!ts_node_is_null(block)) {
        pv_lower_child(lower, block, role);
        return;
    }
    pv_lower_open(lower, PV_BLOCK, role, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_open(lower, PV_RETURN, PV_ROLE_NONE, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_each(lower, kids, PV_ROLE_VALUE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* Functions and secondary constructors. */
void pv_kotlin_function(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode name = pv_kid_of_field(kids, "name");
    bool is_before_name = true;
    pv_lower_open(lower, PV_FUNC, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        bool is_name = !ts_node_is_null(name) && ts_node_eq(kid, name);
        is_before_name = is_before_name && !is_name && !pv_node_is(kid, "constructor");
        if (is_name)
            pv_lower_child(lower, kid, PV_ROLE_NAME);
        else if (pv_node_is(kid, "constructor"))
            pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, kid);
        else if (is_type(kid))
            pv_lower_child(lower, kid, is_before_name ? PV_ROLE_TYPE : PV_ROLE_RESULT);
        else if (pv_node_is(kid, "function_body") || pv_node_is(kid, "block"))
            pv_lower_child(lower, kid, PV_ROLE_BODY);
        else if (pv_node_is(kid, "function_value_parameters"))
            pv_lower_child(lower, kid, PV_ROLE_PARAMS);
        else if (pv_node_is(kid, "type_parameters"))
            pv_lower_child(lower, kid, PV_ROLE_TYPE_PARAMS);
        else if (kids.p[i].is_named)
            pv_lower_child(lower, kid, PV_ROLE_INIT);
    }
    pv_lower_close(lower);
}

/* What stands before a parameter and its default are its neighbours in the list. */
void pv_kotlin_parameters(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_PARAMS, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (!pv_node_is(kids.p[i].node, "parameter"))
            continue;
        bool is_marked = i > 0 && pv_node_is(kids.p[i - 1].node, "parameter_modifiers");
        bool has_default = i + 2 < kids.n && pv_node_is(kids.p[i + 1].node, "=");
        TSNode first = kids.p[is_marked ? i - 1 : i].node;
        TSNode last = kids.p[has_default ? i + 2 : i].node;
        struct pv_str marks = is_marked ? pv_lower_text(lower, first) : (struct pv_str){0};
        bool is_rest = pv_str_has_suffix(marks, PV_STR("vararg"));
        struct pv_kids parts = pv_lower_kids(lower, kids.p[i].node);
        pv_lower_open(lower, is_rest ? PV_REST : PV_PARAM, PV_ROLE_NONE, first);
        pv_lower_range(lower, ts_node_start_byte(first), ts_node_end_byte(last));
        if (is_marked)
            pv_lower_child(lower, first, PV_ROLE_ATTR);
        pv_lower_child(lower, pv_kid_of_type(parts, "identifier"), PV_ROLE_TARGET);
        pv_lower_child(lower, type_of(parts), PV_ROLE_TYPE);
        if (has_default)
            pv_lower_child(lower, last, PV_ROLE_DEFAULT);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* Of a class, or of the type of a function. */
void pv_kotlin_parameter(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_PARAM, role, node);
    lower_modifiers(lower, kids);
    pv_lower_child(lower, pv_kid_of_type(kids, "identifier"), PV_ROLE_TARGET);
    pv_lower_child(lower, type_of(kids), PV_ROLE_TYPE);
    pv_lower_child(lower, after(kids, "="), PV_ROLE_DEFAULT);
    pv_lower_close(lower);
}

/* Classes, interfaces, objects and companions; the first word that is none of a modifier says
 * which. */
void pv_kotlin_class(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t word = 0;
    while (word + 1 < kids.n && kids.p[word].is_named)
        word++;
    pv_lower_open(lower, PV_CLASS, role, node);
    pv_lower_word(lower, pv_lower_text(lower, kids.p[word].node));
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "primary_constructor"))
            pv_lower_child(lower, pv_kid_of_type(pv_lower_kids(lower, kid), "class_parameters"),
                           PV_ROLE_PARAMS);
        else if (pv_node_is(kid, "class_body") || pv_node_is(kid, "enum_class_body"))
            pv_lower_child(lower, kid, PV_ROLE_BODY);
        else if (pv_node_is(kid, "type_parameters"))
            pv_lower_child(lower, kid, PV_ROLE_TYPE_PARAMS);
        else if (pv_node_is(kid, "identifier"))
            pv_lower_child(lower, kid, PV_ROLE_NAME);
        else if (pv_node_is(kid, "type_constraints"))
            pv_lower_child(lower, kid, PV_ROLE_NONE);
        else if (kids.p[i].is_named)
            pv_lower_child(lower, kid, PV_ROLE_BASE);
    }
    pv_lower_close(lower);
}

/* `: T(x)`: what is made is the base, and what it is given are arguments. */
void pv_kotlin_base(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "constructor_invocation")) {
            struct pv_kids parts = pv_lower_kids(lower, kid);
            pv_lower_child(lower, type_of(parts), role);
            pv_lower_child(lower, pv_kid_of_type(parts, "value_arguments"), PV_ROLE_ARGS);
        } else if (kids.p[i].is_named) {
            pv_lower_child(lower, kid, role);
        }
    }
}

/* `T(x)` of an annotation; `this(x)` and `super(x)` behind the parameters of a constructor. */
void pv_kotlin_constructor_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_CALL, role, node);
    if (kids.n > 0 && kids.p[0].is_named)
        pv_lower_child(lower, kids.p[0].node, PV_ROLE_CALLEE);
    else if (kids.n > 0)
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_CALLEE, kids.p[0].node);
    pv_lower_child(lower, pv_kid_of_type(kids, "value_arguments"), PV_ROLE_ARGS);
    pv_lower_close(lower);
}

/* object : T(x), U { ... } makes a T. */
void pv_kotlin_object(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct pv_kids bases = {0};
    TSNode specifiers = pv_kid_of_type(kids, "delegation_specifiers");
    if (!ts_node_is_null(specifiers))
        bases = pv_lower_kids(lower, specifiers);
    pv_lower_open(lower, PV_NEW, role, node);
    for (size_t i = 0; i < bases.n; i++) {
        if (bases.p[i].is_named)
            pv_lower_child(lower, bases.p[i].node, i == 0 ? PV_ROLE_TYPE : PV_ROLE_BASE);
    }
    pv_lower_child(lower, pv_kid_of_type(kids, "class_body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

void pv_kotlin_import(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode star = pv_kid_of_type(kids, "*");
    TSNode alias = pv_kid_of_type(kids, "identifier");
    pv_lower_open(lower, PV_IMPORT, role, node);
    pv_lower_child(lower, pv_kid_of_type(kids, "qualified_identifier"), PV_ROLE_MODULE);
    pv_lower_leaf(lower, PV_STAR, PV_ROLE_ITEM, star);
    if (!ts_node_is_null(alias)) {
        pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, alias);
        pv_lower_child(lower, alias, PV_ROLE_ALIAS);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* `@A(x) class C { ... }`, which the grammar may take for `class` being called with C and a lambda.
 */
static bool is_annotated_class(struct pv_lower *lower, TSNode node)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    return pv_node_is(node, "infix_expression") && kids.n == 3 &&
           pv_node_is(kids.p[1].node, "identifier") &&
           pv_node_is(kids.p[2].node, "lambda_literal") &&
           pv_str_eq(pv_lower_text(lower, kids.p[0].node), PV_STR("class"));
}

void pv_kotlin_annotated(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode last = node;
    while (pv_node_is(last, "annotated_expression"))
        last = ts_node_named_child(last, ts_node_named_child_count(last) - 1);
    if (ts_node_is_null(last) || !is_annotated_class(lower, last)) {
        pv_lower_each(lower, pv_lower_kids(lower, node), role);
        return;
    }
    struct pv_kids parts = pv_lower_kids(lower, last);
    pv_lower_open(lower, PV_CLASS, role, node);
    pv_lower_word(lower, PV_STR("class"));
    for (TSNode at = node; pv_node_is(at, "annotated_expression");
         at = ts_node_named_child(at, ts_node_named_child_count(at) - 1))
        pv_lower_child(lower, ts_node_named_child(at, 0), PV_ROLE_ATTR);
    pv_lower_child(lower, parts.p[1].node, PV_ROLE_NAME);
    pv_lower_open(lower, PV_CLASS_BODY, PV_ROLE_BODY, parts.p[2].node);
    pv_lower_each(lower, pv_lower_kids(lower, parts.p[2].node), PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}
