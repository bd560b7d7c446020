/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Statements of Bash, and lists of commands.
 */
#include "engine/lang/bash/bash_internal.h"

#include "base/attr.h"

#include <string.h>

/* Those of `kids` from `from` up to the token `stop`, or to the end; gives where it stopped. */
static size_t lower_stmts(struct pv_lower *lower, struct pv_kids kids, size_t from,
                          const char *stop)
{
    size_t i = from;
    for (; i < kids.n && !(stop && pv_node_is(kids.p[i].node, stop)); i++) {
        if (kids.p[i].is_named)
            pv_lower_stmt(lower, kids.p[i].node);
    }
    return i;
}

/* { a; b; }, do ... done, else ..., and a file */
void pv_bash_block(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, pv_lower_kind(lower, node), role, node);
    (void)lower_stmts(lower, pv_lower_kids(lower, node), 0, NULL);
    pv_lower_close(lower);
}

/* (a; b), $(a), `a` */
void pv_bash_commands(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_subshell = pv_node_is(node, "subshell");
    pv_lower_open(lower, PV_OTHER, role, node);
    pv_lower_word(lower, is_subshell ? PV_STR("subshell") : PV_STR("substitution"));
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
    (void)lower_stmts(lower, pv_lower_kids(lower, node), 0, NULL);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* What decides: one command, or a block of several. Gives where it stopped. */
static size_t lower_condition(struct pv_lower *lower, struct pv_kids kids, const char *stop)
{
    size_t n = 0;
    size_t only = 0;
    size_t i = 0;
    for (; i < kids.n && !pv_node_is(kids.p[i].node, stop); i++) {
        if (kids.p[i].is_named) {
            only = i;
            n++;
        }
    }
    if (n == 1) {
        pv_lower_child(lower, kids.p[only].node, PV_ROLE_COND);
    } else if (n > 1) {
        pv_lower_open(lower, PV_BLOCK, PV_ROLE_COND, kids.p[0].node);
        pv_lower_range(lower, ts_node_start_byte(kids.p[0].node),
                       ts_node_end_byte(kids.p[only].node));
        (void)lower_stmts(lower, kids, 0, stop);
        pv_lower_close(lower);
    }
    return i;
}

/* The condition, and what stands between `then` and the next branch. */
static void lower_branch(struct pv_lower *lower, TSNode node)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t then = lower_condition(lower, kids, "then");
    uint32_t start = then < kids.n ? ts_node_end_byte(kids.p[then].node) : ts_node_end_byte(node);
    uint32_t end = start;
    for (size_t i = then + 1; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        bool is_branch = pv_node_is(kid, "elif_clause") || pv_node_is(kid, "else_clause");
        if (is_branch)
            break;
        if (kids.p[i].is_named)
            end = ts_node_end_byte(kid);
    }
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_THEN, node);
    pv_lower_range(lower, start, end);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    for (size_t i = then + 1; i < kids.n && ts_node_start_byte(kids.p[i].node) < end; i++) {
        if (kids.p[i].is_named)
            pv_lower_stmt(lower, kids.p[i].node);
    }
    pv_lower_close(lower);
}

/* Each `elif` is an if in the else of the one before. */
void pv_bash_if(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t n_open = 1;
    pv_lower_open(lower, PV_IF, role, node);
    lower_branch(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "else_clause"))
            pv_lower_child(lower, kid, PV_ROLE_ELSE);
        if (!pv_node_is(kid, "elif_clause"))
            continue;
        for (int inner = 0; inner < 2; inner++) {
            pv_lower_open(lower, inner ? PV_IF : PV_BLOCK, inner ? PV_ROLE_NONE : PV_ROLE_ELSE,
                          kid);
            pv_lower_range(lower, ts_node_start_byte(kid), ts_node_end_byte(node));
        }
        lower_branch(lower, kid);
        n_open += 2;
    }
    for (size_t i = 0; i < n_open; i++)
        pv_lower_close(lower);
}

/* `until` is a `while` of the contrary. */
void pv_bash_while(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct pv_kids condition = {kids.p + 1, kids.n > 0 ? kids.n - 1 : 0};
    pv_lower_open(lower, PV_WHILE, role, node);
    if (kids.n > 0 && pv_node_is(kids.p[0].node, "until"))
        pv_lower_word(lower, PV_STR("until"));
    (void)lower_condition(lower, condition, "do_group");
    pv_lower_child(lower, pv_kid_of_field(kids, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* for x in a b; do ... done, and for ((a; b; c)) */
void pv_bash_for(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    static const struct pv_lower_field roles[] = {
        {"variable", PV_ROLE_TARGET}, {"value", PV_ROLE_VALUE},   {"initializer", PV_ROLE_INIT},
        {"condition", PV_ROLE_COND},  {"update", PV_ROLE_UPDATE}, {"body", PV_ROLE_BODY},
    };
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, pv_lower_kind(lower, node), role, node);
    for (size_t i = 0; i < kids.n; i++) {
        for (size_t j = 0; j < PV_COUNT(roles); j++) {
            if (kids.p[i].is_named && kids.p[i].field &&
                strcmp(kids.p[i].field, roles[j].name) == 0)
                pv_lower_child(lower, kids.p[i].node, roles[j].role);
        }
    }
    pv_lower_close(lower);
}

/* a | b) c; d;; */
void pv_bash_case(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_CASE, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_VALUE);
    }
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && !kids.p[i].field)
            pv_lower_stmt(lower, kids.p[i].node);
    }
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* a | b | c, a && b: the outermost is the last operator. */
void pv_bash_list(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t n_open = 0;
    size_t first = 0;
    while (first < kids.n && !kids.p[first].is_named)
        first++;
    for (size_t i = kids.n; i > first + 1; i--) {
        if (!kids.p[i - 1].is_named)
            continue;
        struct pv_str operator= {0};
        for (size_t j = i - 1; j > first && operator.n == 0 && !kids.p[j - 1].is_named; j--)
            operator= pv_lower_text(lower, kids.p[j - 1].node);
        pv_lower_open(lower, PV_BINARY, n_open ? PV_ROLE_LEFT : role, node);
        pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(kids.p[i - 1].node));
        /* A pipe is no bitwise or, whose sides may change places. */
        pv_lower_word(lower, pv_str_eq(operator, PV_STR("|")) ? PV_STR("pipe") : operator);
        n_open++;
    }
    if (first < kids.n)
        pv_lower_child(lower, kids.p[first].node, n_open ? PV_ROLE_LEFT : role);
    for (size_t i = first + 1; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        pv_lower_child(lower, kids.p[i].node, PV_ROLE_RIGHT);
        pv_lower_close(lower);
    }
}
