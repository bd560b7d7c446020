/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/api_code.h"

#include "base/buf.h"
#include "risk/risk_limits.h"
#include "support/test.h"

static void says_which_files_speak_to_which_api(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_api_codes codes = {0};
    (void)state;
    assert_ok(pv_api_codes_parse(&mem, PV_STR("claims-api: transfer.py ; pay-api: pay/, src/*.go"),
                                 &codes, NULL));
    assert_int_equal(codes.list.n, 3);
    assert_true(pv_api_codes_has(&codes, PV_STR("claims-api"), PV_STR("transfer.py")));
    assert_true(pv_api_codes_has(&codes, PV_STR("pay-api"), PV_STR("pay/deep/x.py")));
    assert_true(pv_api_codes_has(&codes, PV_STR("pay-api"), PV_STR("src/x.go")));
    assert_false(pv_api_codes_has(&codes, PV_STR("pay-api"), PV_STR("transfer.py")));
    assert_false(pv_api_codes_has(&codes, PV_STR("other"), PV_STR("transfer.py")));
}

static void says_which_byte_is_wrong(void **state)
{
    static const struct {
        const char *text;
        size_t offset;
    } cases[] = {{"", 0}, {"a", 1}, {"a:", 2}, {"a: x,", 5}, {"a: x;", 5}, {"a: x y", 5}};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_api_codes codes = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX, pv_api_codes_parse(&mem, pv_str_of(cases[i].text), &codes, &err));
        assert_int_equal(err.offset, cases[i].offset);
        assert_int_equal(codes.list.n, 0);
    }
}

static void refuses_too_many_paths(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_api_codes codes = {0};
    (void)state;
    PV_BUF_LIT(&text, "a: x");
    for (size_t i = 0; i < PV_RISK_API_CODES_MAX; i++)
        PV_BUF_LIT(&text, ",x");
    assert_code(PV_LIMIT, pv_api_codes_parse(&mem, pv_buf_str(&text), &codes, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_which_files_speak_to_which_api),
        cmocka_unit_test(says_which_byte_is_wrong),
        cmocka_unit_test(refuses_too_many_paths),
    };
    return cmocka_run_group_tests_name("api_code", tests, NULL, NULL);
}
