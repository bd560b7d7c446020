/* SPDX-License-Identifier: Apache-2.0 */
#include "text/utf8.h"

#include "support/fault.h"

static void every_code_point_comes_back(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    (void)state;
    for (uint32_t code_point = 0; code_point < 0x110000; code_point += 7) {
        size_t at = 0;
        bool is_surrogate = code_point >= 0xd800 && code_point < 0xe000;
        pv_buf_reset(&buf);
        pv_utf8_add(&buf, code_point);
        assert_true(pv_utf8_is_valid(pv_buf_str(&buf)));
        assert_int_equal(pv_utf8_take(pv_buf_str(&buf), &at),
                         is_surrogate ? PV_UTF8_REPLACEMENT : code_point);
        assert_int_equal(at, buf.n);
    }
}

static void refuses_what_is_not_utf8(void **state)
{
    static const char *const cases[] = {
        "\x80",
        "\xc0\xaf",
        "\xc1\xbf",
        "\xe0\x80\xaf",
        "\xed\xa0\x80",
        "\xf0\x80\x80\xaf",
        "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80",
        "\xc3",
        "\xe2\x82",
        "\xff",
        "\xc3(",
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        size_t at = 0;
        assert_false(pv_utf8_is_valid(pv_str_of(cases[i])));
        assert_int_equal(pv_utf8_take(pv_str_of(cases[i]), &at), PV_UTF8_REPLACEMENT);
        assert_int_equal(at, 1);
    }
    assert_true(pv_utf8_is_valid(PV_STR("gr\xc3\xb6\xc3\x9f"
                                        "e \xf0\x9f\x8c\x8d")));
}

static void reads_by_byte_order_mark(void **state)
{
    static const struct {
        struct pv_str bytes;
        const char *text;
        size_t mark_bytes;
        bool is_transcoded;
    } cases[] = {
        {{"plain", 5}, "plain", 0, false},
        {{"\xef\xbb\xbfmarked", 9}, "marked", 3, false},
        {{"\xff\xfe"
          "a\0\xf6\0",
          6},
         "a\xc3\xb6",
         2,
         true},
        {{"\xfe\xff\0a\0\xf6", 6}, "a\xc3\xb6", 2, true},
        {{"\xff\xfe\x3c\xd8\x0d\xdf", 6}, "\xf0\x9f\x8c\x8d", 2, true},
        {{"\xff\xfe\x3c\xd8", 4}, "\xef\xbf\xbd", 2, true},
        {{"\xff\xfe\x3c\xd8z\0", 6}, "\xef\xbf\xbdz", 2, true},
        {{"\xff\xfe"
          "a",
          3},
         "\xef\xbf\xbd",
         2,
         true},
        {{"", 0}, "", 0, false},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_utf8_text text = {0};
        assert_ok(pv_utf8_read(&mem, cases[i].bytes, &text, NULL));
        assert_true(pv_str_eq(text.text, pv_str_of(cases[i].text)));
        assert_int_equal(text.mark_bytes, cases[i].mark_bytes);
        assert_int_equal(text.is_transcoded, cases[i].is_transcoded);
    }
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_utf8_text text = {0};
        fault_end(&fault, pv_utf8_read(&mem,
                                       PV_STR("\xff\xfe"
                                              "a\0"),
                                       &text, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(refuses_what_is_not_utf8),
        cmocka_unit_test(reads_by_byte_order_mark),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
