/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/dotted.h"

/* Parts are found from the last to the first, so they are put at the end and moved. */
struct from_end {
    struct pv_str parts[PV_DOTTED_PARTS_MAX];
    size_t at;
};

static bool put(struct from_end *name, struct pv_str part)
{
    if (name->at == 0 || part.n == 0)
        return false;
    name->parts[--name->at] = part;
    return true;
}

/* `a.b`, or `host.org/a/b`, whose dots are not ours. */
static bool put_all(struct from_end *name, struct pv_str text)
{
    char separator = pv_str_rfind_byte(text, '/') == SIZE_MAX ? '.' : '/';
    for (;;) {
        size_t dot = pv_str_rfind_byte(text, separator);
        if (dot == SIZE_MAX)
            return put(name, pv_str_trim(text));
        if (!put(name, pv_str_trim(pv_str_sub(text, dot + 1, text.n))))
            return false;
        text.n = dot;
    }
}

static bool is_name(const struct pv_tree *tree, pv_node node)
{
    return node != PV_NO_NODE &&
           (pv_tree_at(tree, node)->kind == PV_NAME || pv_tree_at(tree, node)->kind == PV_TYPE);
}

bool pv_dotted_read(const struct pv_tree *tree, pv_node node, struct pv_dotted *out)
{
    struct from_end name = {.at = PV_DOTTED_PARTS_MAX};
    while (node != PV_NO_NODE && pv_tree_at(tree, node)->kind == PV_ACCESS) {
        pv_node field = pv_tree_child(tree, node, PV_ROLE_FIELD);
        if (!is_name(tree, field) || !put(&name, pv_tree_text(tree, field)))
            return false;
        node = pv_tree_child(tree, node, PV_ROLE_OBJECT);
    }
    if (!is_name(tree, node) || !put_all(&name, pv_tree_text(tree, node)))
        return false;
    out->n = PV_DOTTED_PARTS_MAX - name.at;
    memcpy(out->parts, name.parts + name.at, out->n * sizeof *out->parts);
    return true;
}

bool pv_dotted_add(struct pv_dotted *name, struct pv_str part)
{
    if (name->n == PV_DOTTED_PARTS_MAX)
        return false;
    name->parts[name->n++] = part;
    return true;
}

bool pv_dotted_has_prefix(const struct pv_dotted *name, const struct pv_dotted *prefix)
{
    if (prefix->n > name->n)
        return false;
    for (size_t i = 0; i < prefix->n; i++) {
        if (!pv_str_eq(name->parts[i], prefix->parts[i]))
            return false;
    }
    return true;
}
