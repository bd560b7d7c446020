/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/generic/generic.h"

#include "base/buf.h"
#include "support/test.h"

enum { STEPS = 1000000 };

/* "a = ab $X=ab | …": what it holds for, and what it binds. */
static void find(struct pv_str pattern, struct pv_str text,
                 const struct pv_generic_options *options, uint64_t steps, struct pv_buf *out)
{
    struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_generic *generic = NULL;
    struct pv_generic_matches found = {0};
    struct pv_err err = {0};
    struct pv_result result = pv_generic_compile(&mem, pattern, options, &vocab, &generic, &err);
    if (pv_is_ok(result))
        result = pv_generic_find(&mem, generic, text, &steps, &found, &err);
    PV_VEC_EACH (const struct pv_generic_match, match, &found.list) {
        struct pv_str matched = pv_str_sub(text, match->start, match->end);
        pv_buf_format(out, "%s%.*s", match == found.list.p ? "" : " | ", PV_STR_FMT(matched));
        for (size_t i = 0; i < match->n_captures; i++) {
            const struct pv_generic_capture *capture = &match->captures[i];
            struct pv_str name = pv_vocab_text(&vocab, capture->name);
            struct pv_str value = pv_str_sub(text, capture->start, capture->end);
            pv_buf_format(out, " %.*s=%.*s", PV_STR_FMT(name), PV_STR_FMT(value));
        }
    }
    if (!pv_is_ok(result))
        pv_buf_format(out, "!%s", result.code == PV_LIMIT ? "PV_LIMIT" : "PV_SYNTAX");
    pv_generic_clear(generic);
    pv_arena_clear(&mem);
}

static void check(const char *pattern, const char *text, const struct pv_generic_options *options,
                  const char *expected)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    find(pv_str_of(pattern), pv_str_of(text), options, STEPS, &out);
    if (!pv_str_eq(pv_buf_str(&out), pv_str_of(expected)))
        fail_msg("%s in %s: %.*s, not %s", pattern, text, PV_STR_FMT(pv_buf_str(&out)), expected);
}

static void finds_words_and_signs(void **state)
{
    static const struct {
        const char *pattern;
        const char *text;
        const char *expected;
    } cases[] = {
        {"listen", "listen listening", "listen"},
        {"listen 80", "listen\n80;", "listen\n80"},
        {"listen 80", "listen 8080", ""},
        {"a = $X;", "a = b; a=c ;", "a = b; $X=b | a=c ; $X=c"},
        {"$X $X", "no yes yes", "yes yes $X=yes"},
        {"$$X", "$host", "$host $X=host"},
        {"$_ = 1", "x = 1", "x = 1"},
        {"$X", "- é -", ""},
        {"é", "caf\xc3\xa9", "\xc3\xa9"},
        {"$A $B", "1 2 3", "1 2 $A=1 $B=2 | 2 3 $A=2 $B=3"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        check(cases[i].pattern, cases[i].text, &pv_generic_options_default, cases[i].expected);
}

static void skips_the_fewest_words_that_do(void **state)
{
    static const struct {
        const char *pattern;
        const char *text;
        const char *expected;
    } cases[] = {
        {"on ... off", "on 1 2 off off", "on 1 2 off"},
        {"on...off", "on off", "on off"},
        {"on ... off", "on on off", "on off"},
        {"on ... ... off", "on 1 off", "on 1 off"},
        {"on ...", "on 1\n2", "on 1\n2"},
        {"... off", "on off on off", "on off"},
        {"...", "on\n  off", "on\n  off"},
        {"on $...X off", "on 1, 2 off", "on 1, 2 off $...X=1, 2"},
        {"on $...X off", "on off", "on off $...X="},
        {"<$T $...A>", "<a b=c>", "<a b=c> $T=a $...A=b=c"},
        {"a $...X b $...X;", "a 1 2 b 1 2;", "a 1 2 b 1 2; $...X=1 2"},
        {"a $...X b $...X;", "a 1 2 b 1 3;", ""},
        {"$N ... $N", "1 2 2 1", "1 2 2 1 $N=1 | 2 2 $N=2"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        check(cases[i].pattern, cases[i].text, &pv_generic_options_default, cases[i].expected);
}

static void reaches_ten_lines_down_or_as_the_rule_says(void **state)
{
    struct pv_generic_options none = pv_generic_options_default;
    struct pv_generic_options one = pv_generic_options_default;
    (void)state;
    none.max_span = 0;
    one.max_span = 1;
    check("a ... b", "a\n\n\n\n\n\n\n\n\n\nb", &pv_generic_options_default,
          "a\n\n\n\n\n\n\n\n\n\nb");
    check("a ... b", "a\n\n\n\n\n\n\n\n\n\n\nb", &pv_generic_options_default, "");
    check("a ... ... b", "a\n\n\n\n\n\n\n\n\n\n\nb", &pv_generic_options_default,
          "a\n\n\n\n\n\n\n\n\n\n\nb");
    check("a ... b", "a\nb\na x b", &none, "a x b");
    check("a ...", "a x\ny\nz", &none, "a x");
    check("a ...", "a x\ny\nz", &one, "a x\ny");
}

static void honours_indents_that_the_pattern_has(void **state)
{
    static const struct {
        const char *pattern;
        const char *text;
        const char *expected;
    } cases[] = {
        {"server\n  listen\n", "server\n    listen\n", "server\n    listen"},
        {"server\n  listen\n", "server\nlisten\n", ""},
        {"server listen\n", "server\n  listen\n", "server\n  listen"},
        {"server\n  ...\n  listen\n", "server\n  name\n  listen\n", "server\n  name\n  listen"},
        {"server\n  ...\n  listen\n", "server\n  name\nlisten\n", ""},
        {"server\n  name\nend\n", "server\n  name\n  listen\nend\n", ""},
        {"server\n  name\n  ...\nend\n", "server\n  name\n  listen\nend\n",
         "server\n  name\n  listen\nend"},
        {"{\n  ...\n}\n", "{} {\n  a\n}", "{} | {\n  a\n}"},
        {"{\n  a: 1\n  ...\n}", "[{a: 1, b: 2}]", "{a: 1, b: 2}"},
        {"{\n  a: 1\n  ...\n  b: 2\n}", "[{a: 1}, {b: 2}]", ""},
        {"f(a, b)", "f(a,\n    b)", "f(a,\n    b)"},
        {"f(a, b)", "x\n  f(a,\n b)", ""},
        {"x ( y", "x ( y ]", "x ( y"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        check(cases[i].pattern, cases[i].text, &pv_generic_options_default, cases[i].expected);
}

static void leaves_comments_out_where_asked(void **state)
{
    struct pv_generic_options options = pv_generic_options_default;
    (void)state;
    check("a b", "a /* x */ b", &options, "");
    options.comments = PV_GENERIC_COMMENTS_C;
    check("a b", "a /* x */ b", &options, "a /* x */ b");
    check("a b", "a // x\nb", &options, "");
    options.comments = PV_GENERIC_COMMENTS_CPP;
    check("a b", "a // x\nb", &options, "a // x\nb");
    options.comments = PV_GENERIC_COMMENTS_SHELL;
    check("a b", "a # x\nb", &options, "a # x\nb");
}

static void takes_patterns_as_expressions_where_asked(void **state)
{
    static const struct {
        const char *pattern;
        const char *text;
        const char *expected;
    } cases[] = {
        {"key = $X;", "key=ab ; key = c", "key=ab ; $X=ab"},
        {"a ... b", "x a 1 b b", "a 1 b"},
        {"a ... b", "a (b) b", "a (b) b"},
        {"a ... b", "a ) b", ""},
        {"$A ... $A", "a x y a", "a x y a $A=a"},
        {"a ...", "x a 1\n2\n", "a 1\n2"},
        {"... a", "1 2 a a", "1 2 a"},
        {"a $...X b", "a 1 2 b", "a 1 2 b $...X=1 2"},
        {"hello", "Hello hello", "hello"},
        {"a.b", "a.b axb", "a.b"},
        {"ab", "aba ab", "ab"},
    };
    struct pv_generic_options options = pv_generic_options_default;
    (void)state;
    options.engine = PV_GENERIC_REGEX;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        check(cases[i].pattern, cases[i].text, &options, cases[i].expected);
}

static void knows_the_options_of_expressions(void **state)
{
    struct pv_generic_options options = pv_generic_options_default;
    (void)state;
    options.engine = PV_GENERIC_REGEX;
    options.is_caseless = true;
    check("key: $X $X", "KEY: ab AB KEY: cd cd", &options, "KEY: cd cd $X=cd");
    options.is_caseless = false;
    options.is_single_line = true;
    check("key: ...", "key: 1 2\n3", &options, "key: 1 2");
    check("a ... b", "a\nb a 1 b", &options, "a 1 b");
    check("a .... b", "a\n1\nb", &options, "a\n1\nb");
    check("a\nb", "a b\na\nb", &options, "a\nb");
    check("a ... b", "a \"b\" b", &options, "a \"b\" b");
    options.is_single_line = false;
    options.extra_word_bytes = PV_STR("+/=");
    check("data = $D;", "data = a+b/c==;", &options, "data = a+b/c==; $D=a+b/c==");
    options.extra_word_bytes = (struct pv_str){0};
    check("x ... x", "a x <x> x a", &options, "x <x");
    options.extra_brackets = PV_STR("<>");
    check("x ... x", "a x <x> x a", &options, "x <x> x");
    options.extra_brackets = (struct pv_str){0};
    options.brackets = PV_STR("<>");
    check("x ... x", "x (x) x", &options, "x (x");
}

static void names_the_words_that_a_text_must_hold(void **state)
{
    struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_generic *generic = NULL;
    struct pv_str word = {0};
    (void)state;
    assert_ok(pv_generic_compile(&mem, PV_STR("listen\n  $X ... off;"), &pv_generic_options_default,
                                 &vocab, &generic, NULL));
    assert_true(pv_generic_word(generic, 0, &word));
    assert_true(pv_str_eq(word, PV_STR("listen")));
    assert_true(pv_generic_word(generic, 1, &word));
    assert_true(pv_str_eq(word, PV_STR("off")));
    assert_false(pv_generic_word(generic, 2, &word));
    pv_arena_clear(&mem);
}

static void ends_where_its_limits_are(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    (void)state;
    for (int i = 0; i < 2000; i++)
        pv_buf_add(&text, i % 20 ? PV_STR("a b ") : PV_STR("a\n"));
    find(PV_STR("a ... a ... a ... a ... a ... c"), pv_buf_str(&text), &pv_generic_options_default,
         STEPS, &out);
    assert_true(pv_str_eq(pv_buf_str(&out), PV_STR("!PV_LIMIT")));
    check("  \n", "a", &pv_generic_options_default, "!PV_SYNTAX");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_words_and_signs),
        cmocka_unit_test(skips_the_fewest_words_that_do),
        cmocka_unit_test(reaches_ten_lines_down_or_as_the_rule_says),
        cmocka_unit_test(honours_indents_that_the_pattern_has),
        cmocka_unit_test(leaves_comments_out_where_asked),
        cmocka_unit_test(takes_patterns_as_expressions_where_asked),
        cmocka_unit_test(knows_the_options_of_expressions),
        cmocka_unit_test(names_the_words_that_a_text_must_hold),
        cmocka_unit_test(ends_where_its_limits_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
