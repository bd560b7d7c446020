/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/ast/kind.h"

#include <string.h>

#include "support/test.h"

static void names_kinds_and_roles_as_in_the_tables(void **state)
{
    (void)state;
    assert_string_equal(pv_kind_name(PV_KIND_NONE), "");
    assert_string_equal(pv_kind_name(PV_FILE), "FILE");
    assert_string_equal(pv_kind_name(PV_TYPE_PARAMS), "TYPE_PARAMS");
    assert_string_equal(pv_role_name(PV_ROLE_NONE), "NONE");
    assert_string_equal(pv_role_name(PV_ROLE_VALUE), "VALUE");
}

static void knows_each_shape(void **state)
{
    (void)state;
    assert_int_equal(pv_kind_shape(PV_NAME), PV_SHAPE_LEAF);
    assert_int_equal(pv_kind_shape(PV_CALL), PV_SHAPE_PARTS);
    assert_int_equal(pv_kind_shape(PV_ARRAY), PV_SHAPE_LIST);
    assert_int_equal(pv_kind_shape(PV_ARGS), PV_SHAPE_ARGS);
    assert_int_equal(pv_kind_shape(PV_BLOCK), PV_SHAPE_STMTS);
    assert_int_equal(pv_kind_shape(PV_DICT), PV_SHAPE_SET);
    assert_int_equal(pv_kind_shape(PV_RECORD), PV_SHAPE_FIELDS);
}

static void gives_no_name_twice(void **state)
{
    (void)state;
    for (int a = 0; a < PV_KIND_COUNT; a++) {
        for (int b = 0; b < a; b++)
            assert_string_not_equal(pv_kind_name((enum pv_kind)a), pv_kind_name((enum pv_kind)b));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_kinds_and_roles_as_in_the_tables),
        cmocka_unit_test(knows_each_shape),
        cmocka_unit_test(gives_no_name_twice),
    };
    return cmocka_run_group_tests_name("kind", tests, NULL, NULL);
}
