/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Declarations of Scala.
 */
#include "engine/lang/scala/scala_internal.h"

#include <string.h>

static bool is_field(const struct pv_kid *kid, const char *field)
{
    return kid->field && strcmp(kid->field, field) == 0;
}

/* Annotations, modifiers, and words such as `val` and `case`. */
static void lower_modifiers(struct pv_lower *lower, struct pv_kids kids)
{
    static const char *const words[] = {"val", "var", "case"};
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "annotation") || pv_node_is(kid, "modifiers") ||
            pv_node_is(kid, "access_modifier"))
            pv_lower_child(lower, kid, PV_ROLE_MODIFIER);
        for (size_t word = 0; word < PV_COUNT(words); word++) {
            if (pv_node_is(kid, words[word]))
                pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kid);
        }
    }
}

/* (x: T) that the grammar took for what an annotation is given: `class C @A()(x: T)`. */
static bool is_parameter_list(struct pv_lower *lower, TSNode arguments)
{
    struct pv_kids kids = pv_lower_kids(lower, arguments);
    return !ts_node_is_null(pv_kid_of_type(kids, "ascription_expression"));
}

/* Its brackets mean nothing where they are empty. */
void pv_scala_annotation(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode arguments = pv_kid_of_field(kids, "arguments");
    bool is_plain = ts_node_is_null(arguments) || ts_node_named_child_count(arguments) == 0 ||
                    is_parameter_list(lower, arguments);
    (void)role;
    pv_lower_open(lower, PV_ATTR, PV_ROLE_ATTR, node);
    if (is_plain) {
        pv_lower_child(lower, pv_kid_of_field(kids, "name"), PV_ROLE_VALUE);
    } else {
        pv_lower_open(lower, PV_CALL, PV_ROLE_VALUE, node);
        pv_lower_child(lower, pv_kid_of_field(kids, "name"), PV_ROLE_CALLEE);
        pv_lower_child(lower, arguments, PV_ROLE_ARGS);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* `val x: T = e`; `val a, b: T` declares two. */
void pv_scala_variables(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode type = pv_kid_of_field(kids, "type");
    TSNode value = pv_kid_of_field(kids, "value");
    struct pv_kids head = {kids.p, 0};
    while (head.n < kids.n && !kids.p[head.n].field)
        head.n++;
    for (size_t i = head.n; i < kids.n; i++) {
        if (!is_field(&kids.p[i], "pattern") && !is_field(&kids.p[i], "name"))
            continue;
        pv_lower_open(lower, PV_VAR, role, node);
        lower_modifiers(lower, head);
        pv_lower_child(lower, kids.p[i].node, PV_ROLE_TARGET);
        pv_lower_child(lower, type, PV_ROLE_TYPE);
        pv_lower_child(lower, value, PV_ROLE_VALUE);
        pv_lower_close(lower);
    }
}

/* `x: T` and `x: T = E`. */
static void lower_ascribed(struct pv_lower *lower, TSNode node)
{
    bool has_default = pv_node_is(node, "assignment_expression");
    TSNode whole = has_default ? pv_node_field(node, "left") : node;
    struct pv_kids parts = {0};
    if (!ts_node_is_null(whole) && pv_node_is(whole, "ascription_expression"))
        parts = pv_lower_kids(lower, whole);
    if (parts.n < 3)
        return;
    pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, node);
    pv_lower_child(lower, parts.p[0].node, PV_ROLE_TARGET);
    pv_lower_child(lower, parts.p[parts.n - 1].node, PV_ROLE_TYPE);
    if (has_default)
        pv_lower_child(lower, pv_node_field(node, "right"), PV_ROLE_DEFAULT);
    pv_lower_close(lower);
}

/* All lists that are parameters are one. */
static void lower_parameters_of_annotation(struct pv_lower *lower, TSNode annotation)
{
    struct pv_kids lists = pv_lower_kids(lower, annotation);
    TSNode first = {0};
    TSNode last = {0};
    for (size_t i = 0; i < lists.n; i++) {
        if (!is_field(&lists.p[i], "arguments") || !is_parameter_list(lower, lists.p[i].node))
            continue;
        first = ts_node_is_null(first) ? lists.p[i].node : first;
        last = lists.p[i].node;
    }
    if (ts_node_is_null(first))
        return;
    pv_lower_open(lower, PV_PARAMS, PV_ROLE_PARAMS, first);
    pv_lower_range(lower, ts_node_start_byte(first), ts_node_end_byte(last));
    for (size_t i = 0; i < lists.n; i++) {
        bool is_list =
            is_field(&lists.p[i], "arguments") && is_parameter_list(lower, lists.p[i].node);
        struct pv_kids kids = {0};
        if (is_list)
            kids = pv_lower_kids(lower, lists.p[i].node);
        for (size_t k = 0; k < kids.n; k++)
            lower_ascribed(lower, kids.p[k].node);
    }
    pv_lower_close(lower);
}

/* All lists of parameters, of the nodes of type `type`, are one. */
static void lower_parameters(struct pv_lower *lower, struct pv_kids kids, const char *type)
{
    TSNode first = pv_kid_of_type(kids, type);
    TSNode last = first;
    if (ts_node_is_null(first))
        return;
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, type))
            last = kids.p[i].node;
    }
    pv_lower_open(lower, PV_PARAMS, PV_ROLE_PARAMS, first);
    pv_lower_range(lower, ts_node_start_byte(first), ts_node_end_byte(last));
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, type))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

/* `= { ... }`, or `= E`, which returns E. */
static void lower_function_body(struct pv_lower *lower, TSNode body)
{
    if (ts_node_is_null(body))
        return;
    if (pv_lower_kind(lower, body) == PV_BLOCK) {
        pv_lower_child(lower, body, PV_ROLE_BODY);
        return;
    }
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, body);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_open(lower, PV_RETURN, PV_ROLE_NONE, body);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_child(lower, body, PV_ROLE_VALUE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

void pv_scala_function(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_FUNC, role, node);
    lower_modifiers(lower, kids);
    pv_lower_child(lower, pv_kid_of_field(kids, "name"), PV_ROLE_NAME);
    pv_lower_child(lower, pv_kid_of_type(kids, "type_parameters"), PV_ROLE_TYPE_PARAMS);
    lower_parameters(lower, kids, "parameters");
    pv_lower_child(lower, pv_kid_of_field(kids, "return_type"), PV_ROLE_RESULT);
    lower_function_body(lower, pv_kid_of_field(kids, "body"));
    pv_lower_close(lower);
}

/* Classes, traits, enums, objects. */
void pv_scala_class(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    static const char *const words[] = {"class", "trait", "enum", "object"};
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode body = {0};
    pv_lower_open(lower, PV_CLASS, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        for (size_t word = 0; word < PV_COUNT(words); word++) {
            if (pv_node_is(kids.p[i].node, words[word]))
                pv_lower_word(lower, pv_str_of(words[word]));
        }
        if (kids.p[i].is_named && is_field(&kids.p[i], "body"))
            body = kids.p[i].node;
    }
    lower_modifiers(lower, kids);
    pv_lower_child(lower, pv_kid_of_field(kids, "name"), PV_ROLE_NAME);
    pv_lower_child(lower, pv_kid_of_field(kids, "type_parameters"), PV_ROLE_TYPE_PARAMS);
    if (ts_node_is_null(pv_kid_of_type(kids, "class_parameters")))
        lower_parameters_of_annotation(lower, pv_kid_of_type(kids, "annotation"));
    lower_parameters(lower, kids, "class_parameters");
    pv_lower_child(lower, pv_kid_of_field(kids, "extend"), PV_ROLE_BASE);
    pv_lower_child(lower, pv_kid_of_field(kids, "derive"), PV_ROLE_IMPLEMENTS);
    pv_lower_child(lower, body, PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* `_`, a name, or `a as b`. */
static void lower_selector(struct pv_lower *lower, TSNode node)
{
    bool is_name = pv_node_is(node, "identifier") || pv_node_is(node, "operator_identifier");
    if (is_name) {
        pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, node);
        pv_lower_child(lower, node, PV_ROLE_NAME);
        pv_lower_close(lower);
    } else {
        pv_lower_child(lower, node, PV_ROLE_ITEM);
    }
}

/* What stands behind the path of an import: a selector, or a list of them in braces. */
static void lower_selectors(struct pv_lower *lower, TSNode node)
{
    if (!pv_node_is(node, "namespace_selectors")) {
        lower_selector(lower, node);
        return;
    }
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            lower_selector(lower, kids.p[i].node);
    }
}

/* `import a.b, c.{d, e => f}` is two imports. */
void pv_scala_import(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t start = 0;
    for (size_t i = 0; i <= kids.n; i++) {
        if (i < kids.n && !pv_node_is(kids.p[i].node, ","))
            continue;
        size_t n_path = 0;
        while (start + n_path < i && !kids.p[start + n_path].field)
            start++;
        while (start + n_path < i && is_field(&kids.p[start + n_path], "path"))
            n_path++;
        pv_lower_open(lower, PV_IMPORT, role, node);
        pv_lower_path(lower, (struct pv_kids){kids.p + start, n_path}, PV_ROLE_MODULE);
        for (size_t k = start + n_path; k < i; k++) {
            if (kids.p[k].is_named)
                lower_selectors(lower, kids.p[k].node);
        }
        pv_lower_close(lower);
        start = i + 1;
    }
}
