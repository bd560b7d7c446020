/* SPDX-License-Identifier: Apache-2.0 */
#include "text/glob_class.h"

#include "support/test.h"

static void knows_its_members(void **state)
{
    static const struct {
        const char *class;
        const char *members;
        const char *others;
    } cases[] = {
        {"[abc]", "abc", "dA]"},
        {"[a-c]", "abc", "d-"},
        {"[!a-c]", "d-!", "abc"},
        {"[^a-c]", "d-^", "abc"},
        {"[]a]", "]a", "b["},
        {"[!]a]", "b", "]a"},
        {"[a-]", "a-", "b"},
        {"[-a]", "a-", "b"},
        {"[c-a]", "c", "ab"}, /* as git: the first of a range that runs backwards */
        {"[\\]]", "]", "\\"},
        {"[\\a-\\c]", "abc", "\\"},
        {"[[:digit:]_]", "059_", "a:d[\xd9"},
        {"[![:space:]]", "a\xc3", " \t\n"},
        {"[[:upper:][:lower:]]", "aZ", "0\xe9"},
        {"[[:none:]]", "", "none:"},
        {"[[:digit]", "[:dgit", "0"}, /* not closed by ":]": members */
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_str class = pv_str_of(cases[i].class);
        assert_int_equal(pv_glob_class_end(class, 0), class.n);
        for (const char *p = cases[i].members; *p; p++)
            assert_true(pv_glob_class_has(class, 0, class.n, (unsigned char)*p));
        for (const char *p = cases[i].others; *p; p++)
            assert_false(pv_glob_class_has(class, 0, class.n, (unsigned char)*p));
    }
}

static void says_when_it_is_never_closed(void **state)
{
    static const char *const cases[] = {"[",  "[!",    "[]",   "[!]",
                                        "[a", "[a\\]", "[a\\", "[[:alpha:]"};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(pv_glob_class_end(pv_str_of(cases[i]), 0), SIZE_MAX);
    assert_int_equal(pv_glob_class_end(PV_STR("x[a]y"), 1), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_its_members),
        cmocka_unit_test(says_when_it_is_never_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
