/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Macros: to the grammar what they are given are tokens. Commas part them into
 * arguments; names, literals and chains of calls among those are read as such.
 */
#include "engine/lang/rust/rust_internal.h"

static bool opens_with(TSNode tree, const char *bracket)
{
    return pv_node_is(tree, "token_tree") && pv_node_is(ts_node_child(tree, 0), bracket);
}

static bool is_prefix(TSNode node)
{
    return pv_node_is(node, "&") || pv_node_is(node, "*") || pv_node_is(node, "!") ||
           pv_node_is(node, "-");
}

/* How many kids the link of a chain at `at` has: `.a`, `::a`, `(...)`, `[...]`, `?`; or 0. */
static size_t link_at(struct pv_kids kids, size_t at)
{
    TSNode kid = kids.p[at].node;
    if (opens_with(kid, "(") || opens_with(kid, "[") || pv_node_is(kid, "?"))
        return 1;
    bool is_join = pv_node_is(kid, ".") || pv_node_is(kid, "::");
    return is_join && at + 1 < kids.n && kids.p[at + 1].is_named &&
                   !pv_node_is(kids.p[at + 1].node, "token_tree")
               ? 2
               : 0;
}

static bool is_chain(struct pv_kids kids)
{
    size_t at = 1;
    if (kids.n == 0 || !kids.p[0].is_named)
        return false;
    while (at < kids.n) {
        size_t n = link_at(kids, at);
        if (n == 0)
            return false;
        at += n;
    }
    return true;
}

/* The outermost node is the last link. */
static void open_links(struct pv_lower *lower, struct pv_kids kids, enum pv_role role)
{
    for (size_t end = kids.n; end > 1;) {
        TSNode last = kids.p[end - 1].node;
        size_t n = opens_with(last, "(") || opens_with(last, "[") || pv_node_is(last, "?") ? 1 : 2;
        end -= n;
        if (pv_node_is(last, "?"))
            continue;
        enum pv_kind kind = n == 2 ? PV_ACCESS : opens_with(last, "(") ? PV_CALL : PV_INDEX;
        pv_lower_open(lower, kind, role, last);
        pv_lower_range(lower, ts_node_start_byte(kids.p[0].node), ts_node_end_byte(last));
        role = kind == PV_CALL ? PV_ROLE_CALLEE : PV_ROLE_OBJECT;
    }
    pv_lower_child(lower, kids.p[0].node, role);
}

static void lower_chain(struct pv_lower *lower, struct pv_kids kids, enum pv_role role)
{
    open_links(lower, kids, role);
    for (size_t at = 1; at < kids.n;) {
        TSNode kid = kids.p[at].node;
        size_t n = link_at(kids, at);
        if (n == 2)
            pv_lower_leaf(lower, PV_NAME, PV_ROLE_FIELD, kids.p[at + 1].node);
        else if (opens_with(kid, "["))
            pv_lower_child(lower, ts_node_named_child(kid, 0), PV_ROLE_ARGS);
        else if (!pv_node_is(kid, "?"))
            pv_lower_child(lower, kid, PV_ROLE_ARGS);
        if (n == 2 || !pv_node_is(kid, "?"))
            pv_lower_close(lower);
        at += n;
    }
}

/* One argument: a chain behind any prefixes, or what it is made of. */
static void lower_argument(struct pv_lower *lower, struct pv_kids kids)
{
    size_t n = 0;
    enum pv_role role = PV_ROLE_NONE;
    if (kids.n == 0)
        return;
    while (n + 1 < kids.n && is_prefix(kids.p[n].node))
        n++;
    struct pv_kids rest = {kids.p + n, kids.n - n};
    TSNode last = kids.p[kids.n - 1].node;
    if (!is_chain(rest)) {
        pv_lower_open(lower, PV_OTHER, role, last);
        pv_lower_range(lower, ts_node_start_byte(kids.p[0].node), ts_node_end_byte(last));
        for (size_t i = 0; i < kids.n; i++) {
            bool is_called = i + 1 < kids.n && pv_node_is(kids.p[i].node, "identifier") &&
                             opens_with(kids.p[i + 1].node, "(");
            if (is_called) {
                lower_chain(lower, (struct pv_kids){kids.p + i, 2}, PV_ROLE_NONE);
                i++;
            } else if (kids.p[i].is_named)
                pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
            else
                pv_lower_leaf(lower, PV_OTHER, PV_ROLE_NONE, kids.p[i].node);
        }
        pv_lower_close(lower);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        pv_lower_open(lower, PV_UNARY, role, last);
        pv_lower_range(lower, ts_node_start_byte(kids.p[i].node), ts_node_end_byte(last));
        pv_lower_word(lower, pv_lower_text(lower, kids.p[i].node));
        role = PV_ROLE_OPERAND;
    }
    lower_chain(lower, rest, role);
    for (size_t i = 0; i < n; i++)
        pv_lower_close(lower);
}

/* `[x; n]`: two expressions. */
static bool is_repeated(struct pv_kids kids)
{
    size_t n = 0;
    for (size_t i = 0; i < kids.n; i++) {
        if (pv_node_is(kids.p[i].node, ","))
            return false;
        n += pv_node_is(kids.p[i].node, ";");
    }
    return n == 1;
}

static void lower_parts(struct pv_lower *lower, struct pv_kids kids, const char *separator)
{
    size_t first = 1; /* behind the bracket */
    for (size_t i = 1; i < kids.n; i++) {
        bool is_end = i + 1 == kids.n;
        if (!is_end && !pv_node_is(kids.p[i].node, separator))
            continue;
        lower_argument(lower, (struct pv_kids){kids.p + first, i - first});
        first = i + 1;
    }
}

static void open_tokens(struct pv_lower *lower, TSNode tree, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, tree);
    bool is_pair = opens_with(tree, "[") && is_repeated(kids);
    pv_lower_open(lower, role == PV_ROLE_ARGS ? PV_ARGS : PV_TUPLE, role, tree);
    if (is_pair) {
        pv_lower_open(lower, PV_OTHER, PV_ROLE_NONE, tree);
        pv_lower_word(lower, PV_STR("repeated"));
    }
    lower_parts(lower, kids, is_pair ? ";" : ",");
    if (is_pair)
        pv_lower_close(lower);
}

void pv_rust_tokens(struct pv_lower *lower, TSNode tree, enum pv_role role)
{
    open_tokens(lower, tree, role);
    pv_lower_close(lower);
}

/* `a!(b)`: the mark belongs to the name, but not to that of a hole. */
void pv_rust_macro(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode name = pv_kid_of_field(kids, "macro");
    TSNode mark = pv_kid_of_type(kids, "!");
    TSNode tree = pv_kid_of_type(kids, "token_tree");
    if (ts_node_is_null(name) || ts_node_is_null(mark))
        return;
    uint32_t start = ts_node_start_byte(name);
    bool is_hole = pv_str_has_prefix(pv_lower_text(lower, name), PV_STR("__pv"));
    uint32_t end = ts_node_end_byte(is_hole ? name : mark);
    struct pv_str text = pv_lower_text(lower, node);
    struct pv_str marked =
        pv_str_sub(text, start - ts_node_start_byte(node), end - ts_node_start_byte(node));
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_open(lower, PV_NAME, PV_ROLE_CALLEE, name);
    pv_lower_range(lower, start, end);
    pv_lower_word(lower, marked);
    pv_lower_close(lower);
    if (!ts_node_is_null(tree)) {
        open_tokens(lower, tree, PV_ROLE_ARGS);
        if (!pv_lower_is_pattern(lower) && pv_rust_is_format(marked))
            pv_rust_captures(lower, tree);
        pv_lower_close(lower);
    }
    pv_lower_close(lower);
}
