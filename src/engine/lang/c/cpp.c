/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/c/c_internal.h"

enum { PARTS_MAX = 32 };

/* a::b::c leans to the right in the grammar; `out` gets its parts in order. */
static size_t take_parts(TSNode node, TSNode out[PARTS_MAX])
{
    size_t n = 0;
    while (n < PARTS_MAX && !ts_node_is_null(node)) {
        if (!pv_node_is(node, "qualified_identifier")) {
            out[n++] = node;
            break;
        }
        TSNode scope = pv_node_field(node, "scope");
        if (!ts_node_is_null(scope))
            out[n++] = scope;
        node = pv_node_field(node, "name");
    }
    return n;
}

void pv_cpp_qualified(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode parts[PARTS_MAX];
    size_t n = take_parts(node, parts);
    if (n > 0 && pv_node_is(parts[n - 1], "type_identifier"))
        pv_lower_leaf(lower, PV_TYPE, role, node);
    else
        pv_cpp_qualified_value(lower, node, role);
}

void pv_cpp_qualified_value(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode parts[PARTS_MAX];
    size_t n = take_parts(node, parts);
    for (size_t i = n; i > 1; i--) {
        pv_lower_open(lower, PV_ACCESS, i == n ? role : PV_ROLE_OBJECT, node);
        pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(parts[i - 1]));
    }
    for (size_t i = 0; i < n; i++) {
        enum pv_role part = i > 0 ? PV_ROLE_FIELD : n > 1 ? PV_ROLE_OBJECT : role;
        if (pv_node_is(parts[i], "type_identifier"))
            pv_lower_leaf(lower, PV_NAME, part, parts[i]);
        else
            pv_lower_child(lower, parts[i], part);
        if (i > 0)
            pv_lower_close(lower);
    }
}

/* f<int> is f: which one is meant is for the types to say. */
void pv_cpp_template_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_child(lower, pv_node_field(node, "name"), role);
}

void pv_cpp_template(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++)
        if (kids.p[i].is_named && !kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, role);
}

/* What a namespace holds stands where the namespace does. */
void pv_cpp_namespace(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_child(lower, pv_node_field(node, "body"), role);
}

/* `using namespace a::b;` is all of it, `using a::b;` one name. */
void pv_cpp_using(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode parts[PARTS_MAX];
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_all = !ts_node_is_null(pv_kid_of_type(kids, "namespace"));
    TSNode name = ts_node_named_child(node, 0);
    size_t n = ts_node_is_null(name) ? 0 : take_parts(name, parts);
    size_t module = is_all || n < 2 ? n : n - 1;
    if (n == 0)
        return;
    pv_lower_open(lower, PV_IMPORT, role, node);
    for (size_t i = module; i > 1; i--) {
        pv_lower_open(lower, PV_ACCESS, i == module ? PV_ROLE_MODULE : PV_ROLE_OBJECT, name);
        pv_lower_range(lower, ts_node_start_byte(name), ts_node_end_byte(parts[i - 1]));
    }
    for (size_t i = 0; i < module; i++) {
        pv_lower_leaf(lower, PV_NAME,
                      i > 0        ? PV_ROLE_FIELD
                      : module > 1 ? PV_ROLE_OBJECT
                                   : PV_ROLE_MODULE,
                      parts[i]);
        if (i > 0)
            pv_lower_close(lower);
    }
    if (is_all) {
        pv_lower_open(lower, PV_STAR, PV_ROLE_ITEM, name);
        pv_lower_word(lower, PV_STR("*"));
        pv_lower_close(lower);
    } else if (module < n) {
        pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, name);
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, parts[n - 1]);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* [x = E] is a variable of the lambda's own. */
static void lower_captures(struct pv_lower *lower, TSNode captures)
{
    if (ts_node_is_null(captures))
        return;
    struct pv_kids kids = pv_lower_kids(lower, captures);
    for (size_t i = 0; i < kids.n; i++)
        if (pv_node_is(kids.p[i].node, "lambda_capture_initializer"))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_INIT);
}

void pv_cpp_lambda(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode declarator = pv_node_field(node, "declarator");
    pv_lower_open(lower, PV_LAMBDA, role, node);
    if (!ts_node_is_null(declarator))
        pv_lower_child(lower, pv_node_field(declarator, "parameters"), PV_ROLE_PARAMS);
    lower_captures(lower, pv_node_field(node, "captures"));
    pv_lower_child(lower, pv_node_field(node, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* `delete[] a` is not `delete a`. */
void pv_cpp_delete(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_DELETE, role, node);
    if (!ts_node_is_null(pv_kid_of_type(kids, "[")))
        pv_lower_word(lower, PV_STR("[]"));
    pv_lower_each(lower, kids, PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* What a template is given where a function of it is called: f<T>(), a->f<T>(), b::f<T>(). */
static TSNode template_arguments(TSNode callee)
{
    for (int i = 0; i < PARTS_MAX && !ts_node_is_null(callee); i++) {
        if (pv_node_is(callee, "template_function") || pv_node_is(callee, "template_method"))
            return pv_node_field(callee, "arguments");
        callee = pv_node_field(callee, pv_node_is(callee, "field_expression") ? "field" : "name");
    }
    return (TSNode){0};
}

void pv_c_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode callee = pv_node_field(node, "function");
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_child(lower, callee, PV_ROLE_CALLEE);
    pv_lower_child(lower, template_arguments(callee), PV_ROLE_TYPE_PARAMS);
    pv_lower_child(lower, pv_node_field(node, "arguments"), PV_ROLE_ARGS);
    pv_lower_close(lower);
}

void pv_cpp_new(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode array = pv_node_field(node, "declarator");
    pv_lower_open(lower, PV_NEW, role, node);
    if (!ts_node_is_null(array))
        pv_lower_open(lower, PV_ARRAY_TYPE, PV_ROLE_TYPE, pv_node_field(node, "type"));
    pv_lower_child(lower, pv_node_field(node, "type"), PV_ROLE_TYPE);
    if (!ts_node_is_null(array))
        pv_lower_close(lower);
    if (!ts_node_is_null(array)) {
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, array);
        pv_lower_child(lower, pv_node_field(array, "length"), PV_ROLE_NONE);
        pv_lower_close(lower);
    }
    pv_lower_child(lower, pv_node_field(node, "arguments"),
                   ts_node_is_null(array) ? PV_ROLE_ARGS : PV_ROLE_VALUE);
    pv_lower_child(lower, pv_node_field(node, "placement"), PV_ROLE_RESOURCE);
    pv_lower_close(lower);
}

/* catch (const T &e): a parameter's type and name. */
void pv_cpp_catch(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode parameters = pv_node_field(node, "parameters");
    TSNode one = ts_node_is_null(parameters) ? parameters : ts_node_named_child(parameters, 0);
    pv_lower_open(lower, PV_CATCH, role, node);
    if (!ts_node_is_null(one)) {
        TSNode name = pv_node_field(one, "declarator");
        while (!ts_node_is_null(name) && !pv_node_is(name, "identifier")) {
            TSNode inner = pv_node_field(name, "declarator");
            name = ts_node_is_null(inner) ? ts_node_named_child(name, 0) : inner;
        }
        pv_lower_child(lower, pv_node_field(one, "type"), PV_ROLE_TYPE);
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_TARGET, name);
    }
    pv_lower_body(lower, pv_node_field(node, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* for (T x : xs) */
void pv_cpp_for_range(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode name = pv_node_field(node, "declarator");
    while (!ts_node_is_null(name) && !pv_node_is(name, "identifier") &&
           !pv_node_is(name, "structured_binding_declarator")) {
        TSNode inner = pv_node_field(name, "declarator");
        name = ts_node_is_null(inner) ? ts_node_named_child(name, 0) : inner;
    }
    pv_lower_open(lower, PV_FOR_EACH, role, node);
    pv_lower_child(lower, pv_node_field(node, "type"), PV_ROLE_TYPE);
    pv_lower_child(lower, name, PV_ROLE_TARGET);
    pv_lower_child(lower, pv_node_field(node, "right"), PV_ROLE_VALUE);
    pv_lower_body(lower, pv_node_field(node, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* R"x(...)x": what stands between the brackets. */
void pv_cpp_raw_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode content = pv_kid_of_type(pv_lower_kids(lower, node), "raw_string_content");
    struct pv_string_parts parts = {node, node, ts_node_end_byte(node), ts_node_end_byte(node)};
    if (!ts_node_is_null(content)) {
        parts.start = ts_node_start_byte(content);
        parts.end = ts_node_end_byte(content);
    }
    pv_lower_string_parts(lower, &parts, role, PV_NODE_RAW_STRING);
}

/* `(T){a}` makes a T of a list; `T{a}` calls what makes one, as `T(a)` does. */
void pv_c_literal(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode type = pv_node_field(node, "type");
    TSNode value = pv_node_field(node, "value");
    bool is_cast = pv_str_has_prefix(pv_lower_text(lower, node), PV_STR("("));
    pv_lower_open(lower, is_cast ? PV_NEW : PV_CALL, role, node);
    pv_lower_child(lower, type, is_cast ? PV_ROLE_TYPE : PV_ROLE_CALLEE);
    if (is_cast) {
        pv_lower_child(lower, value, PV_ROLE_VALUE);
    } else {
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, value);
        pv_lower_each(lower, pv_lower_kids(lower, value), PV_ROLE_NONE);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}
