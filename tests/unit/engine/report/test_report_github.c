/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fault.h"
#include "support/golden.h"
#include "support/report_case.h"
#include "support/test.h"

static void check(const struct report_case *it, const char *name)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    assert_ok(pv_report_github(&it->report, &out, NULL));
    golden_check(name, pv_buf_str(&out));
}

static void findings_are_commands_beside_lines(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin(&it);
    check(&it, "report/findings.github.txt");
    report_case_end(&it);
}

static void is_whole_when_nothing_was_found(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin_empty(&it);
    check(&it, "report/nothing.github.txt");
    report_case_end(&it);
}

static void survives_each_allocation_failing(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin(&it);
    FAULT_EACH (fault) {
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        fault_end(&fault, pv_report_github(&it.report, &out, NULL));
    }
    report_case_end(&it);
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
