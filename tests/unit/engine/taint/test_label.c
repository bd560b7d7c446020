/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/label.h"
#include "support/test.h"

static struct pv_label *read(struct pv_arena *mem, struct pv_vocab *vocab, const char *text)
{
    struct pv_label *label = NULL;
    assert_ok(pv_label_read(mem, pv_str_of(text), vocab, &label, NULL));
    return label;
}

static void reads_and_answers(void **state)
{
    static const struct {
        const char *text;
        bool of_a;
        bool of_b;
        bool of_both;
        bool of_none;
    } cases[] = {
        {"A", true, false, true, false},
        {"not A", false, true, false, true},
        {"A and B", false, false, true, false},
        {"A or B", true, true, true, false},
        {"A and not B", true, false, false, false},
        {"not A and B", false, true, false, false},
        {"not (A or B)", false, false, false, true},
        {" ( A ) or\tB\n", true, true, true, false},
        {"A or B and A", true, false, true, false},
    };
    struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    pv_word words[2] = {0};
    (void)state;
    assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("A"), &words[0], NULL));
    assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("B"), &words[1], NULL));
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        const struct pv_label *label = read(&mem, &vocab, cases[i].text);
        assert_int_equal(pv_label_is_met(label, words, 1), cases[i].of_a);
        assert_int_equal(pv_label_is_met(label, words + 1, 1), cases[i].of_b);
        assert_int_equal(pv_label_is_met(label, words, 2), cases[i].of_both);
        assert_int_equal(pv_label_is_met(label, NULL, 0), cases[i].of_none);
    }
    pv_arena_clear(&mem);
}

/* Which labels a value will have is not known: only which it never has. */
static void answers_what_may_be(void **state)
{
    static const struct {
        const char *text;
        bool with_a;
        bool with_both;
        bool with_none;
    } cases[] = {
        {"A", true, true, false},
        {"not A", true, true, true},
        {"A and B", false, true, false},
        {"A and not A", true, true, false}, /* one that has both is not told apart */
        {"A or B", true, true, false},
        {"B or not B", true, true, true},
        {"not (A or B)", true, true, true},
        {"not (not A and not B)", true, true, false},
        {"B and not A", false, true, false},
    };
    struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    pv_word words[2] = {0};
    (void)state;
    assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("A"), &words[0], NULL));
    assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("B"), &words[1], NULL));
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        const struct pv_label *label = read(&mem, &vocab, cases[i].text);
        print_message("%s\n", cases[i].text);
        assert_int_equal(pv_label_may_be_met(label, words, 1), cases[i].with_a);
        assert_int_equal(pv_label_may_be_met(label, words, 2), cases[i].with_both);
        assert_int_equal(pv_label_may_be_met(label, NULL, 0), cases[i].with_none);
    }
    pv_arena_clear(&mem);
}

static void says_where_it_is_wrong(void **state)
{
    static const struct {
        const char *text;
        enum pv_code code;
        size_t offset;
    } cases[] = {
        {"", PV_SYNTAX, 0},
        {"A and", PV_SYNTAX, 5},
        {"and", PV_SYNTAX, 0},
        {"A B", PV_SYNTAX, 2},
        {"(A", PV_SYNTAX, 2},
        {"A)", PV_SYNTAX, 1},
        {"A & B", PV_SYNTAX, 2},
        {"not", PV_SYNTAX, 3},
        {"((((((((((((((((((A))))))))))))))))))", PV_LIMIT, 16},
    };
    struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_label *label = NULL;
        struct pv_err err = {0};
        struct pv_result result =
            pv_label_read(&mem, pv_str_of(cases[i].text), &vocab, &label, &err);
        assert_int_equal(result.code, cases[i].code);
        assert_int_equal(err.offset, cases[i].offset);
        assert_null(label);
    }
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_and_answers),
        cmocka_unit_test(answers_what_may_be),
        cmocka_unit_test(says_where_it_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
