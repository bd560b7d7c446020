/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/aliases.h"

#include <stdlib.h>

struct reader {
    struct pv_arena *mem;
    const struct pv_tree *tree;
    const struct pv_constants *constants;
    const struct pv_imports *imports;
    const struct pv_vocab *vocab;
    PV_VEC(struct pv_alias) names;
    PV_VEC(struct pv_alias) members;
    struct pv_err *err;
};

static PV_RESULT add(struct reader *r, pv_word word, pv_node node)
{
    struct pv_alias *slot = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->names, &slot, r->err));
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

static PV_RESULT add_member(struct reader *r, pv_node node)
{
    struct pv_alias *slot = NULL;
    struct pv_path path = {0};
    if (!pv_imports_resolve(r->imports, r->tree, node, &path) || path.n < 2)
        return PV_SUCCESS;
    pv_word word = pv_vocab_find(r->vocab, path.parts[path.n - 2]);
    if (word == 0)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->members, &slot, r->err));
    *slot = (struct pv_alias){word, node};
    return PV_SUCCESS;
}

/* The same of what the value goes by: its name, its field; anything where that can't be told. */
static PV_RESULT add_head(struct reader *r, pv_node value, pv_node node)
{
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

/* The same of what the variable at `node` was given; a call goes by what it calls. */
static PV_RESULT add_value(struct reader *r, pv_node node)
{
    pv_node value = pv_constant_of(r->constants, node);
    if (value == node)
        return PV_SUCCESS;
    if (pv_tree_at(r->tree, value)->kind != PV_CALL)
        return add_head(r, value, node);
    pv_node callee = pv_tree_child(r->tree, value, PV_ROLE_CALLEE);
    if (callee == PV_NO_NODE)
        return add(r, 0, node);
    return pv_constant_of(r->constants, callee) == callee ? add_head(r, callee, node)
                                                          : add(r, 0, node);
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
    PV_TRY(add_member(r, i));
    if (!pv_imports_has_aliases(r->imports))
        return PV_SUCCESS;
    PV_TRY(add_imported(r, i, i));
    if (node->kind == PV_TYPE)
        return add_own(r, i, i);
    bool is_followed = node->role == PV_ROLE_CALLEE || node->role == PV_ROLE_OBJECT ||
                       (node->flags & PV_NODE_BARE) != 0;
    return is_followed ? add_value(r, i) : PV_SUCCESS;
}

static struct pv_alias_list sorted(struct pv_alias *list, size_t n)
{
    if (n > 1)
        qsort(list, n, sizeof *list, compare);
    return (struct pv_alias_list){list, (uint32_t)n};
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
    if (!pv_imports_has_names(imports))
        return PV_SUCCESS;
    for (pv_node i = 0; i < r.tree->nodes.n; i++)
        PV_TRY(read_name(&r, i));
    out->names = sorted(r.names.p, r.names.n);
    out->members = sorted(r.members.p, r.members.n);
    return PV_SUCCESS;
}

/* The first place whose alias is not before `wanted`. */
static uint32_t lower_bound(const struct pv_alias_list *list, struct pv_alias wanted)
{
    uint32_t low = 0;
    uint32_t high = list->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (is_before(list->p[middle], wanted))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct pv_node_range pv_aliases_of(const struct pv_alias_list *list, pv_word word,
                                   struct pv_node_range nodes)
{
    return (struct pv_node_range){lower_bound(list, (struct pv_alias){word, nodes.first}),
                                  lower_bound(list, (struct pv_alias){word, nodes.end})};
}
