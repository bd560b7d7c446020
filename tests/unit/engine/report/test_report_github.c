/* SPDX-License-Identifier: Apache-2.0 */
#include "support/report_case.h"
#include "support/test.h"

static void findings_are_commands_beside_lines(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin(&it);
    report_case_golden(&it, pv_report_github, "report/findings.github.txt");
    report_case_end(&it);
}

static void is_whole_when_nothing_was_found(void **state)
{
    (void)state;
    report_case_golden_empty(pv_report_github, "report/nothing.github.txt");
}

static void survives_each_allocation_failing(void **state)
{
    (void)state;
    report_case_survives(pv_report_github);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_are_commands_beside_lines),
        cmocka_unit_test(is_whole_when_nothing_was_found),
        cmocka_unit_test(survives_each_allocation_failing),
    };
    return cmocka_run_group_tests_name("report_github", tests, NULL, NULL);
}
