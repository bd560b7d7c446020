/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/env.h"

#include "base/arena.h"
#include "engine/taint/taint_limits.h"

/*
 * A leaf is a variable. A branch has on its sides the keys with `bit` clear and set; they agree in
 * all higher bits, which are its key. So one set of keys has one tree, and no tree is deeper than a
 * key has bits.
 */
struct pv_env_node {
    uint32_t key;
    uint32_t bit;   /* 0: a leaf */
    uint32_t count; /* of leaves */
    uint32_t epoch; /* of pv_values, when it was made: after a copy nothing older changes */
    union {
        const struct pv_value *value;
        struct pv_env_node *sides[2];
    };
};

static bool is_within(const struct pv_env_node *branch, uint32_t key)
{
    return (key & ~((branch->bit << 1) - 1)) == branch->key;
}

static bool side_of(const struct pv_env_node *branch, uint32_t key)
{
    return (key & branch->bit) != 0;
}

uint32_t pv_env_count(const struct pv_env *env)
{
    return env->root ? env->root->count : 0;
}

const struct pv_value *pv_env_get(const struct pv_env *env, uint32_t key)
{
    const struct pv_env_node *node = env->root;
    while (node && node->bit) {
        if (!is_within(node, key))
            return NULL;
        node = node->sides[side_of(node, key)];
    }
    return node && node->key == key ? node->value : NULL;
}

static struct pv_env_node *make(struct pv_values *v, const struct pv_env_node *like)
{
    struct pv_env_node *out = NULL;
    if (v->stop != PV_OK)
        return NULL;
    v->stop = PV_NEW(v->mem, &out, NULL).code;
    if (v->stop != PV_OK)
        return NULL;
    *out = *like;
    out->epoch = v->epoch;
    return out;
}

static struct pv_env_node *leaf(struct pv_values *v, uint32_t key, const struct pv_value *value)
{
    return make(v, &(struct pv_env_node){.key = key, .count = 1, .value = value});
}

/* One of the two may be missing: a branch has two sides. NULL when memory is out. */
static struct pv_env_node *branch(struct pv_values *v, uint32_t key, uint32_t bit,
                                  struct pv_env_node *clear, struct pv_env_node *set)
{
    if (!clear || !set)
        return clear ? clear : set;
    return make(
        v, &(struct pv_env_node){
               .key = key, .bit = bit, .count = clear->count + set->count, .sides = {clear, set}});
}

/* Two trees of which neither has room for the other. */
static struct pv_env_node *above(struct pv_values *v, struct pv_env_node *a, struct pv_env_node *b)
{
    uint32_t bit = UINT32_C(1) << (31 - __builtin_clz(a->key ^ b->key));
    uint32_t key = a->key & ~((bit << 1) - 1);
    return (a->key & bit) ? branch(v, key, bit, b, a) : branch(v, key, bit, a, b);
}

/* The branch with another side. Itself, when no other env has it. */
static struct pv_env_node *with_side(struct pv_values *v, struct pv_env_node *node, bool side,
                                     struct pv_env_node *new)
{
    if (!new)
        return node->sides[!side];
    if (new == node->sides[side] && node->epoch != v->epoch)
        return node;
    struct pv_env_node *out = node->epoch == v->epoch ? node : make(v, node);
    if (!out)
        return node;
    out->sides[side] = new;
    out->count = out->sides[0]->count + out->sides[1]->count;
    return out;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static struct pv_env_node *with(struct pv_values *v, struct pv_env_node *node, uint32_t key,
                                const struct pv_value *value)
{
    if (node->bit && is_within(node, key)) {
        bool side = side_of(node, key);
        return with_side(v, node, side, with(v, node->sides[side], key, value));
    }
    if (node->bit || node->key != key) {
        struct pv_env_node *new = leaf(v, key, value);
        struct pv_env_node *both = new ? above(v, node, new) : NULL;
        return both ? both : node;
    }
    if (node->value == value)
        return node;
    struct pv_env_node *out = node->epoch == v->epoch ? node : make(v, node);
    if (!out)
        return node;
    out->value = value;
    return out;
}

void pv_env_set(struct pv_values *v, struct pv_env *env, uint32_t key, const struct pv_value *value)
{
    if (!env->root)
        env->root = leaf(v, key, value);
    else if (env->root->count < PV_TAINT_VARS_MAX || pv_env_get(env, key))
        env->root = with(v, env->root, key, value);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static struct pv_env_node *without(struct pv_values *v, struct pv_env_node *node, uint32_t key)
{
    if (!node->bit)
        return node->key == key ? NULL : node;
    if (!is_within(node, key))
        return node;
    bool side = side_of(node, key);
    return with_side(v, node, side, without(v, node->sides[side], key));
}

void pv_env_drop(struct pv_values *v, struct pv_env *env, uint32_t key)
{
    if (env->root)
        env->root = without(v, env->root, key);
}

struct filter {
    bool (*keeps)(void *user, uint32_t key);
    void *user;
};

/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static struct pv_env_node *filtered(struct pv_values *v, struct pv_env_node *node,
                                    const struct filter *filter)
{
    if (!node->bit)
        return filter->keeps(filter->user, node->key) ? node : NULL;
    struct pv_env_node *clear = filtered(v, node->sides[0], filter);
    struct pv_env_node *set = filtered(v, node->sides[1], filter);
    if (clear == node->sides[0] && set == node->sides[1] &&
        clear->count + set->count == node->count)
        return node;
    return branch(v, node->key, node->bit, clear, set);
}

void pv_env_filter(struct pv_values *v, struct pv_env *env, bool (*keeps)(void *user, uint32_t key),
                   void *user)
{
    if (env->root)
        env->root = filtered(v, env->root, &(struct filter){keeps, user});
}

struct pv_env pv_env_copy(struct pv_values *v, const struct pv_env *env)
{
    v->epoch++;
    return *env;
}

/* A tree that only one of two ways has: on the other nothing is known of its variables. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static struct pv_env_node *lone(struct pv_values *v, struct pv_env_node *node, bool is_left)
{
    if (!node->bit) {
        const struct pv_value *value = is_left ? pv_value_join(v, node->value, &pv_value_clean)
                                               : pv_value_join(v, &pv_value_clean, node->value);
        return value == node->value ? node : leaf(v, node->key, value);
    }
    struct pv_env_node *clear = lone(v, node->sides[0], is_left);
    struct pv_env_node *set = lone(v, node->sides[1], is_left);
    if (clear == node->sides[0] && set == node->sides[1])
        return node;
    return branch(v, node->key, node->bit, clear, set);
}

static struct pv_env_node *merge(struct pv_values *v, struct pv_env_node *a, struct pv_env_node *b);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static struct pv_env_node *merge_sides(struct pv_values *v, struct pv_env_node *a,
                                       struct pv_env_node *b)
{
    struct pv_env_node *clear = merge(v, a->sides[0], b->sides[0]);
    struct pv_env_node *set = merge(v, a->sides[1], b->sides[1]);
    if (clear == a->sides[0] && set == a->sides[1])
        return a;
    if (clear == b->sides[0] && set == b->sides[1])
        return b;
    return branch(v, a->key, a->bit, clear, set);
}

/* `small` is within one side of `large`. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static struct pv_env_node *merge_within(struct pv_values *v, struct pv_env_node *large,
                                        struct pv_env_node *small, bool is_large_left)
{
    struct pv_env_node *sides[2] = {large->sides[0], large->sides[1]};
    bool side = side_of(large, small->key);
    sides[side] = is_large_left ? merge(v, sides[side], small) : merge(v, small, sides[side]);
    sides[!side] = lone(v, sides[!side], is_large_left);
    if (sides[0] == large->sides[0] && sides[1] == large->sides[1])
        return large;
    return branch(v, large->key, large->bit, sides[0], sides[1]);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static struct pv_env_node *merge(struct pv_values *v, struct pv_env_node *a, struct pv_env_node *b)
{
    if (a == b)
        return a;
    if (a->bit == b->bit && a->key == b->key) {
        if (a->bit)
            return merge_sides(v, a, b);
        const struct pv_value *value = pv_value_join(v, a->value, b->value);
        if (value == a->value || value == b->value)
            return value == a->value ? a : b;
        return leaf(v, a->key, value);
    }
    if (a->bit > b->bit && is_within(a, b->key))
        return merge_within(v, a, b, true);
    if (b->bit > a->bit && is_within(b, a->key))
        return merge_within(v, b, a, false);
    struct pv_env_node *left = lone(v, a, true);
    struct pv_env_node *right = lone(v, b, false);
    return left && right ? above(v, left, right) : left;
}

struct pv_env pv_env_join(struct pv_values *v, struct pv_env a, struct pv_env b)
{
    if (a.is_dead || b.is_dead)
        return a.is_dead ? b : a;
    if (a.root && b.root)
        return (struct pv_env){.root = merge(v, a.root, b.root)};
    if (a.root || b.root)
        return (struct pv_env){.root = lone(v, a.root ? a.root : b.root, a.root != NULL)};
    return (struct pv_env){0};
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static bool is_equal(const struct pv_env_node *a, const struct pv_env_node *b)
{
    if (a == b)
        return true;
    if (a->key != b->key || a->bit != b->bit || a->count != b->count)
        return false;
    if (!a->bit)
        return pv_value_equal(a->value, b->value);
    return is_equal(a->sides[0], b->sides[0]) && is_equal(a->sides[1], b->sides[1]);
}

bool pv_env_equal(const struct pv_env *a, const struct pv_env *b)
{
    if (a->is_dead != b->is_dead || !a->root != !b->root)
        return false;
    return !a->root || is_equal(a->root, b->root);
}

struct teller {
    pv_env_change *told;
    void *user;
};

static void tell(const struct teller *teller, const struct pv_env_node *before,
                 const struct pv_env_node *after);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static void tell_side(const struct teller *teller, const struct pv_env_node *large,
                      const struct pv_env_node *small, bool is_large_before)
{
    for (int side = 0; side < 2; side++) {
        const struct pv_env_node *other = side_of(large, small->key) == side ? small : NULL;
        tell(teller, is_large_before ? large->sides[side] : other,
             is_large_before ? other : large->sides[side]);
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static void tell_sides(const struct teller *teller, const struct pv_env_node *before,
                       const struct pv_env_node *after)
{
    for (int side = 0; side < 2; side++)
        tell(teller, before ? before->sides[side] : NULL, after ? after->sides[side] : NULL);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as a key has bits */
static void tell(const struct teller *teller, const struct pv_env_node *before,
                 const struct pv_env_node *after)
{
    if (before == after)
        return;
    const struct pv_env_node *any = before ? before : after;
    bool is_alike = !before || !after || (before->key == after->key && before->bit == after->bit);
    if (is_alike && any->bit) {
        tell_sides(teller, before, after);
    } else if (is_alike) {
        const struct pv_value *was = before ? before->value : NULL;
        const struct pv_value *is = after ? after->value : NULL;
        if (was != is)
            teller->told(teller->user, any->key, was, is);
    } else if (before->bit > after->bit && is_within(before, after->key)) {
        tell_side(teller, before, after, true);
    } else if (after->bit > before->bit && is_within(after, before->key)) {
        tell_side(teller, after, before, false);
    } else {
        bool is_before_first = before->key < after->key;
        tell(teller, is_before_first ? before : NULL, is_before_first ? NULL : after);
        tell(teller, is_before_first ? NULL : before, is_before_first ? after : NULL);
    }
}

void pv_env_changes(const struct pv_env *before, const struct pv_env *after, pv_env_change *told,
                    void *user)
{
    tell(&(struct teller){told, user}, before->root, after->root);
}
