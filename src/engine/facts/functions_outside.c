/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `T::f` of C++: a method, if T is a class, a plain function if it is a namespace.
 * The class stands in a header that may not be at hand; what code does with the
 * name tells, too: a namespace makes no objects.
 */
#include "engine/facts/dotted.h"
#include "engine/facts/functions_internal.h"

/* Owners that no class of the tree has the name of. */
struct owners {
    struct pv_function *first[PV_OUTSIDE_OWNERS_MAX]; /* the first function of each */
    bool is_class[PV_OUTSIDE_OWNERS_MAX];
    size_t n;
};

static pv_node qualifier(const struct pv_tree *tree, const struct pv_function *function)
{
    pv_node name = pv_tree_child(tree, function->node, PV_ROLE_NAME);
    return pv_functions_last_part(tree, pv_tree_child(tree, name, PV_ROLE_OBJECT));
}

static size_t find(const struct owners *owners, pv_word word)
{
    size_t i = 0;
    while (i < owners->n && owners->first[i]->owner != word)
        i++;
    return i;
}

static bool is_destructor(const struct pv_tree *tree, const struct pv_function *function)
{
    pv_node name = pv_functions_last_part(tree, pv_tree_child(tree, function->node, PV_ROLE_NAME));
    return name != PV_NO_NODE && pv_str_has_prefix(pv_tree_text(tree, name), PV_STR("~"));
}

static void gather(const struct pv_tree *tree, struct pv_functions *functions,
                   struct owners *owners)
{
    PV_VEC_EACH (struct pv_function, function, &functions->list) {
        if (!function->is_outside || pv_functions_class(functions, function->owner))
            continue;
        size_t i = find(owners, function->owner);
        if (i == PV_OUTSIDE_OWNERS_MAX)
            continue;
        if (i == owners->n)
            owners->first[owners->n++] = function;
        owners->is_class[i] |= function->name == function->owner || is_destructor(tree, function);
    }
}

/* Variables of it are declared, or objects are made. */
static void look_for_uses(const struct pv_tree *tree, struct owners *owners)
{
    for (pv_node i = 0; owners->n > 0 && i < tree->nodes.n; i++) {
        const struct pv_tree_node *node = pv_tree_at(tree, i);
        bool is_use = node->word && (node->kind == PV_TYPE ||
                                     (node->kind == PV_NAME && node->role == PV_ROLE_CALLEE));
        size_t k = is_use ? find(owners, node->word) : owners->n;
        if (k < owners->n)
            owners->is_class[k] = true;
    }
}

static PV_RESULT add_classes(struct pv_arena *mem, const struct pv_tree *tree,
                             struct pv_functions *functions, const struct owners *owners,
                             struct pv_err *err)
{
    for (size_t i = 0; i < owners->n; i++) {
        struct pv_class *class = NULL;
        if (!owners->is_class[i])
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &functions->classes, &class, err));
        *class = (struct pv_class){.node = qualifier(tree, owners->first[i]),
                                   .name = owners->first[i]->owner,
                                   .destructor = PV_NO_NODE,
                                   .is_elsewhere = true};
    }
    return PV_NEW_ARRAY(mem, functions->classes.n, &functions->classes_by_name, err);
}

/* What is no class is a namespace: its functions are plain ones. */
static void free_functions(struct pv_functions *functions)
{
    PV_VEC_EACH (struct pv_function, function, &functions->list) {
        if (!function->is_outside || pv_functions_class(functions, function->owner))
            continue;
        function->owner = 0;
        function->is_outside = false;
    }
}

static void find_destructors(const struct pv_tree *tree, struct pv_functions *functions)
{
    PV_VEC_EACH (const struct pv_function, function, &functions->list)
        PV_VEC_EACH (struct pv_class, class, &functions->classes)
            if (function->owner == class->name && function->has_body && function->owner &&
                is_destructor(tree, function))
                class->destructor = function->node;
}

struct pv_result pv_functions_join_outside(struct pv_arena *mem, const struct pv_tree *tree,
                                           struct pv_functions *functions, struct pv_err *err)
{
    struct owners owners = {0};
    gather(tree, functions, &owners);
    look_for_uses(tree, &owners);
    PV_TRY(add_classes(mem, tree, functions, &owners, err));
    pv_functions_sort(functions);
    free_functions(functions);
    find_destructors(tree, functions);
    pv_functions_sort(functions);
    return PV_SUCCESS;
}
