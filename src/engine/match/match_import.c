/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Imports: by prefix of the path, whichever way it is written:
 * `import a.b` is `from a import b`.
 */
#include "engine/match/match_internal.h"

#include "engine/facts/dotted.h"

static pv_node module_of(const struct pv_tree *tree, pv_node import)
{
    return pv_tree_child(tree, import, PV_ROLE_MODULE);
}

/* The first ITEM with a name at or after `item`. */
static pv_node named_item(const struct pv_tree *tree, pv_node item)
{
    while (item != PV_NO_NODE && (pv_tree_at(tree, item)->kind != PV_ITEM ||
                                  pv_tree_child(tree, item, PV_ROLE_NAME) == PV_NO_NODE))
        item = pv_tree_next(tree, item);
    return item;
}

static bool add_item(const struct pv_tree *tree, pv_node item, struct pv_dotted *name)
{
    pv_node leaf = pv_tree_child(tree, item, PV_ROLE_NAME);
    return pv_tree_at(tree, leaf)->kind == PV_NAME && pv_dotted_add(name, pv_tree_text(tree, leaf));
}

/* Whether one of the file's items, with its module, begins with `wanted`. */
static bool is_any_item(const struct pv_matcher *m, const struct pv_dotted *wanted, pv_node t)
{
    struct pv_dotted module = {0};
    if (!pv_dotted_read(m->tree, module_of(m->tree, t), &module))
        return false;
    pv_node item = named_item(m->tree, pv_tree_first(m->tree, t));
    for (; item != PV_NO_NODE; item = named_item(m->tree, pv_tree_next(m->tree, item))) {
        struct pv_dotted given = module;
        if (add_item(m->tree, item, &given) && pv_dotted_has_prefix(&given, wanted))
            return true;
    }
    return false;
}

static bool is_prefix(const struct pv_matcher *m, pv_node p, pv_node t)
{
    struct pv_dotted wanted = {0};
    struct pv_dotted given = {0};
    return pv_dotted_read(m->code, p, &wanted) && pv_dotted_read(m->tree, t, &given) &&
           pv_dotted_has_prefix(&given, &wanted);
}

/* The pattern's module and its one item as a path, for a file's `import a.b`. */
static bool is_joined(const struct pv_matcher *m, pv_node p, pv_node item, pv_node t)
{
    struct pv_dotted wanted = {0};
    struct pv_dotted given = {0};
    return named_item(m->code, pv_tree_next(m->code, item)) == PV_NO_NODE &&
           pv_dotted_read(m->code, module_of(m->code, p), &wanted) &&
           add_item(m->code, item, &wanted) &&
           pv_dotted_read(m->tree, module_of(m->tree, t), &given) &&
           pv_dotted_has_prefix(&given, &wanted);
}

struct items {
    struct pv_then base;
    pv_node p;
    pv_node t;
    const struct pv_then *then;
};

/* Whether the first item of an import has a name that is not written. */
static bool is_implied(const struct pv_tree *code, pv_node import)
{
    pv_node item = pv_tree_child(code, import, PV_ROLE_ITEM);
    return item != PV_NO_NODE && (pv_tree_at(code, item)->flags & PV_NODE_SYNTHETIC) != 0;
}

static void run_items(struct pv_matcher *m, const struct pv_then *then)
{
    const struct items *items = (const struct items *)then;
    /* A name that the pattern does not write is not asked for; one that it writes is. */
    if (is_implied(m->code, items->p)) {
        items->then->run(m, items->then);
        return;
    }
    if (pv_tree_child(m->code, items->p, PV_ROLE_ITEM) != PV_NO_NODE &&
        is_implied(m->tree, items->t))
        return;
    pv_match_set(m, items->p, items->t, PV_ROLE_ITEM, PV_MATCH_REST_FREE, items->then);
}

/* `import static` is asked for, or any. */
static bool has_modifiers(const struct pv_matcher *m, pv_node p, pv_node t)
{
    pv_node wanted = pv_tree_child(m->code, p, PV_ROLE_MODIFIER);
    pv_node given = pv_tree_child(m->tree, t, PV_ROLE_MODIFIER);
    return wanted == PV_NO_NODE || (given != PV_NO_NODE && pv_match_code(m, wanted)->word ==
                                                               pv_match_target(m, given)->word);
}

/* The text of the one argument of `require(...)`; PV_NO_NODE when `call` is no such call. */
static pv_node required(const struct pv_tree *tree, pv_node call)
{
    if (call == PV_NO_NODE || pv_tree_at(tree, call)->kind != PV_CALL)
        return PV_NO_NODE;
    pv_node callee = pv_tree_child(tree, call, PV_ROLE_CALLEE);
    pv_node args = pv_tree_child(tree, call, PV_ROLE_ARGS);
    pv_node name = args == PV_NO_NODE ? args : pv_tree_first(tree, args);
    if (callee == PV_NO_NODE || name == PV_NO_NODE || pv_tree_at(tree, name)->kind != PV_STRING ||
        !pv_str_eq(pv_tree_text(tree, callee), PV_STR("require")))
        return PV_NO_NODE;
    pv_node text = pv_tree_first(tree, name);
    return text != PV_NO_NODE && pv_tree_at(tree, text)->kind == PV_TEXT ? text : PV_NO_NODE;
}

/* Whether the path of a file at `t` is what `p` says, or goes on from there. */
static bool is_path_prefix(const struct pv_matcher *m, pv_node p, pv_node t)
{
    struct pv_str wanted = pv_tree_text(m->code, p);
    struct pv_str given = pv_tree_text(m->tree, t);
    return pv_str_has_prefix(given, wanted) && (given.n == wanted.n || given.p[wanted.n] == '/');
}

struct required {
    struct pv_then base;
    pv_node item; /* of the pattern */
    pv_node target;
    const struct pv_then *then;
};

static void match_required(struct pv_matcher *m, const struct required *at);

static void run_required(struct pv_matcher *m, const struct pv_then *then)
{
    struct required next = *(const struct required *)then;
    next.item = pv_tree_next(m->code, next.item);
    match_required(m, &next);
}

/* `{ a: b }` for `import { a as b }`: one pair of the record. */
static void match_pairs(struct pv_matcher *m, const struct required *at, pv_node name,
                        pv_node alias)
{
    for (pv_node pair = pv_tree_first(m->tree, at->target); pair != PV_NO_NODE && pv_match_step(m);
         pair = pv_tree_next(m->tree, pair)) {
        pv_node key = pv_tree_child(m->tree, pair, PV_ROLE_KEY);
        pv_node value = pv_tree_child(m->tree, pair, PV_ROLE_VALUE);
        if (key == PV_NO_NODE || value == PV_NO_NODE)
            continue;
        bool is_hole = pv_match_code(m, name)->kind == PV_MVAR;
        bool is_key = is_hole || pv_str_eq(pv_tree_text(m->code, name), pv_tree_text(m->tree, key));
        if (is_key && (is_hole || alias != PV_NO_NODE))
            pv_match_node(m, alias == PV_NO_NODE ? name : alias, value, &at->base);
        else if (is_key)
            at->base.run(m, &at->base);
    }
}

/* The items of an import, for what a variable takes of a module that is required. */
static void match_required(struct pv_matcher *m, const struct required *at)
{
    struct required here = *at;
    while (here.item != PV_NO_NODE && pv_match_code(m, here.item)->kind != PV_ITEM)
        here.item = pv_tree_next(m->code, here.item);
    if (here.item == PV_NO_NODE) {
        at->then->run(m, at->then);
        return;
    }
    pv_node name = pv_tree_child(m->code, here.item, PV_ROLE_NAME);
    pv_node alias = pv_tree_child(m->code, here.item, PV_ROLE_ALIAS);
    bool is_record = pv_match_target(m, here.target)->kind == PV_RECORD;
    if (name == PV_NO_NODE && alias != PV_NO_NODE && !is_record)
        pv_match_node(m, alias, here.target, &here.base);
    else if (name != PV_NO_NODE && is_record)
        match_pairs(m, &here, name, alias);
}

/* `const x = require('m')` is an import. */
static void match_variable(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node given = required(m->tree, pv_tree_child(m->tree, t, PV_ROLE_VALUE));
    pv_node wanted = module_of(m->code, p);
    struct required start = {
        {run_required}, pv_tree_first(m->code, p), pv_tree_child(m->tree, t, PV_ROLE_TARGET), then};
    if (given == PV_NO_NODE || wanted == PV_NO_NODE || start.target == PV_NO_NODE)
        return;
    bool is_same = pv_pattern_regex(m->pattern, wanted) ? pv_match_regex_holds(m, wanted, given)
                                                        : is_path_prefix(m, wanted, given);
    if (is_same)
        match_required(m, &start);
}

/* `a.$X` is the path, or what it begins with. */
static void match_path(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_match_node(m, p, t, then);
    while (pv_match_code(m, p)->kind == PV_ACCESS && pv_match_target(m, t)->kind == PV_ACCESS &&
           pv_match_step(m)) {
        t = pv_tree_child(m->tree, t, PV_ROLE_OBJECT);
        if (t == PV_NO_NODE)
            return;
        pv_match_node(m, p, t, then);
    }
}

struct last_item {
    struct pv_then base;
    pv_node hole;
    pv_node name;
    const struct pv_then *then;
};

static void run_last_item(struct pv_matcher *m, const struct pv_then *then)
{
    const struct last_item *last = (const struct last_item *)then;
    pv_match_node(m, last->hole, last->name, last->then);
}

/* `a.$X` for each item of `a.{b, c}`. */
static void match_each_item(struct pv_matcher *m, pv_node wanted, pv_node given, pv_node import,
                            const struct pv_then *then)
{
    pv_node hole = pv_tree_child(m->code, wanted, PV_ROLE_FIELD);
    pv_node object = pv_tree_child(m->code, wanted, PV_ROLE_OBJECT);
    if (hole == PV_NO_NODE || object == PV_NO_NODE || pv_match_code(m, hole)->kind != PV_MVAR)
        return;
    pv_node item = named_item(m->tree, pv_tree_first(m->tree, import));
    for (; item != PV_NO_NODE && pv_match_step(m);
         item = named_item(m->tree, pv_tree_next(m->tree, item))) {
        struct last_item last = {
            {run_last_item}, hole, pv_tree_child(m->tree, item, PV_ROLE_NAME), then};
        pv_match_node(m, object, given, &last.base);
    }
}

void pv_match_import(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    if (pv_match_target(m, t)->kind == PV_VAR) {
        match_variable(m, p, t, then);
        return;
    }
    t = pv_match_unwrap(m, t, PV_IMPORT);
    if (t == PV_NO_NODE || !has_modifiers(m, p, t))
        return;
    pv_node wanted = module_of(m->code, p);
    pv_node given = module_of(m->tree, t);
    if (wanted == PV_NO_NODE || given == PV_NO_NODE)
        return;
    pv_node item = named_item(m->code, pv_tree_first(m->code, p));
    struct items items = {{run_items}, p, t, then};
    struct pv_dotted name = {0};

    if (pv_pattern_regex(m->pattern, wanted)) {
        if (pv_match_regex_holds(m, wanted, given))
            items.base.run(m, &items.base);
        return;
    }
    if (is_prefix(m, wanted, given))
        items.base.run(m, &items.base);
    else if (!pv_dotted_read(m->code, wanted, &name))
        match_path(m, wanted, given, &items.base);
    else if (item == PV_NO_NODE && is_any_item(m, &name, t))
        items.base.run(m, &items.base);
    if (item == PV_NO_NODE && pv_match_code(m, wanted)->kind == PV_ACCESS)
        match_each_item(m, wanted, given, t, then);
    if (item != PV_NO_NODE && is_joined(m, p, item, t))
        then->run(m, then);
}
