/* SPDX-License-Identifier: Apache-2.0 */
#include "base/reader.h"

#include "support/test.h"

#include <string.h>

static bool is_letter(unsigned char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static void reads_from_front_to_back(void **state)
{
    struct pv_reader in = {.text = PV_STR("key=42;end")};
    struct pv_str key = {0};
    uint32_t number = 0;
    (void)state;
    assert_int_equal(pv_reader_peek(&in, 0), 'k');
    assert_int_equal(pv_reader_peek(&in, 3), '=');
    assert_ok(pv_reader_run(&in, is_letter, "a key", &key));
    assert_true(pv_str_eq(key, PV_STR("key")));
    assert_ok(pv_reader_expect(&in, '='));
    assert_ok(pv_reader_u32(&in, 100, &number));
    assert_int_equal(number, 42);
    assert_false(pv_reader_accept(&in, ','));
    assert_true(pv_reader_accept(&in, ';'));
    assert_false(pv_reader_accept_str(&in, PV_STR("ending")));
    assert_true(pv_reader_accept_str(&in, PV_STR("end")));
    assert_ok(pv_reader_end(&in));
}

static void does_not_pass_the_end(void **state)
{
    struct pv_reader in = {.text = PV_STR("a")};
    struct pv_reader empty = {0};
    (void)state;
    assert_int_equal(pv_reader_peek(&in, 1), -1);
    assert_int_equal(pv_reader_peek(&in, SIZE_MAX), -1);
    assert_int_equal(pv_reader_skip(&in, is_letter).n, 1);
    assert_int_equal(pv_reader_peek(&in, 0), -1);
    assert_int_equal(pv_reader_skip(&in, is_letter).n, 0);
    assert_false(pv_reader_accept(&in, '\0'));
    assert_true(pv_reader_is_end(&empty));
    assert_false(pv_reader_accept(&empty, '\xff')); /* -1 is not a byte */
}

static void takes_a_high_byte_as_itself(void **state)
{
    struct pv_reader in = {.text = PV_STR("\xff")};
    (void)state;
    assert_true(pv_reader_accept(&in, '\xff'));
}

static void failures_name_the_byte_and_what_was_expected(void **state)
{
    struct pv_err err = {0};
    struct pv_reader in = {.text = PV_STR("ab1"), .at = 2, .err = &err};
    struct pv_str run = {0};
    uint32_t number = 5;
    (void)state;
    assert_code(PV_SYNTAX, pv_reader_expect(&in, ':'));
    assert_int_equal(err.offset, 2);
    assert_string_equal(err.text, "expected ':'");
    assert_code(PV_SYNTAX, pv_reader_run(&in, is_letter, "a name", &run));
    assert_string_equal(err.text, "expected a name");
    assert_code(PV_SYNTAX, pv_reader_end(&in));
    in.at = 0;
    assert_code(PV_SYNTAX, pv_reader_u32(&in, 9, &number));
    assert_string_equal(err.text, "expected a number");
    assert_int_equal(number, 5);
}

static void numbers_end_at_their_maximum(void **state)
{
    static const struct {
        const char *text;
        uint32_t max;
        enum pv_code code;
        uint32_t number;
    } cases[] = {
        {"0", 0, PV_OK, 0},
        {"1", 0, PV_RANGE, 0},
        {"7", 5, PV_RANGE, 0},
        {"9999", 9999, PV_OK, 9999},
        {"10000", 9999, PV_RANGE, 0},
        {"0000012", 12, PV_OK, 12},
        {"4294967295", UINT32_MAX, PV_OK, UINT32_MAX},
        {"4294967296", UINT32_MAX, PV_RANGE, 0},
        {"99999999999999999999999", UINT32_MAX, PV_RANGE, 0},
        {"-1", 9, PV_SYNTAX, 0},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_reader in = {.text = pv_str_of(cases[i].text)};
        uint32_t number = 0;
        assert_code(cases[i].code, pv_reader_u32(&in, cases[i].max, &number));
        assert_int_equal(number, cases[i].number);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_from_front_to_back),
        cmocka_unit_test(does_not_pass_the_end),
        cmocka_unit_test(takes_a_high_byte_as_itself),
        cmocka_unit_test(failures_name_the_byte_and_what_was_expected),
        cmocka_unit_test(numbers_end_at_their_maximum),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
