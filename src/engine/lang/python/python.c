/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_table.h"

#include <string.h>

extern const TSLanguage *tree_sitter_python(void);

static void lower_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode inner = ts_node_named_child(node, 0);
    if (pv_node_is(inner, "identifier"))
        pv_lower_leaf(lower, PV_TYPE, role, inner);
    else
        pv_lower_child(lower, inner, role);
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

/* `import a.b as c, d` is as many imports as it has names. */
static void lower_import(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode name = kids.p[i].node;
        if (!kids.p[i].is_named)
            continue;
        pv_lower_open(lower, PV_IMPORT, role, node);
        TSNode alias = pv_node_field(name, "alias");
        if (ts_node_is_null(alias)) {
            pv_lower_child(lower, name, PV_ROLE_MODULE);
        } else {
            pv_lower_child(lower, pv_node_field(name, "name"), PV_ROLE_MODULE);
            pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, alias);
            pv_lower_child(lower, alias, PV_ROLE_ALIAS);
            pv_lower_close(lower);
        }
        pv_lower_close(lower);
    }
}

static void lower_import_from(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_IMPORT, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_MODULE, pv_kid_of_type(kids, "__future__"));
    for (size_t i = 0; i < kids.n; i++) {
        const struct pv_kid *kid = &kids.p[i];
        if (!kid->is_named)
            continue;
        if (!kid->field || strcmp(kid->field, "name") != 0) {
            pv_lower_child(lower, kid->node, kid->field ? PV_ROLE_MODULE : PV_ROLE_ITEM);
            continue;
        }
        TSNode alias = pv_node_field(kid->node, "alias");
        pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, kid->node);
        pv_lower_child(lower, ts_node_is_null(alias) ? kid->node : pv_node_field(kid->node, "name"),
                       PV_ROLE_NAME);
        pv_lower_child(lower, alias, PV_ROLE_ALIAS);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* Definitions */

static void lower_inside(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (!ts_node_is_null(node))
        pv_lower_each(lower, pv_lower_kids(lower, node), role);
}

/* A definition and the decorators before it are one node, which starts at the first of them. */
static void lower_definition(struct pv_lower *lower, TSNode whole, enum pv_role role)
{
    TSNode decorated = pv_node_field(whole, "definition");
    TSNode node = ts_node_is_null(decorated) ? whole : decorated;
    bool is_class = pv_node_is(node, "class_definition");
    pv_lower_open(lower, is_class ? PV_CLASS : PV_FUNC, role, whole);
    if (is_class)
        pv_lower_word(lower, PV_STR("class"));
    if (!ts_node_is_null(decorated)) {
        struct pv_kids kids = pv_lower_kids(lower, whole);
        kids.n -= kids.n > 0; /* the last is the definition itself */
        pv_lower_each(lower, kids, PV_ROLE_ATTR);
    }
    if (is_class) {
        TSNode body = pv_node_field(node, "body");
        pv_lower_child(lower, pv_node_field(node, "name"), PV_ROLE_NAME);
        pv_lower_child(lower, pv_node_field(node, "type_parameters"), PV_ROLE_TYPE_PARAMS);
        lower_inside(lower, pv_node_field(node, "superclasses"), PV_ROLE_BASE);
        pv_lower_open(lower, PV_CLASS_BODY, PV_ROLE_BODY, ts_node_is_null(body) ? node : body);
        lower_inside(lower, body, PV_ROLE_NONE);
        pv_lower_close(lower);
    } else {
        pv_lower_all(lower, PV_FUNC, pv_lower_kids(lower, node), PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

/* `x: T`, and `*x: T`, which is a rest. */
static void lower_typed_parameter(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode target = kids.n ? kids.p[0].node : (TSNode){0};
    enum pv_kind kind = pv_lower_kind(lower, target);
    bool is_rest = kind == PV_REST || kind == PV_REST_KW;
    pv_lower_open(lower, is_rest ? kind : PV_PARAM, role, node);
    if (is_rest)
        lower_inside(lower, target, PV_ROLE_TARGET);
    else
        pv_lower_child(lower, target, PV_ROLE_TARGET);
    pv_lower_child(lower, pv_kid_of_field(kids, "type"), PV_ROLE_TYPE);
    pv_lower_close(lower);
}

/* Statements */

static void lower_assignment(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode type = pv_kid_of_field(kids, "type");
    pv_lower_open(lower, ts_node_is_null(type) ? PV_ASSIGN : PV_VAR, role, node);
    if (ts_node_is_null(type))
        pv_lower_word(lower, PV_STR("="));
    pv_lower_child(lower, pv_kid_of_field(kids, "left"), PV_ROLE_TARGET);
    pv_lower_child(lower, type, PV_ROLE_TYPE);
    pv_lower_child(lower, pv_kid_of_field(kids, "right"), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static bool has_comma(struct pv_kids kids)
{
    return !ts_node_is_null(pv_kid_of_type(kids, ","));
}

static void lower_expression_statement(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_tuple = has_comma(kids);
    TSNode assignment = pv_kid_of_type(kids, "assignment");
    if (!ts_node_is_null(pv_node_field(assignment, "type"))) {
        pv_lower_child(lower, assignment, role);
        return;
    }
    pv_lower_open(lower, PV_EXPR_STMT, role, node);
    if (is_tuple)
        pv_lower_open(lower, PV_TUPLE, PV_ROLE_VALUE, node);
    pv_lower_each(lower, kids, is_tuple ? PV_ROLE_NONE : PV_ROLE_VALUE);
    if (is_tuple)
        pv_lower_close(lower);
    pv_lower_close(lower);
}

/* Python 2's statement is the call that it became. */
static void lower_print(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_EXPR_STMT, role, node);
    pv_lower_open(lower, PV_CALL, PV_ROLE_VALUE, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_CALLEE, pv_kid_of_type(kids, "print"));
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    pv_lower_each(lower, kids, PV_ROLE_NONE);
    for (int i = 0; i < 3; i++)
        pv_lower_close(lower);
}

/* Its cases stand in it without a block. */
static void lower_match(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_SWITCH, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].field && strcmp(kids.p[i].field, "subject") == 0)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_VALUE);
    }
    lower_inside(lower, pv_kid_of_field(kids, "body"), PV_ROLE_NONE);
    pv_lower_close(lower);
}

/* `case 1 as x`; what `with` and `except` name is a part of them. */
static void lower_as(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode alias = pv_kid_of_field(kids, "alias");
    bool is_case = ts_node_is_null(alias);
    if (is_case)
        pv_lower_open(lower, PV_WALRUS, role, node);
    pv_lower_child(lower, kids.n ? kids.p[0].node : alias, is_case ? PV_ROLE_VALUE : role);
    pv_lower_child(lower, is_case && kids.n ? kids.p[kids.n - 1].node : alias, PV_ROLE_TARGET);
    if (is_case)
        pv_lower_close(lower);
}

/* Expressions */

static void lower_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode arguments = pv_kid_of_field(kids, "arguments");
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "function"), PV_ROLE_CALLEE);
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
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        pv_lower_child(lower, kids.p[i].node, i == 0 ? PV_ROLE_LEFT : PV_ROLE_RIGHT);
        /* What the grammar could not read may stand beside an operand. */
        if (i >= 2 && !kids.p[i - 1].is_named)
            pv_lower_close(lower);
    }
}

/* Several indices are a tuple, as in Python itself. */
static void lower_subscript(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_many = has_comma(kids);
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
    bool is_raw = pv_str_find(prefix, PV_STR("r"), 0) != SIZE_MAX ||
                  pv_str_find(prefix, PV_STR("R"), 0) != SIZE_MAX;
    pv_lower_string(lower, node, role, is_raw ? PV_NODE_RAW_STRING : 0);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/python/python.def"
};

extern const struct pv_pattern_spelling pv_spelling_python;

static const struct pv_lang_signs signs = {.behind_called = "([)",
                                           .words = (const char *const[]){"as", NULL},
                                           .names_modules = true,
                                           .imports_names = true,
                                           .keeps_texts = true,
                                           .line_comment = "#",
                                           .has_marked_lines = true};

const struct pv_lang pv_lang_python = {
    .name = {"python", 6},
    .aliases = (const char *const[]){"py", "python2", "python3", NULL},
    .extensions = (const char *const[]){".py", ".pyi", NULL},
    .grammar = tree_sitter_python,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers = (const char *const[]){"async", NULL},
    .spelling = &pv_spelling_python,
    .signs = &signs,
};
