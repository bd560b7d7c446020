/* SPDX-License-Identifier: Apache-2.0 */
/* Declarations of PHP: functions without names, parameters, members of classes. */
#include "engine/lang/php/php_internal.h"

#include <string.h>

/* How far before a parameter its first modifier may begin. */
enum { READONLY_BYTES_MAX = 64 };

static bool is_modifier(TSNode node)
{
    return strstr(ts_node_type(node), "_modifier") && !pv_node_is(node, "reference_modifier");
}

static void lower_modifiers(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++)
        if (kids.p[i].is_named && is_modifier(kids.p[i].node))
            pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kids.p[i].node);
}

void pv_php_attribute(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode arguments = pv_node_field(node, "parameters");
    TSNode name = ts_node_named_child(node, 0);
    pv_lower_open(lower, PV_ATTR, role, node);
    if (!ts_node_is_null(arguments))
        pv_lower_open(lower, PV_CALL, PV_ROLE_VALUE, node);
    pv_lower_child(lower, name, ts_node_is_null(arguments) ? PV_ROLE_VALUE : PV_ROLE_CALLEE);
    pv_lower_child(lower, arguments, PV_ROLE_ARGS);
    if (!ts_node_is_null(arguments))
        pv_lower_close(lower);
    pv_lower_close(lower);
}

/* Of `use ($x, &$y)` the $y: the variable of outside, which the function may write to. */
static void lower_captured(struct pv_lower *lower, TSNode clause)
{
    struct pv_kids kids = pv_lower_kids(lower, clause);
    for (size_t i = 0; i < kids.n; i++) {
        if (!pv_node_is(kids.p[i].node, "by_ref"))
            continue;
        pv_lower_open(lower, PV_GLOBAL, PV_ROLE_RESOURCE, kids.p[i].node);
        pv_lower_child(lower, ts_node_named_child(kids.p[i].node, 0), PV_ROLE_VALUE);
        pv_lower_close(lower);
    }
}

/* `function () use ($x) { }` and `fn () => e`. */
void pv_php_lambda(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_LAMBDA, role, node);
    lower_modifiers(lower, kids);
    pv_lower_child(lower, pv_kid_of_field(kids, "parameters"), PV_ROLE_PARAMS);
    pv_lower_child(lower, pv_kid_of_field(kids, "return_type"), PV_ROLE_RESULT);
    lower_captured(lower, pv_kid_of_type(kids, "anonymous_function_use_clause"));
    pv_lower_child(lower, pv_kid_of_field(kids, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* `readonly private $x`, of which the grammar was shown the rest: see pv_php_blank. */
static void lower_readonly(struct pv_lower *lower, TSNode node)
{
    struct pv_str word = PV_STR("readonly");
    uint32_t end = ts_node_start_byte(node);
    uint32_t from = end > READONLY_BYTES_MAX ? end - READONLY_BYTES_MAX : 0;
    struct pv_str before = pv_lower_bytes(lower, from, end);
    while (before.n > 0 && (before.p[before.n - 1] == ' ' || before.p[before.n - 1] == '\t'))
        before.n--;
    if (!pv_str_has_suffix(before, word))
        return;
    uint32_t stop = from + (uint32_t)before.n;
    pv_lower_range(lower, stop - (uint32_t)word.n, ts_node_end_byte(node));
    pv_lower_open(lower, PV_MODIFIER, PV_ROLE_MODIFIER, node);
    pv_lower_range(lower, stop - (uint32_t)word.n, stop);
    pv_lower_word(lower, word);
    pv_lower_close(lower);
}

void pv_php_parameter(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_rest = pv_node_is(node, "variadic_parameter");
    pv_lower_open(lower, is_rest ? PV_REST : PV_PARAM, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "attributes"), PV_ROLE_ATTR);
    if (pv_node_is(node, "property_promotion_parameter"))
        lower_readonly(lower, node);
    lower_modifiers(lower, kids);
    pv_lower_child(lower, pv_kid_of_field(kids, "type"), PV_ROLE_TYPE);
    pv_lower_child(lower, pv_kid_of_field(kids, "name"), PV_ROLE_TARGET);
    pv_lower_child(lower, pv_kid_of_field(kids, "default_value"), PV_ROLE_DEFAULT);
    pv_lower_close(lower);
}

/* `private $a = 1, $b;` is two fields. */
void pv_php_properties(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode element = kids.p[i].node;
        if (!pv_node_is(element, "property_element"))
            continue;
        pv_lower_open(lower, PV_VAR, role, node);
        pv_lower_flag(lower, PV_NODE_SEMICOLON);
        pv_lower_child(lower, pv_kid_of_field(kids, "attributes"), PV_ROLE_ATTR);
        lower_modifiers(lower, kids);
        pv_lower_child(lower, pv_kid_of_field(kids, "type"), PV_ROLE_TYPE);
        pv_lower_child(lower, pv_node_field(element, "name"), PV_ROLE_TARGET);
        pv_lower_child(lower, pv_node_field(element, "default_value"), PV_ROLE_VALUE);
        pv_lower_close(lower);
    }
}

void pv_php_constants(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode element = kids.p[i].node;
        if (!pv_node_is(element, "const_element"))
            continue;
        pv_lower_open(lower, PV_VAR, role, node);
        pv_lower_flag(lower, PV_NODE_SEMICOLON);
        lower_modifiers(lower, kids);
        pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, pv_kid_of_type(kids, "const"));
        pv_lower_child(lower, pv_kid_of_field(kids, "type"), PV_ROLE_TYPE);
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_TARGET, ts_node_named_child(element, 0));
        pv_lower_child(lower, ts_node_named_child(element, 1), PV_ROLE_VALUE);
        pv_lower_close(lower);
    }
}

/* Of a promoted parameter, the grammar wants the word behind the one that says who may see. */
void pv_php_blank(char *text, size_t n)
{
    static const char *const seen[] = {"private", "protected", "public"};
    struct pv_str all = {text, n};
    struct pv_str word = PV_STR("readonly");
    size_t at = 0;
    while ((at = pv_str_find(all, word, at)) != SIZE_MAX) {
        struct pv_str before = pv_str_trim(pv_str_sub(all, 0, at));
        struct pv_str behind = pv_str_trim(pv_str_sub(all, at + word.n, n));
        bool is_parameter = before.n > 0 && strchr("(,]", before.p[before.n - 1]);
        for (size_t i = 0; is_parameter && i < PV_COUNT(seen); i++)
            if (pv_str_has_prefix(behind, pv_str_of(seen[i])))
                memset(text + at, ' ', word.n);
        at += word.n;
    }
}
