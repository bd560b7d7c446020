/* SPDX-License-Identifier: Apache-2.0 */
/* What JavaScript takes from modules, and what it gives away. */
#include "engine/lang/javascript/javascript_internal.h"

/* The module is what the string says; Node's own are the same with and without "node:". */
static void lower_module(struct pv_lower *lower, TSNode source)
{
    struct pv_str text = pv_lower_text(lower, source);
    size_t skip = pv_str_has_prefix(pv_str_sub(text, 1, text.n), PV_STR("node:")) ? 6 : 1;
    uint32_t start = ts_node_start_byte(source);
    if (text.n < skip + 1)
        return;
    pv_lower_open(lower, PV_NAME, PV_ROLE_MODULE, source);
    pv_lower_range(lower, start + (uint32_t)skip, start + (uint32_t)text.n - 1);
    pv_lower_word(lower, pv_str_sub(text, skip, text.n - 1));
    pv_lower_close(lower);
}

static void lower_item(struct pv_lower *lower, TSNode node, TSNode name, TSNode alias)
{
    pv_lower_open(lower, PV_ITEM, PV_ROLE_ITEM, node);
    if (pv_node_is(node, "namespace_import"))
        pv_lower_word(lower, PV_STR("*"));
    pv_lower_child(lower, name, PV_ROLE_NAME);
    pv_lower_child(lower, alias, PV_ROLE_ALIAS);
    pv_lower_close(lower);
}

static void lower_specifiers(struct pv_lower *lower, TSNode node)
{
    uint32_t n = ts_node_is_null(node) ? 0 : ts_node_named_child_count(node);
    for (uint32_t i = 0; i < n; i++) {
        TSNode item = ts_node_named_child(node, i);
        if (pv_node_is(item, "import_specifier") || pv_node_is(item, "export_specifier"))
            lower_item(lower, item, pv_node_field(item, "name"), pv_node_field(item, "alias"));
    }
}

/* A default or namespace import is the module under another name. */
void pv_js_import(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode clause = pv_kid_of_type(kids, "import_clause");
    uint32_t n = ts_node_is_null(clause) ? 0 : ts_node_named_child_count(clause);
    TSNode sign = pv_kid_of_type(kids, ";");
    pv_lower_open(lower, PV_IMPORT, role, node);
    /* No `;` that may be left out is part of it. */
    if (!ts_node_is_null(sign))
        pv_lower_range(lower, ts_node_start_byte(node), ts_node_start_byte(sign));
    lower_module(lower, pv_node_field(node, "source"));
    for (uint32_t i = 0; i < n; i++) {
        TSNode part = ts_node_named_child(clause, i);
        if (pv_node_is(part, "named_imports"))
            lower_specifiers(lower, part);
        else if (pv_node_is(part, "namespace_import"))
            lower_item(lower, part, (TSNode){0}, ts_node_named_child(part, 0));
        else if (pv_node_is(part, "identifier"))
            lower_item(lower, part, (TSNode){0}, part);
    }
    pv_lower_close(lower);
}

/* `export default E` gives the module's value a name, in words of its own. */
static void lower_default(struct pv_lower *lower, TSNode node, TSNode word, TSNode value,
                          enum pv_role role)
{
    pv_lower_open(lower, PV_EXPR_STMT, role, node);
    pv_lower_flag(lower, PV_NODE_SEMICOLON);
    pv_lower_open(lower, PV_ASSIGN, PV_ROLE_VALUE, node);
    pv_lower_word(lower, PV_STR("export"));
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_TARGET, word);
    pv_lower_child(lower, value, PV_ROLE_VALUE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* `@a export class B`: the class has what stands before the word. */
static void lower_decorated(struct pv_lower *lower, struct pv_kids kids, enum pv_role role)
{
    struct pv_kids decorators = {.p = kids.p};
    while (decorators.n < kids.n && pv_node_is(kids.p[decorators.n].node, "decorator"))
        decorators.n++;
    for (size_t i = decorators.n; i < kids.n; i++)
        if (kids.p[i].is_named)
            pv_lower_decorated(lower, kids.p[i].node, role, decorators);
}

/* What is declared there is marked as given away. */
static void lower_exported(struct pv_lower *lower, TSNode node, struct pv_kids kids,
                           enum pv_role role)
{
    TSNode word = pv_kid_of_type(kids, "default");
    TSNode value = pv_kid_of_field(kids, "value");
    bool is_named =
        pv_lower_kind(lower, value) == PV_CLASS || !ts_node_is_null(pv_node_field(value, "name"));
    TSNode last = ts_node_is_null(word) ? pv_kid_of_type(kids, "export") : word;
    if (!ts_node_is_null(value) && !ts_node_is_null(word) && !is_named) {
        lower_default(lower, node, word, value, role);
        return;
    }
    if (!ts_node_is_null(pv_kid_of_type(kids, "decorator"))) {
        lower_decorated(lower, kids, role);
        return;
    }
    for (size_t i = 0; i < kids.n; i++)
        if (kids.p[i].is_named)
            pv_lower_marked(lower, ts_node_start_byte(node), ts_node_end_byte(last), kids.p[i].node,
                            role);
}

/* `export { a } from "m"` imports what it passes on; `export = a` assigns. */
void pv_js_export(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode source = pv_kid_of_field(kids, "source");
    TSNode sign = pv_kid_of_type(kids, "=");
    if (ts_node_is_null(source) && ts_node_is_null(sign)) {
        lower_exported(lower, node, kids, role);
        return;
    }
    pv_lower_open(lower, ts_node_is_null(sign) ? PV_IMPORT : PV_ASSIGN, role, node);
    if (ts_node_is_null(sign)) {
        lower_module(lower, source);
        lower_specifiers(lower, pv_kid_of_type(kids, "export_clause"));
    } else {
        pv_lower_word(lower, pv_lower_text(lower, sign));
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_TARGET, kids.p[0].node);
        pv_lower_each(lower, kids, PV_ROLE_VALUE);
    }
    pv_lower_close(lower);
}
