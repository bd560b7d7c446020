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

/* What is left out of a text that becomes another. */
struct left {
    size_t applied;
    size_t overlapping;
    size_t moved;
};

static void assert_places(const struct pv_edit *edit, struct pv_str before)
{
    size_t at = 0;
    size_t new_at = 0;
    PV_VEC_EACH (const struct pv_mended_place, place, &edit->mended.places) {
        struct pv_str same = pv_str_sub(before, at, place->start);
        assert_true(
            pv_str_eq(pv_str_sub(pv_buf_str(&edit->mended.text), new_at, place->new_start), same));
        at = place->end;
        new_at = place->new_end;
    }
    assert_true(pv_str_eq(pv_str_sub(pv_buf_str(&edit->mended.text), new_at, edit->mended.text.n),
                          pv_str_sub(before, at, before.n)));
}

static void assert_edit(const struct pv_finding *findings, size_t n, const char *expected,
                        struct left left)
{
    const struct pv_str before = PV_STR("f(a, b)\n");
    struct pv_arena mem = {0};
    struct pv_edit got = {0};

    assert_true(pv_is_ok(pv_edit_make(&mem, before, findings, n, &got, NULL)));
    assert_true(pv_str_eq(pv_buf_str(&got.mended.text), pv_str_of(expected)));
    assert_int_equal(got.applied, left.applied);
    assert_int_equal(got.overlapping, left.overlapping);
    assert_int_equal(got.moved, left.moved);
    assert_places(&got, before);
    pv_buf_clear(&got.mended.text);
    pv_arena_clear(&mem);
}

static void applies_all_that_do_not_overlap(void **state)
{
    const struct pv_finding findings[] = {fix(0, 1, "g"), fix(2, 3, "long"), fix(5, 6, "")};

    (void)state;
    assert_edit(findings, 3, "g(long, )\n", (struct left){.applied = 3});
}

static void takes_the_first_of_those_that_overlap(void **state)
{
    const struct pv_finding findings[] = {fix(0, 7, "g()"), fix(0, 7, "g()"), fix(2, 3, "x")};

    (void)state;
    assert_edit(findings, 3, "g()\n", (struct left){.applied = 1, .overlapping = 2});
}

static void puts_in_once_what_the_fixes_need(void **state)
{
    struct pv_finding findings[] = {fix(0, 1, "g"), fix(2, 3, "x"), fix(5, 6, "y")};
    struct pv_finding far = fix(5, 6, "y");
    struct pv_finding within = fix(2, 6, "z");

    (void)state;
    findings[0].import = PV_STR("import g\n");
    findings[1].import = PV_STR("import x\n");
    findings[2].import = PV_STR("import g\n");
    assert_edit(findings, 3, "import g\nimport x\ng(x, y)\n", (struct left){.applied = 3});
    far.import = PV_STR("!");
    far.import_at.offset = 8;
    assert_edit(&far, 1, "f(a, y)\n!", (struct left){.applied = 1});
    far.import_at.offset = 9;
    assert_edit(&far, 1, "f(a, b)\n", (struct left){.moved = 1});
    within.import = PV_STR("!");
    within.import_at.offset = 3;
    assert_edit(&within, 1, "f(a, b)\n", (struct left){.overlapping = 1});
    far.import_at.offset = 0;
    far.is_suppressed = true;
    assert_edit(&far, 1, "f(a, b)\n", (struct left){0});
}

static void leaves_a_text_alone_that_has_changed(void **state)
{
    struct pv_finding findings[] = {fix(0, 1, "g"), fix(100, 200, "x")};

    (void)state;
    findings[0].lines = PV_STR("f(b, a)");
    assert_edit(findings, 2, "f(a, b)\n", (struct left){.moved = 2});
}

static void leaves_suppressed_findings_and_those_without_a_fix(void **state)
{
    struct pv_finding findings[] = {fix(0, 1, "g"), fix(2, 3, NULL)};

    (void)state;
    findings[0].is_suppressed = true;
    assert_edit(findings, 2, "f(a, b)\n", (struct left){0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applies_all_that_do_not_overlap),
        cmocka_unit_test(takes_the_first_of_those_that_overlap),
        cmocka_unit_test(puts_in_once_what_the_fixes_need),
        cmocka_unit_test(leaves_a_text_alone_that_has_changed),
        cmocka_unit_test(leaves_suppressed_findings_and_those_without_a_fix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
