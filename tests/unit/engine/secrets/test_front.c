/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/front.h"

#include "support/test.h"

#include <string.h>

enum { BYTES_MAX = 300, TEXTS = 4000 };

static void fill(struct pv_fronts *fronts)
{
    static const char *const pairs[] = {"ab", "Ab", "0x", "a1", " '", "(\"", "(b", "-x", "('",
                                        ", ", ",'", "--", "-u", "$1", "?=",  "|x", "|0"};
    for (size_t i = 0; i < PV_COUNT(pairs); i++)
        pv_fronts_add(fronts, (unsigned char)pairs[i][0], (unsigned char)pairs[i][1]);
    for (unsigned next = 0; next < 256; next++)
        for (const char *sign = "=:~>."; *sign; sign++)
            pv_fronts_add(fronts, (unsigned char)*sign, (unsigned char)next);
}

/* The walk finds what looking at each place finds; the bytes behind the text do not count. */
static void compare(const struct pv_fronts *fronts, struct pv_str text)
{
    struct pv_front_walk walk = {.fronts = fronts, .text = text};
    for (size_t at = 0; at < text.n; at++)
        if (pv_front_is_at(fronts, text, at))
            assert_int_equal(pv_front_next(&walk), at);
    assert_true(pv_front_next(&walk) == SIZE_MAX);
}

static void finds_all_places_and_no_others(void **state)
{
    static struct pv_fronts fronts;
    static const char bytes[] = "abAb01xx__..  ''\"`((,,--u$12?=||~>::==\\nrt\n\xc3\xa9z";
    uint32_t seed = 7;
    (void)state;
    fill(&fronts);
    for (int i = 0; i < TEXTS; i++) {
        char text[BYTES_MAX];
        size_t n = (size_t)i % BYTES_MAX;
        for (size_t k = 0; k < n; k++) {
            seed = seed * 1664525 + 1013904223;
            text[k] = bytes[(seed >> 16) % (sizeof bytes - 1)];
        }
        compare(&fronts, (struct pv_str){text, n});
    }
}

static void a_word_begins_behind_an_escape_and_not_behind_a_dot(void **state)
{
    static struct pv_fronts fronts;
    static const struct {
        const char *text;
        size_t at;
        bool is_front;
    } cases[] = {
        {"abc", 0, true},
        {"xabc", 1, false},
        {"_abc", 1, false},
        {"\\nabc", 2, true},
        {"\\qabc", 2, false},
        {"x.abc", 2, false},
        {".abc", 1, true},
        {" .abc", 2, true},
        {"\xc3\xa9"
         "abc",
         2, true},
        {"a", 0, false},
    };
    (void)state;
    pv_fronts_add(&fronts, 'a', 'b');
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(pv_front_is_at(&fronts, pv_str_of(cases[i].text), cases[i].at),
                         cases[i].is_front);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_all_places_and_no_others),
        cmocka_unit_test(a_word_begins_behind_an_escape_and_not_behind_a_dot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
