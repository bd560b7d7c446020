/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include "support/fault.h"

#include <stdalign.h>
#include <string.h>

static void gives_zeroed_and_aligned_objects(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    (void)state;
    for (size_t size = 0; size < 300; size++) {
        unsigned char *bytes = NULL;
        assert_ok(pv_arena_take(&mem, size, (void **)&bytes, NULL));
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xff, size);
    }
}

static void typed_forms_take_the_size_of_their_target(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    uint64_t *one = NULL;
    uint64_t *many = NULL;
    (void)state;
    assert_ok(PV_NEW(&mem, &one, NULL));
    assert_ok(PV_NEW_ARRAY(&mem, 1000, &many, NULL));
    assert_int_equal(*one, 0);
    assert_int_equal(many[999], 0);
    assert_true(mem.used_bytes >= 1001 * sizeof *one);
}

/* Larger than any block the arena would make by itself. */
static void gives_an_object_larger_than_a_block(void **state)
{
    enum { SIZE = 5 << 20 };
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    unsigned char *bytes = NULL;
    (void)state;
    assert_ok(pv_arena_take(&mem, SIZE, (void **)&bytes, NULL));
    bytes[SIZE - 1] = 1;
    pv_arena_reset(&mem);
    assert_null(mem.newest); /* a block of that size is not kept */
}

static void ends_at_its_limit(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = 64};
    void *block = NULL;
    struct pv_err err = {0};
    (void)state;
    assert_ok(pv_arena_take(&mem, 64, &block, NULL));
    void *before = block;
    assert_code(PV_LIMIT, pv_arena_take(&mem, 1, &block, &err));
    assert_ptr_equal(block, before);
    assert_non_null(strstr(err.text, "64 bytes"));
    pv_arena_reset(&mem);
    assert_ok(pv_arena_take(&mem, 64, &block, NULL));
}

static void refuses_sizes_that_overflow(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = SIZE_MAX};
    void *block = NULL;
    (void)state;
    assert_code(PV_LIMIT, pv_arena_take(&mem, SIZE_MAX, &block, NULL));
    assert_code(PV_LIMIT, pv_arena_take(&mem, SIZE_MAX - 15, &block, NULL));
    assert_code(PV_LIMIT, pv_arena_take_array(&mem, SIZE_MAX / 2, 3, &block, NULL));
    assert_null(block);
}

static void rewinds_to_a_mark_within_a_block_and_across_blocks(void **state)
{
    static const size_t sizes[] = {100, 1 << 20};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(sizes); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        unsigned char *kept = NULL;
        unsigned char *gone = NULL;
        unsigned char *again = NULL;
        assert_ok(pv_arena_take(&mem, 16, (void **)&kept, NULL));
        *kept = 7;
        struct pv_arena_mark mark = pv_arena_mark(&mem);
        assert_ok(pv_arena_take(&mem, sizes[i], (void **)&gone, NULL));
        memset(gone, 0xff, sizes[i]);
        pv_arena_rewind(&mem, mark);
        assert_int_equal(*kept, 7);
        assert_int_equal(mem.used_bytes, 16);
        assert_ok(pv_arena_take(&mem, sizes[i], (void **)&again, NULL));
        assert_int_equal(again[0] | again[sizes[i] - 1], 0);
    }
}

static void rewinds_to_the_mark_of_an_empty_arena(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    void *block = NULL;
    (void)state;
    struct pv_arena_mark mark = pv_arena_mark(&mem);
    assert_ok(pv_arena_take(&mem, 10, &block, NULL));
    pv_arena_rewind(&mem, mark);
    assert_null(mem.newest);
    assert_int_equal(mem.used_bytes, 0);
}

static void reset_keeps_memory_that_is_zero_again(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    unsigned char *bytes = NULL;
    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_ok(pv_arena_take(&mem, 20000, (void **)&bytes, NULL));
        memset(bytes, 0xff, 20000);
    }
    pv_arena_reset(&mem);
    assert_non_null(mem.newest);
    assert_int_equal(mem.used_bytes, 0);
    assert_ok(pv_arena_take(&mem, 20000, (void **)&bytes, NULL));
    for (size_t i = 0; i < 20000; i++)
        assert_int_equal(bytes[i], 0);
}

static void an_empty_arena_may_be_reset_and_cleared(void **state)
{
    struct pv_arena mem = {0};
    (void)state;
    pv_arena_reset(&mem);
    pv_arena_clear(&mem);
    pv_arena_clear(&mem);
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_result result = PV_SUCCESS;
        for (int i = 0; i < 5 && pv_is_ok(result); i++) {
            void *block = NULL;
            result = pv_arena_take(&mem, 100000, &block, NULL);
            assert_int_equal(block != NULL, pv_is_ok(result));
        }
        fault_end(&fault, result);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_and_aligned_objects),
        cmocka_unit_test(typed_forms_take_the_size_of_their_target),
        cmocka_unit_test(gives_an_object_larger_than_a_block),
        cmocka_unit_test(ends_at_its_limit),
        cmocka_unit_test(refuses_sizes_that_overflow),
        cmocka_unit_test(rewinds_to_a_mark_within_a_block_and_across_blocks),
        cmocka_unit_test(rewinds_to_the_mark_of_an_empty_arena),
        cmocka_unit_test(reset_keeps_memory_that_is_zero_again),
        cmocka_unit_test(an_empty_arena_may_be_reset_and_cleared),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
