/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_internal.h"

#include <string.h>

extern const TSLanguage *tree_sitter_python(void);

static void lower_all_in(struct pv_lower *lower, TSNode node, enum pv_kind kind, enum pv_role role,
                         enum pv_role rest)
{
    pv_lower_open(lower, kind, role, node);
    pv_lower_all(lower, pv_lower_kids(lower, node), rest);
    pv_lower_close(lower);
}

static void lower_tuple(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_all_in(lower, node, PV_TUPLE, role, PV_ROLE_NONE);
}

/* a.b.c, with as many dots as it has; relative imports keep their dots in the text. */
static void lower_dotted_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t left = 0;
    for (size_t i = 0; i < kids.n; i++)
        left += kids.p[i].is_named;
    size_t dots = left ? left - 1 : 0;
    uint32_t start = ts_node_start_byte(node);
    TSNode end = node;
    for (size_t i = kids.n; i > 0 && dots > 0; i--) {
        if (!kids.p[i - 1].is_named)
            continue;
        end = kids.p[i - 1].node;
        pv_lower_open(lower, PV_ACCESS, left == dots + 1 && role ? role : PV_ROLE_OBJECT, end);
        pv_lower_range(lower, start, ts_node_end_byte(end));
        role = PV_ROLE_OBJECT;
        dots--;
    }
    for (size_t i = 0, seen = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        pv_lower_leaf(lower, PV_NAME, seen ? PV_ROLE_FIELD : role, kids.p[i].node);
        if (seen++)
            pv_lower_close(lower);
    }
}

/* Names */

static void lower_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode inner = ts_node_named_child(node, 0);
    if (pv_node_is(inner, "identifier"))
        pv_lower_leaf(lower, PV_TYPE, role, inner);
    else
        pv_lower_child(lower, inner, role);
}

static void lower_text_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_leaf(lower, PV_TYPE, role, node);
}

static void lower_generic(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_GENERIC, role, node);
    pv_lower_leaf(lower, PV_TYPE, PV_ROLE_TYPE, pv_kid_of_type(kids, "identifier"));
    pv_lower_child(lower, pv_kid_of_type(kids, "type_parameter"), PV_ROLE_ARGS);
    pv_lower_close(lower);
}

/* Imports */

static void lower_module(struct pv_lower *lower, TSNode node)
{
    if (pv_node_is(node, "relative_import"))
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_MODULE, node);
    else
        pv_lower_child(lower, node, PV_ROLE_MODULE);
}

/* `import a.b as c, d` is as many imports as it has names. */
static void lower_import(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode name = kids.p[i].node;
        if (!kids.p[i].is_named)
            continue;
        pv_lower_open(lower, PV_IMPORT, role, node);
        if (pv_node_is(name, "aliased_import")) {
            TSNode alias = pv_node_field(name, "alias");
            lower_module(lower, pv_node_field(name, "name"));
            pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, alias);
            pv_lower_leaf(lower, PV_NAME, PV_ROLE_ALIAS, alias);
            pv_lower_close(lower);
        } else {
            lower_module(lower, name);
        }
        pv_lower_close(lower);
    }
}

static void lower_import_item(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    (void)role;
    bool is_aliased = pv_node_is(node, "aliased_import");
    pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, node);
    pv_lower_child(lower, is_aliased ? pv_node_field(node, "name") : node, PV_ROLE_NAME);
    if (is_aliased)
        pv_lower_child(lower, pv_node_field(node, "alias"), PV_ROLE_ALIAS);
    pv_lower_close(lower);
}

static void lower_import_from(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_IMPORT, role, node);
    if (pv_node_is(node, "future_import_statement"))
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_MODULE, pv_kid_of_type(kids, "__future__"));
    for (size_t i = 0; i < kids.n; i++) {
        const struct pv_kid *kid = &kids.p[i];
        if (kid->field && strcmp(kid->field, "module_name") == 0)
            lower_module(lower, kid->node);
        else if (kid->field && strcmp(kid->field, "name") == 0 && kid->is_named)
            lower_import_item(lower, kid->node, PV_ROLE_ITEM);
        else if (pv_node_is(kid->node, "wildcard_import"))
            pv_lower_leaf(lower, PV_STAR, PV_ROLE_ITEM, kid->node);
    }
    pv_lower_close(lower);
}

/* Definitions */

static void lower_decorators(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "decorator"))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_ATTR);
    }
}

static void lower_bases(struct pv_lower *lower, TSNode list)
{
    if (ts_node_is_null(list))
        return;
    struct pv_kids kids = pv_lower_kids(lower, list);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_BASE);
    }
}

/* A definition and the decorators before it are one node, which starts at the first of them. */
static void lower_definition(struct pv_lower *lower, TSNode node, TSNode whole, enum pv_role role)
{
    bool is_class = pv_node_is(node, "class_definition");
    pv_lower_open(lower, is_class ? PV_CLASS : PV_FUNC, role, whole);
    if (!ts_node_eq(node, whole))
        lower_decorators(lower, pv_lower_kids(lower, whole));
    if (is_class) {
        TSNode body = pv_node_field(node, "body");
        pv_lower_child(lower, pv_node_field(node, "name"), PV_ROLE_NAME);
        pv_lower_child(lower, pv_node_field(node, "type_parameters"), PV_ROLE_TYPE_PARAMS);
        lower_bases(lower, pv_node_field(node, "superclasses"));
        if (!ts_node_is_null(body))
            lower_all_in(lower, body, PV_CLASS_BODY, PV_ROLE_BODY, PV_ROLE_NONE);
    } else {
        pv_lower_all(lower, pv_lower_kids(lower, node), PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

static void lower_function(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_definition(lower, node, node, role);
}

static void lower_decorated(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_definition(lower, pv_node_field(node, "definition"), node, role);
}

static void lower_parameters(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_PARAMS, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (!kids.p[i].is_named)
            continue;
        if (pv_node_is(kid, "identifier") || pv_node_is(kid, "tuple_pattern")) {
            pv_lower_open(lower, PV_PARAM, PV_ROLE_NONE, kid);
            pv_lower_child(lower, kid, PV_ROLE_TARGET);
            pv_lower_close(lower);
        } else {
            pv_lower_child(lower, kid, PV_ROLE_NONE);
        }
    }
    pv_lower_close(lower);
}

/* Statements */

static void lower_assignment(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode type = pv_node_field(node, "type");
    pv_lower_open(lower, ts_node_is_null(type) ? PV_ASSIGN : PV_VAR, role, node);
    if (ts_node_is_null(type))
        pv_lower_word(lower, PV_STR("="));
    pv_lower_child(lower, pv_node_field(node, "left"), PV_ROLE_TARGET);
    pv_lower_child(lower, type, PV_ROLE_TYPE);
    pv_lower_child(lower, pv_node_field(node, "right"), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static void lower_expression_statement(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode only = ts_node_named_child(node, 0);
    uint32_t n = ts_node_named_child_count(node);
    if (n == 1 && pv_node_is(only, "assignment") && !ts_node_is_null(pv_node_field(only, "type"))) {
        pv_lower_child(lower, only, role);
        return;
    }
    pv_lower_open(lower, PV_EXPR_STMT, role, node);
    if (n > 1)
        lower_tuple(lower, node, PV_ROLE_VALUE);
    else
        pv_lower_child(lower, only, PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* elif is an if in the else of the one before. */
static void lower_if(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t nested = 0;
    pv_lower_open(lower, PV_IF, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "condition"), PV_ROLE_COND);
    pv_lower_body(lower, pv_kid_of_field(kids, "consequence"), PV_ROLE_THEN);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "else_clause"))
            pv_lower_child(lower, kid, PV_ROLE_ELSE);
        if (!pv_node_is(kid, "elif_clause"))
            continue;
        for (int open = 0; open < 2; open++) {
            pv_lower_open(lower, open ? PV_IF : PV_BLOCK, open ? PV_ROLE_NONE : PV_ROLE_ELSE, kid);
            pv_lower_range(lower, ts_node_start_byte(kid), ts_node_end_byte(node));
        }
        pv_lower_child(lower, pv_node_field(kid, "condition"), PV_ROLE_COND);
        pv_lower_body(lower, pv_node_field(kid, "consequence"), PV_ROLE_THEN);
        nested++;
    }
    for (size_t i = 0; i < 2 * nested + 1; i++)
        pv_lower_close(lower);
}

static void lower_else(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    (void)role;
    pv_lower_body(lower, pv_node_field(node, "body"), PV_ROLE_ELSE);
}

static void lower_finally(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    (void)role;
    pv_lower_body(lower, pv_kid_of_type(pv_lower_kids(lower, node), "block"), PV_ROLE_FINALLY);
}

/* `E as e`: what is named, and the name. */
static void lower_as(struct pv_lower *lower, TSNode value, TSNode alias, enum pv_role role)
{
    if (pv_node_is(value, "as_pattern")) {
        alias = pv_node_field(value, "alias");
        value = ts_node_named_child(value, 0);
    }
    pv_lower_child(lower, value, role);
    pv_lower_child(lower, alias, PV_ROLE_TARGET);
}

static void lower_except(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_CATCH, role ? role : PV_ROLE_CATCH, node);
    lower_as(lower, pv_kid_of_field(kids, "value"), pv_kid_of_field(kids, "alias"), PV_ROLE_TYPE);
    pv_lower_body(lower, pv_kid_of_type(kids, "block"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

static void lower_with(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_all_in(lower, node, PV_WITH, role, PV_ROLE_RESOURCE);
}

static void lower_with_item(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_RESOURCE, role, node);
    lower_as(lower, pv_node_field(node, "value"), (TSNode){0}, PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static void lower_raise(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_THROW, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, kids.p[i].field ? PV_ROLE_RIGHT : PV_ROLE_VALUE);
    }
    pv_lower_close(lower);
}

/* Python 2's statement is the call that it became. */
static void lower_print(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_CALLEE, pv_kid_of_type(kids, "print"));
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* Expressions */

static void lower_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode arguments = pv_node_field(node, "arguments");
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_child(lower, pv_node_field(node, "function"), PV_ROLE_CALLEE);
    if (pv_node_is(arguments, "generator_expression")) {
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, arguments);
        pv_lower_child(lower, arguments, PV_ROLE_NONE);
        pv_lower_close(lower);
    } else {
        pv_lower_child(lower, arguments, PV_ROLE_ARGS);
    }
    pv_lower_close(lower);
}

/* a < b < c is (a < b) < c here: patterns are lowered in the same way. */
static void lower_comparison(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    uint32_t start = ts_node_start_byte(node);
    for (size_t i = kids.n; i > 2; i--) {
        if (kids.p[i - 1].is_named && !kids.p[i - 2].is_named) {
            pv_lower_open(lower, PV_BINARY, i == kids.n ? role : PV_ROLE_LEFT, node);
            pv_lower_range(lower, start, ts_node_end_byte(kids.p[i - 1].node));
            pv_lower_word(lower, pv_str_of(ts_node_type(kids.p[i - 2].node)));
        }
    }
    bool is_first = true;
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        pv_lower_child(lower, kids.p[i].node, is_first ? PV_ROLE_LEFT : PV_ROLE_RIGHT);
        if (!is_first)
            pv_lower_close(lower);
        is_first = false;
    }
}

static void lower_conditional(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    static const enum pv_role order[] = {PV_ROLE_THEN, PV_ROLE_COND, PV_ROLE_ELSE};
    pv_lower_open(lower, PV_COND, role, node);
    for (uint32_t i = 0; i < PV_COUNT(order); i++)
        pv_lower_child(lower, ts_node_named_child(node, i), order[i]);
    pv_lower_close(lower);
}

static void lower_not(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_UNARY, role, node);
    pv_lower_word(lower, PV_STR("not"));
    pv_lower_child(lower, pv_node_field(node, "argument"), PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

static void lower_comprehension(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_COMPREHENSION, role, node);
    pv_lower_word(lower, pv_str_of(ts_node_type(node)));
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (kids.p[i].field)
            pv_lower_child(lower, kid, PV_ROLE_VALUE);
        else if (kids.p[i].is_named)
            pv_lower_child(lower, kid, pv_node_is(kid, "if_clause") ? PV_ROLE_COND : PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

/* Several indices are a tuple, as in Python itself. */
static void lower_subscript(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_many = ts_node_named_child_count(node) > 2;
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_INDEX, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "value"), PV_ROLE_OBJECT);
    if (is_many)
        pv_lower_open(lower, PV_TUPLE, PV_ROLE_ARGS, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && kids.p[i].field && strcmp(kids.p[i].field, "subscript") == 0)
            pv_lower_child(lower, kids.p[i].node, is_many ? PV_ROLE_NONE : PV_ROLE_ARGS);
    }
    if (is_many)
        pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_slice(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    static const enum pv_role parts[] = {PV_ROLE_LEFT, PV_ROLE_RIGHT, PV_ROLE_VALUE};
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t part = 0;
    pv_lower_open(lower, PV_SLICE, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, parts[part]);
        else if (part + 1 < PV_COUNT(parts))
            part++;
    }
    pv_lower_close(lower);
}

static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str prefix = pv_lower_text(lower, ts_node_child(node, 0));
    enum pv_node_flag raw =
        memchr(prefix.p, 'r', prefix.n) || memchr(prefix.p, 'R', prefix.n) ? PV_NODE_RAW_STRING : 0;
    pv_lower_string(lower, node, role, raw);
}

static const struct pv_lower_row rows[] = {
#define F PV_ROW_F
#define NODE PV_ROW_NODE
#define LEAF PV_ROW_LEAF
#define DROP PV_ROW_DROP
#define UNWRAP PV_ROW_UNWRAP
#define HOOK PV_ROW_HOOK
#define CLAUSE PV_ROW_CLAUSE
#include "engine/lang/python/python.def"
};

extern const struct pv_pattern_spelling pv_spelling_python;

const struct pv_lang pv_lang_python = {
    .name = {"python", 6},
    .aliases = (const char *const[]){"py", "python2", "python3", NULL},
    .extensions = (const char *const[]){".py", ".pyi", NULL},
    .grammar = tree_sitter_python,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers = (const char *const[]){"async", NULL},
    .spelling = &pv_spelling_python,
};
