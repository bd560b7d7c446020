/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A block is a call of its type with its labels and a record: what it holds has
 * no order, whether attribute or block.
 */
#include "engine/lang/lang_table.h"

#include <string.h>

extern const TSLanguage *tree_sitter_hcl(void);

/* Blocks */

static void lower_block(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode body = pv_kid_of_type(kids, "body");
    TSNode open = pv_kid_of_type(kids, "block_start");
    if (kids.n == 0)
        return;
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_CALLEE, kids.p[0].node);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    pv_lower_range(lower, ts_node_end_byte(kids.p[0].node), ts_node_end_byte(node));
    for (size_t i = 1; i < kids.n; i++) {
        if (kids.p[i].is_named && !ts_node_eq(kids.p[i].node, body))
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
    }
    pv_lower_open(lower, PV_RECORD, PV_ROLE_NONE, node);
    if (!ts_node_is_null(open))
        pv_lower_range(lower, ts_node_start_byte(open), ts_node_end_byte(node));
    pv_lower_each(lower, pv_lower_kids(lower, body), PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* The body of a file: its blocks are statements. */
static void lower_body(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_block = pv_node_is(kids.p[i].node, "block");
        if (is_block)
            pv_lower_open(lower, PV_EXPR_STMT, role, kids.p[i].node);
        pv_lower_child(lower, kids.p[i].node, is_block ? PV_ROLE_VALUE : role);
        if (is_block)
            pv_lower_close(lower);
    }
}

/* Expressions */

/* One step behind a term; `*` among them stands for each. */
struct link {
    TSNode node;
    bool is_field;
    bool is_each;
};

enum { LINKS_MAX = 64 };

struct links {
    struct link list[LINKS_MAX];
    size_t n;
};

static void add_link(struct links *links, TSNode node, bool is_each)
{
    if (links->n < LINKS_MAX)
        links->list[links->n++] = (struct link){node, pv_node_is(node, "get_attr"), is_each};
}

static void add_kid(struct pv_lower *lower, struct links *links, TSNode node)
{
    if (!pv_node_is(node, "splat")) {
        add_link(links, node, false);
        return;
    }
    TSNode splat = ts_node_named_child(node, 0);
    struct pv_kids kids = pv_lower_kids(lower, splat);
    add_link(links, splat, true);
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            add_link(links, kids.p[i].node, false);
    }
}

/* Where `*` ends: what follows in the same node is links of their own. */
static uint32_t end_of(const struct link *link)
{
    TSNode first = ts_node_named_child(link->node, 0);
    return link->is_each && !ts_node_is_null(first) ? ts_node_start_byte(first)
                                                    : ts_node_end_byte(link->node);
}

/* A term with its fields and indices behind it, nested to the left. */
static void lower_term(struct pv_lower *lower, struct pv_kids kids, enum pv_role role)
{
    struct links links = {.n = 0};
    TSNode base = {0};
    for (size_t i = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named)
            continue;
        if (ts_node_is_null(base))
            base = kids.p[i].node;
        else
            add_kid(lower, &links, kids.p[i].node);
    }
    for (size_t i = links.n; i > 0; i--) {
        const struct link *link = &links.list[i - 1];
        pv_lower_open(lower, link->is_field ? PV_ACCESS : PV_INDEX,
                      i == links.n ? role : PV_ROLE_OBJECT, base);
        pv_lower_range(lower, ts_node_start_byte(base), end_of(link));
        if (link->is_each)
            pv_lower_word(lower, PV_STR("*"));
    }
    pv_lower_child(lower, base, links.n ? PV_ROLE_OBJECT : role);
    for (size_t i = 0; i < links.n; i++) {
        const struct link *link = &links.list[i];
        if (link->is_field)
            pv_lower_child(lower, ts_node_named_child(link->node, 0), PV_ROLE_FIELD);
        else if (!link->is_each)
            pv_lower_child(lower, link->node, PV_ROLE_ARGS);
        pv_lower_close(lower);
    }
}

static void lower_expression(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_term(lower, pv_lower_kids(lower, node), role);
}

static bool is_operator(const struct pv_kid *kid)
{
    const char *type = ts_node_type(kid->node);
    return !kid->is_named && strcmp(type, "(") != 0 && strcmp(type, ")") != 0;
}

static void lower_binary(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t at = 0;
    while (at < kids.n && !is_operator(&kids.p[at]))
        at++;
    pv_lower_open(lower, PV_BINARY, role, node);
    if (at < kids.n)
        pv_lower_word(lower, pv_lower_text(lower, kids.p[at].node));
    lower_term(lower, (struct pv_kids){kids.p, at}, PV_ROLE_LEFT);
    if (at < kids.n)
        lower_term(lower, (struct pv_kids){kids.p + at + 1, kids.n - at - 1}, PV_ROLE_RIGHT);
    pv_lower_close(lower);
}

static void lower_unary(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_UNARY, role, node);
    if (kids.n > 0 && !kids.p[0].is_named)
        pv_lower_word(lower, pv_lower_text(lower, kids.p[0].node));
    lower_term(lower, kids, PV_ROLE_OPERAND);
    pv_lower_close(lower);
}

/* The grammar has no node for arguments that are not there. */
static void lower_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode arguments = pv_kid_of_type(kids, "function_arguments");
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_child(lower, pv_kid_of_type(kids, "identifier"), PV_ROLE_CALLEE);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, ts_node_is_null(arguments) ? node : arguments);
    if (!ts_node_is_null(arguments))
        pv_lower_each(lower, pv_lower_kids(lower, arguments), PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* `for k, v in m` */
static void lower_for_intro(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    (void)role;
    pv_lower_open(lower, PV_FOR_EACH, PV_ROLE_NONE, node);
    for (size_t i = 0; i < kids.n; i++) {
        bool is_name = pv_node_is(kids.p[i].node, "identifier");
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, is_name ? PV_ROLE_TARGET : PV_ROLE_VALUE);
    }
    pv_lower_close(lower);
}

/* Strings */

static void lower_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_string_parts parts = {node, node, ts_node_start_byte(node) + 1,
                                    ts_node_end_byte(node) - 1};
    pv_lower_string_parts(lower, &parts, role, 0);
}

/* From the line behind the first mark to the line of the second. */
static void lower_heredoc(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct pv_string_parts parts = {node, node, ts_node_end_byte(node), ts_node_end_byte(node)};
    TSNode mark = pv_kid_of_type(kids, "heredoc_identifier");
    if (!ts_node_is_null(mark))
        parts.start = ts_node_end_byte(mark) + 1;
    if (kids.n > 0 && pv_node_is(kids.p[kids.n - 1].node, "heredoc_identifier"))
        parts.end = ts_node_start_byte(kids.p[kids.n - 1].node);
    pv_lower_string_parts(lower, &parts, role, PV_NODE_RAW_STRING);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/hcl/hcl.def"
};

extern const struct pv_pattern_spelling pv_spelling_hcl;

const struct pv_lang pv_lang_hcl = {
    .name = {"hcl", 3},
    .aliases = (const char *const[]){"terraform", "tf", NULL},
    .extensions = (const char *const[]){".tf", ".hcl", ".tfvars", NULL},
    .is_configuration = true,
    .grammar = tree_sitter_hcl,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_hcl,
};
