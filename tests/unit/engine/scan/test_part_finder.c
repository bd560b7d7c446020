/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/part_finder.h"

#include "base/bits.h"
#include "support/test.h"

static const char *const words[] = {"~token", "~<to", "~salt>", "plain", "~se"};

static void finds_parts_that_begin_alike(void **state)
{
    static const struct {
        const char *text;
        uint64_t found; /* bit i + 1: words[i] */
        bool is_less;
    } cases[] = {
        {"", 0x08 << 1, true},
        {"myTOKEN", 0x09 << 1, true},
        {"to = SALT; use(token)", 0x1f << 1, false},
        {"asalts", 0x08 << 1, true},
        {"t", 0x08 << 1, true},
        {"\xc5\xbf", 0x1f << 1, false},
    };
    struct pv_arena mem = {0};
    struct pv_part_finder finder = {0};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(words); i++)
        assert_ok(pv_part_finder_add(&mem, &finder, pv_str_of(words[i]), (pv_word)i + 1, NULL));
    assert_ok(pv_part_finder_finish(&mem, &finder, NULL));
    assert_int_equal(finder.rows.n, PV_COUNT(words) - 1);
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        uint64_t set[1] = {0x1f << 1};
        print_message("%s\n", cases[i].text);
        assert_int_equal(pv_part_finder_drop(&finder, pv_str_of(cases[i].text), set),
                         cases[i].is_less);
        assert_int_equal(set[0], cases[i].found);
    }
    pv_arena_clear(&mem);
}

static void a_finder_of_nothing_drops_nothing(void **state)
{
    struct pv_part_finder finder = {0};
    uint64_t set[1] = {0x7};
    (void)state;
    assert_ok(pv_part_finder_finish(NULL, &finder, NULL));
    assert_false(pv_part_finder_drop(&finder, PV_STR("token"), set));
    assert_int_equal(set[0], 0x7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_parts_that_begin_alike),
        cmocka_unit_test(a_finder_of_nothing_drops_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
