/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/cover.h"

#include "base/attr.h"
#include "support/test.h"

/* Every answer, against looking at every range. */
static void finds_what_a_plain_search_finds(void **state)
{
    (void)state;
    static const uint32_t starts[] = {0, 0, 1, 3, 3, 4, 7, 7, 9};
    static const uint32_t ends[] = {20, 2, 9, 4, 8, 4, 8, 20, 9};
    struct pv_arena mem = {0};
    for (size_t n = 0; n <= PV_COUNT(starts); n++) {
        struct pv_cover cover = {0};
        assert_ok(pv_cover_build(&mem, starts, ends, n, &cover, NULL));
        for (size_t upto = 0; upto <= n; upto++) {
            for (uint32_t end = 0; end < 22; end++) {
                size_t expected = PV_COVER_NONE;
                for (size_t i = 0; i < upto; i++)
                    expected = ends[i] >= end ? i : expected;
                assert_int_equal(pv_cover_last(&cover, upto, end), expected);
            }
        }
    }
    pv_arena_clear(&mem);
}

static void counts_what_starts_before(void **state)
{
    (void)state;
    static const uint32_t starts[] = {0, 2, 2, 5};
    static const uint32_t ends[] = {9, 9, 9, 9};
    struct pv_arena mem = {0};
    struct pv_cover cover = {0};
    assert_ok(pv_cover_build(&mem, starts, ends, PV_COUNT(starts), &cover, NULL));
    assert_int_equal(pv_cover_upto(&cover, 0), 1);
    assert_int_equal(pv_cover_upto(&cover, 1), 1);
    assert_int_equal(pv_cover_upto(&cover, 2), 3);
    assert_int_equal(pv_cover_upto(&cover, 9), 4);
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_a_plain_search_finds),
        cmocka_unit_test(counts_what_starts_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
