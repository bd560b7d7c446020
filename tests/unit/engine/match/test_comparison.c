/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/comparison.h"

#include "base/alloc.h"
#include "support/test.h"
#include "support/tree_text.h"

/* $N is the number 1024, $S the string "abc", $C the call f(x). */
#define CODE                                                                                       \
    "(FILE (INT 1024) (STRING (TEXT abc)) (CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x))) (INT 0x10))"

struct fixture {
    struct pv_arena mem;
    struct pv_vocab vocab;
    struct pv_tree tree;
    struct pv_match_file file;
    struct pv_binding bound[4];
};

static void bind(struct fixture *f, size_t index, const char *name, pv_node node)
{
    const struct pv_tree_node *at = pv_tree_at(&f->tree, node);
    struct pv_binding *binding = &f->bound[index];
    assert_ok(pv_vocab_add(&f->mem, &f->vocab, pv_str_of(name), &binding->name, NULL));
    binding->kind = PV_BIND_NODE;
    binding->first = binding->last = node;
    binding->start = at->start;
    binding->end = at->end;
}

static void fixture_begin(struct fixture *f)
{
    *f = (struct fixture){0};
    tree_of_text(&f->mem, CODE, &f->vocab, true, &f->tree);
    assert_ok(pv_match_file_read(&f->mem, &f->tree, f->tree.text, &f->vocab, &f->file, NULL));
    static const char *const names[] = {"$N", "$S", "$C", "$H"};
    pv_node node = pv_tree_first(&f->tree, 0);
    for (size_t i = 0; i < PV_COUNT(names); i++, node = pv_tree_next(&f->tree, node))
        bind(f, i, names[i], node);
}

static const struct {
    const char *text;
    bool holds;
} cases[] = {
    {"$N < 2048", true},
    {"$N >= 2048", false},
    {"$H == 16", true},
    {"$N == 1024 and $H == 17", false},
    {"$N == 1 or $H == 16", true},
    {"not $N == 1", true},
    {"$N & 1024 == 1024", true},
    {"$N | 1 == 1025", true},
    {"~$N == -1025", true},
    {"2 ** 3 ** 2 == 512", true},
    {"-2 ** 2 == -4", true},
    {"2 + 3 * 4 == 14", true},
    {"(2 + 3) * 4 == 20", true},
    {"7 % 4 == 3 and -1 % 4 == 3", true},
    {"7 / 2 == 3.5", true},
    {"$N in [1, 1024]", true},
    {"$N not in [1, 2]", true},
    {"$S == 'abc'", true},
    {"$S < \"abd\"", true},
    {"'b' in $S", true},
    {"re.match('a.c$', $S)", true},
    {"re.match('b', $S)", false},
    {"str($N) == '1024'", true},
    {"'a' + 'bc' == $S", true},
    {"'<' + str($C) + '>' == '<' + str($C) + '>'", true},
    {"'<' + str($N) + '>' in 'x<1024>'", true},
    {"'' + '' == ''", true},
    {"$S + $MISSING == 'abc'", false},
    {"int('12') == 12", true},
    {"int($S) == 0", false},
    {"$C == $C", true},
    {"$C < 5", false},
    {"$MISSING == $MISSING", false},
    {"$MISSING != 1", false},
    {"1 / 0 == 1", false},
    {"9223372036854775807 + 1 > 0", false},
    {"True and not False", true},
    {"$S + 1 == 1", false},
    {"strptime('1970-01-02') == 1 and strptime('2000-03-01') == 11017", true},
    {"strptime('2024-02-29') - strptime('2023-03-01') == 365", true},
    {"strptime('2023-02-29') < today()", false},
    {"strptime('soon') < today()", false},
    {"strptime('1906-12-09') < today() and today() < strptime('9999-12-31')", true},
    {"parse_promql_duration('1h30m') == 5400000", true},
    {"parse_promql_duration('5ms1') == 5", false},
};

static void says_what_is_true_of_what_is_bound(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct fixture f;
        struct pv_comparison *comparison = NULL;
        fixture_begin(&f);
        print_message("%s\n", cases[i].text);
        assert_ok(
            pv_comparison_compile(&f.mem, pv_str_of(cases[i].text), &f.vocab, &comparison, NULL));
        struct pv_bindings bindings = {f.bound, PV_COUNT(f.bound)};
        assert_int_equal(pv_comparison_holds(&f.mem, comparison, &f.file, bindings),
                         cases[i].holds);
        pv_comparison_clear(comparison);
        pv_arena_clear(&f.mem);
    }
}

static const struct {
    const char *text;
    enum pv_code code;
    size_t offset;
} refused[] = {
    {"", PV_SYNTAX, 0},
    {"1 +", PV_SYNTAX, 3},
    {"(1", PV_SYNTAX, 2},
    {"1 2", PV_SYNTAX, 2},
    {"[1, 2", PV_SYNTAX, 5},
    {"'abc", PV_SYNTAX, 4},
    {"now() > 1", PV_UNSUPPORTED, 3},
    {"today(1) > 1", PV_SYNTAX, 8},
    {"int()", PV_SYNTAX, 5},
    {"re.match($X, 'a')", PV_SYNTAX, 17},
    {"re.match('(', $X)", PV_SYNTAX, 1},
};

static void says_where_a_comparison_is_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(refused); i++) {
        struct pv_arena mem = {0};
        struct pv_vocab vocab = {0};
        struct pv_err err = {0};
        struct pv_comparison *comparison = NULL;
        print_message("%s\n", refused[i].text);
        assert_code(refused[i].code, pv_comparison_compile(&mem, pv_str_of(refused[i].text), &vocab,
                                                           &comparison, &err));
        assert_int_equal(err.offset, refused[i].offset);
        pv_arena_clear(&mem);
    }
}

static void refuses_what_is_too_deep_or_too_long(void **state)
{
    (void)state;
    char deep[2000];
    struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_comparison *comparison = NULL;
    memset(deep, '(', sizeof deep);
    assert_code(PV_LIMIT, pv_comparison_compile(&mem, (struct pv_str){deep, sizeof deep}, &vocab,
                                                &comparison, NULL));
    for (size_t i = 0; i < sizeof deep; i++)
        deep[i] = i % 2 ? '+' : '1';
    assert_code(PV_LIMIT, pv_comparison_compile(&mem, (struct pv_str){deep, sizeof deep}, &vocab,
                                                &comparison, NULL));
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_true_of_what_is_bound),
        cmocka_unit_test(says_where_a_comparison_is_wrong),
        cmocka_unit_test(refuses_what_is_too_deep_or_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
