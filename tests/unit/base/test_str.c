/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"

#include "support/fault.h"

#include <string.h>

static const struct pv_str none = {0};

static void compares_by_bytes(void **state)
{
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {
        {"", "", 0},     {"a", "a", 0},  {"a", "b", -1}, {"b", "a", 1},
        {"a", "ab", -1}, {"ab", "a", 1}, {"", "a", -1},  {"\x7f", "\x80", -1},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_str a = pv_str_of(cases[i].a);
        struct pv_str b = pv_str_of(cases[i].b);
        int order = pv_str_cmp(a, b);
        assert_int_equal((order > 0) - (order < 0), cases[i].order);
        assert_int_equal(pv_str_eq(a, b), cases[i].order == 0);
    }
    assert_true(pv_str_eq(none, PV_STR("")));
    assert_int_equal(pv_str_cmp(none, PV_STR("")), 0);
    assert_int_equal(pv_str_of(NULL).n, 0);
}

static void knows_both_ends(void **state)
{
    struct pv_str s = PV_STR("main.c");
    (void)state;
    assert_true(pv_str_has_prefix(s, PV_STR("main")));
    assert_false(pv_str_has_prefix(s, PV_STR("main.cc")));
    assert_false(pv_str_has_prefix(s, PV_STR("ain")));
    assert_true(pv_str_has_suffix(s, PV_STR(".c")));
    assert_false(pv_str_has_suffix(s, PV_STR("a/main.c")));
    assert_false(pv_str_has_suffix(s, PV_STR(".h")));
    assert_true(pv_str_has_prefix(none, none) && pv_str_has_suffix(none, none));
}

static void cuts_parts_to_the_text(void **state)
{
    static const struct {
        size_t start, end;
        const char *part;
    } cases[] = {
        {0, 3, "abc"}, {1, 2, "b"}, {2, 99, "c"},         {3, 3, ""},
        {99, 99, ""},  {2, 1, ""},  {0, SIZE_MAX, "abc"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_true(pv_str_eq(pv_str_sub(PV_STR("abc"), cases[i].start, cases[i].end),
                              pv_str_of(cases[i].part)));
    assert_int_equal(pv_str_sub(none, 1, 2).n, 0);
}

static void finds_text(void **state)
{
    static const struct {
        const char *text, *needle;
        size_t from, at;
    } cases[] = {
        {"abcabc", "abc", 0, 0},    {"abcabc", "abc", 1, 3},    {"abcabc", "abc", 4, SIZE_MAX},
        {"aab", "ab", 0, 1},        {"abc", "", 3, 3},          {"abc", "", 4, SIZE_MAX},
        {"ab", "abc", 0, SIZE_MAX}, {"abc", "c", 2, 2},         {"abc", "a", SIZE_MAX, SIZE_MAX},
        {"", "a", 0, SIZE_MAX},     {"abab", "c", 0, SIZE_MAX},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(
            pv_str_find(pv_str_of(cases[i].text), pv_str_of(cases[i].needle), cases[i].from),
            cases[i].at);
    assert_int_equal(pv_str_rfind_byte(PV_STR("a/b/c"), '/'), 3);
    assert_int_equal(pv_str_rfind_byte(PV_STR("abc"), '/'), SIZE_MAX);
    assert_int_equal(pv_str_rfind_byte(none, '/'), SIZE_MAX);
    assert_int_equal(pv_str_line_start(PV_STR("a\nbc\nd"), 3), 2);
    assert_int_equal(pv_str_line_start(PV_STR("a\nbc"), 0), 0);
    assert_int_equal(pv_str_line_end(PV_STR("a\nbc\nd"), 2), 5);
    assert_int_equal(pv_str_line_end(PV_STR("a\nbc\nd"), 5), 6);
    assert_int_equal(pv_str_line_end(none, 0), 0);
}

static void trims_blanks_at_both_ends(void **state)
{
    (void)state;
    assert_true(pv_str_eq(pv_str_trim(PV_STR(" \t\r\na b\n ")), PV_STR("a b")));
    assert_int_equal(pv_str_trim(PV_STR(" \n")).n, 0);
    assert_int_equal(pv_str_trim(none).n, 0);
}

static void splits_at_a_byte(void **state)
{
    struct pv_str rest = PV_STR("a,,b,");
    struct pv_str part = {0};
    static const char *const parts[] = {"a", "", "b"};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(parts); i++) {
        assert_true(pv_str_split(&rest, ',', &part));
        assert_true(pv_str_eq(part, pv_str_of(parts[i])));
    }
    assert_false(pv_str_split(&rest, ',', &part));
    assert_true(pv_str_eq(part, PV_STR("b")));
}

static void copies_into_an_arena(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    char text[] = "abc";
    struct pv_str copy = {0};
    struct pv_str formatted = {0};
    const char *z = NULL;
    (void)state;
    assert_ok(pv_str_copy(&mem, pv_str_of(text), &copy, NULL));
    assert_ok(pv_str_z(&mem, pv_str_of(text), &z, NULL));
    text[0] = 'x';
    assert_true(pv_str_eq(copy, PV_STR("abc")));
    assert_string_equal(z, "abc");
    assert_ok(pv_str_copy(&mem, none, &copy, NULL));
    assert_int_equal(copy.n, 0);
    assert_ok(pv_str_z(&mem, none, &z, NULL));
    assert_string_equal(z, "");
    assert_ok(pv_str_format(&mem, &formatted, NULL, "%s-%d", "a", 7));
    assert_true(pv_str_eq(formatted, PV_STR("a-7")));
}

/* The system would see a shorter text than the one that was checked. */
static void gives_no_terminator_to_text_with_a_zero_byte(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    const char *z = NULL;
    struct pv_err err = {0};
    (void)state;
    assert_code(PV_INVALID, pv_str_z(&mem, PV_STR("ok\0.."), &z, &err));
    assert_int_equal(err.offset, 2);
    assert_null(z);
}

static void prints_through_a_format(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_str out = {0};
    (void)state;
    assert_ok(pv_str_format(&mem, &out, NULL, "[%.*s][%.*s]", PV_STR_FMT(PV_STR("abc")),
                            PV_STR_FMT(none)));
    assert_true(pv_str_eq(out, PV_STR("[abc][]")));
}

/* An empty arena before each, so that each has an allocation that can fail. */
static PV_RESULT make_all(struct pv_arena *mem)
{
    struct pv_str copy = {0};
    const char *z = NULL;
    PV_TRY(pv_str_copy(mem, PV_STR("abc"), &copy, NULL));
    PV_TRY(pv_str_join(mem, &copy, 1, &copy, NULL));
    pv_arena_clear(mem);
    PV_TRY(pv_str_z(mem, PV_STR("abc"), &z, NULL));
    pv_arena_clear(mem);
    return pv_str_format(mem, &copy, NULL, "%d", 1);
}

static void joins_texts(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    const struct pv_str parts[] = {PV_STR("a"), {0}, PV_STR("bc"), PV_STR("d")};
    const struct pv_str large[] = {{"x", SIZE_MAX}, {"y", 1}};
    struct pv_str joined = PV_STR("as before");
    (void)state;
    assert_ok(pv_str_join(&mem, parts, PV_COUNT(parts), &joined, NULL));
    assert_true(pv_str_eq(joined, PV_STR("abcd")));
    assert_ok(pv_str_join(&mem, NULL, 0, &joined, NULL));
    assert_int_equal(joined.n, 0);
    assert_code(PV_LIMIT, pv_str_join(&mem, large, PV_COUNT(large), &joined, NULL));
    assert_int_equal(joined.n, 0);
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        fault_end(&fault, make_all(&mem));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_by_bytes),
        cmocka_unit_test(knows_both_ends),
        cmocka_unit_test(cuts_parts_to_the_text),
        cmocka_unit_test(finds_text),
        cmocka_unit_test(trims_blanks_at_both_ends),
        cmocka_unit_test(splits_at_a_byte),
        cmocka_unit_test(copies_into_an_arena),
        cmocka_unit_test(gives_no_terminator_to_text_with_a_zero_byte),
        cmocka_unit_test(prints_through_a_format),
        cmocka_unit_test(joins_texts),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
