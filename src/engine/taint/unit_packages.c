/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Packages of Go in one unit: they share a scope, so `names.X` becomes X, and who
 * defines a name that an earlier file of another package has is left out. Before
 * names are resolved.
 */
#include "base/hash.h"
#include "engine/taint/unit_internal.h"

/* The word of a name that a statement of a file defines for its package; 0. */
static pv_word defined(const struct pv_tree *tree, pv_node node)
{
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, node)->kind;
    enum pv_role role = kind == PV_VAR ? PV_ROLE_TARGET : PV_ROLE_NAME;
    bool is_method = kind == PV_FUNC && pv_tree_child(tree, node, PV_ROLE_OBJECT) != PV_NO_NODE;
    pv_node name = (kind == PV_VAR || kind == PV_FUNC || kind == PV_CLASS) && !is_method
                       ? pv_tree_child(tree, node, role)
                       : PV_NO_NODE;
    bool is_called = name != PV_NO_NODE && !pv_str_eq(pv_tree_text(tree, name), PV_STR("init")) &&
                     !pv_str_eq(pv_tree_text(tree, name), PV_STR("main"));
    return is_called ? pv_tree_at(tree, name)->word : 0;
}

bool pv_unit_do_packages_clash(const struct pv_taint_member *a, const struct pv_taint_member *b)
{
    const struct pv_tree *one = a->file->tree;
    const struct pv_tree *other = b->file->tree;
    if (!a->outline || !b->outline || a->outline->group == b->outline->group)
        return false;
    for (pv_node x = pv_tree_first(one, 0); x != PV_NO_NODE; x = pv_tree_next(one, x)) {
        pv_word word = defined(one, x);
        pv_node y = word ? pv_tree_first(other, 0) : PV_NO_NODE;
        for (; y != PV_NO_NODE; y = pv_tree_next(other, y))
            if (defined(other, y) == word)
                return true;
    }
    return false;
}

/* The package that an import of the file names by this alias; 0 for one that is not of the unit. */
static uint64_t package_of(const struct pv_taint_member *member, pv_word alias)
{
    const struct pv_tree *tree = member->file->tree;
    for (pv_node i = pv_tree_first(tree, 0); i != PV_NO_NODE; i = pv_tree_next(tree, i)) {
        pv_node item = pv_tree_at(tree, i)->kind == PV_IMPORT ? pv_tree_child(tree, i, PV_ROLE_ITEM)
                                                              : PV_NO_NODE;
        pv_node path = item == PV_NO_NODE ? item : pv_tree_child(tree, i, PV_ROLE_MODULE);
        pv_node name = item == PV_NO_NODE ? item : pv_tree_child(tree, item, PV_ROLE_ALIAS);
        if (path == PV_NO_NODE || name == PV_NO_NODE || pv_tree_at(tree, name)->word != alias)
            continue;
        PV_VEC_EACH (const struct pv_outline_import, import, &member->outline->imports)
            if (pv_str_eq(import->path, pv_tree_text(tree, path)))
                return import->package;
    }
    return 0;
}

static bool has_package(const struct pv_unit_builder *b, uint64_t package, uint64_t own)
{
    for (size_t i = 0; package && package != own && i < b->n; i++)
        if (!b->members[i].is_left_out && b->members[i].outline->group == package)
            return true;
    return false;
}

/* `names.X`, where names is a package of the unit and no variable. */
static void join_access(struct pv_unit_builder *b, const struct pv_taint_member *member,
                        pv_node access)
{
    const struct pv_tree *tree = member->file->tree;
    pv_node object = pv_tree_child(tree, access, PV_ROLE_OBJECT);
    pv_node field = pv_tree_child(tree, access, PV_ROLE_FIELD);
    if (object == PV_NO_NODE || field == PV_NO_NODE || pv_tree_at(tree, object)->kind != PV_NAME ||
        pv_defs_number(member->file->defs, object) != UINT32_MAX ||
        !has_package(b, package_of(member, pv_tree_at(tree, object)->word), member->outline->group))
        return;
    struct pv_tree_node *node = &b->tree->nodes.p[access + member->shift];
    node->kind = PV_NAME;
    node->word = pv_tree_at(tree, field)->word;
    node->start = pv_tree_at(tree, field)->start + member->first_byte;
}

void pv_unit_join_packages(struct pv_unit_builder *b)
{
    for (size_t i = 0; i < b->n; i++) {
        const struct pv_taint_member *member = &b->members[i];
        if (member->is_left_out || !member->outline || member->outline->imports.n == 0)
            continue;
        for (pv_node k = 1; k < member->file->tree->nodes.n; k++)
            if (pv_tree_at(member->file->tree, k)->kind == PV_ACCESS)
                join_access(b, member, k);
    }
}
