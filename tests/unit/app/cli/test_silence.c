/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/silence.h"

#include "support/scratch.h"
#include "support/test.h"

static void is_due_when_the_whole_interval_is_below(void **state)
{
    static const struct {
        uint64_t right;
        uint64_t wrong;
        bool is_due;
    } cases[] = {
        {0, 0, false},    {0, 9, false},       {0, 10, true},
        {7, 3, true},     {8, 3, false}, /* 0.73, up to 0.903 */
        {106, 12, false},                /* 0.898, up to 0.941 */
        {10, 0, false},   {80, 20, true},      {85, 15, false},
        {84, 16, true},   {1000000, 0, false}, {0, 1000000, true},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (pv_silence_is_due(cases[i].right, cases[i].wrong) != cases[i].is_due)
            fail_msg("case %zu", i);
}

static bool is_broken(const struct pv_silence *silence, const char *id, const char *why)
{
    struct pv_buf out = {0};
    const struct pv_rule rule = {.check_id = pv_str_of(id), .silent = pv_str_of(why)};
    bool broken = pv_silence_is_broken(silence, &rule, &out);
    assert_int_equal(broken, out.n > 0);
    pv_buf_clear(&out);
    return broken;
}

static void finds_what_was_measured_above_a_rule(void **state)
{
    struct scratch scratch;
    struct pv_silence above = {0};
    struct pv_silence whole = {0};
    struct pv_silence none = {0};
    (void)state;
    scratch_begin(&scratch);
    scratch_write(&scratch, "rules/c/x/rule.yaml", PV_STR("rules: []\n"));
    scratch_write(
        &scratch, "rules/measured.yaml",
        PV_STR("measured:\n  c/x: {right: 1, wrong: 19}\n  c/y: {right: 19, wrong: 1}\n"));
    assert_ok(pv_silence_add(&scratch.mem, scratch_path(&scratch, "rules/c/x"), &above, NULL));
    assert_ok(pv_silence_add(&scratch.mem, scratch_path(&scratch, "rules/"), &whole, NULL));
    assert_ok(pv_silence_add(&scratch.mem, PV_STR("nowhere"), &none, NULL));
    assert_false(above.holds_secrets);
    assert_true(whole.holds_secrets);
    assert_int_equal(none.measured.n, 0);
    assert_true(is_broken(&above, "c/x", ""));
    assert_false(is_broken(&above, "c/x", "too often wrong"));
    assert_true(is_broken(&whole, "c/y", "too often wrong"));
    assert_false(is_broken(&whole, "c/y", ""));
    assert_true(is_broken(&whole, "c/z", "too often wrong"));
    assert_false(is_broken(&none, "c/z", "too often wrong"));
    scratch_end(&scratch);
}

static void says_when_it_cannot_read(void **state)
{
    struct scratch scratch;
    struct pv_silence silence = {0};
    struct pv_err err = {0};
    (void)state;
    scratch_begin(&scratch);
    scratch_write(&scratch, "measured.yaml", PV_STR("measured: {\n"));
    assert_int_not_equal(
        pv_silence_add(&scratch.mem, scratch_path(&scratch, "."), &silence, &err).code, PV_OK);
    assert_non_null(strstr(err.text, "measured.yaml: "));
    scratch_write(&scratch, "measured.yaml", PV_STR("measured: {c/x: [1], c/w: {right: -4}}\n"));
    assert_ok(pv_silence_add(&scratch.mem, scratch_path(&scratch, "."), &silence, &err));
    assert_false(is_broken(&silence, "c/x", ""));
    assert_false(is_broken(&silence, "c/w", ""));
    scratch_end(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_due_when_the_whole_interval_is_below),
        cmocka_unit_test(finds_what_was_measured_above_a_rule),
        cmocka_unit_test(says_when_it_cannot_read),
    };
    return cmocka_run_group_tests_name("silence", tests, NULL, NULL);
}
