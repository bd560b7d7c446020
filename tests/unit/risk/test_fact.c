/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/fact.h"

#include "support/test.h"

static void knows_its_values_by_name(void **state)
{
    unsigned value = 99;
    (void)state;
    assert_true(pv_fact_value(PV_DIM_REACH, PV_STR("internet"), &value));
    assert_int_equal(value, PV_REACH_INTERNET);
    assert_false(pv_fact_value(PV_DIM_REACH, PV_STR("intranet"), &value));
    assert_int_equal(value, PV_REACH_INTERNET);
    assert_true(pv_str_eq(pv_fact_text(PV_DIM_TIER, PV_TIER_0), PV_STR("tier0")));
}

static void knows_its_columns(void **state)
{
    enum pv_dimension dimension = PV_DIM_COUNT;
    (void)state;
    for (unsigned d = 0; d < PV_DIM_COUNT; d++) {
        assert_true(pv_dimension_of_column(pv_dimension_column((enum pv_dimension)d), &dimension));
        assert_int_equal(dimension, d);
        assert_true(pv_dimension_title(dimension).n > 0);
    }
    assert_false(pv_dimension_of_column(PV_STR("QQ"), &dimension));
}

static void tells_known_from_unknown(void **state)
{
    (void)state;
    assert_true(pv_fact_is_known(pv_fact_of(3)));
    assert_false(pv_fact_is_known(pv_fact_unknown(PV_DIM_GATE)));
    assert_false(pv_fact_is_known(0));
    assert_int_equal(pv_fact_low(pv_fact_unknown(PV_DIM_DATA)), PV_DATA_PUBLIC);
    assert_int_equal(pv_fact_high(pv_fact_unknown(PV_DIM_DATA)), PV_DATA_REGULATED);
}

/* Against the definition: all pairs of values of all pairs of sets. */
static void takes_the_larger_of_two_sets(void **state)
{
    (void)state;
    for (unsigned a = 1; a < 16; a++) {
        for (unsigned b = 1; b < 16; b++) {
            pv_fact expected = 0;
            for (unsigned pair = 0; pair < 16; pair++) {
                unsigned x = pair / 4;
                unsigned y = pair % 4;
                if (pv_fact_has((pv_fact)a, x) && pv_fact_has((pv_fact)b, y))
                    expected |= pv_fact_of(x > y ? x : y);
            }
            assert_int_equal(pv_fact_max((pv_fact)a, (pv_fact)b), expected);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_its_values_by_name),
        cmocka_unit_test(knows_its_columns),
        cmocka_unit_test(tells_known_from_unknown),
        cmocka_unit_test(takes_the_larger_of_two_sets),
    };
    return cmocka_run_group_tests_name("fact", tests, NULL, NULL);
}
