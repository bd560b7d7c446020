/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/likeness.h"

#include "base/num.h"
#include "support/test.h"

static void words_are_told_from_what_is_drawn_by_lot(void **state)
{
    static const char *const drawn[] = {
        "xq7vkwzpd",   "bzxqvkjw", "uygpmv", "vznh876", "6e2cfe4c8cb1ad52509240119b24",
        "kqXzVw93jTbR"};
    static const char *const words[] = {"secret",    "password",    "testing",    "thecheat",
                                        "dragon",    "apikeyvalue", "kubernetes", "newUserName",
                                        "test-user", "utf8",        "",           "12345"};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(drawn); i++)
        if (!pv_likeness_is_drawn(pv_str_of(drawn[i])))
            fail_msg("%s: was taken for a word", drawn[i]);
    for (size_t i = 0; i < PV_COUNT(words); i++)
        if (pv_likeness_is_drawn(pv_str_of(words[i])))
            fail_msg("%s: was taken for drawn", words[i]);
}

static void asks_less_of_what_people_choose(void **state)
{
    static const char *const chosen[] = {"xq7vkwzpd", "ouzsyff0", "dubmkgytv"};
    static const char *const words[] = {"dragon", "testing", "thecheat", "newUserName"};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(chosen); i++)
        if (!pv_likeness_is_chosen(pv_str_of(chosen[i])))
            fail_msg("%s: was taken for a word", chosen[i]);
    for (size_t i = 0; i < PV_COUNT(words); i++)
        if (pv_likeness_is_chosen(pv_str_of(words[i])))
            fail_msg("%s: was taken for chosen", words[i]);
}

static void knows_what_people_write_for_a_secret(void **state)
{
    static const char *const cases[] = {"changeme",   "your-api-key", "<password>", "${PASSWORD}",
                                        "xxxxxxxx",   "1234567890",   "%s",         "{{ .token }}",
                                        "EXAMPLEKEY", "aaaa",         "abcdefgh",   "$(cat file)"};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (!pv_likeness_is_placeholder(pv_str_of(cases[i])))
            fail_msg("%s: was taken for a secret", cases[i]);
    assert_false(pv_likeness_is_placeholder(PV_STR("xq7vkwzpd")));
}

static void knows_ids(void **state)
{
    (void)state;
    assert_true(pv_likeness_is_id(PV_STR("01234567-89ab-cdef-0123-456789abcdef")));
    assert_true(pv_likeness_is_id(PV_STR("93441116")));
    assert_false(pv_likeness_is_id(PV_STR("01234567-89ab-cdef-0123-456789abcde")));
    assert_false(pv_likeness_is_id(PV_STR("xq7vkwzpd")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_told_from_what_is_drawn_by_lot),
        cmocka_unit_test(asks_less_of_what_people_choose),
        cmocka_unit_test(knows_what_people_write_for_a_secret),
        cmocka_unit_test(knows_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
