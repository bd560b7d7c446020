/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/php/php_internal.h"

extern const TSLanguage *tree_sitter_php(void);

/* Names */

/* The name of a variable has its dollar; the holes of patterns are without. */
static void lower_variable(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    bool is_hole = pv_str_has_prefix(text, PV_STR("$__pv"));
    pv_lower_open(lower, PV_NAME, role, node);
    pv_lower_word(lower, pv_str_sub(text, is_hole, text.n));
    pv_lower_flag(lower, PV_NODE_IMPLIED); /* in "a$x" and $$x it is no word of the file */
    pv_lower_close(lower);
}

/* TRUE, True and true are one. */
static void lower_boolean(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    bool is_true = text.n > 0 && (text.p[0] == 't' || text.p[0] == 'T');
    pv_lower_open(lower, PV_BOOL, role, node);
    pv_lower_word(lower, is_true ? PV_STR("true") : PV_STR("false"));
    pv_lower_close(lower);
}

/* Foo\Bar\f as access nested to the left; a leading backslash says only where it begins. */
static void lower_parts(struct pv_lower *lower, const TSNode *parts, size_t n, TSNode whole,
                        enum pv_role role)
{
    for (size_t i = n; i > 1; i--) {
        pv_lower_open(lower, PV_ACCESS, i == n ? role : PV_ROLE_OBJECT, whole);
        pv_lower_range(lower, ts_node_start_byte(whole), ts_node_end_byte(parts[i - 1]));
    }
    for (size_t i = 0; i < n; i++) {
        enum pv_role part = i > 0 ? PV_ROLE_FIELD : n > 1 ? PV_ROLE_OBJECT : role;
        pv_lower_child(lower, parts[i], part);
        if (i > 0)
            pv_lower_close(lower);
    }
}

enum { PARTS_MAX = 32 };

static size_t take_own_names(TSNode node, TSNode parts[PARTS_MAX], size_t n)
{
    uint32_t count = ts_node_named_child_count(node);
    for (uint32_t i = 0; i < count && n < PARTS_MAX; i++) {
        TSNode kid = ts_node_named_child(node, i);
        if (pv_node_is(kid, "name"))
            parts[n++] = kid;
    }
    return n;
}

/* A namespace comes first, and has names only. */
static size_t take_names(TSNode node, TSNode parts[PARTS_MAX], size_t n)
{
    uint32_t count = ts_node_named_child_count(node);
    for (uint32_t i = 0; i < count; i++) {
        TSNode kid = ts_node_named_child(node, i);
        if (pv_node_is(kid, "namespace_name"))
            n = take_own_names(kid, parts, n);
    }
    return take_own_names(node, parts, n);
}

static void lower_qualified(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode parts[PARTS_MAX];
    lower_parts(lower, parts, take_names(node, parts, 0), node, role);
}

/* use Foo\{Bar, Baz as B}; one import for each name, of the namespace that it is from */

static void lower_clause(struct pv_lower *lower, TSNode clause, TSNode prefix, TSNode whole,
                         enum pv_role role)
{
    TSNode parts[PARTS_MAX];
    TSNode alias = pv_node_field(clause, "alias");
    size_t n = ts_node_is_null(prefix) ? 0 : take_names(prefix, parts, 0);
    uint32_t count = ts_node_named_child_count(clause);
    for (uint32_t i = 0; i < count && n < PARTS_MAX; i++) {
        TSNode kid = ts_node_named_child(clause, i);
        if (!ts_node_is_null(alias) && ts_node_eq(kid, alias))
            continue;
        if (pv_node_is(kid, "qualified_name") || pv_node_is(kid, "namespace_name"))
            n = take_names(kid, parts, n);
        else if (pv_node_is(kid, "name"))
            parts[n++] = kid;
    }
    if (n == 0)
        return;
    pv_lower_open(lower, PV_IMPORT, role, whole);
    lower_parts(lower, parts, n > 1 ? n - 1 : n, parts[0], PV_ROLE_MODULE);
    if (n > 1 || !ts_node_is_null(alias)) {
        pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, clause);
        if (n > 1)
            pv_lower_child(lower, parts[n - 1], PV_ROLE_NAME);
        pv_lower_child(lower, alias, PV_ROLE_ALIAS);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

static void lower_use(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode group = pv_kid_of_field(kids, "body");
    TSNode prefix = pv_kid_of_type(kids, "namespace_name");
    for (size_t i = 0; i < kids.n; i++)
        if (pv_node_is(kids.p[i].node, "namespace_use_clause"))
            lower_clause(lower, kids.p[i].node, (TSNode){0}, node, role);
    uint32_t n = ts_node_is_null(group) ? 0 : ts_node_named_child_count(group);
    for (uint32_t i = 0; i < n; i++)
        lower_clause(lower, ts_node_named_child(group, i), prefix, node, role);
}

/* Members: a->b, A::b, with or without arguments */

static void lower_link(struct pv_lower *lower, TSNode node, TSNode object, enum pv_role role)
{
    TSNode name = pv_node_field(node, "name");
    if (ts_node_is_null(name) && ts_node_named_child_count(node) > 1)
        name = ts_node_named_child(node, 1);
    pv_lower_open(lower, PV_ACCESS, role, node);
    pv_lower_range(lower, ts_node_start_byte(node),
                   ts_node_end_byte(ts_node_is_null(name) ? node : name));
    pv_lower_child(lower, object, PV_ROLE_OBJECT);
    pv_lower_child(lower, name, PV_ROLE_FIELD);
    pv_lower_close(lower);
}

static void lower_linked(struct pv_lower *lower, TSNode node, TSNode object, enum pv_role role)
{
    TSNode arguments = pv_node_field(node, "arguments");
    if (pv_php_closure(lower, node, object, role))
        return;
    if (ts_node_is_null(arguments)) {
        lower_link(lower, node, object, role);
        return;
    }
    pv_lower_open(lower, PV_CALL, role, node);
    lower_link(lower, node, object, PV_ROLE_CALLEE);
    pv_lower_child(lower, arguments, PV_ROLE_ARGS);
    pv_lower_close(lower);
}

static void lower_member(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_linked(lower, node, pv_node_field(node, "object"), role);
}

static void lower_scoped(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode scope = pv_node_field(node, "scope");
    if (ts_node_is_null(scope))
        scope = ts_node_named_child(node, 0);
    lower_linked(lower, node, scope, role);
}

static void lower_subscript(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_INDEX, role, node);
    pv_lower_child(lower, ts_node_named_child(node, 0), PV_ROLE_OBJECT);
    if (ts_node_named_child_count(node) > 1)
        pv_lower_child(lower, ts_node_named_child(node, 1), PV_ROLE_ARGS);
    pv_lower_close(lower);
}

/* Calls */

static void lower_argument(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode name = pv_kid_of_field(kids, "name");
    if (!ts_node_is_null(name)) {
        pv_lower_open(lower, PV_KWARG, role, node);
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_NAME, name);
    }
    for (size_t i = 0; i < kids.n; i++)
        if (kids.p[i].is_named && !kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, ts_node_is_null(name) ? role : PV_ROLE_VALUE);
    if (!ts_node_is_null(name))
        pv_lower_close(lower);
}

/* `a, b, c`, in which each comma has what follows it to the right. */
static void lower_list(struct pv_lower *lower, TSNode node)
{
    while (pv_node_is(node, "sequence_expression")) {
        struct pv_kids kids = pv_lower_kids(lower, node);
        if (kids.n < 2)
            break;
        pv_lower_child(lower, kids.p[0].node, PV_ROLE_NONE);
        node = kids.p[kids.n - 1].node;
    }
    pv_lower_child(lower, node, PV_ROLE_NONE);
}

/* `print x`, `include x`: a call of the word that it begins with. */
static void lower_word_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    if (kids.n == 0)
        return;
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_CALLEE, kids.p[0].node);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    for (size_t i = 1; i < kids.n; i++)
        if (kids.p[i].is_named)
            lower_list(lower, kids.p[i].node);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_echo(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_EXPR_STMT, role, node);
    pv_lower_flag(lower, PV_NODE_SEMICOLON);
    lower_word_call(lower, node, PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* Whether `<?=` opens it, with spaces between. */
static bool is_short_echo(struct pv_lower *lower, TSNode node)
{
    enum { FAR = 80 };
    uint32_t end = ts_node_start_byte(node);
    uint32_t start = end > FAR ? end - FAR : 0;
    return pv_str_has_suffix(pv_str_trim(pv_lower_bytes(lower, start, end)), PV_STR("<?="));
}

/* `<?= $x ?>` is `<?php echo $x; ?>`. */
static void lower_expression(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    bool is_echo = is_short_echo(lower, node);
    TSNode first = ts_node_named_child(node, 0);
    pv_lower_open(lower, PV_EXPR_STMT, role, node);
    if (!is_echo || ts_node_is_null(first)) {
        if (!ts_node_is_null(pv_kid_of_type(pv_lower_kids(lower, node), ";")))
            pv_lower_flag(lower, PV_NODE_SEMICOLON);
        pv_lower_each(lower, pv_lower_kids(lower, node), PV_ROLE_VALUE);
        pv_lower_close(lower);
        return;
    }
    pv_lower_flag(lower, PV_NODE_SEMICOLON);
    pv_lower_open(lower, PV_CALL, PV_ROLE_VALUE, node);
    pv_lower_open(lower, PV_NAME, PV_ROLE_CALLEE, node);
    pv_lower_word(lower, PV_STR("echo"));
    pv_lower_range(lower, ts_node_start_byte(node), ts_node_start_byte(node));
    pv_lower_close(lower);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    lower_list(lower, first);
    pv_lower_close(lower);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static void lower_unset(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_echo(lower, node, role);
}

static void lower_new(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_NEW, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        TSNode kid = kids.p[i].node;
        if (!kids.p[i].is_named)
            continue;
        if (pv_node_is(kid, "anonymous_class")) {
            struct pv_kids parts = pv_lower_kids(lower, kid);
            TSNode base = pv_kid_of_type(parts, "base_clause");
            if (!ts_node_is_null(base))
                pv_lower_child(lower, ts_node_named_child(base, 0), PV_ROLE_TYPE);
            pv_lower_child(lower, pv_kid_of_type(parts, "arguments"), PV_ROLE_ARGS);
            pv_lower_child(lower, pv_kid_of_field(parts, "body"), PV_ROLE_BODY);
        } else
            pv_lower_child(lower, kid, pv_node_is(kid, "arguments") ? PV_ROLE_ARGS : PV_ROLE_TYPE);
    }
    pv_lower_close(lower);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/php/php.def"
};

extern const struct pv_pattern_spelling pv_spelling_php;

const struct pv_lang pv_lang_php = {
    .name = {"php", 3},
    .extensions = (const char *const[]){".php", ".tpl", ".phtml", ".php5", ".inc", NULL},
    .opening = "<?php ",
    .is_caseless = true,
    .grammar = tree_sitter_php,
    .blank = pv_php_blank,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_php,
};
