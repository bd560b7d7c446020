/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/paragraph.h"

#include "support/test.h"

static void assert_lines(struct pv_paragraph form, const char *text, const char *expected)
{
    struct pv_buf out = {0};

    pv_paragraph_add(&out, form, pv_str_of(text));
    assert_true(pv_str_eq(pv_buf_str(&out), pv_str_of(expected)));
    pv_buf_clear(&out);
}

static void breaks_lines_at_words(void **state)
{
    (void)state;
    assert_lines((struct pv_paragraph){.width = 9}, "one two three", "one two\nthree\n");
    assert_lines((struct pv_paragraph){.width = 7}, "one two", "one two\n");
    assert_lines((struct pv_paragraph){.width = 3}, "longer than", "longer\nthan\n");
    assert_lines((struct pv_paragraph){.width = 9}, "", "");
}

static void keeps_line_ends(void **state)
{
    (void)state;
    assert_lines((struct pv_paragraph){.width = 9}, "one\n\ntwo", "one\n\ntwo\n");
}

static void indents_what_follows(void **state)
{
    const struct pv_paragraph form = {.column = 2, .indent = 2, .width = 6};

    (void)state;
    assert_lines(form, "a bc d", "a bc\n  d\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_lines_at_words),
        cmocka_unit_test(keeps_line_ends),
        cmocka_unit_test(indents_what_follows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
