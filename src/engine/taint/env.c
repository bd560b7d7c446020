/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/env.h"

#include "engine/taint/taint_limits.h"

#include <string.h>

enum { CAPACITY_FIRST = 16 };

static uint32_t find(const struct pv_env *env, uint32_t key)
{
    uint32_t low = 0;
    uint32_t high = env->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (env->p[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct pv_value *pv_env_get(const struct pv_env *env, uint32_t key)
{
    uint32_t at = find(env, key);
    return at < env->n && env->p[at].key == key ? env->p[at].value : NULL;
}

static struct pv_var *take(struct pv_values *v, uint32_t count)
{
    void *out = NULL;
    if (v->stop == PV_OK)
        v->stop = pv_arena_take_array(v->mem, count, sizeof(struct pv_var), &out, NULL).code;
    return v->stop == PV_OK ? out : NULL;
}

static bool make_room(struct pv_values *v, struct pv_env *env)
{
    if (env->n < env->capacity)
        return true;
    uint32_t capacity = env->capacity ? 2 * env->capacity : CAPACITY_FIRST;
    struct pv_var *vars = take(v, capacity);
    if (!vars)
        return false;
    if (env->n > 0)
        memcpy(vars, env->p, env->n * sizeof *vars);
    env->p = vars;
    env->capacity = capacity;
    return true;
}

void pv_env_set(struct pv_values *v, struct pv_env *env, uint32_t key, const struct pv_value *value)
{
    uint32_t at = find(env, key);
    if (at < env->n && env->p[at].key == key) {
        env->p[at].value = value;
        return;
    }
    if (env->n >= PV_TAINT_VARS_MAX || !make_room(v, env))
        return;
    memmove(env->p + at + 1, env->p + at, (env->n - at) * sizeof *env->p);
    env->p[at] = (struct pv_var){key, value};
    env->n++;
}

void pv_env_drop(struct pv_env *env, uint32_t key)
{
    uint32_t at = find(env, key);
    if (at == env->n || env->p[at].key != key)
        return;
    env->n--;
    memmove(env->p + at, env->p + at + 1, (env->n - at) * sizeof *env->p);
}

struct pv_env pv_env_copy(struct pv_values *v, const struct pv_env *env)
{
    struct pv_env out = {.is_dead = env->is_dead};
    if (env->n == 0)
        return out;
    out.p = take(v, env->n + CAPACITY_FIRST);
    if (!out.p)
        return out;
    memcpy(out.p, env->p, env->n * sizeof *out.p);
    out.n = env->n;
    out.capacity = env->n + CAPACITY_FIRST;
    return out;
}

struct pv_env pv_env_join(struct pv_values *v, struct pv_env a, struct pv_env b)
{
    if (a.is_dead || b.is_dead)
        return a.is_dead ? b : a;
    struct pv_env out = {.p = take(v, a.n + b.n + CAPACITY_FIRST)};
    uint32_t i = 0;
    uint32_t k = 0;
    if (!out.p)
        return out;
    out.capacity = a.n + b.n + CAPACITY_FIRST;
    while (i < a.n || k < b.n) {
        uint32_t x = i < a.n ? a.p[i].key : UINT32_MAX;
        uint32_t y = k < b.n ? b.p[k].key : UINT32_MAX;
        const struct pv_value *left = x <= y ? a.p[i].value : &pv_value_clean;
        const struct pv_value *right = y <= x ? b.p[k].value : &pv_value_clean;
        out.p[out.n++] = (struct pv_var){x < y ? x : y, pv_value_join(v, left, right)};
        i += x <= y;
        k += y <= x;
    }
    return out;
}

bool pv_env_equal(const struct pv_env *a, const struct pv_env *b)
{
    if (a->n != b->n || a->is_dead != b->is_dead)
        return false;
    for (uint32_t i = 0; i < a->n; i++)
        if (a->p[i].key != b->p[i].key || !pv_value_equal(a->p[i].value, b->p[i].value))
            return false;
    return true;
}
