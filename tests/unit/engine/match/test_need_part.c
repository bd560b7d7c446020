/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/need_part.h"

#include "support/test.h"

static void a_part_says_at_which_ends_its_word_ends(void **state)
{
    static const struct {
        const char *text;
        const char *bytes;
        bool is_first;
        bool is_last;
    } cases[] = {
        {"~ab", "ab", false, false}, {"~<ab", "ab", true, false}, {"~ab>", "ab", false, true},
        {"~<ab>", "ab", true, true}, {"ab", "", false, false},    {"~", "", false, false},
        {"", "", false, false},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_need_part part = pv_need_part_of(pv_str_of(cases[i].text));
        assert_true(pv_str_eq(part.bytes, pv_str_of(cases[i].bytes)));
        assert_int_equal(part.is_first, cases[i].is_first);
        assert_int_equal(part.is_last, cases[i].is_last);
    }
}

static void a_form_has_parts_that_are_long_enough(void **state)
{
    struct pv_str form = PV_STR("\1Ab\2cd\1e\1fg");
    static const char *const expected[] = {"~<ab", "~cd>", "~<fg"};
    struct pv_arena mem = {0};
    struct pv_need_part part = {0};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(expected); i++) {
        struct pv_str text = {0};
        assert_true(pv_need_take_part(&form, &part));
        assert_ok(pv_need_part_write(&mem, &part, &text, NULL));
        print_message("%.*s\n", PV_STR_FMT(text));
        assert_true(pv_str_eq(text, pv_str_of(expected[i])));
    }
    assert_false(pv_need_take_part(&form, &part));
    pv_arena_clear(&mem);
}

static void a_part_stands_in_any_case_and_between_its_ends(void **state)
{
    static const struct {
        const char *part;
        const char *text;
        size_t at;
        bool expected;
    } cases[] = {
        {"~ab", "xABx", 1, true},
        {"~ab", "xAcx", 1, false},
        {"~<ab", "xab", 1, false},
        {"~<ab", "$ab", 1, true},
        {"~<ab",
         "\xc3\xa9"
         "ab",
         2, true},
        {"~ab>", "abx", 0, false},
        {"~ab>", "ab$", 0, true},
        {"~<ab>", "ab", 0, true},
        {"~ab", "a", 0, false},
        {"~<ab", "_ab", 1, false},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_need_part part = pv_need_part_of(pv_str_of(cases[i].part));
        print_message("%s in %s\n", cases[i].part, cases[i].text);
        assert_int_equal(pv_need_part_is_at(&part, pv_str_of(cases[i].text), cases[i].at),
                         cases[i].expected);
    }
}

/* The long s and the sign of Kelvin are letters of ASCII to an expression that asks for no case. */
static void some_letters_are_others_in_another_case(void **state)
{
    (void)state;
    assert_true(pv_need_has_other_case(PV_STR("a\xc5\xbf"
                                              "alt")));
    assert_true(pv_need_has_other_case(PV_STR("to\xe2\x84\xaa"
                                              "en")));
    assert_false(pv_need_has_other_case(PV_STR("gr\xc3\xb6\xc3\x9f"
                                               "e")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_part_says_at_which_ends_its_word_ends),
        cmocka_unit_test(a_form_has_parts_that_are_long_enough),
        cmocka_unit_test(a_part_stands_in_any_case_and_between_its_ends),
        cmocka_unit_test(some_letters_are_others_in_another_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
