/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#include "base/buf.h"

#include "support/test.h"

static const struct {
    const char *lang;
    const char *pattern;
    const char *code;
} cases[] = {
    {"python", "$X", "__pvm_X"},
    {"python", "f($_, $...ARGS)", "f(__pvm__, __pvn_ARGS)"},
    {"python", "f(...)", "f(__pvd2)"},
    {"python", "f('$X', \"...\")", "f('$X', \"...\")"},
    {"python", "f'a{$X}b{{$Y}}'", "f'a{__pvm_X}b{{$Y}}'"},
    {"python", "f'{f\"{...}\"}'", "f'{f\"{__pvd4}\"}'"},
    {"python", "'\\'$X' + $Y", "'\\'$X' + __pvm_Y"},
    {"python", "f() # $x ...\n...", "f() # $x ...\n__pvd3"},
    {"python", "<... $X ...>", "__pvdeep( __pvm_X )"},
    {"python", "f(<... g(<... $X ...>) ...>)", "f(__pvdeep( g(__pvdeep( __pvm_X )) ))"},
    {"python", "{..., 'a': {...}}", "{**__pvd1, 'a': {**__pvd6}}"},
    {"python", "{..., 1}", "{__pvd1, 1}"},
    {"python", "($X : T)", "__pvtyped[__pvm_X , T] "},
    {"python", "f($X: a.T, 1)", "f(__pvtyped[__pvm_X, a.T], 1)"},
    {"python", "def f($X: T): ...", "def f(__pvm_X: T): __pvd8"},
    {"python", "\n    a\n    if b:\n        c\n", "a\nif b:\n    c"},
    {"java", "$X.f(..., $_)", "$X.f(__pvd4, $_)"},
    {"java", "f(); ... g();", "f(); __pvd4 __pvd4; g();"},
    {"java", "f();\n...;\ng();", "f();\n__pvd4 __pvd4;\ng();"},
    {"java", "{ $S }", "{ $S; }"},
    {"java", "void f(..., $X, int... $Y) {}", "void f(__pvd3 __pvd3, __pvnone $X, int... $Y) {}"},
    {"java", "@A(...) int x;", "@A(__pvd3 = __pvd3) int x;"},
    {"java", "@A({...}) int x;", "@A({__pvd4}) int x;"},
    {"java", "for (...) { ... }", "for (__pvd2; __pvd2; __pvd2) { __pvd5 __pvd5; }"},
    {"java", "Map<..., T> $X = ...;", "Map<__pvd2, T> $X = __pvd8;"},
    {"java", "(T $X).f()", "__pvtyped[(T ) $X] .f()"},
    {"java", "return(a.T<U>[] $X);", "return __pvtyped[(a.T<U>[] ) $X] ;"},
    {"java", "f(T $X, 1)", "f(__pvtyped[(T ) $X], 1)"},
    {"java", "f($X > $Y, a & $Z)", "f($X > $Y, a & $Z)"},
    {"java", "if ($X > $Y) $S;", "if ($X > $Y) $S;"},
    {"java", "(List<$T> $X)", "__pvtyped[(List<$T> ) $X] "},
    {"c", "f($X * $Y, n * $Z)", "f(__pvm_X * __pvm_Y, n * __pvm_Z)"},
    {"c", "f(char *$X)", "f(__pvtyped[(char *) __pvm_X])"},
    {"c", "f((t *$X))", "f(__pvtyped[(t *) __pvm_X] )"},
    {"java", "(T $X) -> $X", "(T $X) -> $X"},
    {"java", "catch (T $X) { }", "catch (T $X) { }"},
    {"java", "switch (x) { ... case 1: ... }",
     "switch (x) { case __pvd5: __pvd5; case 1: __pvd9 __pvd9; }"},
    {"java", "$a$b + \"$X\" /* ... */", "$a$b + \"$X\""},
};

static void spells_each_pattern(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_str pattern = pv_str_of(cases[i].pattern);
        struct pv_pattern_tokens tokens = {0};
        struct pv_token_edit *edits = NULL;
        struct pv_pattern_text text = {0};
        const struct pv_lang *lang = pv_lang_find(pv_str_of(cases[i].lang));
        assert_ok(pv_pattern_tokens_read(&mem, lang->spelling, pattern, &tokens, NULL));
        assert_ok(pv_pattern_edit(&mem, &tokens, &edits, NULL));
        assert_ok(pv_pattern_spell(&mem, &tokens, edits, 0, &text, NULL));
        if (!pv_str_eq(text.code, pv_str_of(cases[i].code)))
            fail_msg("%s\n    became %.*s", cases[i].pattern, PV_STR_FMT(text.code));
        for (size_t byte = 0; byte < text.code.n; byte++) {
            assert_true(text.origins[byte].start <= text.origins[byte].end);
            assert_true(text.origins[byte].end <= pattern.n);
        }
    }
}

/* Every byte of a hole comes from the whole hole, all others from themselves. */
static void knows_where_each_byte_came_from(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_str pattern = PV_STR("  f(\n  $X)");
    struct pv_pattern_tokens tokens = {0};
    struct pv_token_edit *edits = NULL;
    struct pv_pattern_text text = {0};
    const struct pv_lang *lang = pv_lang_find(PV_STR("python"));
    (void)state;
    assert_ok(pv_pattern_tokens_read(&mem, lang->spelling, pattern, &tokens, NULL));
    assert_ok(pv_pattern_edit(&mem, &tokens, &edits, NULL));
    assert_ok(pv_pattern_spell(&mem, &tokens, edits, 1, &text, NULL));
    assert_true(pv_str_eq(text.code, PV_STR("f(\n __pvm_X)")));
    assert_int_equal(text.origins[0].start, 2);
    assert_int_equal(text.origins[4].start, 7);
    assert_int_equal(text.origins[10].start, 7);
    assert_int_equal(text.origins[10].end, 9);
    assert_int_equal(text.origins[11].start, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spells_each_pattern),
        cmocka_unit_test(knows_where_each_byte_came_from),
    };
    return cmocka_run_group_tests_name("pattern_text", tests, NULL, NULL);
}
