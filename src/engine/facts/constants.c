/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/constants.h"

#include "base/buf.h"
#include "engine/facts/dotted.h"

pv_node pv_constant_of(const struct pv_defs *defs, const struct pv_tree *tree, pv_node node)
{
    for (int i = 0; i < PV_CONSTANT_STEPS_MAX && pv_tree_at(tree, node)->kind == PV_NAME; i++) {
        const struct pv_def *def = pv_defs_at(defs, node);
        if (!def || def->writes != 1 || def->value == PV_NO_NODE)
            return node;
        node = def->value;
    }
    return node;
}

struct text_reader {
    const struct pv_defs *defs;
    const struct pv_tree *tree;
    pv_word plus;
    size_t depth;
    struct pv_buf text;
};

/* What holds pieces of text in the order in which they are written. */
static bool is_joint(const struct text_reader *r, const struct pv_tree_node *node)
{
    return node->kind == PV_STRING || node->kind == PV_INTERP || node->kind == PV_CONCAT ||
           (node->kind == PV_BINARY && node->word == r->plus);
}

static bool read_text(struct text_reader *r, pv_node node);

/* Recursion is through variables, PV_CONSTANT_STEPS_MAX deep; nesting is a walk. */
static bool read_name(struct text_reader *r, pv_node name)
{
    pv_node value = pv_constant_of(r->defs, r->tree, name);
    if (value == name || r->depth == PV_CONSTANT_STEPS_MAX)
        return false;
    r->depth++;
    bool is_read = read_text(r, value);
    r->depth--;
    return is_read;
}

static bool read_text(struct text_reader *r, pv_node node)
{
    pv_node after = pv_tree_at(r->tree, node)->after;
    for (; node < after; node++) {
        const struct pv_tree_node *at = pv_tree_at(r->tree, node);
        if (at->kind == PV_TEXT || (at->kind == PV_INT && r->text.n > 0))
            pv_buf_add(&r->text, pv_tree_text(r->tree, node));
        else if (at->kind == PV_NAME ? !read_name(r, node) : !is_joint(r, at))
            return false;
    }
    return true;
}

PV_RESULT pv_constant_text(struct pv_arena *mem, const struct pv_defs *defs,
                           const struct pv_tree *tree, pv_word plus, pv_node node,
                           struct pv_str *out)
{
    struct text_reader reader = {.defs = defs, .tree = tree, .plus = plus};
    reader.text.max = PV_CONSTANT_TEXT_MAX;
    bool is_read = read_text(&reader, node);
    struct pv_result result = pv_buf_result(&reader.text, NULL);
    if (pv_is_ok(result) && !is_read)
        result = (struct pv_result){PV_NOT_FOUND};
    if (pv_is_ok(result))
        result = pv_str_copy(mem, pv_buf_str(&reader.text), out, NULL);
    pv_buf_clear(&reader.text);
    return result;
}
