/* SPDX-License-Identifier: Apache-2.0 */
#include "support/golden.h"
#include "support/report_case.h"
#include "support/test.h"

static void check(const struct report_case *it, const char *name)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    assert_ok(pv_report_json(&it->report, &out, NULL));
    golden_check(name, pv_buf_str(&out));
}

static void has_the_shape_of_semgrep(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin(&it);
    check(&it, "report/findings.json");
    report_case_end(&it);
}

static void shows_what_was_suppressed_where_asked(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin(&it);
    it.report.shows_suppressed = true;
    check(&it, "report/suppressed.json");
    report_case_end(&it);
}

static void is_whole_when_nothing_was_found(void **state)
{
    (void)state;
    report_case_golden_empty(pv_report_json, "report/nothing.json");
}

static void survives_each_allocation_failing(void **state)
{
    (void)state;
    report_case_survives(pv_report_json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_the_shape_of_semgrep),
        cmocka_unit_test(shows_what_was_suppressed_where_asked),
        cmocka_unit_test(is_whole_when_nothing_was_found),
        cmocka_unit_test(survives_each_allocation_failing),
    };
    return cmocka_run_group_tests_name("report_json", tests, NULL, NULL);
}
