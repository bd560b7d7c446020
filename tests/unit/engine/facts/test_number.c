/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/number.h"

#include "base/attr.h"
#include "support/test.h"

static void reads_whole_numbers_as_code_writes_them(void **state)
{
    static const struct {
        const char *text;
        bool is_number;
        uint64_t value;
    } cases[] = {
        {"0", true, 0},
        {"10", true, 10},
        {"1_000", true, 1000},
        {"0x1F", true, 31},
        {"0b101", true, 5},
        {"0o17", true, 15},
        {"10L", true, 10},
        {"", false, 0},
        {"18446744073709551615", true, UINT64_MAX},
        {"18446744073709551616", false, 0},
        {"0x", false, 0},
        {"12a", false, 0},
        {"0b2", false, 0},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        uint64_t value = 0;
        print_message("%s\n", cases[i].text);
        assert_int_equal(pv_number_read_int(pv_str_of(cases[i].text), &value), cases[i].is_number);
        if (cases[i].is_number)
            assert_true(value == cases[i].value);
    }
}

static void reads_other_numbers(void **state)
{
    double value = 0;
    (void)state;
    assert_true(pv_number_read_float(PV_STR("1_0.5f"), &value));
    assert_true(value > 10.49 && value < 10.51);
    assert_true(pv_number_read_float(PV_STR("1e3"), &value));
    assert_true(value > 999 && value < 1001);
    assert_false(pv_number_read_float(PV_STR("x"), &value));
    assert_false(pv_number_read_float(PV_STR("1.5z"), &value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_whole_numbers_as_code_writes_them),
        cmocka_unit_test(reads_other_numbers),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
