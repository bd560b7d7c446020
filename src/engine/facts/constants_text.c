/* SPDX-License-Identifier: Apache-2.0 */
/* The text that an expression is known to be. */
#include "engine/facts/constants_internal.h"

/* What holds pieces of text in the order in which they are written. */
static bool is_joint(const struct pv_text_reader *r, const struct pv_tree_node *node)
{
    return node->kind == PV_STRING || node->kind == PV_INTERP || node->kind == PV_CONCAT ||
           (node->kind == PV_BINARY && pv_constant_joins(r->c, node->word));
}

/* The same text on each path. NOLINTNEXTLINE(misc-no-recursion): PV_CONSTANT_STEPS_MAX deep */
static bool read_values(struct pv_text_reader *r, pv_node node)
{
    struct pv_constant_values values = pv_constant_values_of(r->c, &r->reach, node);
    size_t start = r->text.n;
    if (values.n == 0 || r->depth == PV_CONSTANT_STEPS_MAX)
        return false;
    r->depth++;
    bool is_read = pv_constant_read(r, values.p[0]);
    size_t n = r->text.n - start;
    for (size_t i = 1; is_read && i < values.n; i++) {
        is_read = pv_constant_read(r, values.p[i]) && r->text.n == start + 2 * n &&
                  memcmp(r->text.p + start, r->text.p + start + n, n) == 0;
        r->text.n = start + n;
    }
    r->depth--;
    return is_read;
}

/* The first argument of a call of getProperty, if it is a plain text; else PV_NO_NODE. */
static pv_node property_key(const struct pv_tree *tree, pv_node call)
{
    pv_node callee = pv_tree_child(tree, call, PV_ROLE_CALLEE);
    pv_node name = callee == PV_NO_NODE ? callee : pv_tree_child(tree, callee, PV_ROLE_FIELD);
    pv_node args = pv_tree_child(tree, call, PV_ROLE_ARGS);
    pv_node first = args == PV_NO_NODE ? args : pv_tree_first(tree, args);
    if (name == PV_NO_NODE || first == PV_NO_NODE || pv_tree_at(tree, first)->kind != PV_STRING ||
        !pv_str_eq(pv_tree_text(tree, name), PV_STR("getProperty")))
        return PV_NO_NODE;
    pv_node text = pv_tree_first(tree, first);
    return text != PV_NO_NODE && pv_tree_at(tree, text)->kind == PV_TEXT ? text : PV_NO_NODE;
}

/*
 * What the file of properties that this file names says of a key. When it names
 * several, all that have the key must agree: which one was loaded is not followed.
 */
static bool read_property(struct pv_text_reader *r, pv_node call)
{
    const struct pv_tree *tree = r->c->tree;
    pv_node key = r->c->properties ? property_key(tree, call) : PV_NO_NODE;
    struct pv_str suffix = PV_STR(".properties");
    struct pv_str found = {0};
    if (key == PV_NO_NODE)
        return false;
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        struct pv_str name = {0};
        struct pv_str value = {0};
        if (pv_tree_at(tree, i)->kind != PV_TEXT)
            continue;
        name = pv_tree_text(tree, i);
        size_t slash = pv_str_rfind_byte(name, '/');
        if (slash != SIZE_MAX)
            name = pv_str_sub(name, slash + 1, name.n);
        if (!pv_str_has_suffix(name, suffix) ||
            !pv_properties_find(r->c->properties, name, pv_tree_text(tree, key), &value))
            continue;
        if (found.p && !pv_str_eq(found, value))
            return false;
        found = value;
    }
    pv_buf_add(&r->text, found);
    return found.p != NULL;
}

/* NOLINTNEXTLINE(misc-no-recursion): nesting is a walk; see read_values */
bool pv_constant_read(struct pv_text_reader *r, pv_node node)
{
    const struct pv_tree *tree = r->c->tree;
    pv_node after = pv_tree_at(tree, node)->after;
    for (; node < after; node++) {
        if (r->nodes++ == PV_CONSTANT_NODES_MAX)
            return false;
        const struct pv_tree_node *at = pv_tree_at(tree, node);
        if (at->kind == PV_TEXT || (at->kind == PV_INT && r->is_text))
            pv_buf_add(&r->text, pv_tree_text(tree, node));
        else if (at->kind == PV_NAME || at->kind == PV_COND ||
                 (at->kind == PV_ACCESS && r->c->settings)) {
            if (!read_values(r, node))
                return false;
            node = at->after - 1;
        } else if (at->kind == PV_CALL) {
            if (!read_property(r, node) && !pv_constant_read_call(r, node))
                return false;
            r->is_text = true;
            node = at->after - 1;
        } else if (!is_joint(r, at))
            return false;
        r->is_text |= at->kind == PV_STRING;
    }
    return true;
}

PV_RESULT pv_constant_text(struct pv_arena *mem, const struct pv_constants *c, pv_node node,
                           struct pv_str *out)
{
    struct pv_text_reader reader = {.reach = {c->defs, c->tree, PV_CONSTANT_CLIMBS_MAX}, .c = c};
    reader.text.max = PV_CONSTANT_TEXT_MAX;
    bool is_read = pv_constant_read(&reader, node);
    struct pv_result result = pv_buf_result(&reader.text, NULL);
    if (pv_is_ok(result) && !is_read)
        result = (struct pv_result){PV_NOT_FOUND};
    if (pv_is_ok(result))
        result = pv_str_copy(mem, pv_buf_str(&reader.text), out, NULL);
    pv_buf_clear(&reader.text);
    return result;
}
