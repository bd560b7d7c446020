/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/frame.h"

#include "support/test.h"

static struct pv_finding finding_at(struct pv_str lines, uint32_t column, uint32_t bytes)
{
    return (struct pv_finding){
        .start = {.line = 7, .column = column, .offset = column - 1},
        .end = {.line = 7, .column = column + bytes, .offset = column - 1 + bytes},
        .lines = lines,
        .fix = PV_STR("fixed"),
    };
}

static void assert_frame(const struct pv_finding *finding, const char *expected)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_paint paint = {.out = &out, .style = {.columns = 40}};
    pv_frame_paint(&paint, finding);
    pv_buf_add_byte(&out, '\0');
    assert_string_equal(out.p, expected);
}

static void marks_the_match(void **state)
{
    struct pv_finding finding = finding_at(PV_STR("a = f(1)\r"), 5, 4);
    (void)state;
    assert_frame(&finding, "    7 | a = f(1)\n"
                           "      |     ^^^^\n");
}

static void marks_an_empty_match(void **state)
{
    struct pv_finding finding = finding_at(PV_STR("ab"), 3, 0);
    (void)state;
    assert_frame(&finding, "    7 | ab\n"
                           "      |   ^\n");
}

static void cuts_long_lines_around_the_match(void **state)
{
    struct pv_finding early =
        finding_at(PV_STR("f(1); a_long_line_of_text_without_end_abcdefghij"), 1, 4);
    struct pv_finding late =
        finding_at(PV_STR("a_long_line_of_text_without_end_abcdefghij; f(1); g()"), 45, 4);
    struct pv_finding wide = finding_at(PV_STR("f(a_long_line_of_text_without_end_abcdef)"), 1, 41);
    (void)state;
    assert_frame(&early, "    7 | f(1); a_long_line_of_text_wit...\n"
                         "      | ^^^^\n");
    assert_frame(&late, "    7 | ...cdefghij; f(1); g()\n"
                        "      |              ^^^^\n");
    assert_frame(&wide, "    7 | f(a_long_line_of_text_without...\n"
                        "      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
}

static void leaves_out_indentation_before_it_cuts(void **state)
{
    struct pv_finding finding =
        finding_at(PV_STR("        f(1)  # a comment of 30 bytes..."), 9, 4);
    (void)state;
    assert_frame(&finding, "    7 | f(1)  # a comment of 30 bytes...\n"
                           "      | ^^^^\n");
}

static void shows_the_first_lines_of_many(void **state)
{
    struct pv_finding finding = finding_at(PV_STR("f(\n  1,\n  2,\n  3,\n  4)"), 1, 24);
    (void)state;
    finding.end = (struct pv_place){11, 5, 24};
    assert_frame(&finding, "    7 | f(\n"
                           "      | ^^\n"
                           "    8 |   1,\n"
                           "      |   ^^\n"
                           "    9 |   2,\n"
                           "      |   ^^\n"
                           "   10 |   3,\n"
                           "      |   ^^\n"
                           "      | ...\n");
}

static void shows_nothing_of_what_was_not_kept(void **state)
{
    struct pv_finding finding = finding_at(PV_STR("cut"), 90000, 4);
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_paint paint = {.out = &out};
    (void)state;
    pv_frame_paint(&paint, &finding);
    pv_frame_paint_fix(&paint, &finding);
    assert_int_equal(out.n, 0);
}

static void shows_a_fix_as_a_difference(void **state)
{
    struct pv_finding finding = finding_at(PV_STR("a = f(1)  # b"), 5, 4);
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_paint paint = {.out = &out};
    (void)state;
    pv_frame_paint_fix(&paint, &finding);
    finding.fix = PV_STR("1\n2\n3\n4\n5\n6\n7\n8\n9");
    pv_frame_paint_fix(&paint, &finding);
    pv_buf_add_byte(&out, '\0');
    assert_string_equal(out.p, "  fix:\n"
                               "      - a = f(1)  # b\n"
                               "      + a = fixed  # b\n"
                               "  fix:\n"
                               "      - a = f(1)  # b\n"
                               "      + a = 1\n"
                               "      + 2\n"
                               "      + 3\n"
                               "      + 4\n"
                               "      + 5\n"
                               "      + 6\n"
                               "      + 7\n"
                               "      + 8\n"
                               "      + ...\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_the_match),
        cmocka_unit_test(marks_an_empty_match),
        cmocka_unit_test(cuts_long_lines_around_the_match),
        cmocka_unit_test(leaves_out_indentation_before_it_cuts),
        cmocka_unit_test(shows_the_first_lines_of_many),
        cmocka_unit_test(shows_nothing_of_what_was_not_kept),
        cmocka_unit_test(shows_a_fix_as_a_difference),
    };
    return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
