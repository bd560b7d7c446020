/* SPDX-License-Identifier: Apache-2.0 */
#include "base/bits.h"

#include "support/test.h"

static void keeps_each_bit_of_a_set_apart(void **state)
{
    uint64_t words[3] = {0};
    (void)state;
    assert_int_equal(pv_bits_words(0), 0);
    assert_int_equal(pv_bits_words(64), 1);
    assert_int_equal(pv_bits_words(65), 2);
    pv_bits_set(words, 0);
    pv_bits_set(words, 63);
    pv_bits_set(words, 64);
    for (size_t bit = 0; bit < 192; bit++)
        assert_int_equal(pv_bits_has(words, bit), bit == 0 || bit == 63 || bit == 64);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_each_bit_of_a_set_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
