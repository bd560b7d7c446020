/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/index_rule.h"

#include "base/arena.h"
#include "support/test.h"

#include <pave/index.h>

#include <string.h>

static void makes_values_alike(void **state)
{
    static const struct {
        const char *column;
        const char *value;
        const char *expected;
    } cases[] = {
        {"exact", " A b ", " A b "},
        {"lower", "  Ada \t LOVELACE\n", "ada lovelace"},
        {"lower", "MÜLLER", "mÜller"}, /* letters of ASCII and no others */
        {"lower", " \n ", ""},
        {"digits", "+49 (0)30 12-34", "490301234"},
        {"digits last 4", "123-45-6789", "6789"},
        {"digits last 4", "12", "12"},
        {"lower first 3", "Ada Lovelace", "ada"},
        {"exact first 2", "öäü", "öä"},
        {"exact last 2", "öäü", "äü"},
        {"exact last 9", "öäü", "öäü"},
        {"exact first 1", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_index_column column = {.name = PV_STR("c")};
        struct pv_str value = pv_str_of(cases[i].value);
        char out[64];
        assert_true(pv_index_column_read(pv_str_of(cases[i].column), &column));
        size_t n = pv_index_normalise(&column, value, out);
        assert_int_equal(n, strlen(cases[i].expected));
        assert_memory_equal(out, cases[i].expected, n);
    }
}

static void knows_its_words_and_no_others(void **state)
{
    static const char *const bad[] = {"",
                                      "Lower",
                                      "lower ",
                                      "lower first",
                                      "lower last",
                                      "digits last 0",
                                      "digits last 04",
                                      "digits last 99999",
                                      "exact middle 3",
                                      "exact first 3 4",
                                      "exact first -1",
                                      " exact"};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(bad); i++) {
        struct pv_index_column column = {.n = 0};
        if (pv_index_column_read(pv_str_of(bad[i]), &column))
            fail_msg("\"%s\"", bad[i]);
    }
}

static void plans_lengths_that_tell_little(void **state)
{
    static const struct {
        uint64_t distinct;
        unsigned least, most;
    } cases[] = {{16, 2, 2},
                 {17, 3, 3},
                 {100, 4, 5},
                 {1000, 5, 8},
                 {10000, 7, 12},
                 {1000000, 10, 18},
                 {(uint64_t)1 << 53, 27, 51}};
    struct pave_index_advice advice = {.size = sizeof advice};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        assert_int_equal(pave_index_plan(cases[i].distinct, 1000, &advice), PAVE_OK);
        assert_int_equal(advice.least, cases[i].least);
        assert_int_equal(advice.most, cases[i].most);
        assert_true(advice.usual >= advice.least && advice.usual <= advice.most);
        /* At least two values to a token, at the longest. */
        assert_true(((uint64_t)2 << advice.most) <= cases[i].distinct);
        assert_true(advice.rows_each > 0);
    }
    assert_int_equal(pave_index_plan(15, 1000, &advice), PAVE_FORBIDDEN);
    assert_int_equal(pave_index_plan(0, 0, &advice), PAVE_FORBIDDEN);
    assert_int_equal(pave_index_plan(((uint64_t)1 << 53) + 1, 0, &advice), PAVE_ARGUMENT);
    assert_int_equal(pave_index_plan(100, 100, NULL), PAVE_ARGUMENT);
    advice.size = 1;
    assert_int_equal(pave_index_plan(100, 100, &advice), PAVE_ARGUMENT);
}

#define HEAD "{\"name\":\"a\",\"table\":\"t\",\"columns\":"

static void says_what_is_wrong_in_a_rule(void **state)
{
    static const struct {
        const char *text;
        enum pave_status status;
        const char *said;
    } cases[] = {
        {HEAD "{\"c\":\"lower\"},\"bits\":7,\"distinct\":10000}", PAVE_OK, ""},
        {HEAD "{\"c\":\"lower\"},\"bits\":12,\"distinct\":10000,\"slow\":true}", PAVE_OK, ""},
        {HEAD "{\"c\":\"lower\"},\"bits\":13,\"distinct\":10000}", PAVE_FORBIDDEN, "7 to 12"},
        {HEAD "{\"c\":\"lower\"},\"bits\":6,\"distinct\":10000}", PAVE_FORBIDDEN, "7 to 12"},
        {HEAD "{\"c\":\"lower\"},\"bits\":1,\"distinct\":2}", PAVE_FORBIDDEN, "another"},
        {HEAD "{\"c\":\"lower\"},\"bits\":53,\"distinct\":10000}", PAVE_LIMIT, "bits"},
        {HEAD "{\"c\":\"Lower\"},\"bits\":7,\"distinct\":10000}", PAVE_SYNTAX, "exact"},
        {HEAD "{\"c\":7},\"bits\":7,\"distinct\":10000}", PAVE_SYNTAX, "exact"},
        {HEAD "{},\"bits\":7,\"distinct\":10000}", PAVE_LIMIT, "1 to 8"},
        {HEAD "[],\"bits\":7,\"distinct\":10000}", PAVE_SYNTAX, "columns"},
        {HEAD "{\"c\":\"lower\"},\"bits\":7,\"distinct\":10000,\"slow\":1}", PAVE_SYNTAX, "slow"},
        {HEAD "{\"c\":\"lower\"},\"bits\":7}", PAVE_SYNTAX, "distinct"},
        {HEAD "{\"c\":\"lower\"},\"bits\":7,\"distinct\":10000,\"more\":1}", PAVE_SYNTAX, "more"},
        {"{\"name\":\"A\",\"table\":\"t\",\"columns\":{\"c\":\"lower\"}}", PAVE_SYNTAX, "a-z"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_record *map = NULL;
        struct pv_index_rule rule = {.bits = 0};
        struct pave_error err = PAVE_ERROR_INIT;
        assert_int_equal(pv_record_read(&mem, pv_str_of(cases[i].text), &map, NULL), PAVE_OK);
        enum pave_status status = pv_index_rule_read(&mem, map, &rule, &err);
        if (status != cases[i].status || !strstr(err.text, cases[i].said))
            fail_msg("%s: %d: %s", cases[i].text, status, err.text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_values_alike),
        cmocka_unit_test(knows_its_words_and_no_others),
        cmocka_unit_test(plans_lengths_that_tell_little),
        cmocka_unit_test(says_what_is_wrong_in_a_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
