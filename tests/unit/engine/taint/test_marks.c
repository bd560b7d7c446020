/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/marks.h"
#include "support/test.h"

static void finds_the_ranges_around_a_place(void **state)
{
    static const struct {
        uint32_t start;
        uint32_t end;
    } ranges[] = {{20, 30}, {0, 100}, {22, 25}, {22, 24}, {40, 50}};
    struct pv_arena mem = {0};
    struct pv_marks marks = {0};
    struct pv_taint_spec spec = {0};
    (void)state;
    assert_null(pv_marks_around(&marks, 0, 1));
    for (size_t i = 0; i < PV_COUNT(ranges); i++)
        assert_ok(pv_marks_add(
            &mem, &marks,
            (struct pv_mark){.spec = &spec, .start = ranges[i].start, .end = ranges[i].end}, NULL));
    assert_ok(pv_marks_finish(&mem, &marks, NULL));
    const struct pv_mark *mark = pv_marks_around(&marks, 22, 25);
    assert_int_equal(mark->start, 22);
    assert_int_equal(mark->end, 25);
    mark = pv_marks_next(&marks, mark, 25);
    assert_int_equal(mark->start, 20);
    mark = pv_marks_next(&marks, mark, 25);
    assert_int_equal(mark->start, 0);
    assert_null(pv_marks_next(&marks, mark, 25));
    assert_null(pv_marks_around(&marks, 90, 101));
    assert_true(pv_marks_has(&marks, 22, 24));
    assert_false(pv_marks_has(&marks, 22, 23));
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_ranges_around_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
