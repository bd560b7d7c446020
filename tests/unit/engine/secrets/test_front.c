/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/front.h"

#include "support/test.h"

static void some_signs_are_fronts_in_their_place_only(void **state)
{
    static struct pv_fronts fronts;
    static const struct {
        const char *text;
        size_t at;
        bool is_front;
    } cases[] = {
        {"x = 1", 2, true},      {"\", \"", 1, true},     {"a, b", 1, false},     {"x=", 1, false},
        {"a.bcdefg.h", 1, true}, {"a.bcdef.h", 1, false}, {"a.bcdefg", 1, false},
    };
    (void)state;
    pv_fronts_add(&fronts, '=', ' ');
    pv_fronts_add(&fronts, ',', ' ');
    pv_fronts_add(&fronts, '.', 'b');
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(pv_front_is_at(&fronts, pv_str_of(cases[i].text), cases[i].at),
                         cases[i].is_front);
}

static void a_word_begins_behind_an_escape_and_not_behind_a_dot(void **state)
{
    static struct pv_fronts fronts;
    static const struct {
        const char *text;
        size_t at;
        bool is_front;
    } cases[] = {
        {"abc", 0, true},
        {"xabc", 1, false},
        {"_abc", 1, false},
        {"\\nabc", 2, true},
        {"\\qabc", 2, false},
        {"x.abc", 2, false},
        {".abc", 1, true},
        {" .abc", 2, true},
        {"\xc3\xa9"
         "abc",
         2, true},
        {"a", 0, false},
    };
    (void)state;
    pv_fronts_add(&fronts, 'a', 'b');
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(pv_front_is_at(&fronts, pv_str_of(cases[i].text), cases[i].at),
                         cases[i].is_front);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(some_signs_are_fronts_in_their_place_only),
        cmocka_unit_test(a_word_begins_behind_an_escape_and_not_behind_a_dot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
