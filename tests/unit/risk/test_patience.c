/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/patience.h"

#include "support/test.h"

static void ends_after_thirty_days_for_the_queue_and_sixty_for_the_gate(void **state)
{
    const pv_fact open = pv_fact_of(PV_PRIORITY_DEFER) | pv_fact_of(PV_PRIORITY_OUT_OF_CYCLE);
    const pv_fact high = pv_fact_of(PV_PRIORITY_OUT_OF_CYCLE);
    static const struct {
        int64_t age_days;
        bool is_queued_high;
        bool is_gated_high;
    } cases[] = {{-1, false, false}, {0, false, false}, {30, false, false},
                 {31, true, false},  {60, true, false}, {61, true, true}};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        assert_int_equal(pv_patience_queue(open, cases[i].age_days),
                         cases[i].is_queued_high ? high : open);
        assert_int_equal(pv_patience_gate(open, cases[i].age_days),
                         cases[i].is_gated_high ? high : open);
    }
}

/* What is known is what it is at any age, and nothing becomes less by waiting. */
static void never_lowers(void **state)
{
    (void)state;
    for (unsigned set = 1; set < 1u << PV_PRIORITY_VALUES; set++)
        for (int64_t age = 0; age < 100; age++) {
            pv_fact queue = pv_patience_queue((pv_fact)set, age);
            assert_true(pv_fact_low(queue) >= pv_fact_low((pv_fact)set));
            assert_int_equal(pv_fact_high(queue), pv_fact_high((pv_fact)set));
            assert_true(pv_fact_low(pv_patience_gate((pv_fact)set, age)) <= pv_fact_low(queue));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_after_thirty_days_for_the_queue_and_sixty_for_the_gate),
        cmocka_unit_test(never_lowers),
    };
    return cmocka_run_group_tests_name("patience", tests, NULL, NULL);
}
