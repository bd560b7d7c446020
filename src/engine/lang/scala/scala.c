/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/scala/scala_internal.h"

#include <string.h>

extern const TSLanguage *tree_sitter_scala(void);

/* Names and types */

static void lower_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_leaf(lower, role == PV_ROLE_TYPE ? PV_TYPE : PV_NAME, role, node);
}

/* Of an annotation and of a pattern, a name. */
static void lower_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_name = role == PV_ROLE_CALLEE || role == PV_ROLE_VALUE;
    pv_lower_leaf(lower, is_name ? PV_NAME : PV_TYPE, role, node);
}

/* Expressions */

/* `name = value` among them is given by name. */
static void lower_arguments(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_ARGS, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        TSNode name = pv_node_field(kid, "left");
        bool is_named = pv_node_is(kid, "assignment_expression") && pv_node_is(name, "identifier");
        if (is_named) {
            pv_lower_open(lower, PV_KWARG, PV_ROLE_NONE, kid);
            pv_lower_child(lower, name, PV_ROLE_NAME);
            pv_lower_child(lower, pv_node_field(kid, "right"), PV_ROLE_VALUE);
            pv_lower_close(lower);
        } else if (pv_node_is(kid, "if_expression")) {
            pv_scala_choice(lower, kid, PV_ROLE_NONE);
        } else if (kids.p[i].is_named) {
            pv_lower_child(lower, kid, PV_ROLE_NONE);
        }
    }
    pv_lower_close(lower);
}

static void lower_lambda_params(struct pv_lower *lower, TSNode lambda)
{
    struct pv_kids kids = pv_lower_kids(lower, lambda);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        bool is_parameter =
            kids.p[i].is_named && kids.p[i].field && strcmp(kids.p[i].field, "parameters") == 0;
        if (is_parameter && pv_node_is(kid, "bindings")) {
            pv_lower_child(lower, kid, PV_ROLE_PARAMS);
        } else if (is_parameter) {
            pv_lower_open(lower, PV_PARAMS, PV_ROLE_PARAMS, kid);
            pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, kid);
            pv_lower_child(lower, kid, PV_ROLE_TARGET);
            pv_lower_close(lower);
            pv_lower_close(lower);
        }
    }
}

static TSNode last_of(struct pv_kids kids)
{
    return kids.n > 0 ? kids.p[kids.n - 1].node : (TSNode){0};
}

static void lower_lambda(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_LAMBDA, role, node);
    lower_lambda_params(lower, node);
    pv_lower_child(lower, last_of(pv_lower_kids(lower, node)), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* { case ... }: a function of one argument, which it compares with. */
static void lower_case_block(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_LAMBDA, role, node);
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_open(lower, PV_SWITCH, PV_ROLE_NONE, node);
    pv_lower_each(lower, pv_lower_kids(lower, node), PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/*
 * f { x => a; b }: the grammar ends the function at a, and all of the block is
 * its body. A block without one is a function too: it runs when f says so.
 */
static void lower_block_argument(struct pv_lower *lower, TSNode block)
{
    struct pv_kids kids = pv_lower_kids(lower, block);
    size_t first = 0;
    while (first < kids.n && !kids.p[first].is_named)
        first++;
    TSNode lambda = first < kids.n ? kids.p[first].node : (TSNode){0};
    bool has_params = pv_node_is(lambda, "lambda_expression");
    pv_lower_open(lower, PV_LAMBDA, PV_ROLE_NONE, block);
    if (has_params)
        lower_lambda_params(lower, lambda);
    TSNode body = has_params ? last_of(pv_lower_kids(lower, lambda)) : lambda;
    bool is_indented = pv_node_is(body, "indented_block");
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, block);
    if (is_indented)
        pv_scala_stmts(lower, pv_lower_kids(lower, body));
    else if (!ts_node_is_null(body))
        pv_lower_stmt(lower, body);
    if (first < kids.n)
        pv_scala_stmts(lower, (struct pv_kids){kids.p + first + 1, kids.n - first - 1});
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* T.apply(x) makes a T. */
static bool is_apply(struct pv_lower *lower, TSNode function)
{
    TSNode object = pv_node_field(function, "value");
    struct pv_str name = pv_lower_text(lower, pv_node_field(function, "field"));
    struct pv_str type = pv_lower_text(lower, object);
    return pv_node_is(function, "field_expression") && pv_node_is(object, "identifier") &&
           pv_str_eq(name, PV_STR("apply")) && type.p[0] >= 'A' && type.p[0] <= 'Z';
}

/* Arguments in parentheses, or one block. */
static void lower_call_arguments(struct pv_lower *lower, TSNode arguments)
{
    if (ts_node_is_null(arguments) || pv_node_is(arguments, "arguments")) {
        pv_lower_child(lower, arguments, PV_ROLE_ARGS);
        return;
    }
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, arguments);
    if (pv_node_is(arguments, "block"))
        lower_block_argument(lower, arguments);
    else
        pv_lower_child(lower, arguments, PV_ROLE_NONE);
    pv_lower_close(lower);
}

static void lower_made(struct pv_lower *lower, TSNode node)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "arguments"))
            pv_lower_child(lower, kid, PV_ROLE_ARGS);
        else if (pv_node_is(kid, "template_body"))
            pv_lower_child(lower, kid, PV_ROLE_BODY);
        else if (kids.p[i].is_named)
            pv_lower_child(lower, kid, PV_ROLE_TYPE);
    }
}

/* new T(x) { ... } */
static void lower_new(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_NEW, role, node);
    lower_made(lower, node);
    pv_lower_close(lower);
}

/* new T with U { ... }: the grammar takes the braces for what a T is given. */
static bool is_made_with_body(TSNode function, TSNode arguments)
{
    return pv_node_is(function, "instance_expression") && pv_node_is(arguments, "block");
}

static void lower_new_with_body(struct pv_lower *lower, TSNode call, enum pv_role role)
{
    TSNode body = pv_node_field(call, "arguments");
    pv_lower_open(lower, PV_NEW, role, call);
    lower_made(lower, pv_node_field(call, "function"));
    pv_lower_open(lower, PV_CLASS_BODY, PV_ROLE_BODY, body);
    pv_scala_stmts(lower, pv_lower_kids(lower, body));
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* x.asInstanceOf[T] is a cast; other functions have the types that they are given. */
static void lower_generic(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode function = pv_node_field(node, "function");
    TSNode types = pv_node_field(node, "type_arguments");
    struct pv_str name = pv_lower_text(lower, pv_node_field(function, "field"));
    bool is_cast = pv_str_eq(name, PV_STR("asInstanceOf"));
    if (!is_cast && !pv_str_eq(name, PV_STR("isInstanceOf"))) {
        pv_lower_open(lower, PV_GENERIC, role, node);
        pv_lower_child(lower, function, PV_ROLE_TYPE);
        pv_lower_child(lower, types, PV_ROLE_ARGS);
        pv_lower_close(lower);
        return;
    }
    pv_lower_open(lower, is_cast ? PV_CAST : PV_TYPE_TEST, role, node);
    pv_lower_child(lower, pv_node_field(function, "value"), PV_ROLE_VALUE);
    pv_lower_each(lower, pv_lower_kids(lower, types), PV_ROLE_TYPE);
    pv_lower_close(lower);
}

static void lower_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode function = pv_node_field(node, "function");
    TSNode arguments = pv_node_field(node, "arguments");
    bool is_generic = pv_node_is(function, "generic_function");
    TSNode callee = is_generic ? pv_node_field(function, "function") : function;
    bool is_new = !ts_node_is_null(callee) && is_apply(lower, callee);
    if (is_made_with_body(function, arguments)) {
        lower_new_with_body(lower, node, role);
        return;
    }
    pv_lower_open(lower, is_new ? PV_NEW : PV_CALL, role, node);
    if (is_new)
        pv_lower_child(lower, pv_node_field(callee, "value"), PV_ROLE_TYPE);
    else
        pv_lower_child(lower, callee, PV_ROLE_CALLEE);
    if (is_generic)
        pv_lower_child(lower, pv_node_field(function, "type_arguments"), PV_ROLE_TYPE_PARAMS);
    lower_call_arguments(lower, arguments);
    pv_lower_close(lower);
}

static bool is_assignment(struct pv_str name)
{
    return name.n > 1 && name.p[name.n - 1] == '=' && !strchr("=!<>", name.p[0]);
}

/* a + b and a += b are operators; a f b calls a.f(b). */
static void lower_infix(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode left = pv_node_field(node, "left");
    TSNode right = pv_node_field(node, "right");
    TSNode operator_name = pv_node_field(node, "operator");
    struct pv_str name = pv_lower_text(lower, operator_name);
    bool is_assign = is_assignment(name);
    if (pv_node_is(operator_name, "operator_identifier")) {
        pv_lower_open(lower, is_assign ? PV_ASSIGN : PV_BINARY, role, node);
        pv_lower_word(lower, name);
        pv_lower_child(lower, left, is_assign ? PV_ROLE_TARGET : PV_ROLE_LEFT);
        pv_lower_child(lower, right, is_assign ? PV_ROLE_VALUE : PV_ROLE_RIGHT);
        pv_lower_close(lower);
        return;
    }
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_open(lower, PV_ACCESS, PV_ROLE_CALLEE, node);
    pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(operator_name));
    pv_lower_child(lower, left, PV_ROLE_OBJECT);
    pv_lower_child(lower, operator_name, PV_ROLE_FIELD);
    pv_lower_close(lower);
    if (!ts_node_is_null(right))
        lower_call_arguments(lower, right);
    pv_lower_close(lower);
}

/* T(a, b) as a pattern; as what is declared, the names in it. */
static void lower_case_class(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode type = pv_kid_of_field(kids, "type");
    bool is_target = role == PV_ROLE_TARGET;
    pv_lower_open(lower, is_target ? PV_TUPLE : PV_CALL, role, node);
    if (is_target) {
        pv_lower_word(lower, pv_lower_text(lower, type));
    } else {
        pv_lower_child(lower, type, PV_ROLE_CALLEE);
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
        pv_lower_range(lower, ts_node_end_byte(type), ts_node_end_byte(node));
    }
    for (size_t i = 1; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    if (!is_target)
        pv_lower_close(lower);
    pv_lower_close(lower);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/scala/scala.def"
};

extern const struct pv_pattern_spelling pv_spelling_scala;

const struct pv_lang pv_lang_scala = {
    .name = {"scala", 5},
    .extensions = (const char *const[]){".scala", ".sc", ".sbt", NULL},
    .returns_last = true,
    .grammar = tree_sitter_scala,
    .blank = pv_scala_blank,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers =
        (const char *const[]){"abstract", "final", "sealed", "implicit", "lazy", "override",
                              "private", "protected", "val", "var", "using", NULL},
    .spelling = &pv_spelling_scala,
};
