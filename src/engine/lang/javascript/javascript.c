/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JavaScript, TypeScript and TSX: three grammars, one table and one set of hooks.
 */
#include "engine/lang/javascript/javascript_internal.h"

extern const TSLanguage *tree_sitter_javascript(void);
extern const TSLanguage *tree_sitter_typescript(void);
extern const TSLanguage *tree_sitter_tsx(void);

/* Declarations */

/* `const a = 1, b = 2` is two variables; both begin where the declaration does, and no `;` that may
 * be left out is part of them. */
static void lower_variables(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_ended = kids.n > 0 && pv_node_is(kids.p[kids.n - 1].node, ";");
    for (size_t i = 0; i < kids.n; i++) {
        TSNode declarator = kids.p[i].node;
        if (!pv_node_is(declarator, "variable_declarator"))
            continue;
        pv_lower_open(lower, PV_VAR, role, node);
        pv_lower_range(lower, ts_node_start_byte(node), ts_node_end_byte(declarator));
        if (is_ended)
            pv_lower_flag(lower, PV_NODE_SEMICOLON);
        pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kids.p[0].node);
        pv_lower_child(lower, pv_node_field(declarator, "name"), PV_ROLE_TARGET);
        pv_lower_child(lower, pv_node_field(declarator, "type"), PV_ROLE_TYPE);
        pv_lower_child(lower, pv_node_field(declarator, "value"), PV_ROLE_VALUE);
        pv_lower_close(lower);
    }
}

/* {a} is {a: a}, where an object is made. */
static void lower_shorthand(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_PAIR, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_KEY, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_VALUE, node);
    pv_lower_close(lower);
}

static void lower_arrow(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode one = pv_kid_of_field(kids, "parameter");
    pv_lower_open(lower, PV_LAMBDA, role, node);
    if (!ts_node_is_null(pv_kid_of_type(kids, "async")))
        pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, pv_kid_of_type(kids, "async"));
    if (!ts_node_is_null(one))
        pv_lower_params(lower, one, PV_ROLE_PARAMS);
    else
        pv_lower_child(lower, pv_kid_of_field(kids, "parameters"), PV_ROLE_PARAMS);
    pv_lower_child(lower, pv_kid_of_field(kids, "return_type"), PV_ROLE_RESULT);
    pv_lower_child(lower, pv_kid_of_field(kids, "body"), PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* A lone `;` is a statement among others, and as a body none at all. */
static void lower_empty(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode parent = ts_node_parent(node);
    if (pv_node_is(parent, "program") || pv_node_is(parent, "statement_block"))
        pv_lower_leaf(lower, PV_PASS, role, node);
}

/* `constructor(private x: T)` declares a field, as no code that a pattern shows does. */
static void lower_fields(struct pv_lower *lower, TSNode method)
{
    TSNode list = pv_node_field(method, "parameters");
    if (pv_lower_is_pattern(lower) || ts_node_is_null(list))
        return;
    struct pv_kids params = pv_lower_kids(lower, list);
    for (size_t i = 0; i < params.n; i++) {
        struct pv_kids parts = pv_lower_kids(lower, params.p[i].node);
        bool is_field = !ts_node_is_null(pv_kid_of_type(parts, "accessibility_modifier")) ||
                        !ts_node_is_null(pv_kid_of_type(parts, "readonly")) ||
                        !ts_node_is_null(pv_kid_of_type(parts, "override_modifier"));
        if (!is_field)
            continue;
        pv_lower_open(lower, PV_VAR, PV_ROLE_NONE, params.p[i].node);
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        pv_lower_child(lower, pv_kid_of_field(parts, "type"), PV_ROLE_TYPE);
        pv_lower_child(lower, pv_kid_of_field(parts, "pattern"), PV_ROLE_TARGET);
        pv_lower_close(lower);
    }
}

/* Classes: TypeScript's decorators stand beside the member that they are of. */
static void lower_class_body(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct pv_kids decorators = {0};
    pv_lower_open(lower, PV_CLASS_BODY, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        if (pv_node_is(kids.p[i].node, "decorator")) {
            decorators.p = decorators.n ? decorators.p : &kids.p[i];
            decorators.n++;
            continue;
        }
        if (pv_node_is(kids.p[i].node, "method_definition"))
            lower_fields(lower, kids.p[i].node);
        pv_lower_decorated(lower, kids.p[i].node, PV_ROLE_NONE, decorators);
        decorators = (struct pv_kids){0};
    }
    pv_lower_close(lower);
}

/* Elements */

static void lower_attribute(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_KWARG, role, node);
    pv_lower_child(lower, ts_node_named_child(node, 0), PV_ROLE_NAME);
    pv_lower_child(lower, ts_node_named_child(node, 1), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static void lower_element(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode tag = pv_node_field(node, "open_tag");
    bool has_body = !ts_node_is_null(tag);
    struct pv_kids in_tag = pv_lower_kids(lower, has_body ? tag : node);
    pv_lower_open(lower, PV_ELEMENT, role, node);
    TSNode name = pv_kid_of_field(in_tag, "name");
    pv_lower_child(lower, name, PV_ROLE_NAME);
    for (size_t i = 0; i < in_tag.n; i++) {
        if (in_tag.p[i].is_named && !ts_node_eq(in_tag.p[i].node, name))
            pv_lower_child(lower, in_tag.p[i].node, PV_ROLE_ATTR);
    }
    struct pv_kids kids = has_body ? pv_lower_kids(lower, node) : (struct pv_kids){0};
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && !kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_BODY);
    }
    pv_lower_close(lower);
}

/* Space around the text between two tags says nothing. */
static void lower_text(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    struct pv_str trimmed = pv_str_trim(text);
    if (trimmed.n == 0)
        return;
    uint32_t start = ts_node_start_byte(node) + (uint32_t)(trimmed.p - text.p);
    pv_lower_open(lower, PV_TEXT, role, node);
    pv_lower_range(lower, start, start + (uint32_t)trimmed.n);
    pv_lower_word(lower, trimmed);
    pv_lower_close(lower);
}

/* Expressions */

/* An element that stands in a parenthesis begins and ends with it. */
static void lower_parens(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (pv_node_is(kid, "jsx_element") || pv_node_is(kid, "jsx_self_closing_element"))
            pv_lower_widened(lower, node, kid, role);
        else if (kids.p[i].is_named)
            pv_lower_child(lower, kid, role);
    }
}

/* <T>x is x as T. */
static void lower_assertion(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_CAST, role, node);
    pv_lower_child(lower, ts_node_named_child(node, 1), PV_ROLE_VALUE);
    pv_lower_child(lower, ts_node_named_child(ts_node_named_child(node, 0), 0), PV_ROLE_TYPE);
    pv_lower_close(lower);
}

/* `(0, m.f)(x)` is how compilers call f without m as its object. */
static TSNode unbound(TSNode function)
{
    TSNode inner = pv_node_is(function, "parenthesized_expression")
                       ? ts_node_named_child(function, 0)
                       : (TSNode){0};
    bool is_pair = !ts_node_is_null(inner) && pv_node_is(inner, "sequence_expression") &&
                   ts_node_named_child_count(inner) == 2 &&
                   pv_node_is(ts_node_named_child(inner, 0), "number");
    return is_pair ? ts_node_named_child(inner, 1) : function;
}

/* What compilers call a module: `fs_1`, `_fs`, `import_fs`. Its `default` is the module itself. */
static bool is_made_default(struct pv_lower *lower, TSNode object, TSNode property)
{
    if (pv_lower_is_pattern(lower) || !pv_node_is(object, "identifier") ||
        !pv_str_eq(pv_lower_text(lower, property), PV_STR("default")))
        return false;
    struct pv_str name = pv_lower_text(lower, object);
    size_t mark = pv_str_rfind_byte(name, '_');
    bool is_numbered = mark != SIZE_MAX && mark > 0 && mark + 1 < name.n &&
                       name.p[mark + 1] >= '0' && name.p[mark + 1] <= '9';
    return is_numbered || pv_str_has_prefix(name, PV_STR("_")) ||
           pv_str_has_prefix(name, PV_STR("import_"));
}

static void lower_member(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode object = pv_node_field(node, "object");
    TSNode property = pv_node_field(node, "property");
    if (is_made_default(lower, object, property)) {
        pv_lower_child(lower, object, role);
        return;
    }
    pv_lower_open(lower, PV_ACCESS, role, node);
    pv_lower_child(lower, object, PV_ROLE_OBJECT);
    pv_lower_child(lower, pv_node_field(node, "optional_chain"), PV_ROLE_MODIFIER);
    pv_lower_child(lower, property, PV_ROLE_FIELD);
    pv_lower_close(lower);
}

/* A tagged template is a call with one argument. */
static void lower_call_of(struct pv_lower *lower, TSNode node, TSNode function, enum pv_role role)
{
    function = unbound(function);
    TSNode arguments = pv_node_field(node, "arguments");
    bool is_tagged = pv_node_is(arguments, "template_string");
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_child(lower, function, PV_ROLE_CALLEE);
    pv_lower_child(lower, pv_node_field(node, "type_arguments"), PV_ROLE_TYPE_PARAMS);
    if (is_tagged)
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, arguments);
    pv_lower_child(lower, arguments, is_tagged ? PV_ROLE_NONE : PV_ROLE_ARGS);
    if (is_tagged)
        pv_lower_close(lower);
    pv_lower_close(lower);
}

/* `await f<T>(x)`: the grammar takes it for a call of what `await f` gives. */
static void lower_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode function = pv_node_field(node, "function");
    bool is_awaited = pv_node_is(function, "await_expression") &&
                      !ts_node_is_null(pv_node_field(node, "type_arguments"));
    if (!is_awaited) {
        lower_call_of(lower, node, function, role);
        return;
    }
    pv_lower_open(lower, PV_AWAIT, role, node);
    lower_call_of(lower, node, ts_node_named_child(function, 0), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* /a/g: in a pattern its text is a part of its own, so that it can be a hole. */
static void lower_regex(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode pattern = pv_node_field(node, "pattern");
    pv_lower_open(lower, PV_REGEX, role, node);
    pv_lower_word(lower, pv_lower_text(lower, node));
    if (!ts_node_is_null(pattern)) {
        pv_lower_open(lower, PV_TEXT, PV_ROLE_NONE, pattern);
        pv_lower_word(lower, pv_lower_text(lower, pattern));
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_string(lower, node, role, 0);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/javascript/javascript.def"
};

extern const struct pv_pattern_spelling pv_spelling_javascript;

#define MODIFIERS                                                                                  \
    (const char *const[])                                                                          \
    {                                                                                              \
        "abstract", "async", "declare", "get", "readonly", "set", "static", NULL                   \
    }

extern const struct pv_lang pv_lang_tsx;

/*
 * `f(x)`, `f<T>(x)`, `f?.(x)`, `f!(x)`, f`x`, `(f as any)(x)`. By another name go
 * `import { f as g }`, `{ f: g } = require(…)`, `import g from "path/f"`.
 */
static const struct pv_lang_signs signs = {.behind_called = "(<)`?!",
                                           .behind_imported = ":\"'`",
                                           .words = (const char *const[]){"as", "satisfies", NULL},
                                           .keeps_texts = true,
                                           .line_comment = "//",
                                           .has_block_comments = true,
                                           .requires_by_calls = true};

const struct pv_lang pv_lang_javascript = {
    .name = {"javascript", 10},
    .aliases = (const char *const[]){"js", "jsx", NULL},
    .extensions = (const char *const[]){".js", ".jsx", ".mjs", ".cjs", NULL},
    .has_one_number = true,
    .grammar = tree_sitter_javascript,
    .dialect = &pv_lang_tsx, /* types, as Flow and many build tools allow them */
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers = MODIFIERS,
    .spelling = &pv_spelling_javascript,
    .signs = &signs,
};

const struct pv_lang pv_lang_typescript = {
    .name = {"typescript", 10},
    .aliases = (const char *const[]){"ts", NULL},
    .extensions = (const char *const[]){".ts", ".mts", ".cts", NULL},
    .covers = (const char *const[]){"javascript", NULL},
    .dialect = &pv_lang_tsx, /* elements, in patterns for files that have them */
    .has_one_number = true,
    .grammar = tree_sitter_typescript,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers = MODIFIERS,
    .spelling = &pv_spelling_javascript,
    .signs = &signs,
};

const struct pv_lang pv_lang_tsx = {
    .name = {"tsx", 3},
    .extensions = (const char *const[]){".tsx", NULL},
    .covers = (const char *const[]){"javascript", "typescript", NULL},
    .has_one_number = true,
    .grammar = tree_sitter_tsx,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers = MODIFIERS,
    .spelling = &pv_spelling_javascript,
    .signs = &signs,
};

/* Components: their scripts, whichever of the two languages those are in. */
const struct pv_lang pv_lang_vue = {
    .name = {"vue", 3},
    .aliases = (const char *const[]){"svelte", NULL},
    .extensions = (const char *const[]){".vue", ".svelte", NULL},
    .covers = (const char *const[]){"javascript", "typescript", NULL},
    .dialect = &pv_lang_tsx,
    .has_one_number = true,
    .grammar = tree_sitter_typescript,
    .blank = pv_js_blank_markup,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .modifiers = MODIFIERS,
    .spelling = &pv_spelling_javascript,
};
