/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"

#include "support/test.h"

static void adds_and_multiplies_within_bounds(void **state)
{
    static const struct {
        size_t a, b;
        bool has_sum, has_product;
    } cases[] = {
        {2, 3, true, true},
        {0, SIZE_MAX, true, true},
        {1, SIZE_MAX, false, true},
        {SIZE_MAX, SIZE_MAX, false, false},
        {SIZE_MAX / 2, 2, true, true},
        {SIZE_MAX / 2 + 1, 2, true, false},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        size_t sum = 42;
        size_t product = 42;
        assert_int_equal(pv_add(cases[i].a, cases[i].b, &sum), cases[i].has_sum);
        assert_int_equal(pv_mul(cases[i].a, cases[i].b, &product), cases[i].has_product);
        assert_int_equal(sum, cases[i].has_sum ? cases[i].a + cases[i].b : 42);
        assert_int_equal(product, cases[i].has_product ? cases[i].a * cases[i].b : 42);
    }
}

static void picks_the_smaller_and_the_larger(void **state)
{
    (void)state;
    assert_int_equal(pv_min(1, 2), 1);
    assert_int_equal(pv_min(2, 1), 1);
    assert_int_equal(pv_max(1, 2), 2);
    assert_int_equal(pv_max(2, 1), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_and_multiplies_within_bounds),
        cmocka_unit_test(picks_the_smaller_and_the_larger),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
