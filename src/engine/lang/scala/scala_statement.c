/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Statements of Scala, in which every expression is one.
 */
#include "engine/lang/scala/scala_internal.h"

#include <string.h>

void pv_scala_stmts(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_stmt(lower, kids.p[i].node);
    }
}

static void lower_list(struct pv_lower *lower, TSNode node, enum pv_kind kind, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, kind, role, node);
    pv_scala_stmts(lower, kids);
    pv_lower_close(lower);
}

void pv_scala_file(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_list(lower, node, PV_FILE, role);
}

void pv_scala_block(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_list(lower, node, PV_BLOCK, role);
}

void pv_scala_body(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_list(lower, node, PV_CLASS_BODY, role);
}

static bool is_block(TSNode node)
{
    return pv_node_is(node, "block") || pv_node_is(node, "indented_block");
}

/* A block, or a statement without braces. */
static void lower_branch(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (ts_node_is_null(node) || is_block(node)) {
        pv_lower_child(lower, node, role);
        return;
    }
    pv_lower_open(lower, PV_BLOCK, role, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_stmt(lower, node);
    pv_lower_close(lower);
}

/* The value of a branch: what its block is, where that is one expression. */
static void lower_value(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode only = node;
    size_t n = 0;
    if (!ts_node_is_null(node) && is_block(node)) {
        struct pv_kids kids = pv_lower_kids(lower, node);
        for (size_t i = 0; i < kids.n; i++) {
            if (kids.p[i].is_named)
                only = kids.p[i].node;
            n += kids.p[i].is_named;
        }
    }
    bool is_one = n == 1 && !pv_kind_is_stmt(pv_lower_kind(lower, only));
    pv_lower_child(lower, is_one ? only : node, role);
}

/* The named kid of a field that also holds words such as `then`. */
static TSNode part_of(struct pv_kids kids, const char *field)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && kids.p[i].field && strcmp(kids.p[i].field, field) == 0)
            return kids.p[i].node;
    }
    return (TSNode){0};
}

void pv_scala_choice(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_COND, role, node);
    pv_lower_child(lower, part_of(kids, "condition"), PV_ROLE_COND);
    lower_value(lower, part_of(kids, "consequence"), PV_ROLE_THEN);
    lower_value(lower, part_of(kids, "alternative"), PV_ROLE_ELSE);
    pv_lower_close(lower);
}

/* A statement, or the value of the branch that is taken. */
void pv_scala_if(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (role != PV_ROLE_NONE) {
        pv_scala_choice(lower, node, role);
        return;
    }
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_IF, role, node);
    pv_lower_child(lower, part_of(kids, "condition"), PV_ROLE_COND);
    lower_branch(lower, part_of(kids, "consequence"), PV_ROLE_THEN);
    lower_branch(lower, part_of(kids, "alternative"), PV_ROLE_ELSE);
    pv_lower_close(lower);
}

void pv_scala_loop(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_while = pv_node_is(node, "while_expression");
    pv_lower_open(lower, is_while ? PV_WHILE : PV_DO, role, node);
    pv_lower_child(lower, part_of(kids, "condition"), PV_ROLE_COND);
    lower_branch(lower, part_of(kids, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* `E match { case ... }` */
void pv_scala_match(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode body = pv_node_field(node, "body");
    pv_lower_open(lower, PV_SWITCH, role, node);
    pv_lower_child(lower, pv_node_field(node, "value"), PV_ROLE_VALUE);
    if (!ts_node_is_null(body))
        pv_lower_each(lower, pv_lower_kids(lower, body), PV_ROLE_NONE);
    pv_lower_close(lower);
}

/* In the role of a handler, a case of `catch`: its pattern declares what was caught. */
void pv_scala_case(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode pattern = pv_kid_of_field(kids, "pattern");
    TSNode guard = pv_kid_of_type(kids, "guard");
    bool is_catch = role == PV_ROLE_CATCH;
    pv_lower_open(lower, is_catch ? PV_CATCH : PV_CASE, role, node);
    if (is_catch && pv_node_is(pattern, "typed_pattern")) {
        pv_lower_child(lower, pv_node_field(pattern, "pattern"), PV_ROLE_TARGET);
        pv_lower_child(lower, pv_node_field(pattern, "type"), PV_ROLE_TYPE);
    } else {
        pv_lower_child(lower, pattern, is_catch ? PV_ROLE_TARGET : PV_ROLE_VALUE);
    }
    if (!ts_node_is_null(guard))
        pv_lower_child(lower, pv_node_field(guard, "condition"), PV_ROLE_COND);

    size_t first = 0;
    while (first < kids.n && !pv_node_is(kids.p[first].node, "=>"))
        first++;
    struct pv_kids stmts = {kids.p + first, kids.n - first};
    if (stmts.n == 2 && is_block(stmts.p[1].node)) {
        pv_lower_child(lower, stmts.p[1].node, PV_ROLE_BODY);
        pv_lower_close(lower);
        return;
    }
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
    if (stmts.n > 1)
        pv_lower_range(lower, ts_node_start_byte(stmts.p[1].node), ts_node_end_byte(node));
    else
        pv_lower_range(lower, ts_node_end_byte(node), ts_node_end_byte(node));
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_scala_stmts(lower, stmts);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

void pv_scala_try(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_TRY, role, node);
    lower_branch(lower, pv_kid_of_field(kids, "body"), PV_ROLE_BODY);
    pv_lower_child(lower, pv_kid_of_type(kids, "catch_clause"), PV_ROLE_CATCH);
    pv_lower_child(lower, pv_kid_of_type(kids, "finally_clause"), PV_ROLE_FINALLY);
    pv_lower_close(lower);
}

static void lower_handler(struct pv_lower *lower, TSNode node)
{
    pv_lower_open(lower, PV_CATCH, PV_ROLE_CATCH, node);
    lower_branch(lower, node, PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* `catch { case ... }`; anything else is a function that handles what was thrown. */
void pv_scala_catch(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    (void)role;
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "case_block") || pv_node_is(kid, "indented_cases"))
            pv_lower_each(lower, pv_lower_kids(lower, kid), PV_ROLE_CATCH);
        else if (kids.p[i].is_named)
            lower_handler(lower, kid);
    }
}

void pv_scala_finally(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    (void)role;
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            lower_branch(lower, kids.p[i].node, PV_ROLE_FINALLY);
    }
}

/* What one generator, `P <- E if C` or `P = E`, is made of. */
struct generator {
    TSNode node;
    TSNode pattern;
    TSNode value;
    TSNode guard;
    bool is_loop;
};

static struct generator read_generator(struct pv_lower *lower, TSNode node)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct generator generator = {.node = node};
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        generator.is_loop = generator.is_loop || pv_node_is(kid, "<-");
        if (!kids.p[i].is_named || pv_node_is(kid, "guard"))
            continue;
        if (ts_node_is_null(generator.pattern))
            generator.pattern = kid;
        else
            generator.value = kid;
    }
    generator.guard = pv_node_field(pv_kid_of_type(kids, "guard"), "condition");
    return generator;
}

static void lower_generator(struct pv_lower *lower, const struct generator *generator)
{
    pv_lower_child(lower, generator->pattern, PV_ROLE_TARGET);
    pv_lower_child(lower, generator->value, PV_ROLE_VALUE);
    pv_lower_child(lower, generator->guard, PV_ROLE_COND);
}

/* `for (...) yield E` */
static void lower_yield(struct pv_lower *lower, TSNode node, struct pv_kids generators,
                        enum pv_role role)
{
    pv_lower_open(lower, PV_COMPREHENSION, role, node);
    pv_lower_word(lower, PV_STR("lazy"));
    for (size_t i = 0; i < generators.n; i++) {
        if (!generators.p[i].is_named)
            continue;
        struct generator generator = read_generator(lower, generators.p[i].node);
        if (ts_node_is_null(generator.pattern)) {
            pv_lower_child(lower, generator.guard, PV_ROLE_COND);
            continue;
        }
        pv_lower_open(lower, generator.is_loop ? PV_FOR_EACH : PV_VAR, PV_ROLE_NONE,
                      generator.node);
        lower_generator(lower, &generator);
        pv_lower_close(lower);
    }
    lower_value(lower, pv_node_field(node, "body"), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* Each generator loops over all that follows it; all reach to the end. */
void pv_scala_for(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode enumerators = pv_kid_of_type(kids, "enumerators");
    struct pv_kids generators = {0};
    if (!ts_node_is_null(enumerators))
        generators = pv_lower_kids(lower, enumerators);
    if (!ts_node_is_null(pv_kid_of_type(kids, "yield"))) {
        lower_yield(lower, node, generators, role);
        return;
    }
    size_t n_open = 0;
    TSNode start = node;
    for (size_t i = 0; i < generators.n; i++) {
        if (!generators.p[i].is_named)
            continue;
        struct generator generator = read_generator(lower, generators.p[i].node);
        if (n_open > 0)
            start = generator.node;
        bool is_guard = ts_node_is_null(generator.pattern);
        enum pv_kind kind = is_guard ? PV_IF : generator.is_loop ? PV_FOR_EACH : PV_VAR;
        pv_lower_open(lower, kind, role, start);
        if (kind != PV_VAR)
            pv_lower_range(lower, ts_node_start_byte(start), ts_node_end_byte(node));
        lower_generator(lower, &generator);
        if (kind == PV_VAR) {
            pv_lower_close(lower);
            continue;
        }
        pv_lower_open(lower, PV_BLOCK, is_guard ? PV_ROLE_THEN : PV_ROLE_BODY, start);
        pv_lower_range(lower, ts_node_end_byte(generator.node), ts_node_end_byte(node));
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        role = PV_ROLE_NONE;
        n_open += 2;
    }
    TSNode body = pv_node_field(node, "body");
    if (!ts_node_is_null(body) && is_block(body))
        pv_scala_stmts(lower, pv_lower_kids(lower, body));
    else if (!ts_node_is_null(body))
        pv_lower_stmt(lower, body);
    for (size_t i = 0; i < n_open; i++)
        pv_lower_close(lower);
}
