/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/reach.h"

static bool holds(const struct pv_tree *tree, pv_node outer, pv_node inner)
{
    return outer <= inner && inner < pv_tree_at(tree, outer)->after;
}

static const bool is_list[PV_KIND_COUNT] = {
    [PV_FILE] = true, [PV_BLOCK] = true, [PV_CLASS_BODY] = true, [PV_CASE] = true};
static const bool is_loop[PV_KIND_COUNT] = {
    [PV_FOR] = true, [PV_FOR_EACH] = true, [PV_WHILE] = true, [PV_DO] = true};
static const bool is_class[PV_KIND_COUNT] = {[PV_CLASS_BODY] = true};
static const bool is_function[PV_KIND_COUNT] = {[PV_FUNC] = true, [PV_LAMBDA] = true};

/* The innermost node around `node` of a kind in `kinds`, or PV_NO_NODE. */
static pv_node around(struct pv_reach *reach, pv_node node, const bool kinds[PV_KIND_COUNT])
{
    do {
        if (reach->climbs_left == 0)
            return PV_NO_NODE;
        reach->climbs_left--;
        node = pv_tree_at(reach->tree, node)->parent;
    } while (node != PV_NO_NODE && !kinds[pv_tree_at(reach->tree, node)->kind]);
    return node;
}

/* The list of statements that a write is sure to be part of: some blocks always run. */
static pv_node list_around(struct pv_reach *reach, pv_node writer)
{
    static const bool is_plain[PV_KIND_COUNT] = {
        [PV_BLOCK] = true, [PV_SYNCHRONIZED] = true, [PV_WITH] = true};
    const struct pv_tree *tree = reach->tree;
    pv_node list = around(reach, writer, is_list);
    while (list != PV_NO_NODE && pv_tree_at(tree, list)->parent != PV_NO_NODE &&
           is_plain[pv_tree_at(tree, pv_tree_at(tree, list)->parent)->kind])
        list = around(reach, list, is_list);
    return list;
}

/*
 * Whether a loop around `use` but not around `write` could bring another write
 * before the use. What such a loop holds comes after `write` in the file.
 */
static bool is_looped(struct pv_reach *reach, const struct pv_def *def,
                      const struct pv_write *write, pv_node use)
{
    pv_node outermost = PV_NO_NODE;
    pv_node loop = around(reach, use, is_loop);
    while (loop != PV_NO_NODE && !holds(reach->tree, loop, write->writer)) {
        outermost = loop;
        loop = around(reach, loop, is_loop);
    }
    if (outermost == PV_NO_NODE)
        return false;
    uint32_t at = def->last;
    for (int i = 0; i < PV_CONSTANT_WRITES_MAX; i++) {
        const struct pv_write *other = pv_defs_write(reach->defs, at);
        if (other == write)
            return false;
        if (holds(reach->tree, outermost, other->writer))
            return true;
        at = other->before;
    }
    return true;
}

/* Not a part of an expression that need not be reached. */
static bool is_stmt(const struct pv_tree *tree, pv_node writer)
{
    const struct pv_tree_node *node = pv_tree_at(tree, writer);
    if (node->parent != PV_NO_NODE && pv_tree_at(tree, node->parent)->kind == PV_EXPR_STMT)
        node = pv_tree_at(tree, node->parent);
    /* What a block is opened with is given before the block begins: `using (var x = y)`. */
    if (node->role == PV_ROLE_RESOURCE)
        return true;
    return node->parent != PV_NO_NODE && is_list[pv_tree_at(tree, node->parent)->kind];
}

static struct pv_str name_of(const struct pv_tree *tree, pv_node node)
{
    pv_node name = pv_tree_child(tree, node, PV_ROLE_NAME);
    return name == PV_NO_NODE ? (struct pv_str){0} : pv_tree_text(tree, name);
}

/* Whether `function` runs when the class is made: it has no name, or is the one constructor. */
static bool is_maker(const struct pv_tree *tree, pv_node function, pv_node body)
{
    struct pv_str name = name_of(tree, function);
    struct pv_str class = name_of(tree, pv_tree_at(tree, body)->parent);
    size_t n = 0;
    if (name.n == 0 || !pv_str_eq(name, class))
        return name.n == 0;
    for (pv_node i = pv_tree_first(tree, body); i != PV_NO_NODE; i = pv_tree_next(tree, i))
        n += pv_str_eq(name_of(tree, i), class);
    return n == 1;
}

/* What a method writes to a field depends on whether it is called. */
static bool is_sure(struct pv_reach *reach, pv_node writer)
{
    pv_node function = around(reach, writer, is_function);
    pv_node class = around(reach, writer, is_class);
    if (!is_stmt(reach->tree, writer))
        return false;
    return function == PV_NO_NODE || class == PV_NO_NODE || holds(reach->tree, function, class) ||
           is_maker(reach->tree, function, class);
}

/* Whether a use in the same function always comes after `write`, with none in between. */
static bool is_seen(struct pv_reach *reach, const struct pv_def *def, const struct pv_write *write,
                    pv_node use)
{
    pv_node list = list_around(reach, write->writer);
    return list != PV_NO_NODE && is_stmt(reach->tree, write->writer) &&
           holds(reach->tree, list, use) && !is_looped(reach, def, write, use);
}

/*
 * The write whose value the use sees on every path: the nearest before it, if
 * it stands in a list of statements around the use. A variable of another
 * function, or of the file, has to be written once.
 */
const struct pv_write *pv_reach_one(struct pv_reach *reach, const struct pv_def *def, pv_node use)
{
    pv_node function = around(reach, use, is_function);
    uint32_t at = def->last;
    for (int i = 0; at != PV_NO_WRITE && i < PV_CONSTANT_WRITES_MAX; i++) {
        const struct pv_write *write = pv_defs_write(reach->defs, at);
        bool is_elsewhere = around(reach, write->writer, is_function) != function;
        if (is_elsewhere && (write->writer < use || def->writes == 1))
            return def->writes == 1 && is_sure(reach, write->writer) ? write : NULL;
        if (write->writer < use && !holds(reach->tree, write->writer, use))
            return is_seen(reach, def, write, use) ? write : NULL;
        at = write->before;
    }
    return NULL;
}

/* The branches of one IF that were seen to write. */
struct branches {
    pv_node choice;
    bool has_then;
    bool has_else;
};

struct paths {
    struct pv_reach *reach;
    pv_node use;
    struct branches seen[PV_REACH_MAX];
    size_t n;
};

/* Notes a branch; whether both branches of its IF are noted now. */
static bool are_both(struct paths *paths, pv_node choice, enum pv_role role)
{
    size_t i = 0;
    while (i < paths->n && paths->seen[i].choice != choice)
        i++;
    if (i == PV_REACH_MAX)
        return false;
    if (i == paths->n)
        paths->seen[paths->n++] = (struct branches){.choice = choice};
    paths->seen[i].has_then |= role == PV_ROLE_THEN;
    paths->seen[i].has_else |= role == PV_ROLE_ELSE;
    return paths->seen[i].has_then && paths->seen[i].has_else;
}

/* Whether every path to the use is now known to pass a write. */
static bool is_closed(struct paths *paths, pv_node writer)
{
    struct pv_reach *reach = paths->reach;
    const struct pv_tree *tree = reach->tree;
    if (!is_stmt(tree, writer))
        return false;
    pv_node list = list_around(reach, writer);
    while (list != PV_NO_NODE && !holds(tree, list, paths->use)) {
        pv_node choice = pv_tree_at(tree, list)->parent;
        enum pv_role role = (enum pv_role)pv_tree_at(tree, list)->role;
        if (choice == PV_NO_NODE || pv_tree_at(tree, choice)->kind != PV_IF ||
            !are_both(paths, choice, role))
            return false;
        bool is_chained = pv_tree_at(tree, choice)->role == PV_ROLE_ELSE;
        list = is_chained ? choice : list_around(reach, choice);
    }
    return list != PV_NO_NODE;
}

size_t pv_reach_each(struct pv_reach *reach, const struct pv_def *def, pv_node use,
                     const struct pv_write *out[PV_REACH_MAX])
{
    struct paths paths = {.reach = reach, .use = use};
    pv_node function = around(reach, use, is_function);
    uint32_t at = def->last;
    size_t n = 0;
    for (int i = 0; at != PV_NO_WRITE && i < PV_CONSTANT_WRITES_MAX && n < PV_REACH_MAX; i++) {
        const struct pv_write *write = pv_defs_write(reach->defs, at);
        at = write->before;
        if (write->writer >= use || holds(reach->tree, write->writer, use))
            continue;
        if (around(reach, write->writer, is_function) != function)
            return 0;
        out[n++] = write;
        if (is_closed(&paths, write->writer))
            return is_looped(reach, def, write, use) ? 0 : n;
    }
    return 0;
}
