/* SPDX-License-Identifier: Apache-2.0 */
#include "text/glob.h"

#include "support/test.h"

static void matches_as_gitignore_does(void **state)
{
    static const struct {
        const char *pattern;
        const char *path;
        bool expected; /* for a file */
    } cases[] = {
        {"a.py", "a.py", true},        {"a.py", "x/a.py", true},
        {"a.py", "xa.py", false},      {"*.py", "x/y/a.py", true},
        {"*.py", "a.pyc", false},      {"/a.py", "a.py", true},
        {"/a.py", "x/a.py", false},    {"x/a.py", "x/a.py", true},
        {"x/a.py", "y/x/a.py", false}, {"x/*", "x/a", true},
        {"x/*", "x/y/a", false},       {"x/**", "x/y/a", true},
        {"x/**", "x", false},          {"**/a", "a", true},
        {"**/a", "x/y/a", true},       {"**/a", "x/ya", false},
        {"x/**/a", "x/a", true},       {"x/**/a", "x/y/z/a", true},
        {"x/**/a", "x/y/b", false},    {"x/**/y/**/z", "x/1/y/2/3/z", true},
        {"x**z", "xyz", true},         {"/x**z", "xy/z", false},
        {"?.c", "a.c", true},          {"?.c", "ab.c", false},
        {"a?b/c", "a/b/c", false},     {"[a-c].c", "b.c", true},
        {"[!a-c].c", "b.c", false},    {"[^a-c].c", "d.c", true},
        {"[]x].c", "].c", true},       {"[a", "[a", false},
        {"[a-]", "-", true},           {"\\*.c", "*.c", true},
        {"\\*.c", "a.c", false},       {"a*b*c", "aXbYbZc", true},
        {"a*b*c", "aXbYbZ", false},    {"*", "anything", true},
        {"build/", "build", false},    {"", "a", false},
        {"x/***/a", "x/y/z/a", true},  {"x***z", "xyz", true},
        {"**/x**/a", "x/y/a", false},  {"x**/a", "xy/a", true},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_glob glob = pv_glob_of(pv_str_of(cases[i].pattern));
        assert_int_equal(pv_glob_is_match(&glob, pv_str_of(cases[i].path), false),
                         cases[i].expected);
        if (cases[i].expected)
            assert_true(pv_glob_may_match(&glob, pv_glob_pairs(pv_str_of(cases[i].path))));
    }
}

static void most_paths_are_told_by_their_pairs_of_bytes(void **state)
{
    struct pv_glob glob = pv_glob_of(PV_STR("*nginx*"));
    (void)state;
    assert_true(pv_glob_may_match(&glob, pv_glob_pairs(PV_STR("etc/nginx/a.conf"))));
    assert_false(pv_glob_may_match(&glob, pv_glob_pairs(PV_STR("src/Main.java"))));
    assert_false(pv_glob_may_match(&glob, pv_glob_pairs(PV_STR(""))));
}

static void a_slash_at_the_end_means_folders(void **state)
{
    struct pv_glob glob = pv_glob_of(PV_STR("build/"));
    (void)state;
    assert_true(pv_glob_is_match(&glob, PV_STR("x/build"), true));
    assert_false(pv_glob_is_match(&glob, PV_STR("x/build"), false));
    assert_true(pv_glob_is_match_within(&glob, PV_STR("x/build/y/a.c")));
    assert_false(pv_glob_is_match_within(&glob, PV_STR("x/build")));
}

static void ends_on_hostile_patterns(void **state)
{
    static char path[4000];
    static char pattern[4000];
    (void)state;
    for (size_t i = 0; i < sizeof path; i++) {
        path[i] = i % 2 ? '/' : 'a';
        pattern[i] = i % 2 ? '*' : 'a';
    }
    struct pv_glob stars = pv_glob_of((struct pv_str){pattern, sizeof pattern});
    struct pv_glob folders = pv_glob_of(PV_STR("**/a*/**/*a/**/a*a/**/b"));
    assert_false(pv_glob_is_match(&stars, (struct pv_str){path, sizeof path - 1}, false));
    assert_false(pv_glob_is_match(&folders, (struct pv_str){path, sizeof path - 1}, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_as_gitignore_does),
        cmocka_unit_test(most_paths_are_told_by_their_pairs_of_bytes),
        cmocka_unit_test(a_slash_at_the_end_means_folders),
        cmocka_unit_test(ends_on_hostile_patterns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
