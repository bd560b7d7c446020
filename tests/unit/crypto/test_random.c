/* SPDX-License-Identifier: Apache-2.0 */
#include "support/test.h"

#include <pave/pave.h>

#include <string.h>

static void numbers_are_below_the_limit_and_even(void **state)
{
    unsigned counts[6] = {0};
    uint64_t number = 7;
    (void)state;
    for (size_t i = 0; i < 60000; i++) {
        assert_int_equal(pave_random_below(6, &number), PAVE_OK);
        assert_true(number < 6);
        counts[number]++;
    }
    /* Ten standard deviations: a fair die fails this once in 10^22 runs. */
    for (size_t i = 0; i < 6; i++)
        assert_in_range(counts[i], 9087, 10913);
    assert_int_equal(pave_random_below(1, &number), PAVE_OK);
    assert_int_equal(number, 0);
    assert_int_equal(pave_random_below(UINT64_MAX, &number), PAVE_OK);
    assert_int_equal(pave_random_below(0, &number), PAVE_ARGUMENT);
    assert_int_equal(pave_random_below(6, NULL), PAVE_ARGUMENT);
}

static void bytes_differ_from_call_to_call(void **state)
{
    unsigned char a[32] = {0};
    unsigned char b[32] = {0};
    (void)state;
    assert_int_equal(pave_random_bytes(a, sizeof a), PAVE_OK);
    assert_int_equal(pave_random_bytes(b, sizeof b), PAVE_OK);
    assert_memory_not_equal(a, b, sizeof a);
    assert_int_equal(pave_random_bytes(NULL, 0), PAVE_OK);
    assert_int_equal(pave_random_bytes(NULL, 1), PAVE_ARGUMENT);
    assert_int_equal(pave_random_bytes(a, ((size_t)1 << 30) + 1), PAVE_LIMIT);
}

static void tokens_are_text_for_links(void **state)
{
    static const char allowed[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char a[PAVE_TOKEN_TEXT];
    char b[PAVE_TOKEN_TEXT];
    (void)state;
    assert_int_equal(pave_random_token(a), PAVE_OK);
    assert_int_equal(pave_random_token(b), PAVE_OK);
    assert_int_equal(strlen(a), 43);
    assert_int_equal(strspn(a, allowed), 43);
    assert_string_not_equal(a, b);
    assert_int_equal(pave_random_token(NULL), PAVE_ARGUMENT);
}

static void codes_have_the_digits_asked_for(void **state)
{
    char pin[PAVE_PIN_TEXT];
    (void)state;
    for (unsigned digits = 4; digits <= 12; digits++) {
        assert_int_equal(pave_random_pin(digits, pin), PAVE_OK);
        assert_int_equal(strlen(pin), digits);
        assert_int_equal(strspn(pin, "0123456789"), digits);
    }
    assert_int_equal(pave_random_pin(3, pin), PAVE_ARGUMENT);
    assert_int_equal(pave_random_pin(13, pin), PAVE_ARGUMENT);
    assert_int_equal(pave_random_pin(6, NULL), PAVE_ARGUMENT);
}

static void assert_uuid(const char *uuid, char version)
{
    assert_int_equal(strlen(uuid), 36);
    for (size_t i = 0; i < 36; i++) {
        bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        assert_true(is_dash ? uuid[i] == '-' : strchr("0123456789abcdef", uuid[i]) != NULL);
    }
    assert_int_equal(uuid[14], version);
    assert_non_null(strchr("89ab", uuid[19]));
}

static void uuids_have_their_version_and_order(void **state)
{
    char uuid[PAVE_UUID_TEXT];
    char before[PAVE_UUID_TEXT];
    (void)state;
    assert_int_equal(pave_random_uuid(uuid), PAVE_OK);
    assert_uuid(uuid, '4');
    assert_int_equal(pave_random_uuid_ordered(before), PAVE_OK);
    assert_int_equal(pave_random_uuid_ordered(uuid), PAVE_OK);
    assert_uuid(uuid, '7');
    assert_true(memcmp(before, uuid, 13) <= 0);
    assert_string_not_equal(before, uuid);
    assert_int_equal(pave_random_uuid(NULL), PAVE_ARGUMENT);
    assert_int_equal(pave_random_uuid_ordered(NULL), PAVE_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_below_the_limit_and_even),
        cmocka_unit_test(bytes_differ_from_call_to_call),
        cmocka_unit_test(tokens_are_text_for_links),
        cmocka_unit_test(codes_have_the_digits_asked_for),
        cmocka_unit_test(uuids_have_their_version_and_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
