/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/narrowness.h"
#include "support/test.h"

struct example {
    const char *regex;
    bool is_narrow;
};

static void reads_what_is_anchored(void **state)
{
    static const struct example examples[] = {
        {"^[a-z0-9]+$", true},
        {"^\\w+$", true},
        {"\\A[\\w.-]{1,20}\\z", true},
        {"^[A-Za-z_][A-Za-z0-9_]*$", true},
        {"^(asc|desc)$", true},
        {"^(?:[0-9a-f]{8}-){2}\\d+$", true},
        {"^\\d+(\\.\\d+)?$", true},
        {"[a-z]+$", false},
        {"^[a-z]+", false},
        {"^[a-z]+\\$", false},
        {"^asc|desc$", false},
        {"^.*$", false},
        {"^[^;]+$", false},
        {"^[\\w ;']+$", false},
        {"^[!-z]+$", false},
        {"^[+-9]+$", false},
        {"^[A-z]+$", false},
        {"^\\S+$", false},
        {"^[\\W]+$", false},
        {"^a/b$", false},
        {"^(?=a)\\w+$", false},
        {"^(a$", false},
        {"^a)$", false},
        {"^[a-z$", false},
        {"^[a-z", false},
        {"^a\\", false},
        {"^[]$", false},
        {"^$", false},
        {"$", false},
        {"^", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(examples); i++)
        if (pv_narrowness_is_plain(pv_str_of(examples[i].regex), false, false) !=
            examples[i].is_narrow)
            fail_msg("%s should be %s", examples[i].regex,
                     examples[i].is_narrow ? "narrow" : "wide");
}

static void knows_who_anchors(void **state)
{
    (void)state;
    assert_true(pv_narrowness_is_plain(PV_STR("[a-z]+$"), true, false));
    assert_true(pv_narrowness_is_plain(PV_STR("[a-z]+"), true, true));
    assert_true(pv_narrowness_is_plain(PV_STR("^[a-z]+$"), true, true));
    assert_false(pv_narrowness_is_plain(PV_STR("[a-z]+"), true, false));
    assert_false(pv_narrowness_is_plain(PV_STR("[a-z]+"), false, true));
    assert_false(pv_narrowness_is_plain(PV_STR(""), true, true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_anchored),
        cmocka_unit_test(knows_who_anchors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
