/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/line_index.h"

#include "support/test.h"

static void gives_lines_and_columns(void **state)
{
    static const struct {
        uint32_t offset, line, column;
    } cases[] = {{0, 1, 1}, {1, 1, 2}, {2, 1, 3}, {3, 2, 1}, {4, 3, 1}, {6, 3, 3}, {7, 4, 1}};
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_line_index index = {0};
    (void)state;
    assert_ok(pv_line_index_build(&mem, PV_STR("ab\n\ncd\n"), &index, NULL));
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_place place = pv_line_index_place(&index, cases[i].offset);
        assert_int_equal(place.line, cases[i].line);
        assert_int_equal(place.column, cases[i].column);
        assert_int_equal(place.offset, cases[i].offset);
    }
}

static void gives_the_text_of_lines(void **state)
{
    static const struct {
        const char *text;
        uint32_t first, last;
        const char *expected;
    } cases[] = {
        {"one\ntwo\nthree", 1, 1, "one"},
        {"one\ntwo\nthree", 2, 3, "two\nthree"},
        {"one\ntwo\nthree\n", 3, 3, "three"},
        {"one\r\ntwo\r\n", 1, 1, "one"},
        {"one\r\ntwo\r\n", 1, 2, "one\r\ntwo"},
        {"one", 1, 9, "one"},
        {"one", 2, 2, ""},
        {"one", 0, 1, ""},
        {"", 1, 1, ""},
        {"\n\n", 2, 2, ""},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_line_index index = {0};
        assert_ok(pv_line_index_build(&mem, pv_str_of(cases[i].text), &index, NULL));
        struct pv_str lines = pv_line_index_lines(&index, cases[i].first, cases[i].last);
        assert_true(pv_str_eq(lines, pv_str_of(cases[i].expected)));
    }
}

static void an_empty_index_has_one_place(void **state)
{
    struct pv_line_index none = {0};
    (void)state;
    assert_int_equal(pv_line_index_place(&none, 0).line, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_lines_and_columns),
        cmocka_unit_test(gives_the_text_of_lines),
        cmocka_unit_test(an_empty_index_has_one_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
