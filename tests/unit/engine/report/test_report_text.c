/* SPDX-License-Identifier: Apache-2.0 */
#include "support/golden.h"
#include "support/report_case.h"
#include "support/test.h"

static void check(const struct report_case *it, const char *name)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    assert_ok(pv_report_text(&it->report, &out, NULL));
    golden_check(name, pv_buf_str(&out));
}

static void reads_well_without_colour(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin(&it);
    check(&it, "report/plain.txt");
    report_case_end(&it);
}

static void shows_colour_links_and_all_there_is_where_asked(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin(&it);
    it.report.style = (struct pv_report_style){true, true, true, 60};
    it.report.shows_suppressed = true;
    it.report.lists_skipped = true;
    check(&it, "report/terminal.txt");
    report_case_end(&it);
}

static void says_that_nothing_was_found(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin_empty(&it);
    check(&it, "report/nothing.txt");
    report_case_end(&it);
}

static void says_when_a_scan_is_partial(void **state)
{
    struct report_case it;
    (void)state;
    report_case_begin_empty(&it);
    it.result.is_partial = true;
    check(&it, "report/partial.txt");
    report_case_end(&it);
}

static void survives_each_allocation_failing(void **state)
{
    (void)state;
    report_case_survives(pv_report_text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_well_without_colour),
        cmocka_unit_test(shows_colour_links_and_all_there_is_where_asked),
        cmocka_unit_test(says_that_nothing_was_found),
        cmocka_unit_test(says_when_a_scan_is_partial),
        cmocka_unit_test(survives_each_allocation_failing),
    };
    return cmocka_run_group_tests_name("report_text", tests, NULL, NULL);
}
