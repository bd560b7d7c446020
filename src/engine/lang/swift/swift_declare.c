/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Declarations of Swift. A type has the field `name` wherever it stands, so what
 * a part is follows from its type and from what stands before it.
 */
#include "engine/lang/swift/swift_internal.h"

bool pv_swift_is_type(TSNode node)
{
    static const char *const types[] = {"user_type",     "optional_type",   "array_type",
                                        "function_type", "dictionary_type", "tuple_type",
                                        "opaque_type",   "existential_type"};
    for (size_t i = 0; i < PV_COUNT(types); i++) {
        if (pv_node_is(node, types[i]))
            return true;
    }
    return false;
}

void pv_swift_modifier(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    (void)role;
    pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, node);
}

static bool is_modifier(TSNode node)
{
    return pv_node_is(node, "modifiers") || pv_node_is(node, "attribute") ||
           pv_node_is(node, "inheritance_modifier") || pv_node_is(node, "ownership_modifier") ||
           pv_node_is(node, "property_behavior_modifier");
}

static void lower_modifiers(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (is_modifier(kids.p[i].node))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_ATTR);
        else if (pv_node_is(kids.p[i].node, "value_binding_pattern"))
            pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kids.p[i].node);
    }
}

void pv_swift_attribute(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode open = pv_kid_of_type(kids, "(");
    (void)role;
    pv_lower_open(lower, PV_ATTR, PV_ROLE_ATTR, node);
    if (ts_node_is_null(open)) {
        pv_lower_each(lower, kids, PV_ROLE_VALUE);
        pv_lower_close(lower);
        return;
    }
    pv_lower_open(lower, PV_CALL, PV_ROLE_VALUE, node);
    pv_lower_child(lower, pv_kid_of_type(kids, "user_type"), PV_ROLE_CALLEE);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, open);
    pv_lower_range(lower, ts_node_start_byte(open), ts_node_end_byte(node));
    bool is_inside = false;
    for (size_t i = 0; i < kids.n; i++) {
        is_inside = is_inside || pv_node_is(kids.p[i].node, "(");
        if (is_inside && kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    for (int i = 0; i < 3; i++)
        pv_lower_close(lower);
}

/* .name(label: a, b), as a call of the name. */
static void lower_case_pattern(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode open = pv_kid_of_type(kids, "(");
    size_t i = 0;
    while (i < kids.n && !pv_node_is(kids.p[i].node, "."))
        i++;
    pv_lower_open(lower, PV_CALL, role, node);
    if (i + 1 < kids.n)
        pv_lower_child(lower, kids.p[i + 1].node, PV_ROLE_CALLEE);
    if (!ts_node_is_null(open)) {
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, open);
        pv_lower_range(lower, ts_node_start_byte(open), ts_node_end_byte(node));
    }
    while (i < kids.n && !pv_node_is(kids.p[i].node, "("))
        i++;
    for (; i < kids.n; i++) {
        bool is_named = i + 2 < kids.n && pv_node_is(kids.p[i + 1].node, ":");
        if (is_named) {
            pv_lower_open(lower, PV_KWARG, PV_ROLE_NONE, kids.p[i].node);
            pv_lower_range(lower, ts_node_start_byte(kids.p[i].node),
                           ts_node_end_byte(kids.p[i + 2].node));
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NAME);
            pv_lower_child(lower, kids.p[i + 2].node, PV_ROLE_VALUE);
            pv_lower_close(lower);
            i += 2;
        } else if (kids.p[i].is_named) {
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
        }
    }
    if (!ts_node_is_null(open))
        pv_lower_close(lower);
    pv_lower_close(lower);
}

/* Several names in parentheses, or what one name, or a case, is. */
void pv_swift_pattern(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_tuple = kids.n > 0 && pv_node_is(kids.p[0].node, "(");
    if (!ts_node_is_null(pv_kid_of_type(kids, "."))) {
        lower_case_pattern(lower, node, role);
        return;
    }
    if (is_tuple)
        pv_lower_open(lower, PV_TUPLE, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_part = kids.p[i].is_named && !pv_node_is(kids.p[i].node, "value_binding_pattern");
        if (is_part)
            pv_lower_child(lower, kids.p[i].node, is_tuple ? PV_ROLE_NONE : role);
    }
    if (is_tuple)
        pv_lower_close(lower);
}

/* `let a = 1, b: T` is two variables; both begin where the declaration does. */
void pv_swift_variables(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct pv_kids head = {kids.p, 0};
    while (head.n < kids.n && !pv_node_is(kids.p[head.n].node, "pattern"))
        head.n++;
    for (size_t i = head.n; i < kids.n; i++) {
        bool is_value = false;
        if (!pv_node_is(kids.p[i].node, "pattern"))
            continue;
        size_t end = i;
        while (end + 1 < kids.n && !pv_node_is(kids.p[end + 1].node, ","))
            end++;
        pv_lower_open(lower, PV_VAR, role, node);
        pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(kids.p[end].node));
        lower_modifiers(lower, head);
        pv_lower_child(lower, kids.p[i].node, PV_ROLE_TARGET);
        for (size_t k = i + 1; k <= end; k++) {
            TSNode kid = kids.p[k].node;
            is_value = is_value || pv_node_is(kid, "=");
            if (pv_node_is(kid, "type_annotation"))
                pv_lower_child(lower, kid, PV_ROLE_TYPE);
            else if (pv_node_is(kid, "computed_property") ||
                     pv_node_is(kid, "willset_didset_block"))
                pv_lower_child(lower, kid, PV_ROLE_BODY);
            else if (kids.p[k].is_named && is_value)
                pv_lower_child(lower, kid, PV_ROLE_VALUE);
        }
        pv_lower_close(lower);
        i = end;
    }
}

/* `{ get { ... } set { ... } }`, or the statements of a getter. */
void pv_swift_computed(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_getter = !ts_node_is_null(pv_kid_of_type(kids, "statements"));
    pv_lower_open(lower, PV_CLASS_BODY, role, node);
    if (is_getter) {
        pv_lower_open(lower, PV_FUNC, PV_ROLE_NONE, node);
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        pv_swift_block(lower, kids, PV_ROLE_BODY, node);
        pv_lower_close(lower);
    } else {
        pv_lower_each(lower, kids, PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

void pv_swift_accessor(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_FUNC, role, node);
    if (kids.n > 0)
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, kids.p[0].node);
    pv_swift_block(lower, kids, PV_ROLE_BODY, node);
    pv_lower_close(lower);
}

/* `label name: T = default`: what is given is known by its label, what is used by its name. */
static void lower_parameter(struct pv_lower *lower, TSNode parameter, TSNode value)
{
    struct pv_kids kids = pv_lower_kids(lower, parameter);
    TSNode end = ts_node_is_null(value) ? parameter : value;
    size_t n_names = 0;
    while (n_names < kids.n && !pv_node_is(kids.p[n_names].node, ":"))
        n_names++;
    pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, parameter);
    pv_lower_range(lower, ts_node_start_byte(parameter), ts_node_end_byte(end));
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        if (i + 1 < n_names)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_LABEL);
        else if (i < n_names)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_TARGET);
        else
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_TYPE);
    }
    pv_lower_child(lower, value, PV_ROLE_DEFAULT);
    pv_lower_close(lower);
}

/* From the first parenthesis to the last among the parts of a function. */
static void lower_parameters(struct pv_lower *lower, struct pv_kids kids)
{
    TSNode open = pv_kid_of_type(kids, "(");
    TSNode close = pv_kid_of_type(kids, ")");
    if (ts_node_is_null(open) || ts_node_is_null(close))
        return;
    pv_lower_open(lower, PV_PARAMS, PV_ROLE_PARAMS, open);
    pv_lower_range(lower, ts_node_start_byte(open), ts_node_end_byte(close));
    for (size_t i = 0; i < kids.n; i++) {
        bool has_value = i + 2 < kids.n && pv_node_is(kids.p[i + 1].node, "=");
        if (pv_node_is(kids.p[i].node, "parameter"))
            lower_parameter(lower, kids.p[i].node, has_value ? kids.p[i + 2].node : (TSNode){0});
    }
    pv_lower_close(lower);
}

/* Functions, initialisers, subscripts; a deinitialiser has no name. */
void pv_swift_function(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode name = pv_kid_of_type(kids, "simple_identifier");
    TSNode init = pv_kid_of_type(kids, "init");
    bool is_result = false;
    pv_lower_open(lower, PV_FUNC, role, node);
    lower_modifiers(lower, kids);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, ts_node_is_null(init) ? name : init);
    pv_lower_child(lower, pv_kid_of_type(kids, "type_parameters"), PV_ROLE_TYPE_PARAMS);
    lower_parameters(lower, kids);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        is_result = is_result || pv_node_is(kid, "->");
        if (is_result && pv_swift_is_type(kid))
            pv_lower_child(lower, kid, PV_ROLE_RESULT);
        else if (pv_node_is(kid, "function_body") || pv_node_is(kid, "computed_property"))
            pv_lower_child(lower, kid, PV_ROLE_BODY);
    }
    pv_lower_close(lower);
}

/* Structures, actors and extensions are classes as far as a pattern asks. */
void pv_swift_class(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_enum = !ts_node_is_null(pv_kid_of_type(kids, "enum"));
    bool is_protocol = pv_node_is(node, "protocol_declaration");
    bool has_name = false;
    pv_lower_open(lower, PV_CLASS, role, node);
    pv_lower_word(lower, is_enum       ? PV_STR("enum")
                         : is_protocol ? PV_STR("protocol")
                                       : PV_STR("class"));
    lower_modifiers(lower, kids);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (!has_name && (pv_node_is(kid, "type_identifier") || pv_swift_is_type(kid))) {
            pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, kid);
            has_name = true;
        } else if (pv_node_is(kid, "type_parameters")) {
            pv_lower_child(lower, kid, PV_ROLE_TYPE_PARAMS);
        } else if (pv_node_is(kid, "inheritance_specifier")) {
            pv_lower_child(lower, kid, PV_ROLE_BASE);
        } else if (pv_node_is(kid, "class_body") || pv_node_is(kid, "enum_class_body") ||
                   pv_node_is(kid, "protocol_body")) {
            pv_lower_child(lower, kid, PV_ROLE_BODY);
        }
    }
    pv_lower_close(lower);
}

/* `case a, b(T)` is two members. */
void pv_swift_entry(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        bool is_value = i > 0 && pv_node_is(kids.p[i - 1].node, "=");
        if (is_value || !pv_node_is(kid, "simple_identifier"))
            continue;
        bool has_value = i + 2 < kids.n && pv_node_is(kids.p[i + 1].node, "=");
        pv_lower_open(lower, PV_ENUM_MEMBER, role, kid);
        if (has_value)
            pv_lower_range(lower, ts_node_start_byte(kid), ts_node_end_byte(kids.p[i + 2].node));
        pv_lower_child(lower, kid, PV_ROLE_NAME);
        if (has_value)
            pv_lower_child(lower, kids.p[i + 2].node, PV_ROLE_VALUE);
        pv_lower_close(lower);
    }
}
