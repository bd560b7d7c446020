/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_table.h"

extern const TSLanguage *tree_sitter_lua(void);

/* Blocks and files: a call alone is a statement. */
static void lower_stmts(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, pv_lower_kind(lower, node), role, node);
    for (size_t i = 0; i < kids.n; i++)
        if (kids.p[i].is_named)
            pv_lower_stmt(lower, kids.p[i].node);
    pv_lower_close(lower);
}

/* One is itself; several are a tuple, as on both sides of a, b = f(), 1. */
static void lower_list(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_many = ts_node_named_child_count(node) > 1;
    if (is_many)
        pv_lower_open(lower, PV_TUPLE, role, node);
    pv_lower_each(lower, pv_lower_kids(lower, node), is_many ? PV_ROLE_NONE : role);
    if (is_many)
        pv_lower_close(lower);
}

static void lower_both(struct pv_lower *lower, TSNode assignment)
{
    struct pv_kids kids = pv_lower_kids(lower, assignment);
    pv_lower_child(lower, pv_kid_of_type(kids, "variable_list"), PV_ROLE_TARGET);
    pv_lower_child(lower, pv_kid_of_type(kids, "expression_list"), PV_ROLE_VALUE);
}

static void lower_assignment(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_EXPR_STMT, role, node);
    pv_lower_open(lower, PV_ASSIGN, PV_ROLE_VALUE, node);
    pv_lower_word(lower, PV_STR("="));
    lower_both(lower, node);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* `local a, b = 1, 2` */
static void lower_variables(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode assignment = pv_kid_of_type(kids, "assignment_statement");
    pv_lower_open(lower, PV_VAR, role, node);
    pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, pv_kid_of_type(kids, "local"));
    if (ts_node_is_null(assignment))
        pv_lower_child(lower, pv_kid_of_type(kids, "variable_list"), PV_ROLE_TARGET);
    else
        lower_both(lower, assignment);
    pv_lower_close(lower);
}

/* What the grammar has no node for where it is empty. */
static void lower_block(struct pv_lower *lower, TSNode block, TSNode around, enum pv_role role)
{
    if (!ts_node_is_null(block)) {
        pv_lower_body(lower, block, role);
        return;
    }
    pv_lower_open(lower, PV_BLOCK, role, around);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_close(lower);
}

/* Functions and loops, with a body. */
static void lower_whole(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode body = pv_kid_of_field(kids, "body");
    pv_lower_open(lower, pv_lower_kind(lower, node), role, node);
    pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, pv_kid_of_type(kids, "local"));
    pv_lower_child(lower, pv_kid_of_field(kids, "name"), PV_ROLE_NAME);
    pv_lower_child(lower, pv_kid_of_field(kids, "parameters"), PV_ROLE_PARAMS);
    pv_lower_child(lower, pv_kid_of_field(kids, "condition"), PV_ROLE_COND);
    lower_block(lower, body, node, PV_ROLE_BODY);
    pv_lower_close(lower);
}

static void lower_parameters(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_PARAMS, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_rest = pv_node_is(kids.p[i].node, "vararg_expression");
        if (!kids.p[i].is_named)
            continue;
        pv_lower_open(lower, is_rest ? PV_REST : PV_PARAM, PV_ROLE_NONE, kids.p[i].node);
        if (!is_rest)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_TARGET);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* `elseif` is an if in the else of the one before. */
static void lower_if(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t nested = 0;
    pv_lower_open(lower, PV_IF, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "condition"), PV_ROLE_COND);
    lower_block(lower, pv_kid_of_field(kids, "consequence"), node, PV_ROLE_THEN);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "else_statement"))
            lower_block(lower, pv_node_field(kid, "body"), kid, PV_ROLE_ELSE);
        if (!pv_node_is(kid, "elseif_statement"))
            continue;
        for (int inner = 0; inner < 2; inner++) {
            pv_lower_open(lower, inner ? PV_IF : PV_BLOCK, inner ? PV_ROLE_NONE : PV_ROLE_ELSE,
                          kid);
            pv_lower_range(lower, ts_node_start_byte(kid), ts_node_end_byte(node));
        }
        pv_lower_child(lower, pv_node_field(kid, "condition"), PV_ROLE_COND);
        lower_block(lower, pv_node_field(kid, "consequence"), kid, PV_ROLE_THEN);
        nested++;
    }
    for (size_t i = 0; i < 2 * nested + 1; i++)
        pv_lower_close(lower);
}

/* `i = a, b, c`: from, to and step. */
static void lower_count(struct pv_lower *lower, TSNode clause)
{
    pv_lower_open(lower, PV_ASSIGN, PV_ROLE_INIT, clause);
    pv_lower_word(lower, PV_STR("="));
    pv_lower_child(lower, pv_node_field(clause, "name"), PV_ROLE_TARGET);
    pv_lower_child(lower, pv_node_field(clause, "start"), PV_ROLE_VALUE);
    pv_lower_close(lower);
    pv_lower_child(lower, pv_node_field(clause, "end"), PV_ROLE_COND);
    pv_lower_child(lower, pv_node_field(clause, "step"), PV_ROLE_UPDATE);
}

static void lower_for(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode clause = pv_node_field(node, "clause");
    bool is_count = pv_node_is(clause, "for_numeric_clause");
    pv_lower_open(lower, is_count ? PV_FOR : PV_FOR_EACH, role, node);
    if (is_count)
        lower_count(lower, clause);
    else if (!ts_node_is_null(clause))
        lower_both(lower, clause);
    lower_block(lower, pv_node_field(node, "body"), node, PV_ROLE_BODY);
    pv_lower_close(lower);
}

static void lower_field(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode name = pv_node_field(node, "name");
    TSNode value = pv_node_field(node, "value");
    if (ts_node_is_null(name)) {
        pv_lower_child(lower, value, role);
        return;
    }
    pv_lower_open(lower, PV_PAIR, role, node);
    pv_lower_child(lower, name, PV_ROLE_KEY);
    pv_lower_child(lower, value, PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode opener = pv_node_field(node, "start");
    TSNode closer = pv_node_field(node, "end");
    bool is_raw = pv_str_has_prefix(pv_lower_text(lower, opener), PV_STR("["));
    struct pv_string_parts parts = {node, node, ts_node_end_byte(opener),
                                    ts_node_start_byte(closer)};
    if (ts_node_is_null(opener) || ts_node_is_null(closer))
        return;
    pv_lower_string_parts(lower, &parts, role, is_raw ? PV_NODE_RAW_STRING : 0);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/lua/lua.def"
};

extern const struct pv_pattern_spelling pv_spelling_lua;

const struct pv_lang pv_lang_lua = {
    .name = {"lua", 3},
    .extensions = (const char *const[]){".lua", NULL},
    .has_one_number = true,
    .grammar = tree_sitter_lua,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers = (const char *const[]){"local", NULL},
    .spelling = &pv_spelling_lua,
};
