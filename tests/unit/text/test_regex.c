/* SPDX-License-Identifier: Apache-2.0 */
#include "text/regex.h"

#include "base/buf.h"
#include "support/fault.h"

#include <string.h>

static void free_regex(struct pv_regex **regex)
{
    pv_regex_free(*regex);
}

static void finds_groups_by_number_and_name(void **state)
{
    PV_DEFER(free_regex) struct pv_regex *regex = NULL;
    struct pv_regex_match match = {0};
    (void)state;
    assert_ok(pv_regex_compile(PV_STR("(?<year>\\d{4})-(\\d\\d)(x)?"), (struct pv_regex_options){0},
                               &regex, NULL));
    assert_ok(pv_regex_find(regex, PV_STR("on 2026-11."), 0, &match));
    assert_int_equal(match.groups[0].start, 3);
    assert_int_equal(match.groups[0].end, 10);
    assert_int_equal(match.groups[2].start, 8);
    assert_int_equal(pv_regex_groups(regex), 3);
    assert_true(pv_str_eq(pv_regex_group_name(regex, 1), PV_STR("year")));
    assert_int_equal(pv_regex_group_name(regex, 2).n, 0);
    assert_code(PV_NOT_FOUND, pv_regex_find(regex, PV_STR("on 2026-11."), 4, &match));
    assert_code(PV_NOT_FOUND, pv_regex_find(regex, PV_STR("x"), 9, &match));
}

static void honours_its_options(void **state)
{
    static const struct {
        struct pv_regex_options options;
        const char *pattern;
        bool is_found; /* in "one\nTWO" */
    } cases[] = {
        {{0}, "^TWO", false},
        {{.multiline = true}, "^TWO$", true},
        {{.anchored = true}, "TWO", false},
        {{.anchored = true}, "on", true},
        {{.caseless = true}, "two", true},
        {{0}, "one.TWO", false},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(free_regex) struct pv_regex *regex = NULL;
        struct pv_regex_match match = {0};
        assert_ok(pv_regex_compile(pv_str_of(cases[i].pattern), cases[i].options, &regex, NULL));
        assert_int_equal(pv_is_ok(pv_regex_find(regex, PV_STR("one\nTWO"), 0, &match)),
                         cases[i].is_found);
    }
}

static void says_which_character_is_wrong(void **state)
{
    PV_DEFER(free_regex) struct pv_regex *regex = NULL;
    struct pv_err err = {0};
    (void)state;
    assert_code(PV_SYNTAX,
                pv_regex_compile(PV_STR("ab(c"), (struct pv_regex_options){0}, &regex, &err));
    assert_int_equal(err.offset, 4);
    assert_non_null(strstr(err.text, "parenthesis"));
    assert_null(regex);
}

static void goes_on_around_bytes_that_are_not_utf8(void **state)
{
    PV_DEFER(free_regex) struct pv_regex *regex = NULL;
    struct pv_regex_match match = {0};
    (void)state;
    assert_ok(pv_regex_compile(PV_STR("key"), (struct pv_regex_options){0}, &regex, NULL));
    assert_ok(pv_regex_find(regex, PV_STR("\xff\xfe key"), 0, &match));
    assert_int_equal(match.groups[0].start, 3);
}

/* Every way to cut the x's in pieces would be tried. */
static void stops_a_search_that_explodes(void **state)
{
    PV_DEFER(free_regex) struct pv_regex *regex = NULL;
    struct pv_regex_match match = {0};
    (void)state;
    assert_ok(pv_regex_compile(PV_STR("(x+x+)+[yz]"), (struct pv_regex_options){0}, &regex, NULL));
    assert_code(PV_LIMIT, pv_regex_find(regex, PV_STR("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!"),
                                        0, &match));
}

/* The group's place is kept for each step back: more than the JIT's stack holds. */
static void finds_what_needs_a_large_stack(void **state)
{
    enum { LENGTH = 5000 };
    static char subject[LENGTH];
    PV_DEFER(free_regex) struct pv_regex *regex = NULL;
    struct pv_regex_match match = {0};
    (void)state;
    memset(subject, 'a', LENGTH);
    subject[LENGTH - 1] = 'c';
    assert_ok(pv_regex_compile(PV_STR("^((a)|b)*c"), (struct pv_regex_options){0}, &regex, NULL));
    assert_ok(pv_regex_find(regex, (struct pv_str){subject, LENGTH}, 0, &match));
    assert_int_equal(match.groups[0].end, LENGTH);
}

static void refuses_an_overlong_pattern(void **state)
{
    static char pattern[PV_REGEX_PATTERN_MAX + 1];
    PV_DEFER(free_regex) struct pv_regex *regex = NULL;
    (void)state;
    memset(pattern, 'a', sizeof pattern);
    assert_code(PV_LIMIT, pv_regex_compile((struct pv_str){pattern, sizeof pattern},
                                           (struct pv_regex_options){0}, &regex, NULL));
    assert_null(regex);
    pv_regex_free(NULL);
}

static void reports_groups_up_to_the_limit(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf pattern = {0};
    PV_DEFER(free_regex) struct pv_regex *regex = NULL;
    struct pv_regex_match match = {0};
    (void)state;
    for (int i = 0; i < PV_REGEX_GROUPS_MAX + 5; i++)
        PV_BUF_LIT(&pattern, "(x?)");
    assert_ok(pv_regex_compile(pv_buf_str(&pattern), (struct pv_regex_options){0}, &regex, NULL));
    assert_ok(pv_regex_find(regex, (struct pv_str){0}, 0, &match));
    assert_int_equal(match.n, PV_REGEX_GROUPS_MAX);
    assert_int_equal(pv_regex_groups(regex), PV_REGEX_GROUPS_MAX + 5);
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(free_regex) struct pv_regex *regex = NULL;
        struct pv_regex_match match = {0};
        struct pv_result result = pv_regex_compile(PV_STR("(?<a>x+)|(?:y|z)*\\bw"),
                                                   (struct pv_regex_options){0}, &regex, NULL);
        if (pv_is_ok(result))
            result = pv_regex_find(regex, PV_STR("xx"), 0, &match);
        fault_end_or_do_without(&fault, result);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_groups_by_number_and_name),
        cmocka_unit_test(honours_its_options),
        cmocka_unit_test(says_which_character_is_wrong),
        cmocka_unit_test(goes_on_around_bytes_that_are_not_utf8),
        cmocka_unit_test(stops_a_search_that_explodes),
        cmocka_unit_test(finds_what_needs_a_large_stack),
        cmocka_unit_test(refuses_an_overlong_pattern),
        cmocka_unit_test(reports_groups_up_to_the_limit),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests_name("regex", tests, NULL, NULL);
}
