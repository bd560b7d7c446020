/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/cell.h"

#include "support/test.h"

static void takes_cells_and_says_which_is_the_last(void **state)
{
    struct pv_reader in = {.text = PV_STR("a,b c\r\nd")};
    struct pv_str cell = {0};
    bool is_last = false;
    (void)state;
    assert_ok(pv_cell_take(&in, &cell, &is_last));
    assert_true(pv_str_eq(cell, PV_STR("a")) && !is_last);
    assert_ok(pv_cell_take(&in, &cell, &is_last));
    assert_true(pv_str_eq(cell, PV_STR("b c")) && is_last);
    assert_ok(pv_cell_take(&in, &cell, &is_last));
    assert_true(pv_str_eq(cell, PV_STR("d")) && is_last);
    assert_code(PV_SYNTAX, pv_cell_take(&in, &cell, &is_last));
}

static void holds_lines_to_their_columns(void **state)
{
    struct pv_reader in = {.text = PV_STR("a,b\n")};
    struct pv_str cell = {0};
    (void)state;
    assert_code(PV_SYNTAX, pv_cell_take_one(&in, true, &cell));
    assert_ok(pv_cell_take_one(&in, true, &cell));
    assert_true(pv_str_eq(cell, PV_STR("b")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_cells_and_says_which_is_the_last),
        cmocka_unit_test(holds_lines_to_their_columns),
    };
    return cmocka_run_group_tests_name("cell", tests, NULL, NULL);
}
