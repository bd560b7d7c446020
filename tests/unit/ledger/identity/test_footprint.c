/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/identity/footprint.h"

#include "support/test.h"

#include <stdio.h>

static struct pv_footprint of(const char *text, uint32_t first, uint32_t last)
{
    struct pv_footprint out = {0};
    pv_footprint_take(pv_str_of(text), first, last, &out);
    return out;
}

static void blanks_and_remarks_do_not_count(void **state)
{
    struct pv_footprint plain = of("a = md5(x)\n", 1, 1);
    static const char *const same[] = {"  a=md5( x )\r\n", "a = md5(x)  # pave: ignore r -- why\n",
                                       "a = md5(x) /* nosemgrep */\n", "\ta = md5(x)"};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(same); i++)
        assert_true(of(same[i], 1, 1).content == plain.content);
    assert_true(of("a = md5(y)\n", 1, 1).content != plain.content);
    assert_true(of("a = md5(x)\nb()\n", 1, 2).content != plain.content);
}

static void context_is_around(void **state)
{
    const char *text = "1\n2\n3\n4\n5\n6\n7\n";
    (void)state;
    assert_true(of(text, 4, 4).context == of("x\n2\n3\n9\n5\n6\ny\n", 4, 4).context);
    assert_true(of(text, 4, 4).context != of("1\n2\nx\n4\n5\n6\n7\n", 4, 4).context);
}

static void lines_out_of_range_are_empty(void **state)
{
    (void)state;
    assert_int_equal(of("a\n", 5, 9).n_tokens, 0);
    assert_int_equal(of("", 1, 1).n_tokens, 0);
    assert_true(of("a\n", 1, UINT32_MAX - 10).n_tokens == 1);
}

static void edits_are_alike(void **state)
{
    struct pv_footprint before = of("digest = hashlib.md5(data).hexdigest()\n", 1, 1);
    struct pv_footprint edited = of("digest = hashlib.md5(data + salt).hexdigest()\n", 1, 1);
    struct pv_footprint other = of("for name in os.listdir(folder):\n", 1, 1);
    (void)state;
    assert_true(pv_footprint_likeness(&before, &edited) >= 800);
    assert_true(pv_footprint_likeness(&before, &other) < 500);
    assert_int_equal(pv_footprint_likeness(&before, &before), 1000);
}

static void files_are_known_by_their_lines(void **state)
{
    char text[8000] = "";
    char half[8000] = "";
    size_t n = 0;
    struct pv_sketch a = {0};
    struct pv_sketch b = {0};
    struct pv_sketch c = {0};
    (void)state;
    for (int i = 0; i < 300; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "line number %d\n", i);
    (void)snprintf(half, sizeof half, "%.*s", (int)(n / 2), text);
    pv_sketch_take(pv_str_of(text), &a);
    pv_sketch_take(pv_str_of(half), &b);
    pv_sketch_take(PV_STR("something else\nwith other lines\nand a third one\n"), &c);
    assert_int_equal(pv_sketch_likeness(&a, &a), 1000);
    assert_true(pv_sketch_likeness(&a, &b) > 300);
    assert_int_equal(pv_sketch_likeness(&a, &c), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_and_remarks_do_not_count), cmocka_unit_test(context_is_around),
        cmocka_unit_test(lines_out_of_range_are_empty),    cmocka_unit_test(edits_are_alike),
        cmocka_unit_test(files_are_known_by_their_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
