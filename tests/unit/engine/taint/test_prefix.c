/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/prefix.h"
#include "support/test.h"

#include <string.h>

static bool begins(const struct pv_prefix *prefix, const char *text)
{
    return pv_str_eq((struct pv_str){prefix->text, prefix->n}, pv_str_of(text));
}

static void ends_where_a_source_has_a_part(void **state)
{
    struct pv_prefix prefix = {0};
    struct pv_taint taint = {0};
    struct pv_value text = {.constant = PV_VALUE_TEXT, .text = PV_STR("a")};
    struct pv_value number = {.constant = PV_VALUE_INT, .number = -7};
    struct pv_value tainted = {.taints = &taint, .n_taints = 1, .prefix = PV_STR("/b")};
    (void)state;
    pv_prefix_add_value(&prefix, &text);
    pv_prefix_add_value(&prefix, &number);
    pv_prefix_add_value(&prefix, &pv_value_clean);
    assert_true(begins(&prefix, "a-7\x01"));
    pv_prefix_add_value(&prefix, &tainted);
    pv_prefix_add_text(&prefix, PV_STR("c"));
    assert_true(begins(&prefix, "a-7\x01/b"));
    assert_true(prefix.is_ended);
}

static void is_cut_where_it_is_long(void **state)
{
    struct pv_prefix prefix = {0};
    char text[PV_TAINT_PREFIX_MAX + 1];
    (void)state;
    memset(text, 'a', sizeof text);
    pv_prefix_add_text(&prefix, (struct pv_str){text, sizeof text - 2});
    assert_false(prefix.is_ended);
    pv_prefix_add_text(&prefix, PV_STR("bc"));
    assert_int_equal(prefix.n, PV_TAINT_PREFIX_MAX);
    assert_true(prefix.is_ended);
    pv_prefix_add_text(&prefix, PV_STR("d"));
    assert_int_equal(prefix.n, PV_TAINT_PREFIX_MAX);
}

static void joins_what_two_begin_with(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem, .has_prefixes = true};
    struct pv_taint taint = {0};
    struct pv_value a = {.constant = PV_VALUE_TEXT, .text = PV_STR("/ab")};
    struct pv_value b = {.constant = PV_VALUE_TEXT, .text = PV_STR("/ac")};
    struct pv_value c = {.taints = &taint, .n_taints = 1, .prefix = PV_STR("/acd")};
    struct pv_value d = {.taints = &taint, .n_taints = 1, .prefix = PV_STR("/ab")};
    (void)state;
    const struct pv_value *clean = pv_value_join(&v, &a, &b);
    assert_true(pv_str_eq(clean->prefix, PV_STR("/a\x01")));
    assert_ptr_equal(pv_value_join(&v, clean, &a), clean);
    assert_null(pv_value_join(&v, &a, &a)->prefix.p);
    assert_null(pv_value_join(&v, &a, &pv_value_clean)->prefix.p);
    assert_true(pv_str_eq(pv_value_join(&v, &a, &c)->prefix, PV_STR("/acd")));
    assert_true(pv_str_eq(pv_value_join(&v, &c, &d)->prefix, PV_STR("/a")));
    assert_false(pv_value_equal(&c, &d));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_where_a_source_has_a_part),
        cmocka_unit_test(is_cut_where_it_is_long),
        cmocka_unit_test(joins_what_two_begin_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
