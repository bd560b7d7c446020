/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/aliases.h"

#include <stdlib.h>

struct reader {
    struct pv_arena *mem;
    const struct pv_tree *tree;
    const struct pv_constants *constants;
    const struct pv_imports *imports;
    const struct pv_vocab *vocab;
    PV_VEC(struct pv_alias) list;
    struct pv_err *err;
};

static PV_RESULT add(struct reader *r, pv_word word, pv_node node)
{
    struct pv_alias *slot = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->list, &slot, r->err));
    *slot = (struct pv_alias){word, node};
    return PV_SUCCESS;
}

/* `node` may stand for what the name or type at `name` says, unless no pattern does. */
static PV_RESULT add_own(struct reader *r, pv_node name, pv_node node)
{
    pv_word word = pv_tree_at(r->tree, name)->word;
    return word == 0 || (word & PV_WORD_UNKNOWN) ? PV_SUCCESS : add(r, word, node);
}

/* The same of what that name was imported from, where it is called otherwise. */
static PV_RESULT add_imported(struct reader *r, pv_node name, pv_node node)
{
    struct pv_path path = {0};
    if (!pv_imports_resolve(r->imports, r->tree, name, &path) || path.n == 0)
        return PV_SUCCESS;
    struct pv_str last = path.parts[path.n - 1];
    pv_word word = pv_vocab_find(r->vocab, last);
    return word == 0 || pv_str_eq(last, pv_tree_text(r->tree, name)) ? PV_SUCCESS
                                                                     : add(r, word, node);
}

/* The same of what the variable that is called at `node` was given. */
static PV_RESULT add_value(struct reader *r, pv_node node)
{
    pv_node value = pv_constant_of(r->constants, node);
    if (value == node)
        return PV_SUCCESS;
    enum pv_kind kind = (enum pv_kind)pv_tree_at(r->tree, value)->kind;
    if (kind == PV_ACCESS) {
        pv_node field = pv_tree_child(r->tree, value, PV_ROLE_FIELD);
        bool is_plain = field != PV_NO_NODE && pv_tree_at(r->tree, field)->kind == PV_NAME;
        return is_plain ? add_own(r, field, node) : add(r, 0, node);
    }
    if (kind == PV_NAME || kind == PV_TYPE) {
        PV_TRY(add_own(r, value, node));
        return add_imported(r, value, node);
    }
    return pv_kind_is_wrapping(kind) ? add(r, 0, node) : PV_SUCCESS;
}

static bool is_before(struct pv_alias a, struct pv_alias b)
{
    return a.word != b.word ? a.word < b.word : a.node < b.node;
}

static int compare(const void *left, const void *right)
{
    const struct pv_alias *a = left;
    const struct pv_alias *b = right;
    return is_before(*a, *b) ? -1 : is_before(*b, *a);
}

static PV_RESULT read_name(struct reader *r, pv_node i)
{
    const struct pv_tree_node *node = pv_tree_at(r->tree, i);
    if (node->kind != PV_NAME && node->kind != PV_TYPE)
        return PV_SUCCESS;
    PV_TRY(add_imported(r, i, i));
    if (node->kind == PV_TYPE)
        return add_own(r, i, i);
    bool is_called = node->role == PV_ROLE_CALLEE || (node->flags & PV_NODE_BARE) != 0;
    return is_called ? add_value(r, i) : PV_SUCCESS;
}

PV_RESULT pv_aliases_read(struct pv_arena *mem, const struct pv_constants *constants,
                          const struct pv_imports *imports, const struct pv_vocab *vocab,
                          struct pv_aliases *out, struct pv_err *err)
{
    struct reader r = {.mem = mem,
                       .tree = constants->tree,
                       .constants = constants,
                       .imports = imports,
                       .vocab = vocab,
                       .err = err};
    *out = (struct pv_aliases){0};
    if (!pv_imports_has_aliases(imports))
        return PV_SUCCESS;
    for (pv_node i = 0; i < r.tree->nodes.n; i++)
        PV_TRY(read_name(&r, i));
    if (r.list.n > 1)
        qsort(r.list.p, r.list.n, sizeof *r.list.p, compare);
    out->list = r.list.p;
    out->n = (uint32_t)r.list.n;
    return PV_SUCCESS;
}

/* The first place whose alias is not before `wanted`. */
static uint32_t lower_bound(const struct pv_aliases *aliases, struct pv_alias wanted)
{
    uint32_t low = 0;
    uint32_t high = aliases->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (is_before(aliases->list[middle], wanted))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct pv_node_range pv_aliases_of(const struct pv_aliases *aliases, pv_word word,
                                   struct pv_node_range nodes)
{
    return (struct pv_node_range){lower_bound(aliases, (struct pv_alias){word, nodes.first}),
                                  lower_bound(aliases, (struct pv_alias){word, nodes.end})};
}
