/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/settings.h"

#include "base/map.h"
#include "engine/facts/dotted.h"

#include <string.h>

struct pv_settings {
    struct pv_map locals;    /* by name: the node of the value */
    struct pv_map variables; /* the same */
    struct pv_map members;   /* the same, as `Class.NAME` */
};

static PV_RESULT add(struct pv_arena *mem, struct pv_map *map, struct pv_str name, pv_node value,
                     struct pv_err *err)
{
    uint32_t before = 0;
    if (value == PV_NO_NODE)
        return PV_SUCCESS;
    bool is_twice = pv_map_find(map, name, &before);
    return pv_map_put(mem, map, name, is_twice ? PV_NO_NODE : value, err);
}

/* The value of `key` in a record; PV_NO_NODE when it has none. */
static pv_node value_of(const struct pv_tree *tree, pv_node record, struct pv_str key)
{
    for (pv_node pair = pv_tree_first(tree, record); pair != PV_NO_NODE;
         pair = pv_tree_next(tree, pair)) {
        pv_node name = pv_tree_child(tree, pair, PV_ROLE_KEY);
        if (name != PV_NO_NODE && pv_str_eq(pv_tree_text(tree, name), key))
            return pv_tree_child(tree, pair, PV_ROLE_VALUE);
    }
    return PV_NO_NODE;
}

static PV_RESULT add_locals(struct pv_arena *mem, struct pv_settings *settings,
                            const struct pv_tree *tree, pv_node record, struct pv_err *err)
{
    for (pv_node pair = pv_tree_first(tree, record); pair != PV_NO_NODE;
         pair = pv_tree_next(tree, pair)) {
        pv_node name = pv_tree_child(tree, pair, PV_ROLE_KEY);
        if (name != PV_NO_NODE)
            PV_TRY(add(mem, &settings->locals, pv_tree_text(tree, name),
                       pv_tree_child(tree, pair, PV_ROLE_VALUE), err));
    }
    return PV_SUCCESS;
}

/* The name in the one label of a block, and its record. */
static bool read_variable(const struct pv_tree *tree, pv_node args, struct pv_str *name,
                          pv_node *record)
{
    pv_node label = pv_tree_first(tree, args);
    if (label == PV_NO_NODE || pv_tree_at(tree, label)->kind != PV_STRING)
        return false;
    pv_node text = pv_tree_first(tree, label);
    *record = pv_tree_next(tree, label);
    if (text == PV_NO_NODE || *record == PV_NO_NODE)
        return false;
    *name = pv_tree_text(tree, text);
    return true;
}

static PV_RESULT read_block(struct pv_arena *mem, struct pv_settings *settings,
                            const struct pv_tree *tree, pv_node call, struct pv_err *err)
{
    pv_node callee = pv_tree_child(tree, call, PV_ROLE_CALLEE);
    pv_node args = pv_tree_child(tree, call, PV_ROLE_ARGS);
    struct pv_str name = {0};
    pv_node record = PV_NO_NODE;
    if (callee == PV_NO_NODE || args == PV_NO_NODE)
        return PV_SUCCESS;
    struct pv_str word = pv_tree_text(tree, callee);
    record = pv_tree_first(tree, args);
    if (pv_str_eq(word, PV_STR("locals")) && record != PV_NO_NODE)
        return add_locals(mem, settings, tree, record, err);
    if (!pv_str_eq(word, PV_STR("variable")) || !read_variable(tree, args, &name, &record))
        return PV_SUCCESS;
    return add(mem, &settings->variables, name, value_of(tree, record, PV_STR("default")), err);
}

/* Whether nothing can give it another value. */
static bool is_constant(const struct pv_tree *tree, pv_node member)
{
    bool is_static = false;
    bool is_final = false;
    for (pv_node at = pv_tree_first(tree, member); at != PV_NO_NODE; at = pv_tree_next(tree, at)) {
        struct pv_str text = pv_tree_text(tree, at);
        if (pv_tree_at(tree, at)->role != PV_ROLE_MODIFIER)
            continue;
        if (pv_str_eq(text, PV_STR("const")))
            return true;
        is_static = is_static || pv_str_eq(text, PV_STR("static"));
        is_final =
            is_final || pv_str_eq(text, PV_STR("final")) || pv_str_eq(text, PV_STR("readonly"));
    }
    return is_static && is_final;
}

static PV_RESULT read_class(struct pv_arena *mem, struct pv_settings *settings,
                            const struct pv_tree *tree, pv_node class, struct pv_err *err)
{
    pv_node name = pv_tree_child(tree, class, PV_ROLE_NAME);
    pv_node body = pv_tree_child(tree, class, PV_ROLE_BODY);
    if (name == PV_NO_NODE || body == PV_NO_NODE)
        return PV_SUCCESS;
    for (pv_node at = pv_tree_first(tree, body); at != PV_NO_NODE; at = pv_tree_next(tree, at)) {
        pv_node target = pv_tree_child(tree, at, PV_ROLE_TARGET);
        struct pv_str parts[] = {pv_tree_text(tree, name), PV_STR("."), {0}};
        struct pv_str key = {0};
        if (pv_tree_at(tree, at)->kind != PV_VAR || target == PV_NO_NODE || !is_constant(tree, at))
            continue;
        parts[2] = pv_tree_text(tree, target);
        PV_TRY(pv_str_join(mem, parts, PV_COUNT(parts), &key, err));
        PV_TRY(add(mem, &settings->members, key, pv_tree_child(tree, at, PV_ROLE_VALUE), err));
    }
    return PV_SUCCESS;
}

PV_RESULT pv_settings_read(struct pv_arena *mem, const struct pv_tree *tree,
                           const struct pv_settings **out, struct pv_err *err)
{
    struct pv_settings *settings = NULL;
    *out = NULL;
    PV_TRY(PV_NEW(mem, &settings, err));
    for (pv_node node = 0; node < tree->nodes.n; node++) {
        enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, node)->kind;
        if (kind == PV_CALL && tree->is_configuration)
            PV_TRY(read_block(mem, settings, tree, node, err));
        else if (kind == PV_CLASS)
            PV_TRY(read_class(mem, settings, tree, node, err));
    }
    if (settings->locals.n + settings->variables.n + settings->members.n > 0)
        *out = settings;
    return PV_SUCCESS;
}

/* `Limits.COUNT`, or `config.Limits.COUNT`, of a class of the file. */
static pv_node member(const struct pv_settings *settings, const struct pv_tree *tree,
                      pv_node object, struct pv_str name)
{
    struct pv_str owner = pv_tree_text(tree, object);
    size_t dot = pv_str_rfind_byte(owner, '.');
    char key[PV_MEMBER_NAME_MAX];
    uint32_t value = PV_NO_NODE;
    if (dot != SIZE_MAX)
        owner = pv_str_sub(owner, dot + 1, owner.n);
    if (settings->members.n == 0 || owner.n + 1 + name.n > sizeof key)
        return PV_NO_NODE;
    memcpy(key, owner.p, owner.n);
    key[owner.n] = '.';
    memcpy(key + owner.n + 1, name.p, name.n);
    (void)pv_map_find(&settings->members, (struct pv_str){key, owner.n + 1 + name.n}, &value);
    return value;
}

pv_node pv_settings_value(const struct pv_settings *settings, const struct pv_tree *tree,
                          pv_node node)
{
    uint32_t value = PV_NO_NODE;
    if (!settings || pv_tree_at(tree, node)->kind != PV_ACCESS)
        return PV_NO_NODE;
    pv_node object = pv_tree_child(tree, node, PV_ROLE_OBJECT);
    pv_node field = pv_tree_child(tree, node, PV_ROLE_FIELD);
    if (object == PV_NO_NODE || field == PV_NO_NODE)
        return PV_NO_NODE;
    struct pv_str owner = pv_tree_text(tree, object);
    struct pv_str name = pv_tree_text(tree, field);
    if (pv_str_eq(owner, PV_STR("local")))
        (void)pv_map_find(&settings->locals, name, &value);
    else if (pv_str_eq(owner, PV_STR("var")))
        (void)pv_map_find(&settings->variables, name, &value);
    return value == PV_NO_NODE ? member(settings, tree, object, name) : value;
}
