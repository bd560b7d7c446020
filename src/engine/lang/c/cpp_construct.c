/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `T x(a);` within a function: by the standard's grammar it may declare a
 * function, and the grammar reads it so; in code it makes a T of a.
 */
#include "engine/lang/c/c_internal.h"

extern const TSLanguage *tree_sitter_cpp(void);

enum { CALLS_MAX = 8 };

static bool is_name_of_value(TSNode type)
{
    return pv_node_is(type, "type_identifier") || pv_node_is(type, "qualified_identifier") ||
           pv_node_is(type, "template_type");
}

/* Whether the parameter may as well be a value: `a`, `a::b`, `f(a)`, `a[0]`. */
/* NOLINTNEXTLINE(misc-no-recursion): CALLS_MAX deep */
static bool is_value(TSNode parameter, int depth)
{
    TSNode declarator = pv_node_field(parameter, "declarator");
    uint32_t n_parts = ts_node_is_null(declarator) ? 1 : 2;
    if (depth == CALLS_MAX || !pv_node_is(parameter, "parameter_declaration") ||
        ts_node_named_child_count(parameter) != n_parts ||
        !is_name_of_value(pv_node_field(parameter, "type")))
        return false;
    if (n_parts == 1 || (pv_node_is(declarator, "abstract_array_declarator") &&
                         ts_node_is_null(pv_node_field(declarator, "declarator"))))
        return true;
    if (!pv_node_is(declarator, "abstract_function_declarator") ||
        ts_node_named_child_count(declarator) != 1)
        return false;
    TSNode list = pv_node_field(declarator, "parameters");
    uint32_t n = ts_node_named_child_count(list);
    for (uint32_t i = 0; i < n; i++)
        if (!is_value(ts_node_named_child(list, i), depth + 1))
            return false;
    return true;
}

bool pv_cpp_is_construction(TSNode declaration, TSNode function)
{
    TSNode list = pv_node_field(function, "parameters");
    uint32_t n = ts_node_is_null(list) ? 0 : ts_node_named_child_count(list);
    bool is_type = is_name_of_value(pv_node_field(declaration, "type"));
    if (n == 0 || !is_type || ts_node_named_child_count(function) != 2 ||
        ts_node_language(declaration) != tree_sitter_cpp() ||
        !pv_node_is(ts_node_parent(declaration), "compound_statement"))
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (!is_value(ts_node_named_child(list, i), 0))
            return false;
    return true;
}

static void lower_name(struct pv_lower *lower, TSNode type, enum pv_role role)
{
    if (pv_node_is(type, "qualified_identifier"))
        pv_cpp_qualified_value(lower, type, role);
    else
        pv_lower_leaf(lower, PV_NAME, role,
                      pv_node_is(type, "template_type") ? pv_node_field(type, "name") : type);
}

/* NOLINTNEXTLINE(misc-no-recursion): CALLS_MAX deep */
static void lower_value(struct pv_lower *lower, TSNode parameter, enum pv_role role)
{
    TSNode type = pv_node_field(parameter, "type");
    TSNode declarator = pv_node_field(parameter, "declarator");
    if (ts_node_is_null(declarator)) {
        lower_name(lower, type, role);
        return;
    }
    bool is_index = pv_node_is(declarator, "abstract_array_declarator");
    pv_lower_open(lower, is_index ? PV_INDEX : PV_CALL, role, parameter);
    lower_name(lower, type, is_index ? PV_ROLE_OBJECT : PV_ROLE_CALLEE);
    if (is_index)
        pv_lower_child(lower, pv_node_field(declarator, "size"), PV_ROLE_ARGS);
    else
        pv_cpp_construct(lower, pv_node_field(declarator, "parameters"));
    pv_lower_close(lower);
}

/* NOLINTNEXTLINE(misc-no-recursion): CALLS_MAX deep */
void pv_cpp_construct(struct pv_lower *lower, TSNode parameters)
{
    uint32_t n = ts_node_named_child_count(parameters);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, parameters);
    for (uint32_t i = 0; i < n; i++)
        lower_value(lower, ts_node_named_child(parameters, i), PV_ROLE_NONE);
    pv_lower_close(lower);
}
