/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "base/buf.h"
#include "engine/lang/lang.h"
#include "engine/lang/lang_limits.h"

#include "support/test.h"

static struct pv_result parse(struct pv_arena *mem, const char *lang, struct pv_str pattern,
                              struct pv_vocab *vocab, struct pv_pattern_source *out,
                              struct pv_err *err)
{
    return pv_lang_parse_pattern(mem, pv_lang_find(pv_str_of(lang)), pattern, vocab, out, err);
}

static void says_where_a_pattern_goes_wrong(void **state)
{
    static const struct {
        const char *lang;
        const char *pattern;
        size_t offset;
        const char *says;
    } wrong[] = {
        {"python", "", 0, "empty"},
        {"python", "  \n # $x\n", 0, "empty"},
        {"python", "f($x)", 2, "metavariable"},
        {"python", "f($1)", 2, "metavariable"},
        {"python", "f($Xy)", 2, "metavariable"},
        {"python", "f(a$X)", 3, "metavariable"},
        {"python", "f($...x)", 2, "metavariable"},
        {"java", "f($...x);", 2, "metavariable"},
        {"python", "f(<... $X)", 2, "...>"},
        {"python", "f(a b c]", 1, "this is not python"},
        {"python", "$X = = $Y", 5, "a header without its body"},
        {"java", "$X = ;", 3, "statements end with ';'"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(wrong); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_vocab vocab = {0};
        struct pv_pattern_source source = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX,
                    parse(&mem, wrong[i].lang, pv_str_of(wrong[i].pattern), &vocab, &source, &err));
        if (!strstr(err.text, wrong[i].says) || err.offset != wrong[i].offset)
            fail_msg("%s\n    at %zu: %s", wrong[i].pattern, err.offset, err.text);
        assert_int_equal(source.tree.nodes.n, 0);
        assert_int_equal(vocab.words.n, 0);
    }
}

static void refuses_a_zero_byte(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    struct pv_err err = {0};
    (void)state;
    assert_code(PV_SYNTAX, parse(&mem, "python", PV_STR("a\0b"), &vocab, &source, &err));
    assert_int_equal(err.offset, 1);
}

static void refuses_what_is_too_large(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    (void)state;
    for (int i = 0; i <= PV_PATTERN_BRACKETS_MAX; i++)
        pv_buf_add_byte(&text, '(');
    assert_code(PV_LIMIT, parse(&mem, "python", pv_buf_str(&text), &vocab, &source, NULL));
    pv_buf_reset(&text);
    for (int i = 0; i <= PV_PATTERN_BYTES_MAX; i++)
        pv_buf_add_byte(&text, 'a');
    assert_code(PV_LIMIT, parse(&mem, "python", pv_buf_str(&text), &vocab, &source, NULL));
}

/* Ranges are the pattern's as it was written, and words only those that it has. */
static void keeps_places_and_words_of_the_pattern(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    struct pv_str written = PV_STR("  foo(...,\n      $X)");
    static const char *const texts[] = {"foo(...,\n      $X)", "foo", "(...,\n      $X)", "...",
                                        "$X"};
    (void)state;
    assert_ok(parse(&mem, "python", written, &vocab, &source, NULL));
    assert_int_equal(source.tree.nodes.n, PV_COUNT(texts));
    for (pv_node i = 0; i < PV_COUNT(texts); i++)
        assert_true(pv_str_eq(pv_tree_text(&source.tree, i), pv_str_of(texts[i])));
    assert_ptr_not_equal(source.tree.text.p, written.p);
    assert_int_equal(vocab.words.n, 3);
    assert_int_not_equal(pv_vocab_find(&vocab, PV_STR("foo")), 0);
    assert_int_not_equal(pv_vocab_find(&vocab, PV_STR("$X")), 0);
}

#ifdef PV_FAULT
static void survives_each_failed_allocation(void **state)
{
    (void)state;
    for (size_t nth = 1; nth < 1000; nth++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_vocab vocab = {0};
        struct pv_pattern_source source = {0};
        pv_fault_arm(nth);
        struct pv_result result =
            parse(&mem, "python", PV_STR("@a($X: T)\n@b({...: $_, ...})"), &vocab, &source, NULL);
        bool was_hit = pv_fault_hit();
        pv_fault_arm(0);
        assert_int_equal(result.code, was_hit ? PV_NO_MEMORY : PV_OK);
        if (!was_hit)
            return;
        assert_int_equal(source.tree.nodes.n, 0);
    }
    fail_msg("the allocations never ended");
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_where_a_pattern_goes_wrong),
        cmocka_unit_test(refuses_a_zero_byte),
        cmocka_unit_test(refuses_what_is_too_large),
        cmocka_unit_test(keeps_places_and_words_of_the_pattern),
#ifdef PV_FAULT
        cmocka_unit_test(survives_each_failed_allocation),
#endif
    };
    return cmocka_run_group_tests_name("pattern_parse", tests, NULL, NULL);
}
