/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/table.h"

#include "support/test.h"

#define EASE_HEAD "row,EXP,A,EZ\n"
#define EASE_BODY                                                                                  \
    "0,small,no,hard\n1,small,yes,moderate\n2,controlled,no,hard\n3,controlled,yes,moderate\n"     \
    "4,open,no,moderate\n"

static void reads_a_total_table(void **state)
{
    struct pv_table table = {0};
    (void)state;
    assert_ok(pv_table_read(PV_STR(EASE_HEAD EASE_BODY "5,open,yes,easy\n"), &table, NULL));
    assert_int_equal(table.n, 6);
    assert_int_equal(table.n_inputs, 2);
    assert_int_equal(table.output, PV_DIM_EASE);
}

static void reads_windows_line_ends_and_no_last_line_end(void **state)
{
    struct pv_table table = {0};
    (void)state;
    assert_ok(pv_table_read(PV_STR("row,A,GT\r\n0,no,gated\r\n1,yes,open"), &table, NULL));
    assert_int_equal(table.n, 2);
}

static void says_which_byte_is_wrong(void **state)
{
    static const struct {
        const char *csv;
        enum pv_code code;
        size_t offset;
    } cases[] = {
        {"", PV_SYNTAX, 0},
        {"raw,A,GT\n", PV_SYNTAX, 0},
        {"row\n", PV_SYNTAX, 0},
        {"row,A\n", PV_SYNTAX, 0},
        {"row,A,QQ\n", PV_SYNTAX, 6},
        {"row,A,GT,A,GT,A,GT\n", PV_RANGE, 16},
        {"row,A,GT\nx,no,gated\n", PV_SYNTAX, 9},
        {"row,A,GT\n0,maybe,gated\n", PV_SYNTAX, 11},
        {"row,A,GT\n0,no\n", PV_SYNTAX, 11},
        {"row,A,GT\n0,no,gated,open\n", PV_SYNTAX, 14},
        {"row,A,GT\n0,no,gated\n1,no,open\n", PV_INVALID, 20},
        {"row,A,GT\n0,no,gated\n", PV_INVALID, 20},
        {"row,A,GT\n70000,no,gated\n", PV_RANGE, 9},
        {"row,DC,ST,V,EV,PR\n", PV_RANGE, 0},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_table table = {0};
        struct pv_err err = {0};
        struct pv_result result = pv_table_read(pv_str_of(cases[i].csv), &table, &err);
        assert_int_equal(result.code, cases[i].code);
        assert_int_equal(err.offset, cases[i].offset);
        assert_true(err.text[0] != '\0');
        assert_int_equal(table.n, 0);
    }
}

static void looks_up_with_sets(void **state)
{
    struct pv_table table = {0};
    pv_fact facts[PV_DIM_COUNT] = {0};
    int row = 0;
    (void)state;
    assert_ok(pv_table_read(PV_STR(EASE_HEAD EASE_BODY "5,open,yes,easy\n"), &table, NULL));

    facts[PV_DIM_EXPOSURE] = pv_fact_of(PV_EXPOSURE_OPEN);
    facts[PV_DIM_AUTOMATABLE] = pv_fact_of(PV_AUTOMATABLE_YES);
    assert_int_equal(pv_table_look_up(&table, facts, &row), pv_fact_of(PV_EASE_EASY));
    assert_int_equal(row, 5);

    facts[PV_DIM_AUTOMATABLE] = pv_fact_unknown(PV_DIM_AUTOMATABLE);
    assert_int_equal(pv_table_look_up(&table, facts, &row),
                     pv_fact_of(PV_EASE_EASY) | pv_fact_of(PV_EASE_MODERATE));
    assert_int_equal(row, -1);
    assert_int_equal(pv_table_look_up(&table, facts, NULL),
                     pv_fact_of(PV_EASE_EASY) | pv_fact_of(PV_EASE_MODERATE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_total_table),
        cmocka_unit_test(reads_windows_line_ends_and_no_last_line_end),
        cmocka_unit_test(says_which_byte_is_wrong),
        cmocka_unit_test(looks_up_with_sets),
    };
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
