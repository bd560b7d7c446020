/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"

#include "support/fault.h"

#include <string.h>

static void assert_holds(const struct pv_buf *buf, const char *expected)
{
    assert_ok(pv_buf_result(buf, NULL));
    assert_true(pv_str_eq(pv_buf_str(buf), pv_str_of(expected)));
}

static void appends_text_bytes_and_formats(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    (void)state;
    pv_buf_add(&buf, (struct pv_str){0});
    PV_BUF_LIT(&buf, "a");
    pv_buf_add_byte(&buf, '=');
    pv_buf_format(&buf, "%d%s", 42, "!");
    assert_holds(&buf, "a=42!");
}

static void an_empty_buffer_is_an_empty_text(void **state)
{
    struct pv_buf buf = {0};
    (void)state;
    assert_int_equal(pv_buf_str(&buf).n, 0);
    assert_ok(pv_buf_result(&buf, NULL));
    pv_buf_cut(&buf, 3);
    pv_buf_reset(&buf);
    pv_buf_clear(&buf);
}

static void grows_past_its_first_memory(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    (void)state;
    for (int i = 0; i < 10000; i++)
        pv_buf_add_byte(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.n, 10000);
    assert_int_equal(buf.p[9999], 'a' + 9999 % 26);
}

static void holds_its_maximum_and_no_more(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {.max = 4};
    struct pv_err err = {0};
    (void)state;
    PV_BUF_LIT(&buf, "abcd");
    assert_holds(&buf, "abcd");
    pv_buf_add_byte(&buf, 'e');
    assert_code(PV_LIMIT, pv_buf_result(&buf, &err));
    assert_int_equal(err.offset, 4);
}

/* A text with a piece missing in its middle must not look whole. */
static void appends_nothing_after_a_failure(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {.max = 4};
    (void)state;
    PV_BUF_LIT(&buf, "ab");
    pv_buf_format(&buf, "%s", "cdefgh");
    pv_buf_add_byte(&buf, 'c');
    assert_null(pv_buf_room(&buf, 1));
    assert_int_equal(buf.n, 2);
    assert_code(PV_LIMIT, pv_buf_result(&buf, NULL));
}

static void reset_forgets_the_failure_and_clear_the_memory(void **state)
{
    struct pv_buf buf = {.max = 2};
    (void)state;
    PV_BUF_LIT(&buf, "abc");
    pv_buf_reset(&buf);
    PV_BUF_LIT(&buf, "ab");
    assert_holds(&buf, "ab");
    pv_buf_clear(&buf);
    assert_null(buf.p);
    assert_int_equal(buf.max, 2);
}

static void gives_room_to_read_into(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    (void)state;
    PV_BUF_LIT(&buf, "a");
    char *room = pv_buf_room(&buf, 1000);
    assert_non_null(room);
    memset(room, 'b', 1000);
    assert_int_equal(buf.n, 1);
    buf.n += 2;
    assert_holds(&buf, "abb");
    assert_null(pv_buf_room(&buf, SIZE_MAX));
}

static void cuts_to_a_length(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    (void)state;
    PV_BUF_LIT(&buf, "abc");
    pv_buf_cut(&buf, 5);
    assert_holds(&buf, "abc");
    pv_buf_cut(&buf, 1);
    assert_holds(&buf, "a");
}

static void takes_over_the_first_failure_of_another(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    struct pv_buf whole = {0};
    struct pv_buf full = {.failure = PV_LIMIT};
    struct pv_buf short_of_memory = {.failure = PV_NO_MEMORY};
    (void)state;
    pv_buf_take_failure(&buf, &whole);
    assert_holds(&buf, "");
    pv_buf_take_failure(&buf, &full);
    pv_buf_take_failure(&buf, &short_of_memory);
    assert_code(PV_LIMIT, pv_buf_result(&buf, NULL));
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
        for (int i = 0; i < 1000; i++)
            pv_buf_format(&buf, "%d ", i);
        fault_end(&fault, pv_buf_result(&buf, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(appends_text_bytes_and_formats),
        cmocka_unit_test(an_empty_buffer_is_an_empty_text),
        cmocka_unit_test(grows_past_its_first_memory),
        cmocka_unit_test(holds_its_maximum_and_no_more),
        cmocka_unit_test(appends_nothing_after_a_failure),
        cmocka_unit_test(reset_forgets_the_failure_and_clear_the_memory),
        cmocka_unit_test(gives_room_to_read_into),
        cmocka_unit_test(cuts_to_a_length),
        cmocka_unit_test(takes_over_the_first_failure_of_another),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
