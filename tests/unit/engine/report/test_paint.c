/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/paint.h"

#include "support/test.h"

static void assert_clean(bool has_utf8, struct pv_str text, const char *expected)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_paint paint = {.out = &out, .style = {.has_utf8 = has_utf8}};
    pv_paint_clean(&paint, text);
    pv_buf_add_byte(&out, '\0');
    assert_string_equal(out.p, expected);
}

/* Code that is scanned must not steer the terminal that it is shown on. */
static void disarms_control_characters(void **state)
{
    (void)state;
    assert_clean(false, PV_STR("a\x1b[31mb"), "a?[31mb");
    assert_clean(false, PV_STR("a\r\x07\x7f"), "a???");
    assert_clean(false,
                 PV_STR("\xc2\x9b"
                        "1m"),
                 "?1m");
    assert_clean(false,
                 PV_STR("x\xe2\x80\xae"
                        "y"),
                 "x?y");
    assert_clean(false, PV_STR("\xff\xc3"), "??");
    assert_clean(true, PV_STR("\x1b"), "\xef\xbf\xbd");
    assert_clean(true, PV_STR("h\xc3\xa9"), "h\xc3\xa9");
}

static void expands_tabs_and_counts_columns(void **state)
{
    (void)state;
    assert_clean(false, PV_STR("a\tb"), "a   b");
    assert_int_equal(pv_paint_width(PV_STR("a\tb")), 5);
    assert_int_equal(pv_paint_width(PV_STR("\xe6\xbc\xa2")), 2);
    assert_int_equal(pv_paint_width(PV_STR("e\xcc\x81")), 1);
}

static void wraps_between_words(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_paint paint = {.out = &out, .style = {.columns = 40}};
    (void)state;
    pv_paint_wrapped(&paint, 2, PV_STR("one two three four five six seven\neight nine ten"));
    pv_buf_add_byte(&out, '\0');
    assert_string_equal(out.p, "  one two three four five six seven\n  eight nine ten\n");
}

static void colours_and_links_only_when_asked(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_paint paint = {.out = &out};
    (void)state;
    pv_paint(&paint, PV_INK_RULE, PV_STR("x"));
    pv_paint_place(&paint, PV_STR("/home"), PV_STR("a b.py"), PV_STR("a b.py:1"));
    pv_buf_add_byte(&out, '\0');
    assert_string_equal(out.p, "xa b.py:1");

    pv_buf_reset(&out);
    paint.style = (struct pv_report_style){.has_colour = true, .has_links = true};
    pv_paint_place(&paint, PV_STR("/home"), PV_STR("a b.py"), PV_STR("a b.py:1"));
    pv_buf_add_byte(&out, '\0');
    assert_string_equal(out.p, "\x1b]8;;file:///home/a%20b.py\x1b\\\x1b[36ma b.py:1\x1b[0m\x1b]8;;"
                               "\x1b\\");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(disarms_control_characters),
        cmocka_unit_test(expands_tabs_and_counts_columns),
        cmocka_unit_test(wraps_between_words),
        cmocka_unit_test(colours_and_links_only_when_asked),
    };
    return cmocka_run_group_tests_name("paint", tests, NULL, NULL);
}
