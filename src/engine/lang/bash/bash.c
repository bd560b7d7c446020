/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A command is a call whose arguments begin with what is called. A word is a
 * name, whether quoted or not; a string is one only when something is put into it.
 */
#include "engine/lang/bash/bash_internal.h"

#include <string.h>

const TSLanguage *tree_sitter_bash(void);

/* Commands */

static bool has_field(const struct pv_kid *kid, const char *field)
{
    return kid->field && strcmp(kid->field, field) == 0;
}

static bool is_hole(struct pv_str text)
{
    return pv_str_has_prefix(text, PV_STR("__pv"));
}

/* The variables that only the command has: they are not set where it stands. */
static void lower_environment(struct pv_lower *lower, struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (!pv_node_is(kids.p[i].node, "variable_assignment"))
            continue;
        pv_lower_open(lower, PV_KWARG, PV_ROLE_INIT, kids.p[i].node);
        pv_lower_child(lower, pv_node_field(kids.p[i].node, "name"), PV_ROLE_NAME);
        pv_lower_child(lower, pv_node_field(kids.p[i].node, "value"), PV_ROLE_VALUE);
        pv_lower_close(lower);
    }
}

/* A=b command c > d */
static void lower_command(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode name = pv_kid_of_field(kids, "name");
    bool is_alone = kids.n == 1 && !ts_node_is_null(name);
    /* `...` and $X alone may be any statement. */
    if (is_alone && is_hole(pv_lower_text(lower, node))) {
        pv_lower_leaf(lower, PV_NAME, role, node);
        return;
    }
    pv_lower_open(lower, PV_CALL, role, node);
    lower_environment(lower, kids);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    if (!ts_node_is_null(name))
        pv_lower_range(lower, ts_node_start_byte(name), ts_node_end_byte(node));
    pv_lower_child(lower, name, PV_ROLE_NONE);
    for (size_t i = 0; i < kids.n; i++) {
        if (has_field(&kids.p[i], "argument") && kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
        else if (has_field(&kids.p[i], "argument"))
            pv_lower_leaf(lower, PV_NAME, PV_ROLE_NONE, kids.p[i].node);
    }
    pv_lower_close(lower);
    for (size_t i = 0; i < kids.n; i++) {
        if (has_field(&kids.p[i], "redirect") || pv_node_is(kids.p[i].node, "subshell"))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_RESOURCE);
    }
    pv_lower_close(lower);
}

/* `declare -r a=b` is its assignments; without one, and for `unset`, it is a command. */
static void lower_declaration(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool has_value = false;
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "variable_assignment")) {
            pv_lower_child(lower, kids.p[i].node, role);
            has_value = true;
        }
    }
    if (has_value || kids.n == 0)
        return;
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_NONE, kids.p[0].node);
    pv_lower_each(lower, (struct pv_kids){kids.p + 1, kids.n - 1}, PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* [ a ], [[ a ]] */
static void lower_test(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    if (kids.n == 0)
        return;
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_NONE, kids.p[0].node);
    pv_lower_each(lower, kids, PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* > a, 2>&1, <<< a: the operator is the word. */
static void lower_redirect(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool has_word = false;
    pv_lower_open(lower, PV_RESOURCE, role, node);
    for (size_t i = 0; i < kids.n && !has_word; i++) {
        if (!kids.p[i].is_named) {
            pv_lower_word(lower, pv_lower_text(lower, kids.p[i].node));
            has_word = true;
        }
    }
    for (size_t i = 0; i < kids.n; i++) {
        bool is_stream = pv_node_is(kids.p[i].node, "file_descriptor");
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, is_stream ? PV_ROLE_TARGET : PV_ROLE_VALUE);
    }
    pv_lower_close(lower);
}

/* What is redirected holds where to. */
static void lower_redirected(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_WITH, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node,
                           has_field(&kids.p[i], "body") ? PV_ROLE_BODY : PV_ROLE_RESOURCE);
    }
    pv_lower_close(lower);
}

/* Words */

static void lower_word(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_leaf(lower, PV_NAME, role, node);
}

/* $x, ${x}, ${x:-y}: the operator is the word. Behind its dollar x is no word of the file. */
static void lower_expansion(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_INTERP, role, node);
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named && has_field(&kids.p[i], "operator"))
            pv_lower_word(lower, pv_lower_text(lower, kids.p[i].node));
    }
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, "variable_name")) {
            pv_lower_open(lower, PV_NAME, PV_ROLE_VALUE, kids.p[i].node);
            pv_lower_word(lower, pv_lower_text(lower, kids.p[i].node));
            pv_lower_flag(lower, PV_NODE_IMPLIED);
            pv_lower_close(lower);
        } else if (kids.p[i].is_named) {
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_VALUE);
        }
    }
    pv_lower_close(lower);
}

static void lower_text(struct pv_lower *lower, TSNode string, uint32_t start, uint32_t end)
{
    uint32_t base = ts_node_start_byte(string);
    struct pv_str text = pv_str_sub(pv_lower_text(lower, string), start - base, end - base);
    pv_lower_open(lower, PV_TEXT, PV_ROLE_NONE, string);
    pv_lower_range(lower, start, end);
    pv_lower_word(lower, text);
    pv_lower_close(lower);
}

static bool is_text(TSNode node)
{
    return pv_node_is(node, "string_content") || pv_node_is(node, "heredoc_content");
}

/* The bytes between `start` and `end`, cut at what is put into them. */
static void lower_pieces(struct pv_lower *lower, TSNode node, uint32_t start, uint32_t end)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    uint32_t at = start;
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named || is_text(kids.p[i].node))
            continue;
        if (ts_node_start_byte(kids.p[i].node) > at)
            lower_text(lower, node, at, ts_node_start_byte(kids.p[i].node));
        bool is_bare = pv_lower_kind(lower, kids.p[i].node) != PV_INTERP;
        if (is_bare)
            pv_lower_open(lower, PV_INTERP, PV_ROLE_NONE, kids.p[i].node);
        pv_lower_child(lower, kids.p[i].node, is_bare ? PV_ROLE_VALUE : PV_ROLE_NONE);
        if (is_bare)
            pv_lower_close(lower);
        at = ts_node_end_byte(kids.p[i].node);
    }
    if (end > at || at == start)
        lower_text(lower, node, at, end > at ? end : at);
}

static bool has_holes(struct pv_kids kids)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named && !is_text(kids.p[i].node))
            return true;
    }
    return false;
}

/* `"..."` in a pattern: two of what stands for any run of pieces, so that no word is meant. */
static void lower_any_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    static const char *const holes[] = {"__pvd0", "__pvd1"};
    pv_lower_open(lower, PV_STRING, role, node);
    for (size_t i = 0; i < PV_COUNT(holes); i++) {
        pv_lower_open(lower, PV_NAME, PV_ROLE_NONE, node);
        pv_lower_word(lower, pv_str_of(holes[i]));
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}

/* "a", 'a' and a are one word; "a $b" is a string. */
static void lower_quoted(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    size_t open = text.n > 0 && text.p[0] == '$' ? 2 : 1;
    bool is_whole = text.n > open;
    struct pv_str content = pv_str_sub(text, is_whole ? open : 0, text.n - (is_whole ? 1 : 0));
    if (pv_lower_is_pattern(lower) && pv_str_eq(content, PV_STR("..."))) {
        lower_any_string(lower, node, role);
        return;
    }
    bool is_string = has_holes(pv_lower_kids(lower, node));
    pv_lower_open(lower, is_string ? PV_STRING : PV_NAME, role, node);
    if (is_string)
        lower_pieces(lower, node, ts_node_start_byte(node) + (uint32_t)open,
                     ts_node_end_byte(node) - 1);
    else
        pv_lower_word(lower, content);
    pv_lower_close(lower);
}

static void lower_heredoc(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    pv_lower_open(lower, PV_STRING, role, node);
    lower_pieces(lower, node, ts_node_start_byte(node), ts_node_end_byte(node));
    pv_lower_close(lower);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/bash/bash.def"
};

extern const struct pv_pattern_spelling pv_spelling_bash;

const struct pv_lang pv_lang_bash = {
    .name = {"bash", 4},
    .aliases = (const char *const[]){"sh", "shell", NULL},
    .extensions = (const char *const[]){".bash", ".sh", ".ksh", NULL},
    .file_names = (const char *const[]){".bashrc", ".bash_profile", ".profile", NULL},
    .grammar = tree_sitter_bash,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_bash,
};
