/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/analysis.h"
#include "support/test.h"

static void tells_texts_drawn_by_lot_from_words(void **state)
{
    static const struct {
        const char *text;
        bool is_random;
    } cases[] = {
        {"", false},
        {"password", false},
        {"the quick brown fox jumps over the lazy dog", false},
        {"org.apache.commons.configuration", false},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
        {"0123456789012345678901234567890", false},
        {"9f86d081884c7d659a2feaa0c55ad015", true},
        {"kX9qZ2vLr7TmW4pB", true},
        {"AKq3hVw8Zt1YcR6nEx0u", true},
        {"short1", false},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (pv_analysis_is_random(pv_str_of(cases[i].text)) != cases[i].is_random)
            fail_msg("%s", cases[i].text);
}

static void knows_expressions_that_can_be_made_slow(void **state)
{
    static const struct {
        const char *regex;
        bool is_slow;
    } cases[] = {
        {"^(a+)+$", true},    {"(x*)*", true},     {"([a-z]+)*@", true}, {"(a|a)*b", true},
        {"(.|x)+", true},     {"((ab)+c)*", true}, {"(a{2,})+", true},   {"^[a-z]+$", false},
        {"(abc)+", false},    {"(a|b)*", false},   {"\\(a+\\)+", false}, {"[(a+)+]", false},
        {"(a{2,3})+", false}, {"", false},         {"(((", false},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (pv_analysis_is_slow(pv_str_of(cases[i].regex)) != cases[i].is_slow)
            fail_msg("%s", cases[i].regex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_texts_drawn_by_lot_from_words),
        cmocka_unit_test(knows_expressions_that_can_be_made_slow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
