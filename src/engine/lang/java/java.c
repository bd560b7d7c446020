/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_table.h"

extern const TSLanguage *tree_sitter_java(void);

/* Types */

static size_t count_brackets(TSNode dimensions, struct pv_lower *lower)
{
    size_t n = 0;
    struct pv_kids kids = {0};
    if (!ts_node_is_null(dimensions))
        kids = pv_lower_kids(lower, dimensions);
    for (size_t i = 0; i < kids.n; i++)
        n += pv_node_is(kids.p[i].node, "[");
    return n;
}

static void lower_array_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    size_t n = count_brackets(pv_node_field(node, "dimensions"), lower);
    pv_lower_array_type(lower, node, pv_node_field(node, "element"), n, role);
}

/* Its annotations say nothing about which type it is. */
static void lower_annotated_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    if (kids.n > 0)
        pv_lower_child(lower, kids.p[kids.n - 1].node, role);
}

/* Declarations */

struct declared {
    TSNode modifiers;
    TSNode type;
    TSNode declarator; /* with name, dimensions, value */
};

static void lower_declared(struct pv_lower *lower, const struct declared *declared)
{
    TSNode dimensions = pv_node_field(declared->declarator, "dimensions");
    size_t n = count_brackets(dimensions, lower);
    pv_lower_child(lower, declared->modifiers, PV_ROLE_NONE);
    pv_lower_array_type(lower, declared->type, declared->type, n, PV_ROLE_TYPE);
    pv_lower_child(lower, pv_node_field(declared->declarator, "name"), PV_ROLE_TARGET);
    pv_lower_child(lower, pv_node_field(declared->declarator, "value"), PV_ROLE_VALUE);
}

/* `int a = 1, b;` is two variables; both begin where the declaration does. */
static void lower_variables(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct declared declared = {
        .modifiers = pv_kid_of_type(kids, "modifiers"),
        .type = pv_kid_of_field(kids, "type"),
    };
    bool is_ended = kids.n > 0 && pv_node_is(kids.p[kids.n - 1].node, ";");
    bool is_one = ts_node_is_null(pv_kid_of_type(kids, ","));
    for (size_t i = 0; i < kids.n; i++) {
        declared.declarator = kids.p[i].node;
        if (!pv_node_is(declared.declarator, "variable_declarator"))
            continue;
        pv_lower_open(lower, PV_VAR, role, node);
        if (!is_one)
            pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(declared.declarator));
        if (is_ended)
            pv_lower_flag(lower, PV_NODE_SEMICOLON);
        lower_declared(lower, &declared);
        pv_lower_close(lower);
    }
}

static void lower_one_variable(struct pv_lower *lower, TSNode node, enum pv_kind kind,
                               enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct declared declared = {
        .modifiers = pv_kid_of_type(kids, "modifiers"),
        .type = pv_kid_of_field(kids, "type"),
        .declarator = node,
    };
    pv_lower_open(lower, kind, role, node);
    lower_declared(lower, &declared);
    pv_lower_close(lower);
}

static void lower_parameter(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_one_variable(lower, node, PV_PARAM, role);
}

/* `try (T x = e)` declares a variable; `try (x)` only names one. */
static void lower_resource(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (!ts_node_is_null(pv_node_field(node, "name"))) {
        lower_one_variable(lower, node, PV_VAR, role);
        return;
    }
    pv_lower_open(lower, PV_RESOURCE, role, node);
    pv_lower_each(lower, pv_lower_kids(lower, node), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static void lower_annotation(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode name = pv_node_field(node, "name");
    pv_lower_open(lower, PV_ATTR, role, node);
    pv_lower_open(lower, PV_CALL, PV_ROLE_VALUE, node);
    pv_lower_range(lower, ts_node_start_byte(ts_node_is_null(name) ? node : name),
                   ts_node_end_byte(node));
    pv_lower_child(lower, name, PV_ROLE_CALLEE);
    pv_lower_child(lower, pv_node_field(node, "arguments"), PV_ROLE_ARGS);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* Statements */

/* The labels of a case, then its statements as one block. */
static void lower_case(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t n_labels = 0;
    bool is_default = false;
    for (size_t i = 0; i < kids.n; i++) {
        if (!pv_node_is(kids.p[i].node, "switch_label"))
            continue;
        n_labels = i + 1;
        is_default |= pv_node_is(ts_node_child(kids.p[i].node, 0), "default");
    }
    pv_lower_open(lower, PV_CASE, role, node);
    if (is_default)
        pv_lower_word(lower, PV_STR("default"));
    pv_lower_each(lower, (struct pv_kids){kids.p, n_labels}, PV_ROLE_VALUE);

    struct pv_kids stmts = {kids.p + n_labels, kids.n - n_labels};
    size_t first = 0;
    while (first < stmts.n && !stmts.p[first].is_named)
        first++;
    bool is_one = first + 1 == stmts.n;
    if (is_one && pv_lower_kind(lower, stmts.p[first].node) == PV_BLOCK) {
        pv_lower_child(lower, stmts.p[first].node, PV_ROLE_BODY);
    } else {
        uint32_t end = ts_node_end_byte(node);
        pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
        pv_lower_range(lower, first < stmts.n ? ts_node_start_byte(stmts.p[first].node) : end, end);
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        pv_lower_each(lower, stmts, PV_ROLE_NONE);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* Expressions */

/* OBJECT.NAME(ARGUMENTS), or without the object. */
static void lower_call_of(struct pv_lower *lower, TSNode node, const char *name_field,
                          enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode object = pv_kid_of_field(kids, "object");
    TSNode name = pv_kid_of_field(kids, name_field);
    TSNode arguments = pv_kid_of_field(kids, "arguments");
    pv_lower_open(lower, PV_CALL, role, node);
    if (!ts_node_is_null(arguments))
        pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(arguments));
    if (ts_node_is_null(object) || ts_node_is_null(name)) {
        pv_lower_child(lower, name, PV_ROLE_CALLEE);
    } else {
        pv_lower_open(lower, PV_ACCESS, PV_ROLE_CALLEE, node);
        pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(name));
        pv_lower_child(lower, object, PV_ROLE_OBJECT);
        pv_lower_child(lower, name, PV_ROLE_FIELD);
        pv_lower_close(lower);
    }
    pv_lower_child(lower, pv_kid_of_field(kids, "type_arguments"), PV_ROLE_TYPE_PARAMS);
    pv_lower_child(lower, arguments, PV_ROLE_ARGS);
    pv_lower_close(lower);
}

static void lower_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_call_of(lower, node, "name", role);
}

/* this(...); and super(...); */
static void lower_constructor_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_EXPR_STMT, role, node);
    pv_lower_flag(lower, PV_NODE_SEMICOLON);
    lower_call_of(lower, node, "constructor", PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* new T[n][m], new T[] {a, b} */
static void lower_new_array(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode type = pv_kid_of_field(kids, "type");
    TSNode sizes = pv_kid_of_type(kids, "dimensions_expr");
    size_t n = count_brackets(pv_kid_of_type(kids, "dimensions"), lower);
    for (size_t i = 0; i < kids.n; i++)
        n += pv_node_is(kids.p[i].node, "dimensions_expr");
    pv_lower_open(lower, PV_NEW, role, node);
    pv_lower_array_type(lower, type, type, n, PV_ROLE_TYPE);
    if (!ts_node_is_null(sizes)) {
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
        pv_lower_range(lower, ts_node_start_byte(sizes), ts_node_end_byte(node));
        for (size_t i = 0; i < kids.n; i++) {
            if (pv_node_is(kids.p[i].node, "dimensions_expr"))
                pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
        }
        pv_lower_close(lower);
    }
    pv_lower_child(lower, pv_kid_of_field(kids, "value"), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static void lower_update(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_after = kids.n > 0 && kids.p[0].is_named;
    pv_lower_open(lower, is_after ? PV_POSTFIX : PV_UNARY, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            pv_lower_word(lower, pv_lower_text(lower, kids.p[i].node));
    }
    pv_lower_each(lower, kids, PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

static void lower_lambda(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode parameters = pv_node_field(node, "parameters");
    pv_lower_open(lower, PV_LAMBDA, role, node);
    if (pv_lower_kind(lower, parameters) == PV_NAME)
        pv_lower_params(lower, parameters, PV_ROLE_PARAMS);
    else
        pv_lower_child(lower, parameters, PV_ROLE_PARAMS);
    pv_lower_child(lower, pv_node_field(node, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* The last token is the name, even where it is `class` or `new`. */
static void lower_with_last_name(struct pv_lower *lower, TSNode node, enum pv_kind kind,
                                 enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, kind, role, node);
    if (kids.n > 1) {
        pv_lower_child(lower, kids.p[0].node, PV_ROLE_OBJECT);
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_FIELD, kids.p[kids.n - 1].node);
    }
    pv_lower_close(lower);
}

static void lower_reference(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_with_last_name(lower, node, PV_REF, role);
}

static void lower_class_literal(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_with_last_name(lower, node, PV_ACCESS, role);
}

static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_string(lower, node, role, 0);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/java/java.def"
};

extern const struct pv_pattern_spelling pv_spelling_java;

static const struct pv_lang_signs signs = {
    .behind_called = "(<)", .keeps_texts = true, .line_comment = "//", .has_block_comments = true};

const struct pv_lang pv_lang_java = {
    .name = {"java", 4},
    .extensions = (const char *const[]){".java", NULL},
    .grammar = tree_sitter_java,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers = (const char *const[]){"abstract", "default", "final", "native", "non-sealed",
                                       "private", "protected", "public", "sealed", "static",
                                       "strictfp", "synchronized", "transient", "volatile", NULL},
    .spelling = &pv_spelling_java,
    .signs = &signs,
};
