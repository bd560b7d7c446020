/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/rust/rust_internal.h"

#include <string.h>

extern const TSLanguage *tree_sitter_rust(void);

static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_string(lower, node, role, 0);
}

/* r#"..."#: what stands between the marks. */
static void lower_raw_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode content = pv_kid_of_type(pv_lower_kids(lower, node), "string_content");
    struct pv_string_parts parts = {node, node, ts_node_end_byte(node), ts_node_end_byte(node)};
    if (!ts_node_is_null(content)) {
        parts.start = ts_node_start_byte(content);
        parts.end = ts_node_end_byte(content);
    }
    pv_lower_string_parts(lower, &parts, role, PV_NODE_RAW_STRING);
}

/* Names and types */

static void lower_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_leaf(lower, PV_NAME, role, node);
}

static void lower_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_name = role == PV_ROLE_NAME || role == PV_ROLE_TARGET || role == PV_ROLE_CALLEE ||
                   role == PV_ROLE_OBJECT || role == PV_ROLE_FIELD;
    pv_lower_leaf(lower, is_name ? PV_NAME : PV_TYPE, role, node);
}

/* a::T is one type, dots and all; where a value is made of it, see lower_struct. */
static void lower_scoped_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_leaf(lower, PV_TYPE, role, node);
}

/* `mut x`, `ref x`, `&T`: the last says what it is. */
static void lower_last(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    uint32_t n = ts_node_named_child_count(node);
    if (n > 0)
        pv_lower_child(lower, ts_node_named_child(node, n - 1), role);
}

/* f::<T> is f: which one is meant is for the types to say. */
static void lower_generic_function(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_child(lower, pv_node_field(node, "function"), role);
}

static void lower_self(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode self = pv_kid_of_type(pv_lower_kids(lower, node), "self");
    pv_lower_open(lower, PV_PARAM, role, node);
    pv_lower_child(lower, self, PV_ROLE_TARGET);
    pv_lower_close(lower);
}

/* Expressions */

static void lower_expression_statement(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode value = ts_node_named_child(node, 0);
    enum pv_kind kind = pv_lower_kind(lower, value);
    if (ts_node_is_null(value) || kind == PV_BLOCK || pv_kind_is_stmt(kind)) {
        pv_lower_child(lower, value, role);
        return;
    }
    pv_lower_open(lower, PV_EXPR_STMT, role, node);
    if (!ts_node_is_null(pv_kid_of_type(pv_lower_kids(lower, node), ";")))
        pv_lower_flag(lower, PV_NODE_SEMICOLON);
    pv_lower_child(lower, value, PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static void lower_reference(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode mutable = pv_kid_of_type(pv_lower_kids(lower, node), "mutable_specifier");
    pv_lower_open(lower, PV_UNARY, role, node);
    pv_lower_word(lower, PV_STR("&"));
    if (!ts_node_is_null(mutable))
        pv_lower_child(lower, mutable, PV_ROLE_MODIFIER);
    pv_lower_child(lower, pv_node_field(node, "value"), PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

/* `let A = a && let B = b` */
static void lower_let_chain(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_BINARY, role, node);
    pv_lower_word(lower, PV_STR("&&"));
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, i == 0 ? PV_ROLE_LEFT : PV_ROLE_RIGHT);
    }
    pv_lower_close(lower);
}

/* T { a: 1 } */
static void lower_struct(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode name = pv_node_field(node, "name");
    pv_lower_open(lower, PV_NEW, role, node);
    if (pv_node_is(name, "scoped_type_identifier")) {
        pv_lower_open(lower, PV_ACCESS, PV_ROLE_TYPE, name);
        pv_lower_child(lower, pv_node_field(name, "path"), PV_ROLE_OBJECT);
        pv_lower_child(lower, pv_node_field(name, "name"), PV_ROLE_FIELD);
        pv_lower_close(lower);
    } else {
        pv_lower_child(lower, name, PV_ROLE_TYPE);
    }
    pv_lower_child(lower, pv_node_field(node, "body"), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* `T { a }` takes the value of the variable a. */
static void lower_shorthand(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode name = pv_kid_of_type(pv_lower_kids(lower, node), "identifier");
    pv_lower_open(lower, PV_PAIR, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_KEY, name);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_VALUE, name);
    pv_lower_close(lower);
}

/* Patterns of let and match */

/* T(a, b); as what is declared, the names in it. */
static void lower_tuple_struct(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode type = pv_kid_of_field(kids, "type");
    bool is_target = role == PV_ROLE_TARGET || role == PV_ROLE_NONE;
    if (ts_node_is_null(type))
        return;
    pv_lower_open(lower, is_target ? PV_TUPLE : PV_CALL, role, node);
    if (is_target) {
        pv_lower_word(lower, pv_lower_text(lower, type));
    } else {
        pv_lower_child(lower, type, PV_ROLE_CALLEE);
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
        pv_lower_range(lower, ts_node_end_byte(type), ts_node_end_byte(node));
    }
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && !kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    if (!is_target)
        pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_struct_pattern(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_RECORD, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && !kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    pv_lower_close(lower);
}

/* `a: p`, and a, which is `a: a`. */
static void lower_field_pattern(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode name = pv_node_field(node, "name");
    TSNode pattern = pv_node_field(node, "pattern");
    pv_lower_open(lower, PV_PAIR, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_KEY, name);
    if (ts_node_is_null(pattern))
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_VALUE, name);
    else
        pv_lower_child(lower, pattern, PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/rust/rust.def"
};

extern const struct pv_pattern_spelling pv_spelling_rust;

const struct pv_lang pv_lang_rust = {
    .name = {"rust", 4},
    .extensions = (const char *const[]){".rs", NULL},
    .returns_last = true,
    .grammar = tree_sitter_rust,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_rust,
};
