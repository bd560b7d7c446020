/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/ruby/ruby_internal.h"

extern const TSLanguage *tree_sitter_ruby(void);

/* What is read without arguments may be a method that is called. */
enum pv_node_flag pv_ruby_bare(enum pv_role role)
{
    bool is_read = role != PV_ROLE_TARGET && role != PV_ROLE_CALLEE && role != PV_ROLE_NAME &&
                   role != PV_ROLE_FIELD;
    return is_read ? PV_NODE_BARE : (enum pv_node_flag)0;
}

static void lower_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_NAME, role, node);
    pv_lower_word(lower, pv_lower_text(lower, node));
    pv_lower_flag(lower, pv_ruby_bare(role));
    pv_lower_close(lower);
}

/* Names of classes begin with an upper-case letter; so do the holes that stand for them. */
static void lower_constant(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    bool is_hole = pv_str_has_prefix(text, PV_STR("C__pv"));
    pv_lower_open(lower, PV_NAME, role, node);
    pv_lower_word(lower, pv_str_sub(text, is_hole, text.n));
    pv_lower_close(lower);
}

/* A::B; of ::B only B is left. */
static void lower_scope(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode scope = pv_node_field(node, "scope");
    if (ts_node_is_null(scope)) {
        pv_lower_child(lower, pv_node_field(node, "name"), role);
        return;
    }
    pv_lower_open(lower, PV_ACCESS, role, node);
    pv_lower_child(lower, scope, PV_ROLE_OBJECT);
    pv_lower_child(lower, pv_node_field(node, "name"), PV_ROLE_FIELD);
    pv_lower_close(lower);
}

static void lower_assignment(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_ASSIGN, role, node);
    pv_lower_word(lower, PV_STR("="));
    pv_lower_child(lower, pv_node_field(node, "left"), PV_ROLE_TARGET);
    pv_lower_child(lower, pv_node_field(node, "right"), PV_ROLE_VALUE);
    pv_lower_close(lower);
}

static void lower_element(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_INDEX, role, node);
    pv_lower_child(lower, pv_kid_of_field(kids, "object"), PV_ROLE_OBJECT);
    for (size_t i = 0; i < kids.n; i++)
        if (kids.p[i].is_named && !kids.p[i].field)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_ARGS);
    pv_lower_close(lower);
}

static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_string(lower, node, role, 0);
}

/* <<~A: its text begins on the next line, maybe far from here in the grammar's tree. */
static void lower_heredoc(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode body = pv_lower_later(lower, node);
    /* One whose text never comes is empty. */
    struct pv_string_parts parts = {node, node, ts_node_end_byte(node), ts_node_end_byte(node)};
    if (!ts_node_is_null(body)) {
        TSNode end = pv_kid_of_type(pv_lower_kids(lower, body), "heredoc_end");
        parts.inner = body;
        /* The text begins behind the end of its line. */
        parts.start =
            ts_node_start_byte(body) + (ts_node_end_byte(body) > ts_node_start_byte(body));
        parts.end = ts_node_is_null(end) ? ts_node_end_byte(body) : ts_node_start_byte(end);
    }
    pv_lower_string_parts(lower, &parts, role, PV_NODE_LATER);
}

/* /a/x: its text, cut at its holes, as that of a string. */
static void lower_regex(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct pv_string_parts parts = {node, node, ts_node_start_byte(node), ts_node_end_byte(node)};
    if (kids.n > 1) {
        parts.start = ts_node_end_byte(kids.p[0].node);
        parts.end = ts_node_start_byte(kids.p[kids.n - 1].node);
    }
    pv_lower_open(lower, PV_REGEX, role, node);
    pv_lower_string_pieces(lower, &parts);
    pv_lower_close(lower);
}

/* `and`, `or` and `not` are their signs. */
static struct pv_str sign_of(struct pv_str word)
{
    if (pv_str_eq(word, PV_STR("and")))
        return PV_STR("&&");
    if (pv_str_eq(word, PV_STR("or")))
        return PV_STR("||");
    return pv_str_eq(word, PV_STR("not")) ? PV_STR("!") : word;
}

/* `a << b` adds to what is in a, as `a += b` does. */
static void lower_binary(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str sign = sign_of(pv_lower_text(lower, pv_node_field(node, "operator")));
    bool is_append = pv_str_eq(sign, PV_STR("<<"));
    pv_lower_open(lower, is_append ? PV_ASSIGN : PV_BINARY, role, node);
    pv_lower_word(lower, sign);
    pv_lower_child(lower, pv_node_field(node, "left"), is_append ? PV_ROLE_TARGET : PV_ROLE_LEFT);
    pv_lower_child(lower, pv_node_field(node, "right"), is_append ? PV_ROLE_VALUE : PV_ROLE_RIGHT);
    pv_lower_close(lower);
}

static void lower_unary(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_UNARY, role, node);
    pv_lower_word(lower, sign_of(pv_lower_text(lower, pv_node_field(node, "operator"))));
    pv_lower_child(lower, pv_node_field(node, "operand"), PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

/* `a..` ends at nil. */
static void lower_range(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    static const char *const ends[] = {"begin", "end"};
    pv_lower_open(lower, PV_BINARY, role, node);
    pv_lower_word(lower, pv_lower_text(lower, pv_node_field(node, "operator")));
    for (size_t i = 0; i < PV_COUNT(ends); i++) {
        enum pv_role side = i ? PV_ROLE_RIGHT : PV_ROLE_LEFT;
        TSNode end = pv_node_field(node, ends[i]);
        pv_lower_child(lower, end, side);
        if (!ts_node_is_null(end))
            continue;
        uint32_t at = i ? ts_node_end_byte(node) : ts_node_start_byte(node);
        pv_lower_open(lower, PV_NULL, side, node);
        pv_lower_range(lower, at, at);
        pv_lower_flag(lower, PV_NODE_SYNTHETIC);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/ruby/ruby.def"
};

extern const struct pv_pattern_spelling pv_spelling_ruby;

const struct pv_lang pv_lang_ruby = {
    .name = {"ruby", 4},
    .aliases = (const char *const[]){"rb", NULL},
    .extensions = (const char *const[]){".rb", ".rake", ".gemspec", ".ru", NULL},
    .file_names = (const char *const[]){"Rakefile", "Gemfile", "Vagrantfile", NULL},
    .returns_last = true,
    .grammar = tree_sitter_ruby,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_ruby,
};
