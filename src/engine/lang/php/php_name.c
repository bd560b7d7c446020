/* SPDX-License-Identifier: Apache-2.0 */
/* Names of PHP, which mean the same in any case unless they are of variables, and closures of them.
 */
#include "engine/lang/php/php_internal.h"

#include <string.h>

enum { NAME_MAX_BYTES = 256 };

/* What is behind `->` without brackets, or behind `::`, is a property or constant. */
static bool is_exact(TSNode node, enum pv_role role)
{
    TSNode parent = ts_node_parent(node);
    bool is_member = pv_node_is(parent, "member_access_expression") ||
                     pv_node_is(parent, "nullsafe_member_access_expression") ||
                     pv_node_is(parent, "class_constant_access_expression");
    return role == PV_ROLE_FIELD && is_member;
}

static void lower_any_case(struct pv_lower *lower, struct pv_str text)
{
    char bytes[NAME_MAX_BYTES];
    if (text.n > sizeof bytes || pv_str_has_prefix(text, PV_STR("__pv"))) {
        pv_lower_word(lower, text);
        return;
    }
    for (size_t i = 0; i < text.n; i++)
        bytes[i] = text.p[i] >= 'A' && text.p[i] <= 'Z' ? (char)(text.p[i] | 0x20) : text.p[i];
    pv_lower_word(lower, (struct pv_str){bytes, text.n});
}

void pv_php_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_NAME, role, node);
    if (is_exact(node, role))
        pv_lower_word(lower, pv_lower_text(lower, node));
    else
        lower_any_case(lower, pv_lower_text(lower, node));
    pv_lower_close(lower);
}

/* `?T` is called as T is. */
void pv_php_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    pv_lower_open(lower, PV_TYPE, role, node);
    lower_any_case(lower, pv_str_sub(text, pv_str_has_prefix(text, PV_STR("?")), text.n));
    pv_lower_close(lower);
}

static void lower_called(struct pv_lower *lower, TSNode callee, TSNode object)
{
    if (ts_node_is_null(object)) {
        pv_lower_open(lower, PV_STRING, PV_ROLE_NONE, callee);
        pv_lower_leaf(lower, PV_TEXT, PV_ROLE_NONE, callee);
        pv_lower_close(lower);
        return;
    }
    pv_lower_open(lower, PV_ARRAY, PV_ROLE_NONE, callee);
    pv_lower_child(lower, object, PV_ROLE_NONE);
    pv_lower_open(lower, PV_STRING, PV_ROLE_NONE, callee);
    pv_lower_leaf(lower, PV_TEXT, PV_ROLE_NONE, callee);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_word(struct pv_lower *lower, TSNode node, enum pv_role role, struct pv_str word)
{
    pv_lower_open(lower, PV_NAME, role, node);
    pv_lower_word(lower, word);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_close(lower);
}

/* Closure::fromCallable('f'), or of an object and the name of its method. */
bool pv_php_closure(struct pv_lower *lower, TSNode node, TSNode object, enum pv_role role)
{
    TSNode arguments = pv_node_field(node, "arguments");
    TSNode name = pv_node_field(node, "name");
    if (pv_lower_is_pattern(lower) || ts_node_is_null(arguments) ||
        ts_node_is_null(pv_kid_of_type(pv_lower_kids(lower, arguments), "variadic_placeholder")))
        return false;
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_open(lower, PV_ACCESS, PV_ROLE_CALLEE, node);
    lower_word(lower, node, PV_ROLE_OBJECT, PV_STR("closure"));
    lower_word(lower, node, PV_ROLE_FIELD, PV_STR("fromcallable"));
    pv_lower_close(lower);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    lower_called(lower, ts_node_is_null(name) ? pv_node_field(node, "function") : name, object);
    pv_lower_close(lower);
    pv_lower_close(lower);
    return true;
}

void pv_php_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (pv_php_closure(lower, node, (TSNode){0}, role))
        return;
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_child(lower, pv_node_field(node, "function"), PV_ROLE_CALLEE);
    pv_lower_child(lower, pv_node_field(node, "arguments"), PV_ROLE_ARGS);
    pv_lower_close(lower);
}
