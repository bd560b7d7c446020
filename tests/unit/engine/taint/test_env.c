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
    assert_int_equal(env.n, 100);
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
    assert_int_equal(env.n, PV_TAINT_VARS_MAX);
    assert_int_equal(v.stop, PV_OK);
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_and_changes_variables),
        cmocka_unit_test(joins_what_two_ways_leave),
        cmocka_unit_test(holds_so_many_variables_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
