/* SPDX-License-Identifier: Apache-2.0 */
#include "base/vec.h"

#include "support/fault.h"

struct pair {
    uint32_t a, b;
};

struct pairs {
    PV_VEC(struct pair) list;
};

static PV_RESULT push_many(struct pv_arena *mem, struct pairs *pairs, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        struct pair *pair = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &pairs->list, &pair, NULL));
        assert_int_equal(pair->a | pair->b, 0);
        *pair = (struct pair){i, i * 2};
    }
    return PV_SUCCESS;
}

static void keeps_what_was_pushed_in_order(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pairs pairs = {0};
    uint32_t i = 0;
    (void)state;
    assert_ok(push_many(&mem, &pairs, 1000));
    PV_VEC_EACH (const struct pair, pair, &pairs.list) {
        assert_int_equal(pair->a, i);
        assert_int_equal(pair->b, i * 2);
        i++;
    }
    assert_int_equal(i, 1000);
}

static void a_slot_that_is_used_again_is_zero(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pairs pairs = {0};
    (void)state;
    assert_ok(push_many(&mem, &pairs, 5));
    pairs.list.n = 0;
    assert_ok(push_many(&mem, &pairs, 5));
}

static void walks_an_empty_one(void **state)
{
    struct pairs pairs = {0};
    (void)state;
    PV_VEC_EACH (struct pair, pair, &pairs.list)
        fail_msg("an element in an empty list: %u", pair->a);
}

static void refuses_a_capacity_that_overflows(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    void *p = NULL;
    size_t capacity = SIZE_MAX / 2 + 1;
    (void)state;
    assert_code(PV_LIMIT, pv_vec_grow(&mem, &p, 0, &capacity, 1, NULL));
    capacity = SIZE_MAX / 4;
    assert_code(PV_LIMIT, pv_vec_grow(&mem, &p, 0, &capacity, 8, NULL));
    assert_null(p);
}

static void a_failed_push_leaves_the_list_as_it_was(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = 8 * sizeof(struct pair)};
    struct pairs pairs = {0};
    (void)state;
    assert_code(PV_LIMIT, push_many(&mem, &pairs, 9));
    assert_int_equal(pairs.list.n, 8);
    assert_int_equal(pairs.list.p[7].b, 14);
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pairs pairs = {0};
        fault_end(&fault, push_many(&mem, &pairs, 20000));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_was_pushed_in_order),
        cmocka_unit_test(a_slot_that_is_used_again_is_zero),
        cmocka_unit_test(walks_an_empty_one),
        cmocka_unit_test(refuses_a_capacity_that_overflows),
        cmocka_unit_test(a_failed_push_leaves_the_list_as_it_was),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
