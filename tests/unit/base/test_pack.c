/* SPDX-License-Identifier: Apache-2.0 */
#include "base/pack.h"

#include "support/test.h"

static const uint64_t numbers[] = {0, 1, 127, 128, 300, 1 << 14, UINT32_MAX, UINT64_MAX};

static void gives_back_what_was_packed(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf packed = {0};
    uint32_t copy = 0;
    (void)state;
    for (size_t i = 0; i < PV_COUNT(numbers); i++)
        pv_pack_number(&packed, numbers[i]);
    pv_pack_text(&packed, PV_STR("text"));
    pv_pack_text(&packed, PV_STR(""));
    pv_pack_u32(&packed, 77);
    struct pv_unpack in = {.bytes = pv_buf_str(&packed)};
    for (size_t i = 0; i < PV_COUNT(numbers); i++)
        assert_true(pv_unpack_number(&in) == numbers[i]);
    assert_true(pv_str_eq(pv_unpack_text(&in), PV_STR("text")));
    assert_int_equal(pv_unpack_text(&in).n, 0);
    pv_unpack_into(&in, &copy, sizeof copy);
    assert_int_equal(copy, 77);
    assert_int_equal(in.at, packed.n);
    assert_false(in.is_bad);
}

static void never_passes_the_end(void **state)
{
    static const struct {
        const char *what;
        struct pv_str bytes;
    } cases[] = {
        {"nothing", {"", 0}},
        {"a number that goes on", {"\x80\x80", 2}},
        {"a number of too many bytes", {"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 12}},
        {"a text that is longer than the rest",
         {"\x05"
          "text",
          5}},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_unpack in = {.bytes = cases[i].bytes};
        struct pv_str text = pv_unpack_text(&in);
        assert_true(in.is_bad);
        assert_int_equal(text.n, 0);
        assert_int_equal(pv_unpack_number(&in), 0);
        assert_int_equal(pv_unpack_byte(&in), 0);
        assert_int_equal(pv_unpack_count(&in), 0);
    }
}

static void counts_no_more_than_there_can_be(void **state)
{
    struct pv_unpack three = {.bytes = {"\3abc", 4}};
    struct pv_unpack four = {.bytes = {"\4abc", 4}};
    (void)state;
    assert_int_equal(pv_unpack_count(&three), 3);
    assert_int_equal(pv_unpack_count(&four), 0);
    assert_true(four.is_bad);
}

static void finds_numbers_of_a_table(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf table = {0};
    (void)state;
    for (uint32_t i = 0; i < 3; i++)
        pv_pack_u32(&table, 10 * i + 1);
    assert_int_equal(pv_unpack_u32_at(pv_buf_str(&table), 2), 21);
    assert_int_equal(pv_unpack_u32_at(pv_buf_str(&table), 3), 0);
    assert_int_equal(pv_unpack_u32_at(pv_str_sub(pv_buf_str(&table), 0, 11), 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_back_what_was_packed),
        cmocka_unit_test(never_passes_the_end),
        cmocka_unit_test(counts_no_more_than_there_can_be),
        cmocka_unit_test(finds_numbers_of_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
