/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/data_item.h"

#include "support/test.h"

static void reads_what_people_write(void **state)
{
    struct pv_data_items items = {0};
    (void)state;
    assert_ok(pv_data_items_parse(PV_STR("phi:store:1e6, pii:process ,public"), &items, NULL));
    assert_int_equal(items.n, 3);
    assert_int_equal(items.items[0].class, PV_DATA_REGULATED);
    assert_true(pv_str_eq(items.items[0].role, PV_STR("store")));
    assert_int_equal(items.items[0].roles, PV_HELD_STORED);
    assert_int_equal(items.items[0].count, 1000000);
    assert_int_equal(items.items[1].count, 0);
    assert_int_equal(items.items[2].roles, PV_HELD_ANY);
    assert_int_equal(items.items[1].class, PV_DATA_PERSONAL);
    assert_true(pv_str_eq(items.items[2].name, PV_STR("public")));
    assert_int_equal(items.items[2].role.n, 0);
}

static void says_which_byte_is_wrong(void **state)
{
    static const struct {
        const char *text;
        size_t offset;
        const char *says;
    } cases[] = {
        {"", 0, "data class"},
        {"phi,", 4, "data class"},
        {"ssn", 0, "'ssn'"},
        {"phi:keep", 4, "'keep'"},
        {"phi:", 4, "store"},
        {"phi:store:", 10, "count"},
        {"phi:store:many", 10, "count"},
        {"phi pii", 4, "end"},
        {"phi:store:1e", 12, "number"},
        {"phi:store:1e20", 12, "at most"},
        {"phi:store:1e6e6", 13, "end"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_data_items items = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX, pv_data_items_parse(pv_str_of(cases[i].text), &items, &err));
        assert_int_equal(err.offset, cases[i].offset);
        assert_non_null(strstr(err.text, cases[i].says));
        assert_int_equal(items.n, 0);
    }
}

static void refuses_too_many_items(void **state)
{
    char text[(PV_RISK_ITEMS_MAX + 1) * 4];
    struct pv_data_items items = {0};
    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = "phi,"[i % 4];
    struct pv_str most = {text, sizeof text - 5};
    struct pv_str more = {text, sizeof text - 1};
    assert_ok(pv_data_items_parse(most, &items, NULL));
    assert_int_equal(items.n, PV_RISK_ITEMS_MAX);
    assert_code(PV_LIMIT, pv_data_items_parse(more, &items, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_people_write),
        cmocka_unit_test(says_which_byte_is_wrong),
        cmocka_unit_test(refuses_too_many_items),
    };
    return cmocka_run_group_tests_name("data_item", tests, NULL, NULL);
}
