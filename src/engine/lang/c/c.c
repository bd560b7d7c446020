/* SPDX-License-Identifier: Apache-2.0 */
/* C and C++: two grammars, one table. */
#include "engine/lang/c/c_internal.h"

#include <ctype.h>
#include <string.h>

extern const TSLanguage *tree_sitter_c(void);
extern const TSLanguage *tree_sitter_cpp(void);

/* A declarator unwound: int *(*f)(void) is a name with what stands around it. */
struct declarator {
    TSNode name;      /* null in an abstract one */
    TSNode function;  /* the function_declarator next to the name; null when it is no function */
    bool is_indirect; /* (*f)(): the name is of what points to functions */
    size_t pointers;
    size_t arrays;
    TSNode size; /* of an array; null when it is not written */
};

static bool is_name(TSNode node)
{
    static const char *const names[] = {"identifier",
                                        "field_identifier",
                                        "type_identifier",
                                        "qualified_identifier",
                                        "destructor_name",
                                        "operator_name",
                                        "structured_binding_declarator",
                                        NULL};
    for (const char *const *name = names; *name; name++)
        if (pv_node_is(node, *name))
            return true;
    return false;
}

static struct declarator unwind(TSNode node)
{
    struct declarator out = {0};
    while (!ts_node_is_null(node)) {
        TSNode inner = pv_node_field(node, "declarator");
        bool is_pointer = pv_node_is(node, "pointer_declarator") ||
                          pv_node_is(node, "abstract_pointer_declarator");
        out.is_indirect |= !ts_node_is_null(out.function) &&
                           (is_pointer || pv_node_is(node, "reference_declarator"));
        if (is_pointer)
            out.pointers++;
        else if (pv_node_is(node, "array_declarator") ||
                 pv_node_is(node, "abstract_array_declarator")) {
            out.size = pv_node_field(node, "size");
            out.arrays++;
        } else if (pv_node_is(node, "function_declarator")) {
            out.function = node;
            out.is_indirect = false;
        } else if (ts_node_is_null(inner) && !is_name(node) && ts_node_named_child_count(node) > 0)
            inner = ts_node_named_child(node, 0); /* parentheses, attributes */
        if (is_name(node)) {
            out.name = node;
            inner = (TSNode){0};
        }
        node = inner;
    }
    return out;
}

/* The type that is written first, with the stars and brackets of its declarator. */
static void lower_typed(struct pv_lower *lower, TSNode type, const struct declarator *declarator,
                        enum pv_role role)
{
    if (ts_node_is_null(type))
        return; /* what the grammar mended has parts missing */
    for (size_t i = 0; i < declarator->arrays + declarator->pointers; i++) {
        bool is_array = i < declarator->arrays;
        pv_lower_open(lower, is_array ? PV_ARRAY_TYPE : PV_POINTER_TYPE, i ? PV_ROLE_TYPE : role,
                      type);
    }
    pv_lower_child(lower, type, declarator->arrays + declarator->pointers ? PV_ROLE_TYPE : role);
    for (size_t i = 0; i < declarator->arrays + declarator->pointers; i++)
        pv_lower_close(lower);
}

static void lower_type(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct declarator declarator = unwind(pv_node_field(node, "declarator"));
    lower_typed(lower, pv_node_field(node, "type"), &declarator, role);
}

static void lower_modifiers(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "storage_class_specifier") || pv_node_is(kid, "type_qualifier"))
            pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kid);
    }
}

/* A struct, union or enum: with its members a class, without them a type's name. */
static void lower_record(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode body = pv_node_field(node, "body");
    if (ts_node_is_null(body)) {
        pv_lower_leaf(lower, PV_TYPE, role, node);
        return;
    }
    TSNode bases = pv_kid_of_type(pv_lower_kids(lower, node), "base_class_clause");
    pv_lower_open(lower, PV_CLASS, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, pv_node_field(node, "name"));
    if (!ts_node_is_null(bases))
        pv_lower_each(lower, pv_lower_kids(lower, bases), PV_ROLE_BASE);
    pv_lower_child(lower, body, PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* A function's type, name and parameters; its body too when `whole` has one. */
/* `T(U x) : A(x), b{x} {}`: calls of what makes the base and the fields. */
static void lower_initialisers(struct pv_lower *lower, TSNode list)
{
    struct pv_kids kids = pv_lower_kids(lower, list);
    if (ts_node_is_null(list))
        return;
    pv_lower_open(lower, PV_BLOCK, PV_ROLE_INIT, list);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        uint32_t n = ts_node_named_child_count(kid);
        if (!pv_node_is(kid, "field_initializer") || n < 2)
            continue;
        TSNode args = ts_node_named_child(kid, n - 1);
        pv_lower_open(lower, PV_CALL, PV_ROLE_NONE, kid);
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_CALLEE, ts_node_named_child(kid, 0));
        if (pv_node_is(args, "argument_list"))
            pv_lower_child(lower, args, PV_ROLE_ARGS);
        else {
            pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, args);
            pv_lower_each(lower, pv_lower_kids(lower, args), PV_ROLE_NONE);
            pv_lower_close(lower);
        }
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

static void lower_function_of(struct pv_lower *lower, TSNode whole, struct declarator declarator,
                              enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, whole);
    pv_lower_open(lower, PV_FUNC, role, whole);
    if (pv_lower_is_pattern(lower) && !ts_node_is_null(pv_kid_of_type(kids, ";")))
        pv_lower_flag(lower, PV_NODE_SEMICOLON);
    lower_modifiers(lower, kids);
    lower_typed(lower, pv_kid_of_field(kids, "type"), &declarator, PV_ROLE_RESULT);
    pv_lower_child(lower, declarator.name, PV_ROLE_NAME);
    pv_lower_child(lower, pv_node_field(declarator.function, "parameters"), PV_ROLE_PARAMS);
    lower_initialisers(lower, pv_kid_of_type(kids, "field_initializer_list"));
    pv_lower_child(lower, pv_kid_of_field(kids, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* The cases are of the switch, and no block beside them. */
static void lower_switch(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode body = pv_kid_of_field(kids, "body");
    pv_lower_open(lower, PV_SWITCH, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "condition"), PV_ROLE_VALUE);
    if (pv_node_is(body, "compound_statement"))
        pv_lower_each(lower, pv_lower_kids(lower, body), PV_ROLE_NONE);
    else
        pv_lower_body(lower, body, PV_ROLE_BODY);
    pv_lower_close(lower);
}

static void lower_function(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_function_of(lower, node, unwind(pv_node_field(node, "declarator")), role);
}

/* A variable's name, or in C++ several in brackets. */
static void lower_name(struct pv_lower *lower, TSNode name)
{
    bool is_plain = ts_node_is_null(name) || !pv_node_is(name, "structured_binding_declarator");
    if (is_plain)
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_TARGET, name);
    else
        pv_lower_child(lower, name, PV_ROLE_TARGET);
}

static void lower_variable(struct pv_lower *lower, TSNode whole, TSNode written, TSNode value,
                           enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, whole);
    struct declarator declarator = unwind(written);
    bool is_function = !ts_node_is_null(declarator.function) && !declarator.is_indirect;
    bool is_construction = is_function && pv_cpp_is_construction(whole, declarator.function);
    if (is_function && !is_construction) {
        lower_function_of(lower, whole, declarator, role);
        return;
    }
    pv_lower_open(lower, PV_VAR, role, whole);
    pv_lower_flag(lower, PV_NODE_SEMICOLON);
    lower_modifiers(lower, kids);
    lower_typed(lower, pv_kid_of_field(kids, "type"), &declarator, PV_ROLE_TYPE);
    lower_name(lower, declarator.name);
    pv_lower_child(lower, declarator.size, PV_ROLE_ARGS);
    /* `T x(a)` makes one of a. */
    bool is_made = !ts_node_is_null(value) && pv_node_is(value, "argument_list");
    pv_lower_child(lower, value, is_made ? PV_ROLE_ARGS : PV_ROLE_VALUE);
    if (is_construction)
        pv_cpp_construct(lower, pv_node_field(declarator.function, "parameters"));
    pv_lower_close(lower);
}

/* What a variable is given: `= E`, `(a, b)`, `{a, b}`. */
static TSNode value_behind(TSNode node, uint32_t declarator)
{
    uint32_t n = ts_node_child_count(node);
    for (uint32_t i = declarator + 1; i < n; i++) {
        const char *field = ts_node_field_name_for_child(node, i);
        if (field && strcmp(field, "declarator") == 0)
            break;
        if (field && strcmp(field, "default_value") == 0)
            return ts_node_child(node, i);
    }
    return pv_node_field(node, "value");
}

/* `int a = 1, *b;` is two variables; a declaration of nothing is its type. */
static void lower_declaration(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    uint32_t n = ts_node_child_count(node);
    size_t found = 0;
    for (uint32_t i = 0; i < n; i++) {
        const char *field = ts_node_field_name_for_child(node, i);
        TSNode kid = ts_node_child(node, i);
        if (!field || strcmp(field, "declarator") != 0)
            continue;
        bool has_value = pv_node_is(kid, "init_declarator");
        lower_variable(lower, node, has_value ? pv_node_field(kid, "declarator") : kid,
                       has_value ? pv_node_field(kid, "value") : value_behind(node, i), role);
        found++;
    }
    if (found == 0)
        pv_lower_child(lower, pv_node_field(node, "type"), role);
}

static void lower_parameter(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct declarator declarator = unwind(pv_kid_of_field(kids, "declarator"));
    bool is_rest = pv_node_is(node, "variadic_parameter_declaration");
    pv_lower_open(lower, is_rest ? PV_REST : PV_PARAM, role, node);
    lower_modifiers(lower, kids);
    lower_typed(lower, pv_kid_of_field(kids, "type"), &declarator, PV_ROLE_TYPE);
    lower_name(lower, declarator.name);
    pv_lower_child(lower, pv_kid_of_field(kids, "default_value"), PV_ROLE_DEFAULT);
    pv_lower_close(lower);
}

/* All branches of the preprocessor are code; which one is taken is not known here. */
static void lower_branch(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_head = kids.p[i].field && strcmp(kids.p[i].field, "alternative") != 0;
        if (kids.p[i].is_named && !is_head)
            pv_lower_child(lower, kids.p[i].node, role);
    }
}

static void lower_include(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode path = pv_node_field(node, "path");
    struct pv_str text = pv_lower_text(lower, path);
    bool is_quoted = text.n > 2 && (text.p[0] == '<' || text.p[0] == '"');
    uint32_t start = ts_node_start_byte(path) + is_quoted;
    pv_lower_open(lower, PV_IMPORT, role, node);
    pv_lower_open(lower, PV_NAME, PV_ROLE_MODULE, path);
    pv_lower_range(lower, start, ts_node_end_byte(path) - is_quoted);
    pv_lower_word(lower, pv_str_sub(text, is_quoted, text.n - is_quoted));
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* Whether a macro stands for one whole number. */
static bool is_number(struct pv_str text)
{
    bool is_hex = pv_str_has_prefix(text, PV_STR("0x")) || pv_str_has_prefix(text, PV_STR("0X"));
    size_t start = is_hex ? 2 : 0;
    size_t n = start;
    while (n < text.n &&
           (is_hex ? isxdigit((unsigned char)text.p[n]) : isdigit((unsigned char)text.p[n])))
        n++;
    bool has_digits = n > start;
    while (n < text.n && strchr("uUlL", text.p[n]))
        n++;
    return has_digits && n == text.n;
}

/* `#define ROUNDS 1000` is as good as a constant; what else a macro stands for is only text. */
static void lower_define(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode value = pv_node_field(node, "value");
    struct pv_str raw = ts_node_is_null(value) ? (struct pv_str){0} : pv_lower_text(lower, value);
    struct pv_str text = pv_str_trim(raw);
    while (text.n > 1 && text.p[0] == '(' && text.p[text.n - 1] == ')')
        text = pv_str_trim(pv_str_sub(text, 1, text.n - 1));
    if (!is_number(text) || pv_lower_is_pattern(lower)) {
        pv_lower_unknown(lower, node, role);
        return;
    }
    uint32_t start = ts_node_start_byte(value) + (uint32_t)(text.p - raw.p);
    pv_lower_open(lower, PV_VAR, role, node);
    pv_lower_child(lower, pv_node_field(node, "name"), PV_ROLE_TARGET);
    pv_lower_open(lower, PV_INT, PV_ROLE_VALUE, value);
    pv_lower_range(lower, start, start + (uint32_t)text.n);
    pv_lower_word(lower, text);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_string(lower, node, role, 0);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/c/c.def"
};

/* `f(x)`, `f<T>(x)`, `(f)(x)`, `T{x}`; directives may stand anywhere. */
static const struct pv_lang_signs signs = {.behind_called = "(<){#",
                                           .before_reached = "template",
                                           .keeps_texts = true,
                                           .line_comment = "//",
                                           .has_block_comments = true};

extern const struct pv_pattern_spelling pv_spelling_c;

const struct pv_lang pv_lang_c = {
    .name = {"c", 1},
    .extensions = (const char *const[]){".c", ".h", NULL},
    .grammar = tree_sitter_c,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_c,
    .signs = &signs,
};

extern const struct pv_pattern_spelling pv_spelling_cpp;

const struct pv_lang pv_lang_cpp = {
    .name = {"cpp", 3},
    .aliases = (const char *const[]){"c++", NULL},
    .extensions = (const char *const[]){".cpp", ".cc", ".cxx", ".c++", ".hpp", ".hh", ".hxx",
                                        ".ipp", ".tpp", NULL},
    .grammar = tree_sitter_cpp,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_cpp,
    .signs = &signs,
};
