/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/data_type.h"

#include "support/test.h"

static void reads_types_and_fields(void **state)
{
    struct pv_arena mem = {0};
    struct pv_data_types types = {0};
    (void)state;
    assert_ok(pv_data_types_parse(&mem, PV_STR("phi: Claim, Visit.note ; credential: .reset_code"),
                                  &types, NULL));
    assert_int_equal(types.list.n, 2);
    assert_true(pv_str_eq(types.list.p[0].item, PV_STR("phi")));
    assert_int_equal(types.list.p[0].names.n, 2);
    assert_false(types.list.p[0].names.list[0].is_field);
    assert_true(types.list.p[0].names.list[1].is_field);
    assert_true(pv_str_eq(types.list.p[0].names.list[1].text, PV_STR("note")));
    assert_true(pv_str_eq(types.list.p[1].names.list[0].text, PV_STR("reset_code")));
    pv_arena_clear(&mem);
}

static void says_which_byte_is_wrong(void **state)
{
    static const struct {
        const char *text;
        size_t offset;
        const char *says;
    } cases[] = {
        {"", 0, "data class"},     {"phi", 3, "':'"},        {"phi:", 4, "a type"},
        {"phi: A,", 7, "type"},    {"phi: 9a", 5, "'9a'"},   {"phi: A B", 7, "end"},
        {"phi: A.", 5, "missing"}, {"phi: A; ", 8, "class"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_arena mem = {0};
        struct pv_data_types types = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX, pv_data_types_parse(&mem, pv_str_of(cases[i].text), &types, &err));
        assert_int_equal(err.offset, cases[i].offset);
        assert_non_null(strstr(err.text, cases[i].says));
        pv_arena_clear(&mem);
    }
}

static void refuses_too_many(void **state)
{
    struct pv_arena mem = {0};
    struct pv_data_types types = {0};
    char text[8 + 2 * (PV_PROOF_NAMES_MAX + 1)] = "phi:";
    (void)state;
    for (size_t i = 0; i <= PV_PROOF_NAMES_MAX; i++)
        (void)strcat(text, i ? ",A" : "A");
    assert_code(PV_LIMIT, pv_data_types_parse(&mem, pv_str_of(text), &types, NULL));
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_types_and_fields),
        cmocka_unit_test(says_which_byte_is_wrong),
        cmocka_unit_test(refuses_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
