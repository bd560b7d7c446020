/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/order.h"

#include "support/test.h"

static void puts_what_matters_first_then_severity_then_place(void **state)
{
    static const struct pv_rule error = {.severity = PV_SEVERITY_ERROR};
    static const struct pv_rule warning = {.severity = PV_SEVERITY_WARNING};
    struct pv_finding findings[] = {
        {.rule = &warning},
        {.rule = &error},
        {.rule = &warning, .context = {.rank = 3}},
        {.rule = &error},
        {.rule = &error, .context = {.rank = 3}},
    };
    static const size_t expected[] = {4, 2, 1, 3, 0};
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_scan_result result = {.findings = findings, .n_findings = PV_COUNT(findings)};
    const struct pv_finding **order = NULL;
    (void)state;
    assert_ok(pv_order_findings(&mem, &result, &order, NULL));
    for (size_t i = 0; i < PV_COUNT(expected); i++)
        assert_ptr_equal(order[i], &findings[expected[i]]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(puts_what_matters_first_then_severity_then_place)};
    return cmocka_run_group_tests_name("order", tests, NULL, NULL);
}
