/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/policy_check.h"

#include "support/test.h"

#define HEAD "row,obligation,class,item,role,CV,XP,floor,record\n"

static struct pv_policy shipped(void)
{
    struct pv_policy policy = {0};
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    return policy;
}

static void finds_nothing_wrong_with_the_shipped_policy(void **state)
{
    struct pv_policy policy = shipped();
    struct pv_policy_check check = {0};
    (void)state;
    pv_policy_check(&policy, &check);
    assert_int_equal(check.rows, 102);
    assert_int_equal(check.combinations, 4096);
    assert_int_equal(check.tables.n, 0);
    assert_false(check.has_idle);
    assert_int_equal(check.overlay_rows, policy.overlay.n);
    assert_int_equal(check.overlay_combinations, 8 * policy.overlay.n);
    assert_int_equal(check.overlay_lowers, 0);
    assert_int_equal(check.overlay.n, 0);
    assert_int_equal(check.cve_rows, 32);
    assert_int_equal(check.cve_steps_down, 0);
    assert_false(check.has_cve_idle);
}

static void finds_tables_that_fall(void **state)
{
    struct pv_policy policy = shipped();
    struct pv_policy_check check = {0};
    (void)state;
    policy.steps[PV_STEP_PRIORITY].outputs[0] = PV_PRIORITY_IMMEDIATE;
    policy.cve.outputs[0] = PV_TIMELINE_FORENSIC;
    pv_policy_check(&policy, &check);
    assert_true(check.tables.n > 0);
    assert_true(check.cve_steps_down > 0);
}

static void finds_inputs_that_never_matter(void **state)
{
    struct pv_policy policy = shipped();
    struct pv_policy_check check = {0};
    (void)state;
    for (size_t i = 0; i < policy.steps[PV_STEP_EASE].n; i++)
        policy.steps[PV_STEP_EASE].outputs[i] = PV_EASE_HARD;
    for (size_t i = 0; i < policy.cve.n; i++)
        policy.cve.outputs[i] = PV_TIMELINE_DAYS_14;
    pv_policy_check(&policy, &check);
    assert_true(check.has_idle);
    assert_int_equal(check.idle_step, PV_STEP_EASE);
    assert_true(check.has_cve_idle);
}

/* A floor for what only colleagues reach, and none for what the internet does. */
static void finds_obligations_that_fall(void **state)
{
    struct pv_policy policy = shipped();
    struct pv_policy_check check = {0};
    (void)state;
    assert_ok(pv_overlay_read(PV_STR(HEAD "0,a,*,phi,store,none,internal,immediate,-\n"),
                              &policy.overlay, NULL));
    pv_policy_check(&policy, &check);
    assert_true(check.overlay.n > 0);
    assert_int_equal(check.overlay.raised, PV_DIM_REACH);
    assert_int_equal(check.overlay_lowers, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_nothing_wrong_with_the_shipped_policy),
        cmocka_unit_test(finds_tables_that_fall),
        cmocka_unit_test(finds_inputs_that_never_matter),
        cmocka_unit_test(finds_obligations_that_fall),
    };
    return cmocka_run_group_tests_name("policy_check", tests, NULL, NULL);
}
