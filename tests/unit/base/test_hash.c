/* SPDX-License-Identifier: Apache-2.0 */
#include "base/hash.h"

#include "support/test.h"

/* Tables use the low bits: texts that differ in one byte must differ there. */
static void hashes_spread_in_the_low_bits(void **state)
{
    enum { SLOTS = 256 };
    unsigned hits[SLOTS] = {0};
    (void)state;
    for (unsigned i = 0; i < SLOTS * 16; i++) {
        char text[2] = {(char)(i & 0xff), (char)(i >> 8)};
        hits[pv_hash_str((struct pv_str){text, 2}) % SLOTS]++;
    }
    for (size_t i = 0; i < SLOTS; i++)
        assert_in_range(hits[i], 1, 48);
    assert_int_equal(pv_hash_str((struct pv_str){0}), pv_hash_str(PV_STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes_spread_in_the_low_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
