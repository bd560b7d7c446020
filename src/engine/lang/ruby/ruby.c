/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/ruby/ruby_internal.h"

extern const TSLanguage *tree_sitter_ruby(void);

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

/* The name of a here-document is where its text is used; the text itself stands further down. */
static void lower_heredoc_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    uint32_t end = ts_node_end_byte(node);
    struct pv_string_parts parts = {node, node, end, end};
    pv_lower_string_parts(lower, &parts, role, 0);
}

static void lower_heredoc(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode last = pv_kid_of_type(pv_lower_kids(lower, node), "heredoc_end");
    struct pv_string_parts parts = {node, node, ts_node_start_byte(node), ts_node_end_byte(node)};
    if (!ts_node_is_null(last))
        parts.end = ts_node_start_byte(last);
    pv_lower_string_parts(lower, &parts, role, 0);
}

/* What stands between the slashes. */
static void lower_regex(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode content = pv_kid_of_type(kids, "string_content");
    pv_lower_open(lower, PV_REGEX, role, node);
    if (!ts_node_is_null(content) && kids.n == 3)
        pv_lower_word(lower, pv_lower_text(lower, content));
    else
        pv_lower_word(lower, pv_lower_text(lower, node));
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
    .grammar = tree_sitter_ruby,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_ruby,
};
