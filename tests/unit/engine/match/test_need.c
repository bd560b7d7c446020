/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/need.h"

#include "engine/match/need_internal.h"

#include "base/buf.h"
#include "support/match_text.h"
#include "support/test.h"
#include "support/tree_text.h"

struct fixture {
    struct pv_arena mem;
    struct pv_vocab vocab;
};

static struct pv_formula pattern(struct fixture *f, const char *written)
{
    struct pv_formula formula = {.kind = PV_FORMULA_PATTERN};
    struct pv_pattern_source source = {0};
    tree_of_text(&f->mem, written, &f->vocab, true, &source.tree);
    assert_ok(pv_pattern_prepare(&f->mem, source, &pv_match_options_default, &f->vocab,
                                 &formula.pattern, NULL));
    return formula;
}

static bool is_met(struct fixture *f, const struct pv_formula *formula, const char *text)
{
    struct pv_needs needs = {0};
    uint64_t words[8] = {0};
    assert_ok(pv_need_of_formula(&f->mem, formula, &f->vocab, &needs, NULL));
    words_of_text(pv_str_of(text), &f->vocab, words);
    assert_int_equal(needs.list.p[0].after, needs.list.n);
    return pv_need_is_met(&needs, 0, words);
}

static const struct {
    const char *pattern;
    const char *text;
    bool is_met;
} patterns[] = {
    {"(CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR $X)))", "f(1)", true},
    {"(CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR $X)))", "ff(1)", false},
    {"(ACCESS OBJECT:(NAME a) FIELD:(NAME b))", "from a import b", true},
    {"(ACCESS OBJECT:(NAME a) FIELD:(NAME b))", "a", false},
    {"(STRING (TEXT md5))", "'m' + 'd5'", true},
    {"(INT 10)", "0xa", true},
    {"(MVAR $X)", "", true},
    {"(VAR TYPE:(TYPE Integer) TARGET:(NAME x))", "int x;", true},
    {"(VAR TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "C x;", true},
    {"(VAR TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "import a.b.C as D; D x;", true},
    {"(VAR TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "D x;", false},
    {"(PARAM TYPE:(TYPE C) TARGET:(MVAR $X))", "f(D x)", false},
    {"(PARAM TYPE:(TYPE String) TARGET:(MVAR $X))", "f(x)", true},
    {"(NEW TYPE:(TYPE a.b.C) ARGS:(ARGS))", "import a.b.*; new C()", true},
    {"(NEW TYPE:(TYPE a.b.C) ARGS:(ARGS))", "import a.b.*; new D()", false},
    {"(NEW TYPE:(GENERIC TYPE:(TYPE C) ARGS:(TYPE_ARGS)) ARGS:(ARGS))", "new D()", false},
    {"(NEW TYPE:(MVAR $T) ARGS:(ARGS))", "new D()", true},
    {"(TYPED TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "C x;", true},
    {"(TYPED TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "D x;", false},
    {"(TYPED TYPE:(POINTER_TYPE TYPE:(TYPE C)) TARGET:(MVAR $X))", "D x;", false},
    {"(TYPED TYPE:(TYPE Integer) TARGET:(MVAR $X))", "int x;", true},
    {"(TYPED TYPE:(TYPE String) TARGET:(MVAR $X))", "f('a');", true},
    {"(NAME crypto/md5)", "import \"crypto/md5\"", true},
    {"(NAME crypto/md5)", "import \"crypto/sha1\"", false},
    {"(NAME caf\xc3\xa9)", "un caf\xc3\xa9.", true},
};

/* What an anchored expression can match, as words with bars; NULL where that is not certain. */
static const struct {
    const char *regex;
    const char *before;
    const char *words;
    const char *after;
} regexes[] = {
    {"(GET|POST)$", "", "GET|POST", ""},
    {"^(?:a|b_1)$", "", "a|b_1", ""},
    {"md5$", "", "md5", ""},
    {"get(Header|Cookies)$", "get", "Header|Cookies", ""},
    {"(a|b)Of$", "", "a|b", "Of"},
    {"(self\\.)?request$", "", "request", ""},
    {"([\\w.]*\\.)?(dumps|loads)$", "", "dumps|loads", ""},
    {"(GET|POST)", NULL, NULL, NULL},
    {"(?i)(a|b)$", NULL, NULL, NULL},
    {"(a|b)?$", NULL, NULL, NULL},
    {"(a|)$", NULL, NULL, NULL},
    {"(|a)$", NULL, NULL, NULL},
    {"(a||b)$", NULL, NULL, NULL},
    {"()$", NULL, NULL, NULL},
    {"(a|b+)$", NULL, NULL, NULL},
    {"a|b$", NULL, NULL, NULL},
    {"a.b$", NULL, NULL, NULL},
    {"(a|b)$|c", NULL, NULL, NULL},
    {"(a|b\\.)?c$", NULL, NULL, NULL},
    {"(?!self\\.)?c$", NULL, NULL, NULL},
    {"(x[\\.)?y]\\.)?c$", NULL, NULL, NULL},
    {"[a]$", NULL, NULL, NULL},
    {"$", NULL, NULL, NULL},
    {"", NULL, NULL, NULL},
    {"(", NULL, NULL, NULL},
};

static void an_expression_says_which_words_it_matches(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(regexes); i++) {
        struct pv_need_words words = {0};
        bool is_certain = regexes[i].words != NULL;
        print_message("%s\n", regexes[i].regex);
        assert_int_equal(pv_need_read_regex(pv_str_of(regexes[i].regex), &words), is_certain);
        if (!is_certain)
            continue;
        assert_true(pv_str_eq(words.before, pv_str_of(regexes[i].before)));
        assert_true(pv_str_eq(words.alternatives, pv_str_of(regexes[i].words)));
        assert_true(pv_str_eq(words.after, pv_str_of(regexes[i].after)));
    }
}

static void a_pattern_needs_its_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(patterns); i++) {
        struct fixture f = {0};
        struct pv_formula formula = pattern(&f, patterns[i].pattern);
        print_message("%s in %s\n", patterns[i].pattern, patterns[i].text);
        assert_int_equal(is_met(&f, &formula, patterns[i].text), patterns[i].is_met);
        pv_arena_clear(&f.mem);
    }
}

static void all_needs_all_and_any_needs_one(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula a = pattern(&f, "(NAME a)");
    struct pv_formula b = pattern(&f, "(NAME b)");
    struct pv_formula *terms[] = {&a, &b};
    struct pv_formula all = {.kind = PV_FORMULA_ALL, .terms = terms, .n_terms = 2};
    struct pv_formula any = {.kind = PV_FORMULA_ANY, .terms = terms, .n_terms = 2};
    assert_false(is_met(&f, &all, "a"));
    assert_true(is_met(&f, &all, "a b"));
    assert_true(is_met(&f, &any, "b"));
    assert_false(is_met(&f, &any, "c"));
    pv_arena_clear(&f.mem);
}

static void a_negation_and_a_text_need_nothing(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula a = pattern(&f, "(NAME a)");
    struct pv_formula *terms[] = {&a};
    struct pv_formula not = {.kind = PV_FORMULA_NOT, .terms = terms, .n_terms = 1};
    struct pv_formula outside = {.kind = PV_FORMULA_NOT_INSIDE, .terms = terms, .n_terms = 1};
    struct pv_formula inside = {.kind = PV_FORMULA_INSIDE, .terms = terms, .n_terms = 1};
    struct pv_formula regex = {.kind = PV_FORMULA_REGEX};
    assert_true(is_met(&f, &not, ""));
    assert_true(is_met(&f, &outside, ""));
    assert_true(is_met(&f, &regex, ""));
    assert_false(is_met(&f, &inside, ""));
    pv_arena_clear(&f.mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pattern_needs_its_names),
        cmocka_unit_test(an_expression_says_which_words_it_matches),
        cmocka_unit_test(all_needs_all_and_any_needs_one),
        cmocka_unit_test(a_negation_and_a_text_need_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
