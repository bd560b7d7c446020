/* SPDX-License-Identifier: Apache-2.0 */
#include "text/nearest.h"

#include "support/test.h"

#include <string.h>

static void counts_slips(void **state)
{
    static const struct {
        const char *a, *b;
        size_t distance;
    } cases[] = {
        {"", "", 0},
        {"format", "format", 0},
        {"fromat", "format", 1},
        {"forma", "format", 1},
        {"formatt", "format", 1},
        {"farmat", "format", 1},
        {"scan", "test", 4},
    };

    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(pv_nearest_distance(pv_str_of(cases[i].a), pv_str_of(cases[i].b)),
                         cases[i].distance);
}

static void keeps_the_nearest_word(void **state)
{
    struct pv_nearest nearest = pv_nearest_of(PV_STR("exlude"));

    (void)state;
    pv_nearest_offer(&nearest, PV_STR("include"));
    pv_nearest_offer(&nearest, PV_STR("exclude"));
    pv_nearest_offer(&nearest, PV_STR("severity"));
    assert_true(pv_str_eq(nearest.best, PV_STR("exclude")));
}

static void names_nothing_that_is_far(void **state)
{
    struct pv_nearest nearest = pv_nearest_of(PV_STR("zzz"));

    (void)state;
    pv_nearest_offer(&nearest, PV_STR("scan"));
    assert_null(nearest.best.p);
}

static void refuses_overlong_words(void **state)
{
    char word[200];

    (void)state;
    memset(word, 'a', sizeof word);
    assert_int_equal(pv_nearest_distance((struct pv_str){word, sizeof word}, PV_STR("a")),
                     SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_slips),
        cmocka_unit_test(keeps_the_nearest_word),
        cmocka_unit_test(names_nothing_that_is_far),
        cmocka_unit_test(refuses_overlong_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
