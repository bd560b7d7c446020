/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/edit.h"

#include "support/test.h"

static struct pv_finding fix(uint32_t start, uint32_t end, const char *text)
{
    return (struct pv_finding){.start = {.line = 1, .column = start + 1, .offset = start},
                               .end = {.line = 1, .column = end + 1, .offset = end},
                               .lines = PV_STR("f(a, b)"),
                               .fix = pv_str_of(text)};
}

static void assert_edit(const struct pv_finding *findings, size_t n, const char *expected,
                        struct pv_edit_counts counts)
{
    struct pv_buf out = {0};
    struct pv_edit_counts got = {0};

    pv_edit_apply(PV_STR("f(a, b)\n"), findings, n, &out, &got);
    assert_true(pv_str_eq(pv_buf_str(&out), pv_str_of(expected)));
    assert_int_equal(got.applied, counts.applied);
    assert_int_equal(got.overlapping, counts.overlapping);
    assert_int_equal(got.moved, counts.moved);
    pv_buf_clear(&out);
}

static void applies_all_that_do_not_overlap(void **state)
{
    const struct pv_finding findings[] = {fix(0, 1, "g"), fix(2, 3, "long"), fix(5, 6, "")};

    (void)state;
    assert_edit(findings, 3, "g(long, )\n", (struct pv_edit_counts){.applied = 3});
}

static void takes_the_first_of_those_that_overlap(void **state)
{
    const struct pv_finding findings[] = {fix(0, 7, "g()"), fix(0, 7, "g()"), fix(2, 3, "x")};

    (void)state;
    assert_edit(findings, 3, "g()\n", (struct pv_edit_counts){.applied = 1, .overlapping = 2});
}

static void leaves_a_text_alone_that_has_changed(void **state)
{
    struct pv_finding findings[] = {fix(0, 1, "g"), fix(100, 200, "x")};

    (void)state;
    findings[0].lines = PV_STR("f(b, a)");
    assert_edit(findings, 2, "f(a, b)\n", (struct pv_edit_counts){.moved = 2});
}

static void leaves_suppressed_findings_and_those_without_a_fix(void **state)
{
    struct pv_finding findings[] = {fix(0, 1, "g"), fix(2, 3, NULL)};

    (void)state;
    findings[0].is_suppressed = true;
    assert_edit(findings, 2, "f(a, b)\n", (struct pv_edit_counts){0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applies_all_that_do_not_overlap),
        cmocka_unit_test(takes_the_first_of_those_that_overlap),
        cmocka_unit_test(leaves_a_text_alone_that_has_changed),
        cmocka_unit_test(leaves_suppressed_findings_and_those_without_a_fix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
