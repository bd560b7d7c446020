/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/priority.h"

#include "support/test.h"

static void reads_back_what_it_writes(void **state)
{
    (void)state;
    for (unsigned low = 0; low < PV_PRIORITY_VALUES; low++)
        for (unsigned high = low; high < PV_PRIORITY_VALUES; high++) {
            PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
            pv_fact ends = (pv_fact)(pv_fact_of(low) | pv_fact_of(high));
            pv_fact back = 0;
            pv_priority_add(&text, ends);
            assert_true(pv_priority_read(pv_buf_str(&text), &back));
            assert_int_equal(back, ends);
        }
}

static void reads_two_full_stops_and_refuses_the_rest(void **state)
{
    static const char *const bad[] = {"", "soon", "defer…", "…defer", "scheduled…defer", "defer-x"};
    pv_fact fact = 0;
    (void)state;
    assert_true(pv_priority_read(PV_STR("defer..scheduled"), &fact));
    assert_int_equal(fact, pv_fact_of(PV_PRIORITY_DEFER) | pv_fact_of(PV_PRIORITY_SCHEDULED));
    for (size_t i = 0; i < PV_COUNT(bad); i++)
        assert_false(pv_priority_read(pv_str_of(bad[i]), &fact));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_back_what_it_writes),
        cmocka_unit_test(reads_two_full_stops_and_refuses_the_rest),
    };
    return cmocka_run_group_tests_name("priority", tests, NULL, NULL);
}
