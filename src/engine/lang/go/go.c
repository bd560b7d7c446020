/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_table.h"
#include "engine/lang/pattern_internal.h"

#include <string.h>

extern const TSLanguage *tree_sitter_go(void);

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

/* "crypto/md5" is known as md5 unless it is given another name. */
static void lower_import(struct pv_lower *lower, TSNode node, TSNode whole, enum pv_role role)
{
    TSNode path = pv_node_field(node, "path");
    TSNode name = pv_node_field(node, "name");
    struct pv_str text = pv_lower_text(lower, path);
    uint32_t start = ts_node_start_byte(path) + 1;
    if (text.n < 2)
        return;
    text = pv_str_sub(text, 1, text.n - 1);
    pv_lower_open(lower, PV_IMPORT, role, whole);
    pv_lower_open(lower, PV_NAME, PV_ROLE_MODULE, path);
    pv_lower_range(lower, start, start + (uint32_t)text.n);
    pv_lower_word(lower, text);
    pv_lower_close(lower);
    if (pv_node_is(name, "dot")) {
        pv_lower_leaf(lower, PV_STAR, PV_ROLE_ITEM, name);
    } else {
        size_t slash = pv_str_rfind_byte(text, '/');
        size_t skip = slash == SIZE_MAX ? 0 : slash + 1;
        pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, node);
        if (ts_node_is_null(name)) {
            pv_lower_flag(lower, PV_NODE_SYNTHETIC);
            pv_lower_open(lower, PV_NAME, PV_ROLE_ALIAS, path);
            pv_lower_range(lower, start + (uint32_t)skip, start + (uint32_t)text.n);
            pv_lower_word(lower, pv_str_sub(text, skip, text.n));
            pv_lower_close(lower);
        } else {
            pv_lower_leaf(lower, PV_NAME, PV_ROLE_ALIAS, name);
        }
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* The grammar reads f[T](x) as making an f[T] of x. */
static void lower_conversion(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode type = pv_node_field(node, "type");
    TSNode operand = pv_node_field(node, "operand");
    if (!pv_node_is(type, "generic_type")) {
        pv_lower_open(lower, PV_OTHER, role, node);
        pv_lower_word(lower, PV_STR("type_conversion_expression"));
        pv_lower_each(lower, pv_lower_kids(lower, node), PV_ROLE_NONE);
        pv_lower_close(lower);
        return;
    }
    TSNode callee = pv_node_field(type, "type");
    pv_lower_open(lower, PV_CALL, role, node);
    if (pv_node_is(callee, "qualified_type"))
        pv_lower_dotted(lower, callee, PV_ROLE_CALLEE);
    else
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_CALLEE, callee);
    pv_lower_child(lower, pv_node_field(type, "type_arguments"), PV_ROLE_TYPE_PARAMS);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, operand);
    pv_lower_range(lower, ts_node_end_byte(type), ts_node_end_byte(node));
    pv_lower_child(lower, operand, PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_type_spec(struct pv_lower *lower, TSNode node, TSNode whole, enum pv_role role)
{
    pv_lower_open(lower, PV_CLASS, role, whole);
    pv_lower_child(lower, pv_node_field(node, "name"), PV_ROLE_NAME);
    pv_lower_child(lower, pv_node_field(node, "type_parameters"), PV_ROLE_TYPE_PARAMS);
    TSNode type = pv_node_field(node, "type");
    bool is_struct = pv_node_is(type, "struct_type");
    if (pv_node_is(type, "interface_type")) {
        pv_lower_word(lower, PV_STR("interface"));
        pv_lower_open(lower, PV_CLASS_BODY, PV_ROLE_BODY, type);
        pv_lower_each(lower, pv_lower_kids(lower, type), PV_ROLE_NONE);
        pv_lower_close(lower);
    } else {
        pv_lower_child(lower, type, is_struct ? PV_ROLE_BODY : PV_ROLE_BASE);
    }
    pv_lower_close(lower);
}

static void lower_variable_spec(struct pv_lower *lower, TSNode node, TSNode whole,
                                enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_VAR, role, whole);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && kids.p[i].field && strcmp(kids.p[i].field, "name") == 0)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_TARGET);
    }
    pv_lower_child(lower, pv_kid_of_field(kids, "type"), PV_ROLE_TYPE);
    pv_lower_child(lower, pv_kid_of_field(kids, "value"), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* One thing that is declared; `whole` is the declaration when it declares nothing else. */
static void lower_spec_of(struct pv_lower *lower, TSNode node, TSNode whole, enum pv_role role)
{
    if (pv_node_is(node, "import_spec"))
        lower_import(lower, node, whole, role);
    else if (pv_node_is(node, "type_spec") || pv_node_is(node, "type_alias"))
        lower_type_spec(lower, node, whole, role);
    else if (pv_node_is(node, "var_spec") || pv_node_is(node, "const_spec"))
        lower_variable_spec(lower, node, whole, role);
    else
        pv_lower_child(lower, node, role);
}

static void lower_spec(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_spec_of(lower, node, node, role);
}

/* import, var, const, type: with one thing, or with a list in parentheses. */
static void lower_declaration(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_one = ts_node_is_null(pv_kid_of_type(kids, "("));
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            lower_spec_of(lower, kids.p[i].node, is_one ? node : kids.p[i].node, role);
    }
}

/* Each import of a list has the range of the whole declaration, as rules expect. */
static void lower_imports(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode list = pv_kid_of_type(pv_lower_kids(lower, node), "import_spec_list");
    struct pv_kids kids = pv_lower_kids(lower, ts_node_is_null(list) ? node : list);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            lower_spec_of(lower, kids.p[i].node, node, role);
    }
}

static bool is_name(struct pv_kid kid)
{
    return kid.is_named && kid.field && strcmp(kid.field, "name") == 0;
}

/* In a pattern: types without names before a hole, which is spelled as a name with a type. */
static bool lower_unnamed(struct pv_lower *lower, struct pv_kids kids, TSNode type,
                          enum pv_role role)
{
    struct pv_str hole = pv_lower_text(lower, type);
    size_t n = 0;
    for (size_t i = 0; i < kids.n; i++)
        n += is_name(kids.p[i]);
    if (!pv_lower_is_pattern(lower) || n < 2 ||
        (!pv_str_has_prefix(hole, PV_STR(PV_HOLE_VARS)) &&
         !pv_str_has_prefix(hole, PV_STR(PV_HOLE_DOTS))))
        return false;
    for (size_t i = 0; i < kids.n; i++) {
        bool is_hole = pv_str_eq(pv_lower_text(lower, kids.p[i].node), hole);
        if (!is_name(kids.p[i]))
            continue;
        pv_lower_open(lower, PV_PARAM, role, kids.p[i].node);
        pv_lower_leaf(lower, is_hole ? PV_NAME : PV_TYPE, is_hole ? PV_ROLE_TARGET : PV_ROLE_TYPE,
                      kids.p[i].node);
        pv_lower_close(lower);
    }
    return true;
}

/* `a, b T` is two parameters; `T` alone is one without a name. */
static void lower_parameter(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode type = pv_kid_of_field(kids, "type");
    size_t n = 0;
    if (lower_unnamed(lower, kids, type, role))
        return;
    for (size_t i = 0; i <= kids.n; i++) {
        bool has_name = i < kids.n && is_name(kids.p[i]);
        if (!has_name && (i < kids.n || n > 0))
            continue;
        pv_lower_open(lower, PV_PARAM, role, node);
        if (has_name)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_TARGET);
        pv_lower_child(lower, type, PV_ROLE_TYPE);
        pv_lower_close(lower);
        n++;
    }
}

static void lower_sides(struct pv_lower *lower, TSNode node, struct pv_str word, TSNode left,
                        TSNode right, enum pv_role role)
{
    pv_lower_open(lower, PV_BINARY, role, node);
    pv_lower_word(lower, word);
    pv_lower_child(lower, left, PV_ROLE_LEFT);
    pv_lower_child(lower, right, PV_ROLE_RIGHT);
    pv_lower_close(lower);
}

static void lower_send(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_sides(lower, node, PV_STR("<-"), pv_node_field(node, "channel"),
                pv_node_field(node, "value"), role);
}

/* In a pattern, `a <-b` as an expression can only be meant to send. */
static void lower_binary(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode sign = pv_kid_of_field(kids, "operator");
    TSNode right = pv_kid_of_field(kids, "right");
    struct pv_str word = ts_node_is_null(sign) ? (struct pv_str){0} : pv_lower_text(lower, sign);
    bool is_sent = pv_lower_is_pattern(lower) && pv_str_eq(word, PV_STR("<")) &&
                   pv_node_is(right, "unary_expression") &&
                   ts_node_start_byte(right) == ts_node_end_byte(sign) &&
                   pv_str_has_prefix(pv_lower_text(lower, right), PV_STR("-"));
    if (is_sent) {
        right = pv_node_field(right, "operand");
        word = PV_STR("<-");
    }
    lower_sides(lower, node, word, pv_kid_of_field(kids, "left"), right, role);
}

static void lower_for(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode clause = pv_kid_of_type(kids, "for_clause");
    TSNode range = pv_kid_of_type(kids, "range_clause");
    TSNode body = pv_kid_of_field(kids, "body");
    if (!ts_node_is_null(range)) {
        TSNode targets = pv_node_field(range, "left");
        pv_lower_open(lower, PV_FOR_EACH, role, node);
        if (!ts_node_is_null(targets) && ts_node_named_child_count(targets) > 1)
            pv_lower_word(lower, PV_STR(","));
        pv_lower_child(lower, targets, PV_ROLE_TARGET);
        pv_lower_child(lower, pv_node_field(range, "right"), PV_ROLE_VALUE);
    } else {
        pv_lower_open(lower, PV_FOR, role, node);
        pv_lower_child(lower, pv_node_field(clause, "initializer"), PV_ROLE_INIT);
        pv_lower_child(lower, pv_node_field(clause, "condition"), PV_ROLE_COND);
        pv_lower_child(lower, pv_node_field(clause, "update"), PV_ROLE_UPDATE);
        for (size_t i = 0; ts_node_is_null(clause) && i < kids.n; i++) {
            if (kids.p[i].is_named && !kids.p[i].field)
                pv_lower_child(lower, kids.p[i].node, PV_ROLE_COND);
        }
    }
    pv_lower_body(lower, body, PV_ROLE_BODY);
    pv_lower_close(lower);
}

static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_string(lower, node, role, 0);
}

static void lower_raw_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_string(lower, node, role, PV_NODE_RAW_STRING);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/go/go.def"
};

extern const struct pv_pattern_spelling pv_spelling_go;

/* `f(x)`, `f[T](x)`, `(f)(x)`; `import f "path/g"` calls g by another name. */
static const struct pv_lang_signs signs = {.behind_called = "([)",
                                           .behind_imported = "\"`",
                                           .names_modules = true,
                                           .keeps_texts = true,
                                           .line_comment = "//",
                                           .has_block_comments = true};

const struct pv_lang pv_lang_go = {
    .name = {"go", 2},
    .aliases = (const char *const[]){"golang", NULL},
    .extensions = (const char *const[]){".go", NULL},
    .grammar = tree_sitter_go,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_go,
    .signs = &signs,
};
