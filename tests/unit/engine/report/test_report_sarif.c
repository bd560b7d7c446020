/* SPDX-License-Identifier: Apache-2.0 */
#include "support/golden.h"
#include "support/report_case.h"
#include "support/test.h"

static void check(const struct report_case *it, const char *name)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    assert_ok(pv_report_sarif(&it->report, &out, NULL));
    golden_check(name, pv_buf_str(&out));
}

static void has_rules_results_fixes_and_suppressions(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin(&it);
    check(&it, "report/findings.sarif");
    report_case_end(&it);
}

static void is_whole_when_nothing_was_found(void **state)
{
    (void)state;
    report_case_golden_empty(pv_report_sarif, "report/nothing.sarif");
}

static void survives_each_allocation_failing(void **state)
{
    (void)state;
    report_case_survives(pv_report_sarif);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_rules_results_fixes_and_suppressions),
        cmocka_unit_test(is_whole_when_nothing_was_found),
        cmocka_unit_test(survives_each_allocation_failing),
    };
    return cmocka_run_group_tests_name("report_sarif", tests, NULL, NULL);
}
