/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Statements of Kotlin, in which every expression is one.
 */
#include "engine/lang/kotlin/kotlin_internal.h"

/* The grammar takes `break` and `continue` for names. */
static void lower_stmt(struct pv_lower *lower, TSNode node)
{
    struct pv_str text = pv_lower_text(lower, node);
    bool is_break = pv_str_eq(text, PV_STR("break"));
    if (!is_break && !pv_str_eq(text, PV_STR("continue"))) {
        pv_lower_stmt(lower, node);
        return;
    }
    pv_lower_open(lower, is_break ? PV_BREAK : PV_CONTINUE, PV_ROLE_NONE, node);
    pv_lower_close(lower);
}

void pv_kotlin_stmts(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            lower_stmt(lower, kids.p[i].node);
    }
}

void pv_kotlin_file(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_FILE, role, node);
    pv_kotlin_stmts(lower, kids);
    pv_lower_close(lower);
}

void pv_kotlin_block(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_BLOCK, role, node);
    pv_kotlin_stmts(lower, pv_lower_kids(lower, node));
    pv_lower_close(lower);
}

/* A block, a statement without braces, or `;`. */
static void lower_branch(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_block = pv_node_is(node, "block");
    if (is_block) {
        pv_lower_child(lower, node, role);
        return;
    }
    pv_lower_open(lower, PV_BLOCK, role, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    if (ts_node_is_named(node))
        lower_stmt(lower, node);
    pv_lower_close(lower);
}

/* The value of a branch: what its block is, where that is one expression. */
static void lower_value(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = {0};
    if (pv_node_is(node, "block"))
        kids = pv_lower_kids(lower, node);
    bool is_one =
        kids.n == 3 && kids.p[1].is_named && !pv_kind_is_stmt(pv_lower_kind(lower, kids.p[1].node));
    pv_lower_child(lower, is_one ? kids.p[1].node : node, role);
}

/* A statement, or the value of the branch that is taken. */
void pv_kotlin_if(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_stmt = role == PV_ROLE_NONE;
    bool is_body = false;
    enum pv_role branch = PV_ROLE_THEN;
    pv_lower_open(lower, is_stmt ? PV_IF : PV_COND, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "condition"), PV_ROLE_COND);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        bool is_last = i + 1 == kids.n;
        if (pv_node_is(kid, ")"))
            is_body = true;
        else if (pv_node_is(kid, "else"))
            branch = PV_ROLE_ELSE;
        else if (is_body && is_stmt && (kids.p[i].is_named || is_last))
            lower_branch(lower, kid, branch);
        else if (is_body && kids.p[i].is_named)
            lower_value(lower, kid, branch);
    }
    pv_lower_close(lower);
}

void pv_kotlin_for(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_value = false;
    bool is_body = false;
    pv_lower_open(lower, PV_FOR_EACH, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        is_value = is_value || pv_node_is(kid, "in");
        is_body = is_body || pv_node_is(kid, ")");
        if (!kids.p[i].is_named)
            continue;
        if (is_body)
            lower_branch(lower, kid, PV_ROLE_BODY);
        else if (is_value)
            pv_lower_child(lower, kid, PV_ROLE_VALUE);
        else
            pv_kotlin_target(lower, kid);
    }
    pv_lower_close(lower);
}

/* The condition is a field; what else has a name is the body. */
static void lower_loop(struct pv_lower *lower, TSNode node, enum pv_kind kind, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, kind, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_COND);
        else if (kids.p[i].is_named && !pv_node_is(kids.p[i].node, "label"))
            lower_branch(lower, kids.p[i].node, PV_ROLE_BODY);
    }
    pv_lower_close(lower);
}

void pv_kotlin_while(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_loop(lower, node, PV_WHILE, role);
}

void pv_kotlin_do(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_loop(lower, node, PV_DO, role);
}

void pv_kotlin_catch(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_CATCH, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "block"))
            pv_lower_child(lower, kid, PV_ROLE_BODY);
        else if (pv_node_is(kid, "identifier"))
            pv_lower_child(lower, kid, PV_ROLE_TARGET);
        else if (kids.p[i].is_named)
            pv_lower_child(lower, kid, PV_ROLE_TYPE);
    }
    pv_lower_close(lower);
}

/* `when (val x = e) { ... }` declares x for its cases. */
void pv_kotlin_when(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode subject = pv_kid_of_type(kids, "when_subject");
    struct pv_kids parts = {0};
    if (!ts_node_is_null(subject))
        parts = pv_lower_kids(lower, subject);
    TSNode declared = pv_kid_of_type(parts, "variable_declaration");
    TSNode value = parts.n > 2 ? parts.p[parts.n - 2].node : (TSNode){0};
    pv_lower_open(lower, PV_SWITCH, role, node);
    if (ts_node_is_null(declared)) {
        pv_lower_child(lower, value, PV_ROLE_VALUE);
    } else {
        pv_lower_open(lower, PV_VAR, PV_ROLE_VALUE, subject);
        pv_kotlin_target(lower, declared);
        pv_lower_child(lower, value, PV_ROLE_VALUE);
        pv_lower_close(lower);
    }
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "when_entry"))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

void pv_kotlin_when_entry(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_CASE, role, node);
    if (kids.n > 0 && pv_node_is(kids.p[0].node, "else"))
        pv_lower_word(lower, PV_STR("default"));
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_VALUE);
        else if (kids.p[i].is_named)
            lower_branch(lower, kids.p[i].node, PV_ROLE_BODY);
    }
    pv_lower_close(lower);
}

/* `is T` as a case */
void pv_kotlin_type_test(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_TYPE_TEST, role, node);
    pv_lower_each(lower, pv_lower_kids(lower, node), PV_ROLE_TYPE);
    pv_lower_close(lower);
}
