/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "base/alloc.h"
#include "base/buf.h"

#include "support/lang_text.h"
#include "support/test.h"
#include "support/tree_sound.h"

/* MANY for the grammar that counts the columns of a line again and again. */
enum { DEEP = 100000, LONG = 10000, MANY = 1000 };

static PV_RESULT parse(struct pv_arena *mem, const char *lang, struct pv_str code,
                       struct pv_tree *out)
{
    return pv_lang_parse(mem, pv_lang_find(pv_str_of(lang)), code, NULL, out, NULL);
}

/* What any code at all must become. */
static void check_sound(const char *lang, struct pv_str code)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_tree tree = {0};
    assert_ok(parse(&mem, lang, code, &tree));
    assert_true(pv_tree_is_sound(&tree));
    assert_int_equal(pv_tree_at(&tree, 0)->kind, PV_FILE);
}

static const struct {
    const char *lang;
    size_t n;
    const char *start;
    const char *before; /* `n` times */
    const char *middle;
    const char *after; /* `n` times */
} repeated[] = {
    {"python", DEEP, "", "(", "a", ")"},
    {"python", DEEP, "", "[", "", "]"},
    {"python", LONG, "", "f(", "a", ")"},
    {"python", LONG, "", "not ", "a", ""},
    {"python", LONG, "", "a.b().", "c", ""},
    {"python", LONG, "", "a < ", "b", ""},
    {"python", LONG, "", "a = ", "b", ""},
    {"python", LONG, "", "lambda: ", "b", ""},
    {"python", DEEP, "", "a, ", "b", ""},
    {"python", LONG, "", "@a\n", "def f(): pass", ""},
    {"python", LONG, "if a: b\n", "elif a: b\n", "", ""},
    {"java", DEEP, "a = ", "(", "b", ")"},
    {"java", DEEP, "", "{", ";", "}"},
    {"java", LONG, "", "class A { ", "", "}"},
    {"java", LONG, "", "if (a) ; else ", ";", ""},
    {"java", LONG, "", "a().", "b();", ""},
    {"java", LONG, "int a", ", a", ";", ""},
    {"java", LONG, "", "List<", "A", ">"},
    {"java", LONG, "int a", "[]", ";", ""},
    {"java", LONG, "switch (a) { ", "case 1: ", "}", ""},
    {"csharp", LONG, "a = ", "(", "b", ");"},
    {"csharp", LONG, "", "if (a) ; else ", ";", ""},
    {"csharp", LONG, "", "a?.b().", "c();", ""},
    {"csharp", LONG, "int a", ", a", ";", ""},
    {"csharp", LONG, "", "namespace a { ", "", "}"},
    {"csharp", LONG, "new a", "[]", ";", ""},
    {"csharp", LONG, "a = ", "b => ", "c;", ""},
    {"kotlin", LONG, "", "f { ", "a", " }"},
    {"kotlin", LONG, "", "if (a) b() else ", "c()", ""},
    {"kotlin", LONG, "a = ", "if (b) c else ", "d", ""},
    {"kotlin", LONG, "", "a?.b().", "c()", ""},
    {"kotlin", LONG, "\"", "$a ${b} ", "", "\""},
    {"swift", LONG, "", "f { ", "a", " }"},
    {"swift", LONG, "", "if a { } else ", "{ }", ""},
    {"swift", LONG, "", "a?.b().", "c()", ""},
    {"swift", LONG, "let a", ", a", "", ""},
    {"bash", LONG, "", "if a; then ", "b", ""},
    {"bash", LONG, "a", " | b", "", ""},
    {"bash", LONG, "a", " && b", "", ""},
    {"bash", MANY, "echo ", "$(b ", "c", ")"},
    {"bash", LONG, "echo \"", "$a ${b} ", "", "\""},
    {"dockerfile", LONG, "", "ONBUILD ", "RUN a", ""},
    {"dockerfile", LONG, "RUN a", " \\\n\n", "b", ""},
    {"dockerfile", LONG, "CMD [\"a\"", ", \"b\"", "]", ""},
    {"dockerfile", LONG, "", "COPY <<A <<B /x\n", "", ""},
    {"scala", MANY, "", "f { ", "a", " }"},
    {"scala", MANY, "", "{ a: b => ", "c", " }"},
    {"scala", MANY, "for (a <- b", "; a <- b", ") c", ""},
    {"scala", MANY, "a = ", "b + ", "c", ""},
    {"scala", MANY, "def a", "(b: c)", "= d", ""},
    {"scala", MANY, "val a", ", a", ": b", ""},
};

static void reads_what_is_deep_or_long(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(repeated); i++) {
        PV_DEFER(pv_buf_clear) struct pv_buf code = {0};
        pv_buf_add(&code, pv_str_of(repeated[i].start));
        for (size_t n = 0; n < repeated[i].n; n++)
            pv_buf_add(&code, pv_str_of(repeated[i].before));
        pv_buf_add(&code, pv_str_of(repeated[i].middle));
        for (size_t n = 0; n < repeated[i].n; n++)
            pv_buf_add(&code, pv_str_of(repeated[i].after));
        check_sound(repeated[i].lang, pv_buf_str(&code));
    }
}

static const struct {
    const char *lang;
    struct pv_str code;
} odd[] = {
    {"python", {"", 0}},
    {"java", {"", 0}},
    {"python", {"\0", 1}},
    {"python", {"x = '\0'\n", 8}},
    {"python", {"\xef\xbb\xbfx = 1", 8}},
    {"python", {"x = '\xff\xfe' + \xc3", 13}},
    {"java", {"class \xff { \0 }", 13}},
    {"python", {"'", 1}},
    {"python", {"f'{", 3}},
    {"python", {"\"\"\"a", 4}},
    {"java", {"\"\"\"", 3}},
    {"java", {"\"a", 2}},
    {"python", {"def (", 5}},
    {"python", {"if a:\n\tb\n  c\n d", 15}},
    {"java", {"class A { int ; void f( { }", 27}},
    {"java", {"@ @ import . ; switch { case", 28}},
    {"java", {"new int[", 8}},
    {"java", {"a instanceof", 12}},
    {"csharp", {"", 0}},
    {"csharp", {"$@\"{", 4}},
    {"csharp", {"@\"", 2}},
    {"csharp", {"\"\"\"\"", 4}},
    {"csharp", {"[ using ; new int[ = ?. \xff", 25}},
    {"kotlin", {"", 0}},
    {"kotlin", {"\"$a", 3}},
    {"kotlin", {"class A<B>\n\n@C", 14}},
    {"kotlin", {"\"\"\"${", 5}},
    {"kotlin", {"val = fun ( when { in ->", 24}},
    {"swift", {"", 0}},
    {"swift", {"\"\\(", 3}},
    {"swift", {"#\"", 2}},
    {"swift", {"throw", 5}},
    {"swift", {"#endif", 6}},
    {"swift", {"@a b(c)", 7}},
    {"swift", {"if a{let(b)", 11}},
    {"swift", {"switch a{case.b$(c)", 19}},
    {"swift", {"guard let = else switch { case .(", 32}},
    {"bash", {"", 0}},
    {"bash", {"\"$", 2}},
    {"bash", {"${", 2}},
    {"bash", {"<<", 2}},
    {"dockerfile", {"", 0}},
    {"dockerfile", {"\\", 1}},
    {"dockerfile", {"RUN \\", 5}},
    {"dockerfile", {"RUN <<", 6}},
    {"dockerfile", {"USER ${", 7}},
    {"dockerfile", {"CMD [\"", 6}},
    {"dockerfile", {"ENV =", 5}},
    {"dockerfile", {"FROM", 4}},
    {"scala", {"", 0}},
    {"scala", {"s\"$", 3}},
    {"scala", {"\"\"\"", 3}},
    {"scala", {"{ implicit a:", 13}},
    {"scala", {"import a.{ , _ } for ( match {", 30}},
};

static void survives_what_is_no_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(odd); i++)
        check_sound(odd[i].lang, odd[i].code);
}

static void keeps_statements_beside_errors(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_tree tree = {0};
    (void)state;
    assert_ok(parse(&mem, "python", PV_STR("a(1)\n) ] }\nb(2)\n"), &tree));
    assert_int_equal(tree.error_bytes, 5);
    text_of_code("python", PV_STR("a(1)\n) ] }\nb(2)\n"), &out);
    assert_true(pv_str_find(pv_buf_str(&out), PV_STR("CALLEE:(NAME a)"), 0) != SIZE_MAX);
    assert_true(pv_str_find(pv_buf_str(&out), PV_STR("CALLEE:(NAME b)"), 0) != SIZE_MAX);
}

static uint64_t tick(void)
{
    static _Thread_local uint64_t now;
    return ++now;
}

static void stops_at_the_deadline(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf code = {0};
    struct pv_parse_options options = {.deadline_ns = 1, .now_ns = tick};
    struct pv_tree tree = {0};
    (void)state;
    for (int i = 0; i < 10000; i++)
        PV_BUF_LIT(&code, "a = b\n");
    assert_code(PV_LIMIT, pv_lang_parse(&mem, pv_lang_find(PV_STR("python")), pv_buf_str(&code),
                                        &options, &tree, NULL));
    assert_int_equal(tree.nodes.n, 0);
}

static void stops_at_the_limit_of_the_arena(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = 64};
    struct pv_tree tree = {0};
    (void)state;
    assert_code(PV_LIMIT, parse(&mem, "java", PV_STR("int a = f(1, 2, 3) + g(4);"), &tree));
    assert_int_equal(tree.nodes.n, 0);
}

#ifdef PV_FAULT
static void survives_each_failing_allocation(void **state)
{
    (void)state;
    for (size_t nth = 1;; nth++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_tree tree = {0};
        pv_fault_arm(nth);
        struct pv_result result = parse(&mem, "python", PV_STR("f(a[1:2], 'b')\n"), &tree);
        bool is_hit = pv_fault_hit() != 0;
        pv_fault_arm(0);
        if (!is_hit) {
            assert_int_equal(result.code, PV_OK);
            return;
        }
        assert_int_equal(result.code, PV_NO_MEMORY);
        assert_int_equal(tree.nodes.n, 0);
    }
}
#endif

static void numbers_the_words_of_the_rules_only(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_parse_options options = {.vocab = &vocab};
    struct pv_tree tree = {0};
    pv_word known = 0;
    (void)state;
    assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("known"), &known, NULL));
    assert_ok(pv_lang_parse(&mem, pv_lang_find(PV_STR("python")), PV_STR("known\nother"), &options,
                            &tree, NULL));
    assert_int_equal(pv_tree_at(&tree, 2)->word, known);
    assert_true(pv_tree_at(&tree, 4)->word & PV_WORD_UNKNOWN);
    assert_int_equal(vocab.words.n, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_deep_or_long),
        cmocka_unit_test(survives_what_is_no_code),
        cmocka_unit_test(keeps_statements_beside_errors),
        cmocka_unit_test(stops_at_the_deadline),
        cmocka_unit_test(stops_at_the_limit_of_the_arena),
#ifdef PV_FAULT
        cmocka_unit_test(survives_each_failing_allocation),
#endif
        cmocka_unit_test(numbers_the_words_of_the_rules_only),
    };
    return cmocka_run_group_tests_name("lower", tests, NULL, NULL);
}
