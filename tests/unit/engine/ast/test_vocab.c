/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/ast/vocab.h"

#include "base/alloc.h"

#include "support/test.h"

static void numbers_each_word_once(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    pv_word one = 0;
    pv_word two = 0;
    pv_word again = 0;
    (void)state;
    assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("one"), &one, NULL));
    assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("two"), &two, NULL));
    assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("one"), &again, NULL));
    assert_int_equal(one, 1);
    assert_int_equal(two, 2);
    assert_int_equal(again, one);
    assert_int_equal(pv_vocab_find(&vocab, PV_STR("two")), two);
    assert_true(pv_str_eq(pv_vocab_text(&vocab, two), PV_STR("two")));
}

static void keeps_number_0_for_no_word(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    pv_word word = 7;
    (void)state;
    assert_ok(pv_vocab_add(&mem, &vocab, PV_STR(""), &word, NULL));
    assert_int_equal(word, 0);
    assert_int_equal(pv_vocab_word(&vocab, PV_STR("")), 0);
    assert_int_equal(pv_vocab_find(&vocab, PV_STR("x")), 0);
    assert_int_equal(pv_vocab_find(NULL, PV_STR("x")), 0);
    assert_int_equal(pv_vocab_text(&vocab, 0).n, 0);
    assert_int_equal(pv_vocab_text(&vocab, 99).n, 0);
}

static void tells_unknown_words_apart_by_hash(void **state)
{
    struct pv_vocab vocab = {0};
    (void)state;
    pv_word x = pv_vocab_word(&vocab, PV_STR("x"));
    assert_true(x & PV_WORD_UNKNOWN);
    assert_int_equal(pv_vocab_word(NULL, PV_STR("x")), x);
    assert_int_not_equal(pv_vocab_word(NULL, PV_STR("y")), x);
    assert_int_equal(pv_vocab_text(&vocab, x).n, 0);
}

static void copies_what_it_keeps(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    char text[] = "word";
    pv_word word = 0;
    (void)state;
    assert_ok(pv_vocab_add(&mem, &vocab, pv_str_of(text), &word, NULL));
    text[0] = 'l';
    assert_true(pv_str_eq(pv_vocab_text(&vocab, word), PV_STR("word")));
    assert_int_equal(pv_vocab_find(&vocab, PV_STR("lord")), 0);
}

static void stays_whole_when_memory_runs_out(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = 4096};
    struct pv_vocab vocab = {0};
    struct pv_result result = PV_SUCCESS;
    char text[] = "aaaa";
    pv_word word = 0;
    (void)state;
    while (pv_is_ok(result)) {
        for (size_t i = 0; i < sizeof text - 1 && text[i]++ == 'z'; i++)
            text[i] = 'a';
        result = pv_vocab_add(&mem, &vocab, pv_str_of(text), &word, NULL);
    }
    assert_int_equal(result.code, PV_LIMIT);
    assert_int_equal(word, vocab.words.n - 1);
    for (pv_word i = 1; i < vocab.words.n; i++)
        assert_int_equal(pv_vocab_find(&vocab, pv_vocab_text(&vocab, i)), i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_each_word_once),
        cmocka_unit_test(keeps_number_0_for_no_word),
        cmocka_unit_test(tells_unknown_words_apart_by_hash),
        cmocka_unit_test(copies_what_it_keeps),
        cmocka_unit_test(stays_whole_when_memory_runs_out),
    };
    return cmocka_run_group_tests_name("vocab", tests, NULL, NULL);
}
