/* SPDX-License-Identifier: Apache-2.0 */
/* Statements of Ruby, and definitions. */
#include "engine/lang/ruby/ruby_internal.h"

#include <string.h>

static bool is_handler(TSNode node)
{
    return pv_node_is(node, "rescue") || pv_node_is(node, "ensure") || pv_node_is(node, "else");
}

static void lower_stmts(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++)
        if (kids.p[i].is_named && !is_handler(kids.p[i].node))
            pv_lower_stmt(lower, kids.p[i].node);
}

static void lower_rescue(struct pv_lower *lower, TSNode node)
{
    TSNode exceptions = pv_node_field(node, "exceptions");
    TSNode variable = pv_node_field(node, "variable");
    TSNode body = pv_node_field(node, "body");
    pv_lower_open(lower, PV_CATCH, PV_ROLE_CATCH, node);
    if (!ts_node_is_null(exceptions))
        pv_lower_each(lower, pv_lower_kids(lower, exceptions), PV_ROLE_TYPE);
    if (!ts_node_is_null(variable))
        pv_lower_child(lower, ts_node_named_child(variable, 0), PV_ROLE_TARGET);
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, ts_node_is_null(body) ? node : body);
    if (ts_node_is_null(body))
        pv_lower_range(lower, ts_node_end_byte(node), ts_node_end_byte(node));
    else
        lower_stmts(lower, pv_lower_kids(lower, body));
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_block(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_BLOCK, role, node);
    lower_stmts(lower, pv_lower_kids(lower, node));
    pv_lower_close(lower);
}

/* Statements with `rescue` or `ensure` among them are a try. */
void pv_ruby_body(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_try = false;
    for (size_t i = 0; i < kids.n; i++)
        is_try =
            is_try || pv_node_is(kids.p[i].node, "rescue") || pv_node_is(kids.p[i].node, "ensure");
    pv_lower_open(lower, PV_BLOCK, role, node);
    if (!is_try) {
        lower_stmts(lower, kids);
        pv_lower_close(lower);
        return;
    }
    pv_lower_open(lower, PV_TRY, PV_ROLE_NONE, node);
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
    lower_stmts(lower, kids);
    pv_lower_close(lower);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (!kids.p[i].is_named)
            continue;
        if (pv_node_is(kid, "rescue"))
            lower_rescue(lower, kid);
        else if (pv_node_is(kid, "else"))
            lower_block(lower, kid, PV_ROLE_ELSE);
        else if (pv_node_is(kid, "ensure"))
            lower_block(lower, kid, PV_ROLE_FINALLY);
    }
    pv_lower_close(lower);
    pv_lower_close(lower);
}

void pv_ruby_file(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_FILE, role, node);
    lower_stmts(lower, pv_lower_kids(lower, node));
    pv_lower_close(lower);
}

void pv_ruby_begin(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_ruby_body(lower, node, role);
}

static void lower_body_of(struct pv_lower *lower, TSNode whole, TSNode body)
{
    if (ts_node_is_null(body)) {
        pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, whole);
        pv_lower_range(lower, ts_node_end_byte(whole), ts_node_end_byte(whole));
        pv_lower_close(lower);
    } else if (pv_node_is(body, "body_statement")) {
        pv_ruby_body(lower, body, PV_ROLE_BODY);
    } else {
        pv_lower_body(lower, body, PV_ROLE_BODY);
    }
}

void pv_ruby_method(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode parameters = pv_node_field(node, "parameters");
    pv_lower_open(lower, PV_FUNC, role, node);
    pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, pv_node_field(node, "object"));
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, pv_node_field(node, "name"));
    if (!ts_node_is_null(parameters))
        pv_lower_params(lower, parameters, PV_ROLE_PARAMS);
    lower_body_of(lower, node, pv_node_field(node, "body"));
    pv_lower_close(lower);
}

void pv_ruby_class(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode base = pv_kid_of_field(kids, "superclass");
    TSNode body = pv_kid_of_field(kids, "body");
    pv_lower_open(lower, PV_CLASS, role, node);
    if (kids.n > 0)
        pv_lower_word(lower, pv_lower_text(lower, kids.p[0].node));
    pv_lower_child(lower, pv_kid_of_field(kids, "name"), PV_ROLE_NAME);
    /* `class << self` is of no class by name. */
    if (pv_node_is(node, "singleton_class"))
        pv_lower_word(lower, PV_STR("<<"));
    if (!ts_node_is_null(base) && ts_node_named_child_count(base) > 0)
        pv_lower_child(lower, ts_node_named_child(base, 0), PV_ROLE_BASE);
    pv_lower_open(lower, PV_CLASS_BODY, PV_ROLE_BODY, ts_node_is_null(body) ? node : body);
    if (ts_node_is_null(body))
        pv_lower_range(lower, ts_node_end_byte(node), ts_node_end_byte(node));
    else
        lower_stmts(lower, pv_lower_kids(lower, body));
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_cond(struct pv_lower *lower, TSNode cond, bool is_negated)
{
    if (is_negated && !ts_node_is_null(cond)) {
        pv_lower_open(lower, PV_UNARY, PV_ROLE_COND, cond);
        pv_lower_word(lower, PV_STR("!"));
        pv_lower_child(lower, cond, PV_ROLE_OPERAND);
        pv_lower_close(lower);
        return;
    }
    pv_lower_child(lower, cond, PV_ROLE_COND);
}

/* `elsif` is an if in the else of the one before. */
void pv_ruby_if(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    size_t opened = 1;
    TSNode whole = node;
    TSNode alternative = pv_node_field(node, "alternative");
    pv_lower_open(lower, PV_IF, role, node);
    lower_cond(lower, pv_node_field(node, "condition"), pv_node_is(node, "unless"));
    TSNode then = pv_node_field(node, "consequence");
    if (!ts_node_is_null(then))
        pv_ruby_body(lower, then, PV_ROLE_THEN);
    while (!ts_node_is_null(alternative) && pv_node_is(alternative, "elsif")) {
        for (int inner = 0; inner < 2; inner++) {
            pv_lower_open(lower, inner ? PV_IF : PV_BLOCK, inner ? PV_ROLE_NONE : PV_ROLE_ELSE,
                          alternative);
            pv_lower_range(lower, ts_node_start_byte(alternative), ts_node_end_byte(whole));
        }
        opened += 2;
        pv_lower_child(lower, pv_node_field(alternative, "condition"), PV_ROLE_COND);
        then = pv_node_field(alternative, "consequence");
        if (!ts_node_is_null(then))
            pv_ruby_body(lower, then, PV_ROLE_THEN);
        alternative = pv_node_field(alternative, "alternative");
    }
    if (!ts_node_is_null(alternative))
        pv_ruby_body(lower, alternative, PV_ROLE_ELSE);
    for (size_t i = 0; i < opened; i++)
        pv_lower_close(lower);
}

/* `while`, and the forms in which the condition comes last. */
void pv_ruby_modifier(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_if = pv_node_is(node, "if_modifier") || pv_node_is(node, "unless_modifier");
    bool is_negated = strncmp(ts_node_type(node), "un", 2) == 0;
    TSNode body = pv_node_field(node, "body");
    pv_lower_open(lower, is_if ? PV_IF : PV_WHILE, role, node);
    lower_cond(lower, pv_node_field(node, "condition"), is_negated);
    if (!ts_node_is_null(body)) {
        enum pv_role place = is_if ? PV_ROLE_THEN : PV_ROLE_BODY;
        if (pv_node_is(body, "do") || pv_node_is(body, "begin")) {
            pv_ruby_body(lower, body, place);
        } else {
            pv_lower_open(lower, PV_BLOCK, place, body);
            pv_lower_stmt(lower, body);
            pv_lower_close(lower);
        }
    }
    pv_lower_close(lower);
}

void pv_ruby_for(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode value = pv_node_field(node, "value");
    TSNode body = pv_node_field(node, "body");
    pv_lower_open(lower, PV_FOR_EACH, role, node);
    pv_lower_child(lower, pv_node_field(node, "pattern"), PV_ROLE_TARGET);
    if (!ts_node_is_null(value) && ts_node_named_child_count(value) > 0)
        pv_lower_child(lower, ts_node_named_child(value, 0), PV_ROLE_VALUE);
    if (!ts_node_is_null(body))
        pv_ruby_body(lower, body, PV_ROLE_BODY);
    pv_lower_close(lower);
}

static void lower_when(struct pv_lower *lower, TSNode node)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode body = pv_kid_of_field(kids, "body");
    bool is_else = pv_node_is(node, "else");
    pv_lower_open(lower, PV_CASE, PV_ROLE_NONE, node);
    if (is_else)
        pv_lower_word(lower, PV_STR("default"));
    for (size_t i = 0; i < kids.n; i++)
        if (kids.p[i].field && strcmp(kids.p[i].field, "pattern") == 0)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_VALUE);
    TSNode guard = pv_kid_of_field(kids, "guard");
    if (!ts_node_is_null(guard))
        pv_lower_child(lower, pv_node_field(guard, "condition"), PV_ROLE_COND);
    if (is_else)
        body = node;
    if (!ts_node_is_null(body))
        pv_ruby_body(lower, body, PV_ROLE_BODY);
    pv_lower_close(lower);
}

void pv_ruby_case(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_SWITCH, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "value"), PV_ROLE_VALUE);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "when") || pv_node_is(kid, "in_clause") || pv_node_is(kid, "else"))
            lower_when(lower, kid);
    }
    pv_lower_close(lower);
}

void pv_ruby_jump(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    enum pv_kind kind = pv_lower_kind(lower, node);
    TSNode arguments = pv_kid_of_type(pv_lower_kids(lower, node), "argument_list");
    bool is_many = !ts_node_is_null(arguments) && ts_node_named_child_count(arguments) > 1;
    pv_lower_open(lower, kind, role, node);
    if (is_many)
        pv_lower_open(lower, PV_ARRAY, PV_ROLE_VALUE, arguments);
    if (!ts_node_is_null(arguments))
        pv_lower_each(lower, pv_lower_kids(lower, arguments),
                      is_many ? PV_ROLE_NONE : PV_ROLE_VALUE);
    if (is_many)
        pv_lower_close(lower);
    pv_lower_close(lower);
}
