/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/codeowners.h"

#include "base/buf.h"
#include "risk/risk_limits.h"
#include "support/test.h"

static const char *const file = "# who answers for what\n"
                                "*                 @org/all   # everything\n"
                                "*.js              @js-owner\n"
                                "/build/logs/      @doctocat\n"
                                "docs/*            docs@example.com\n"
                                "apps/             @octocat @org/apps\n"
                                "/docs/            @doctocat\n"
                                "/scripts/         @doctocat @octocat\n"
                                "**/logs           @org/logs\n"
                                "/apps/            @octocat\n"
                                "/apps/github\n"
                                "/with\\ space/     @space\n";

static void takes_the_last_line_that_fits(void **state)
{
    static const struct {
        const char *path;
        const char *owners;
        unsigned line;
    } cases[] = {
        {"main.c", "@org/all", 2},
        {"web/deep/x.js", "@js-owner", 3},
        {"build/logs/today", "@org/logs", 9},
        {"deep/build/logs/today", "@org/logs", 9},
        {"docs/a.md", "@doctocat", 7},
        {"web/docs/a.md", "@org/all", 2},
        {"scripts/run.sh", "@doctocat @octocat", 8},
        {"web/apps/x.c", "@octocat @org/apps", 6},
        {"apps/x.js", "@octocat", 10},
        {"apps/github/x.js", "", 11},
        {"with space/x", "@space", 12},
        {"Apps/x.c", "@org/all", 2},
    };
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_codeowners codeowners = {0};
    (void)state;
    assert_ok(pv_codeowners_read(&mem, pv_str_of(file), &codeowners, NULL));
    assert_int_equal(codeowners.flaws.n, 0);
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        const struct pv_codeowners_rule *rule =
            pv_codeowners_find(&codeowners, pv_str_of(cases[i].path));
        assert_non_null(rule);
        assert_int_equal(rule->line, cases[i].line);
        assert_true(pv_str_eq(rule->owners, pv_str_of(cases[i].owners)));
    }
}

/* "docs/" and a star: its files, but not those of folders within it. */
static void means_only_the_folder_itself_by_a_star_behind_it(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_codeowners codeowners = {0};
    (void)state;
    assert_ok(pv_codeowners_read(&mem, PV_STR("docs/* @a\r\n"), &codeowners, NULL));
    assert_non_null(pv_codeowners_find(&codeowners, PV_STR("docs/a.md")));
    assert_null(pv_codeowners_find(&codeowners, PV_STR("docs/deep/a.md")));
}

static void skips_lines_that_can_not_be_used_and_says_so(void **state)
{
    static const struct {
        const char *text;
        const char *says;
    } cases[] = {
        {"!a.c @a\n", "'!'"},         {"[ab].c @a\n", "brackets"},
        {"a.c bob\n", "an owner is"}, {"a.c @a bob\n", "an owner is"},
        {"a.c @\n", "an owner is"},   {"a.c x@y@z\n", "an owner is"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_codeowners codeowners = {0};
        assert_ok(pv_codeowners_read(&mem, pv_str_of(cases[i].text), &codeowners, NULL));
        assert_int_equal(codeowners.rules.n, 0);
        assert_int_equal(codeowners.flaws.n, 1);
        assert_int_equal(codeowners.flaws.p[0].line, 1);
        assert_non_null(strstr(codeowners.flaws.p[0].text.p, cases[i].says));
    }
}

static void refuses_too_many_lines(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_codeowners codeowners = {0};
    (void)state;
    for (size_t i = 0; i <= PV_RISK_CODEOWNERS_RULES_MAX; i++)
        PV_BUF_LIT(&text, "a @a\n");
    assert_code(PV_LIMIT, pv_codeowners_read(&mem, pv_buf_str(&text), &codeowners, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_last_line_that_fits),
        cmocka_unit_test(means_only_the_folder_itself_by_a_star_behind_it),
        cmocka_unit_test(skips_lines_that_can_not_be_used_and_says_so),
        cmocka_unit_test(refuses_too_many_lines),
    };
    return cmocka_run_group_tests_name("codeowners", tests, NULL, NULL);
}
