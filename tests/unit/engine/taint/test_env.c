/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/env.h"
#include "engine/taint/taint_limits.h"
#include "support/test.h"

static const struct pv_value *tainted(struct pv_values *v)
{
    return pv_value_taint(v, &pv_value_clean, (struct pv_taint){.source = 1});
}

static void keeps_and_changes_variables(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    struct pv_env env = {0};
    (void)state;
    for (uint32_t key = 100; key > 0; key--)
        pv_env_set(&v, &env, key, key % 2 ? tainted(&v) : &pv_value_clean);
    assert_int_equal(pv_env_count(&env), 100);
    assert_true(pv_value_is_tainted(pv_env_get(&env, 51)));
    assert_null(pv_env_get(&env, 101));
    struct pv_env copy = pv_env_copy(&v, &env);
    pv_env_set(&v, &copy, 51, &pv_value_clean);
    assert_true(pv_value_is_tainted(pv_env_get(&env, 51)));
    assert_false(pv_env_equal(&env, &copy));
    pv_arena_clear(&mem);
}

static void joins_what_two_ways_leave(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    struct pv_env a = {0};
    struct pv_env b = {0};
    struct pv_env dead = {.is_dead = true};
    (void)state;
    pv_env_set(&v, &a, 1, tainted(&v));
    pv_env_set(&v, &b, 2, tainted(&v));
    struct pv_env both = pv_env_join(&v, a, b);
    assert_true(pv_value_is_tainted(pv_env_get(&both, 1)));
    assert_true(pv_value_is_tainted(pv_env_get(&both, 2)));
    struct pv_env one = pv_env_join(&v, dead, a);
    assert_true(pv_env_equal(&one, &a));
    one = pv_env_join(&v, a, dead);
    assert_true(pv_env_equal(&one, &a));
    assert_true(pv_env_join(&v, dead, dead).is_dead);
    pv_arena_clear(&mem);
}

static void holds_so_many_variables_and_no_more(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    struct pv_env env = {0};
    (void)state;
    for (uint32_t key = 0; key < 2 * PV_TAINT_VARS_MAX; key++)
        pv_env_set(&v, &env, key, tainted(&v));
    assert_int_equal(pv_env_count(&env), PV_TAINT_VARS_MAX);
    assert_int_equal(v.stop, PV_OK);
    pv_arena_clear(&mem);
}

/* A plain array beside the env: what is kept is what was put there, whatever is shared. */
enum { KEYS = 200, ENVS = 6, TURNS = 4000 };

struct mirror {
    struct pv_env env;
    const struct pv_value *values[KEYS];
};

static uint32_t key_of(unsigned number)
{
    return number % 7 == 0 ? PV_VAR_UNDEFINED | number : number;
}

static void expect_same(const struct mirror *mirror)
{
    uint32_t n = 0;
    for (unsigned i = 0; i < KEYS; i++) {
        n += mirror->values[i] != NULL;
        assert_ptr_equal(pv_env_get(&mirror->env, key_of(i)), mirror->values[i]);
    }
    assert_int_equal(pv_env_count(&mirror->env), n);
}

static bool keeps_even(void *user, uint32_t key)
{
    (void)user;
    return (key & 1) == 0;
}

static void turn(struct pv_values *v, struct mirror *mirrors, const struct pv_value *values,
                 unsigned chance)
{
    struct mirror *at = &mirrors[chance % ENVS];
    unsigned key = chance / ENVS % KEYS;
    switch (chance / ENVS / KEYS % 16) {
    case 0:
        pv_env_drop(v, &at->env, key_of(key));
        at->values[key] = NULL;
        break;
    case 1:
        mirrors[(chance + 1) % ENVS] = *at;
        mirrors[(chance + 1) % ENVS].env = pv_env_copy(v, &at->env);
        break;
    case 2:
        if (key % 4)
            break;
        pv_env_filter(v, &at->env, keeps_even, NULL);
        for (unsigned i = 0; i < KEYS; i++)
            at->values[i] = (key_of(i) & 1) == 0 ? at->values[i] : NULL;
        break;
    default:
        at->values[key] = &values[chance % 3];
        pv_env_set(v, &at->env, key_of(key), at->values[key]);
        break;
    }
}

static void envs_that_share_do_not_change_each_other(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    static struct mirror mirrors[ENVS];
    const struct pv_value values[3] = {{.number = 1}, {.number = 2}, {.number = 3}};
    uint32_t seed = 1;
    (void)state;
    for (int i = 0; i < TURNS; i++) {
        seed = seed * 1664525 + 1013904223;
        turn(&v, mirrors, values, seed >> 8);
        if (i % 16 == 0)
            for (unsigned k = 0; k < ENVS; k++)
                expect_same(&mirrors[k]);
    }
    assert_int_equal(v.stop, PV_OK);
    pv_arena_clear(&mem);
}

struct told {
    const struct mirror *before;
    const struct mirror *after;
    uint32_t last;
    unsigned n;
};

static void hear(void *user, uint32_t key, const struct pv_value *before,
                 const struct pv_value *after)
{
    struct told *told = user;
    assert_ptr_equal(before, pv_env_get(&told->before->env, key));
    assert_ptr_equal(after, pv_env_get(&told->after->env, key));
    assert_ptr_not_equal(before, after);
    assert_true(told->n == 0 || key > told->last);
    told->last = key;
    told->n++;
}

static void tells_what_changed_in_the_order_of_keys(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    static struct mirror mirrors[ENVS];
    const struct pv_value values[3] = {{.number = 1}, {.number = 2}, {.number = 3}};
    uint32_t seed = 7;
    (void)state;
    for (int i = 0; i < TURNS / 4; i++) {
        seed = seed * 1664525 + 1013904223;
        turn(&v, mirrors, values, seed >> 8);
        const struct mirror *before = &mirrors[seed % ENVS];
        const struct mirror *after = &mirrors[seed / ENVS % ENVS];
        struct told told = {before, after, 0, 0};
        unsigned n = 0;
        for (unsigned k = 0; k < KEYS; k++)
            n += before->values[k] != after->values[k];
        pv_env_changes(&before->env, &after->env, hear, &told);
        assert_int_equal(told.n, n);
    }
    pv_arena_clear(&mem);
}

static void a_join_holds_what_either_holds(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    struct pv_env a = {0};
    (void)state;
    for (unsigned i = 0; i < KEYS; i++)
        pv_env_set(&v, &a, key_of(i), &pv_value_clean);
    struct pv_env b = pv_env_copy(&v, &a);
    for (unsigned i = 0; i < KEYS; i += 3)
        pv_env_set(&v, &a, key_of(i), tainted(&v));
    for (unsigned i = 0; i < KEYS; i += 5)
        pv_env_set(&v, &b, key_of(i), tainted(&v));
    for (unsigned i = KEYS; i < 2 * KEYS; i++)
        pv_env_set(&v, i % 2 ? &a : &b, key_of(i), tainted(&v));
    struct pv_env both = pv_env_join(&v, a, b);
    assert_int_equal(pv_env_count(&both), 2 * KEYS);
    for (unsigned i = 0; i < 2 * KEYS; i++)
        assert_int_equal(pv_value_is_tainted(pv_env_get(&both, key_of(i))),
                         i % 3 == 0 || i % 5 == 0 || i >= KEYS);
    struct pv_env again = pv_env_join(&v, both, a);
    assert_ptr_equal(again.root, both.root);
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_and_changes_variables),
        cmocka_unit_test(joins_what_two_ways_leave),
        cmocka_unit_test(envs_that_share_do_not_change_each_other),
        cmocka_unit_test(tells_what_changed_in_the_order_of_keys),
        cmocka_unit_test(a_join_holds_what_either_holds),
        cmocka_unit_test(holds_so_many_variables_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
