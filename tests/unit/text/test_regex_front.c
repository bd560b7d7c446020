/* SPDX-License-Identifier: Apache-2.0 */
#include "text/regex_front.h"

#include "support/test.h"
#include "text/regex.h"

static void knows_the_first_byte_where_it_is_plain(void **state)
{
    static const struct {
        const char *pattern;
        bool is_caseless;
        const char *bytes; /* NULL: not known */
    } cases[] = {
        {"^\"(a|b)\"$", false, "\"\""},
        {"(?i)^\"(?!RSA/)(DES|RC4)\"$", false, "\"\""},
        {"^md5$", false, "mm"},
        {"(?i)^md5$", false, "mM"},
        {"^md5$", true, "mM"},
        {"^_x[|)]", false, "__"},
        {"^a\\|b", false, "aa"},
        {"^a+b", false, "aa"},
        /* Not at the beginning, or not one thing. */
        {"md5$", false, NULL},
        {"^a|b", false, NULL},
        {"^a*b", false, NULL},
        {"^a?b", false, NULL},
        {"^a{0}b", false, NULL},
        {"^(a|b)", false, NULL},
        {"^[ab]", false, NULL},
        {"^.a", false, NULL},
        {"^\\w", false, NULL},
        {"^", false, NULL},
        {"", false, NULL},
        {"^\xc3\xa9", false, NULL},
        {"(?i)^key", false, NULL}, /* the sign of kelvin is a k */
        {"(?i)^sha", false, NULL},
        {"(?x)^a", false, NULL},
        {"^a(?x) | b", false, NULL},
        {"^a\\Q|\\E", false, NULL},
        {"^a(?#|)", false, NULL},
        {"^a[[:alpha:]|]", false, NULL},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_regex_front front =
            pv_regex_front_of(pv_str_of(cases[i].pattern), cases[i].is_caseless);
        assert_int_equal(front.is_known, cases[i].bytes != NULL);
        if (!cases[i].bytes)
            continue;
        assert_int_equal(front.byte, cases[i].bytes[0]);
        assert_int_equal(front.other, cases[i].bytes[1]);
    }
}

static void finds_what_an_expression_that_begins_right_finds(void **state)
{
    static const struct {
        const char *text;
        bool is_found;
    } cases[] = {
        {"\"DES\"", true}, {"\"des\"", true}, {"DES", false}, {"", false}, {"x\"DES\"", false}};
    struct pv_regex *regex = NULL;
    (void)state;
    assert_ok(pv_regex_compile(PV_STR("(?i)^\"DES\"$"), (struct pv_regex_options){.anchored = true},
                               &regex, NULL));
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_regex_match match = {0};
        assert_code(cases[i].is_found ? PV_OK : PV_NOT_FOUND,
                    pv_regex_find(regex, pv_str_of(cases[i].text), 0, &match));
        assert_true(!cases[i].is_found || pv_regex_may_begin(regex, pv_str_of(cases[i].text)));
    }
    pv_regex_free(regex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_first_byte_where_it_is_plain),
        cmocka_unit_test(finds_what_an_expression_that_begins_right_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
