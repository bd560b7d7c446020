/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"

#include "support/fault.h"

#include <string.h>

static void gives_zeroed_bytes(void **state)
{
    (void)state;
    unsigned char *block = pv_alloc(100);
    assert_non_null(block);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(block[i], 0);
    pv_release(block);
}

static void an_empty_block_is_a_block(void **state)
{
    (void)state;
    void *block = pv_alloc(0);
    assert_non_null(block);
    block = pv_realloc(block, 0);
    assert_non_null(block);
    pv_release(block);
    pv_release(NULL);
}

static void keeps_the_bytes_when_it_moves(void **state)
{
    (void)state;
    char *block = pv_realloc(NULL, 4);
    assert_non_null(block);
    memcpy(block, "abc", 4);
    block = pv_realloc(block, 100000);
    assert_non_null(block);
    assert_string_equal(block, "abc");
    pv_release(block);
}

static void fails_the_armed_allocation_and_no_other(void **state)
{
    (void)state;
#ifdef PV_FAULT
    for (size_t nth = 1; nth <= 3; nth++) {
        pv_fault_arm(nth);
        for (size_t i = 1; i <= 4; i++) {
            void *block = i % 2 ? pv_alloc(8) : pv_realloc(NULL, 8);
            assert_int_equal(block == NULL, i == nth);
            assert_int_equal(pv_fault_hit(), i >= nth);
            pv_release(block);
        }
    }
    pv_fault_arm(0);
    assert_false(pv_fault_hit());
#else
    skip();
#endif
}

static void a_loop_of_faults_meets_each_allocation(void **state)
{
    (void)state;
    size_t tries = 0;
    FAULT_EACH (fault) {
        struct pv_result result = PV_SUCCESS;
        for (int i = 0; i < 3 && pv_is_ok(result); i++) {
            void *block = pv_alloc(8);
            if (!block)
                result = (struct pv_result){PV_NO_MEMORY};
            pv_release(block);
        }
        fault_end(&fault, result);
        tries++;
    }
#ifdef PV_FAULT
    assert_int_equal(tries, 4);
#else
    assert_int_equal(tries, 1);
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_bytes),
        cmocka_unit_test(an_empty_block_is_a_block),
        cmocka_unit_test(keeps_the_bytes_when_it_moves),
        cmocka_unit_test(fails_the_armed_allocation_and_no_other),
        cmocka_unit_test(a_loop_of_faults_meets_each_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
