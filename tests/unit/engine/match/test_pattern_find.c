/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "engine/match/need.h"
#include "support/match_text.h"
#include "support/test.h"
#include "support/tree_text.h"

struct fixture {
    struct pv_arena mem;
    struct pv_vocab vocab;
    struct pv_tree tree;
    struct pv_pattern pattern;
    struct pv_match_file file;
    struct pv_match_budget budget;
    struct pv_matches matches;
};

static void fixture_begin(struct fixture *f, const char *pattern, const char *code)
{
    *f = (struct fixture){.budget.steps_left = 1000000};
    struct pv_pattern_source source = {.form = PV_FORM_EXPR};
    tree_of_text(&f->mem, pattern, &f->vocab, true, &source.tree);
    if (pv_tree_at(&source.tree, 0)->kind == PV_BLOCK)
        source.form = PV_FORM_STMTS;
    assert_ok(pv_pattern_prepare(&f->mem, source, &pv_match_options_default, &f->vocab, &f->pattern,
                                 NULL));
    tree_of_text(&f->mem, code, &f->vocab, false, &f->tree);
    assert_ok(pv_match_file_read(&f->mem, &f->tree, f->tree.text, &f->vocab, &f->file, NULL));
}

static void fixture_end(struct fixture *f)
{
    pv_pattern_clear(&f->pattern);
    pv_arena_clear(&f->mem);
}

#define F(args) "(CALL CALLEE:(NAME f) ARGS:(ARGS " args "))"
#define STMT(e) "(EXPR_STMT VALUE:" e ")"
#define CALL(name) STMT("(CALL CALLEE:(NAME " name ") ARGS:(ARGS))")
#define AND(l, r) "(BINARY=and LEFT:" l " RIGHT:" r ")"
#define OR(l, r) "(BINARY=| LEFT:" l " RIGHT:" r ")"
#define SET(name, e) STMT("(ASSIGN== TARGET:(NAME " name ") VALUE:" e ")")

static const struct {
    const char *what;
    const char *pattern;
    const char *code;
    const char *expected;
} cases[] = {
    {"a name", "(NAME a)", "(FILE (EXPR_STMT VALUE:(NAME a)) (EXPR_STMT VALUE:(NAME b)))", "a"},
    {"any text, whichever it is", F("(STRING (DOTS ...))"),
     F("(COND THEN:(STRING (TEXT a)) ELSE:(STRING (TEXT b)))"), "f a b"},
    {"a text that is put together", F("(STRING (TEXT ab))"),
     F("(BINARY=+ LEFT:(STRING (TEXT a)) RIGHT:(STRING (TEXT b)))"), "f a b"},
    {"a number that is computed", F("(INT 4)"), F("(BINARY=+ LEFT:(INT 2) RIGHT:(INT 2))"),
     "f 2 2"},
    {"another number", F("(INT 4)"), F("(BINARY=+ LEFT:(INT 2) RIGHT:(INT 3))"), ""},
    {"a function as a value, whether it has a name or not",
     F("(LAMBDA NAME:(MVAR $F) BODY:(BLOCK (DOTS ...)))"), F("(LAMBDA BODY:(BLOCK (NAME a)))"),
     "f a"},
    {"a field is not the name", "(NAME a)", "(FILE (ACCESS OBJECT:(NAME b) FIELD:(NAME a)))", ""},
    {"a metavariable", F("(MVAR $X)"), F("(NAME a)"), "f a [$X=a]"},
    {"arguments are whole", F("(MVAR $X)"), F("(NAME a) (NAME b)"), ""},
    {"twice the same", F("(MVAR $X) (MVAR $X)"), F("(NAME a) (NAME a)"), "f a a [$X=a]"},
    {"twice another", F("(MVAR $X) (MVAR $X)"), F("(NAME a) (NAME b)"), ""},
    {"anonymous", F("(MVAR $_) (MVAR $_)"), F("(NAME a) (NAME b)"), "f a b"},
    {"dots", F("(DOTS ...) (MVAR $X) (DOTS ...)"), F("(NAME a) (NAME b)"),
     "f a b [$X=a]; f a b [$X=b]"},
    {"dots take nothing", F("(DOTS ...) (MVAR $X)"), F("(NAME a)"), "f a [$X=a]"},
    {"runs, with every split", F("(MVAR_MANY $...A) (MVAR_MANY $...B)"), F("(NAME a)"),
     "f a [$...A= $...B=a]; f a [$...A=a $...B=]"},
    {"keywords in any order",
     F("(KWARG NAME:(NAME k) VALUE:(MVAR $K)) (KWARG NAME:(NAME l) VALUE:(MVAR $L))"),
     F("(KWARG NAME:(NAME l) VALUE:(INT 1)) (KWARG NAME:(NAME k) VALUE:(INT 2))"),
     "f l 1 k 2 [$K=2 $L=1]"},
    {"a keyword between dots", F("(DOTS ...) (KWARG NAME:(NAME k) VALUE:(INT 1)) (DOTS ...)"),
     F("(NAME a) (KWARG NAME:(NAME k) VALUE:(INT 0x1)) (NAME b)"), "f a k 0x1 b"},
    {"a keyword is no argument", F("(MVAR $X)"), F("(KWARG NAME:(NAME k) VALUE:(INT 1))"), ""},
    {"any string", F("(STRING (TEXT '...'))"), F("(STRING (TEXT 'a b'))"), "f a b"},
    {"any string, in pieces", F("(STRING (TEXT '...'))"), F("(CONCAT (STRING (TEXT a)))"), "f a"},
    {"a string with a hole is not known", F("(STRING (TEXT '...'))"),
     F("(STRING (TEXT a) (INTERP VALUE:(NAME b)))"), ""},
    {"a string with a hole, by its pieces",
     F("(STRING (TEXT '...') (INTERP VALUE:(MVAR $X)) (TEXT '...'))"),
     F("(STRING (TEXT a) (INTERP VALUE:(NAME b)) (INTERP VALUE:(NAME c)))"),
     "f a b c [$X=b]; f a b c [$X=c]"},
    {"a string's content", F("(STRING (TEXT $X))"), F("(STRING (TEXT 'a b'))"), "f a b [$X=a b]"},
    {"the texts between a string's holes", "(STRING (TEXT $X))",
     "(STRING (TEXT a) (INTERP VALUE:(NAME b)) (TEXT c))", "a b c [$X=a]; a b c [$X=c]"},
    {"not as a part", F("(STRING (TEXT $X))"), F("(STRING (TEXT a) (INTERP VALUE:(NAME b)))"), ""},
    {"a string by its text", F("(STRING (TEXT ab))"), F("(STRING (TEXT ab))"), "f ab"},
    {"a string by a regular expression", F("(STRING (TEXT '=~/^M[Dd]5$/'))"),
     F("(STRING (TEXT Md5))"), "f Md5"},
    {"deep", F("(DEEP (NAME a))"),
     F("(BINARY=+ LEFT:(NAME b) RIGHT:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME a))))"), "f b g a"},
    {"a dictionary in any order, whole",
     "(DICT (PAIR KEY:(INT 1) VALUE:(INT 2)) (PAIR KEY:(INT 3) VALUE:(MVAR $X)))",
     "(FILE (DICT (PAIR KEY:(INT 3) VALUE:(INT 4)) (PAIR KEY:(INT 1) VALUE:(INT 2)))"
     " (DICT (PAIR KEY:(INT 3) VALUE:(INT 4)) (PAIR KEY:(INT 1) VALUE:(INT 2)) (PAIR KEY:(INT 5))))",
     "3 4 1 2 [$X=4]"},
    {"a dictionary with dots", "(DICT (DOTS ...) (PAIR KEY:(INT 1) VALUE:(MVAR $X)))",
     "(DICT (PAIR KEY:(INT 3) VALUE:(INT 4)) (PAIR KEY:(INT 1) VALUE:(INT 2)))", "3 4 1 2 [$X=2]"},
    {"a value cannot be left out", "(RETURN)", "(FILE (RETURN VALUE:(NAME a)) (RETURN))", ""},
    {"statements in a row", "(BLOCK " CALL("a") CALL("b") ")",
     "(FILE " CALL("x") CALL("a") CALL("b") CALL("c") ")", "a b"},
    {"statements with dots reach into blocks", "(BLOCK " CALL("a") "(DOTS ...)" CALL("b") ")",
     "(FILE " CALL("a") "(IF COND:(NAME x) THEN:(BLOCK " CALL("b") CALL("c") ")))", "a x b c"},
    {"dots at the end take all", "(BLOCK " CALL("a") "(DOTS ...))",
     "(FILE " CALL("a") CALL("b") CALL("c") ")", "a b c"},
    {"a block is whole", "(IF THEN:(BLOCK " CALL("a") "))",
     "(FILE (IF THEN:(BLOCK " CALL("a") ")) (IF THEN:(BLOCK " CALL("a") CALL("b") ")))", "a"},
    {"a block of one is that one", "(IF THEN:(BLOCK " CALL("a") "))", "(IF THEN:" CALL("a") ")",
     "a"},
    {"a call as a statement is found in an assignment", "(BLOCK " CALL("a") ")",
     "(FILE " SET("x", "(CALL CALLEE:(NAME a) ARGS:(ARGS))") ")", "x a"},
    {"but not in a sum", "(BLOCK " CALL("a") ")",
     "(FILE " SET("x", "(BINARY=+ LEFT:(CALL CALLEE:(NAME a) ARGS:(ARGS)) RIGHT:(INT 1))") ")", ""},
    {"a declaration is an assignment", "(ASSIGN== TARGET:(MVAR $X) VALUE:(INT 1))",
     "(FILE (VAR TYPE:(TYPE int) TARGET:(NAME a) VALUE:(INT 1)))", "a 1 [$X=a]"},
    {"links",
     "(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(MVAR $X) FIELD:(DOTS ...))"
     " FIELD:(NAME z)) ARGS:(ARGS))",
     "(CALL CALLEE:(ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) ARGS:(ARGS))"
     " FIELD:(NAME z)) ARGS:(ARGS))",
     "a b z [$X=a]; a b z [$X=a b]"},
    {"imports", "(CALL CALLEE:(ACCESS OBJECT:(NAME hashlib) FIELD:(NAME md5)) ARGS:(ARGS))",
     "(FILE (IMPORT MODULE:(NAME hashlib) ITEM:(ITEM NAME:(NAME md5) ALIAS:(NAME m)))" CALL(
         "m") "(FUNC PARAMS:(PARAMS (PARAM TARGET:(NAME m))) BODY:(BLOCK " CALL("m") ")))",
     "m"},
    {"a hole for what was imported",
     "(CALL CALLEE:(ACCESS OBJECT:(NAME hashlib) FIELD:(MVAR $A)) ARGS:(ARGS))",
     "(FILE (IMPORT MODULE:(NAME hashlib) ITEM:(ITEM NAME:(NAME md5) ALIAS:(NAME m)))" CALL("m")
         CALL("other") ")",
     "m [$A=md5]"},
    {"a name without a module is not what was imported under another",
     "(CALL CALLEE:(NAME md5) ARGS:(ARGS))",
     "(FILE (IMPORT MODULE:(NAME hashlib) ITEM:(ITEM NAME:(NAME md5) ALIAS:(NAME m)))" CALL(
         "m") ")",
     ""},
    {"one import written as the other", "(IMPORT MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)))",
     "(IMPORT MODULE:(NAME a) ITEM:(ITEM NAME:(NAME c)) ITEM:(ITEM NAME:(NAME b)))", "a c b"},
    {"a cast is not seen", F("(NAME a)"), F("(CAST TYPE:(TYPE t) VALUE:(NAME a))"), "f t a"},
    {"the type of what is made",
     "(CALL CALLEE:(ACCESS OBJECT:(TYPED TYPE:(TYPE T) TARGET:(MVAR $X)) FIELD:(NAME m))"
     " ARGS:(ARGS))",
     "(CALL CALLEE:(ACCESS OBJECT:(NEW TYPE:(TYPE T) ARGS:(ARGS)) FIELD:(NAME m)) ARGS:(ARGS))",
     "T m [$X=T]"},
    {"the type of a variable",
     "(CALL CALLEE:(ACCESS OBJECT:(TYPED TYPE:(TYPE T) TARGET:(MVAR $X)) FIELD:(NAME m))"
     " ARGS:(ARGS))",
     "(FILE (VAR TYPE:(TYPE T) TARGET:(NAME a)) (VAR TYPE:(TYPE U) TARGET:(NAME b))"
     " (CALL CALLEE:(ACCESS OBJECT:(NAME b) FIELD:(NAME m)) ARGS:(ARGS))"
     " (CALL CALLEE:(ACCESS OBJECT:(NAME a) FIELD:(NAME m)) ARGS:(ARGS)))",
     "a m [$X=a]"},
    {"a decorator called without arguments is the bare one", "(ATTR VALUE:(NAME a))",
     "(FILE (FUNC ATTR:(ATTR VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS)))"
     " ATTR:(ATTR VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS (INT 1))))))",
     "a"},
    {"a bare decorator is one called with anything",
     "(ATTR VALUE:(CALL CALLEE:(MVAR $X) ARGS:(ARGS (DOTS ...))))",
     "(FUNC ATTR:(ATTR VALUE:(NAME a)))", "a [$X=a]"},
    {"one exception of several", "(CATCH TYPE:(TUPLE (DOTS ...) (NAME E) (DOTS ...)))",
     "(TRY CATCH:(CATCH TYPE:(NAME E)) CATCH:(CATCH TYPE:(TUPLE (NAME D) (NAME E)))"
     " CATCH:(CATCH TYPE:(NAME F)))",
     "E; D E"},
    {"a branch that is nothing but a hole", "(IF THEN:(BLOCK (EXPR_STMT VALUE:(MVAR $S))))",
     "(IF THEN:(BLOCK " CALL("a") CALL("b") "))", "a b [$S=a b]"},
    {"statements as written, and those within", "(BLOCK " CALL("a") "(DOTS ...)" CALL("b") ")",
     "(FILE " CALL("a") "(IF THEN:(BLOCK " CALL("b") "))" CALL("b") CALL("c") ")", "a b; a b b"},
    {"a whole block, but what is within need not be its end",
     "(FUNC BODY:(BLOCK (DOTS ...)" CALL("b") "))",
     "(FUNC BODY:(BLOCK (IF THEN:(BLOCK " CALL("b") "))" CALL("c") "))", "b c"},
    {"modifiers in any order, some of them", "(FUNC MODIFIER:(MODIFIER b) MODIFIER:(MODIFIER a))",
     "(FUNC MODIFIER:(MODIFIER a) MODIFIER:(MODIFIER c) MODIFIER:(MODIFIER b))", "a c b"},
    {"a name of two variables is not one thing",
     "(BLOCK (VAR TARGET:(MVAR $X)) (DOTS ...) (EXPR_STMT VALUE:(MVAR $X)))",
     "(FILE (VAR TARGET:(NAME a)) (FUNC PARAMS:(PARAMS (PARAM TARGET:(NAME a)))"
     " BODY:(BLOCK (EXPR_STMT VALUE:(NAME a)))))",
     ""},
    {"var is let and const", "(VAR MODIFIER:(MODIFIER var) TARGET:(MVAR $X))",
     "(FILE (VAR MODIFIER:(MODIFIER let) TARGET:(NAME a))"
     " (VAR MODIFIER:(MODIFIER static) TARGET:(NAME b)))",
     "let a [$X=a]"},
    {"members of a class in any order",
     "(CLASS BODY:(CLASS_BODY (FUNC NAME:(NAME b)) (FUNC NAME:(NAME a))))",
     "(CLASS BODY:(CLASS_BODY (FUNC NAME:(NAME a)) (FUNC NAME:(NAME c)) (FUNC NAME:(NAME b))))",
     "a c b"},
    {"a function without a name is a lambda", "(LAMBDA PARAMS:(PARAMS (MVAR $P)))",
     "(FILE (FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME a))))"
     " (FUNC PARAMS:(PARAMS (PARAM TARGET:(NAME b) DEFAULT:(INT 1)))))",
     "b 1 [$P=b]"},
    {"only a static import", "(IMPORT MODIFIER:(MODIFIER static) MODULE:(MVAR $M))",
     "(FILE (IMPORT MODULE:(NAME a)) (IMPORT MODIFIER:(MODIFIER static) MODULE:(NAME b)))",
     "static b [$M=b]"},
    {"= is not +=", "(ASSIGN== TARGET:(MVAR $X) VALUE:(INT 1))",
     "(FILE (ASSIGN=+= TARGET:(NAME a) VALUE:(INT 1)) (ASSIGN TARGET:(NAME b) VALUE:(INT 1)))",
     "b 1 [$X=b]"},
    {"a variable and the literal that it is", "(BINARY=* LEFT:(MVAR $X) RIGHT:(MVAR $X))",
     "(FILE " SET("a", "(INT 1)") "(BINARY=* LEFT:(NAME a) RIGHT:(INT 1)))", "a 1 [$X=a]"},
    {"a field by this", F("(STRING (TEXT DES))"),
     "(CLASS BODY:(CLASS_BODY (VAR TARGET:(NAME x) VALUE:(STRING (TEXT DES))) (FUNC NAME:(NAME g)"
     " BODY:(BLOCK " F("(ACCESS OBJECT:(NAME this) FIELD:(NAME x))") "))))",
     "f this x"},
    {"a field that a method writes", F("(STRING (TEXT DES))"),
     "(CLASS BODY:(CLASS_BODY (VAR TARGET:(NAME x)) (FUNC NAME:(NAME g)"
     " BODY:(BLOCK (EXPR_STMT VALUE:(ASSIGN TARGET:(ACCESS OBJECT:(NAME this) FIELD:(NAME x))"
     " VALUE:(STRING (TEXT DES)))))) (FUNC NAME:(NAME h) BODY:(BLOCK " F("(NAME x)") "))))",
     ""},
    {"a type by its last part", F("(TYPED TYPE:(TYPE T) TARGET:(MVAR $X))"),
     F("(NEW TYPE:(TYPE a.b.T) ARGS:(ARGS))"), "f a.b.T [$X=a.b.T]"},
    {"the type that make is given", F("(TYPED TYPE:(TYPE T) TARGET:(MVAR $X))"),
     F("(CALL CALLEE:(NAME make) ARGS:(ARGS (TYPE T)))"), "f make T [$X=make T]"},
    {"new points to the type that it is given",
     F("(TYPED TYPE:(POINTER_TYPE TYPE:(TYPE T)) TARGET:(MVAR $X))"),
     F("(CALL CALLEE:(NAME new) ARGS:(ARGS (TYPE T)))"), "f new T [$X=new T]"},
    {"new is no T itself", F("(TYPED TYPE:(TYPE T) TARGET:(MVAR $X))"),
     F("(CALL CALLEE:(NAME new) ARGS:(ARGS (TYPE T)))"), ""},
    {"a sum of numbers is a number", F("(TYPED TYPE:(TYPE int) TARGET:(MVAR $X))"),
     F("(BINARY=+ LEFT:(INT 1) RIGHT:(INT 2))"), "f 1 2 [$X=1 2]"},
    {"operands however grouped", AND("(NAME a)", AND("(NAME b)", "(MVAR $X)")),
     AND(AND("(NAME a)", "(NAME b)"), "(NAME c)"), "a b c [$X=c]"},
    {"operands in order", AND("(NAME a)", "(NAME b)"), AND("(NAME b)", "(NAME a)"), ""},
    {"operands in any order", OR("(NAME a)", "(NAME b)"),
     OR(OR("(NAME c)", "(NAME b)"), "(NAME a)"), "c b a"},
    {"operands left open", AND("(NAME a)", "(DOTS ...)"),
     AND(AND("(NAME a)", "(NAME b)"), "(NAME c)"), "a b; a b c"},
    {"a variable that is a constant", F("(STRING (TEXT DES))"),
     "(FILE " SET("a", "(STRING (TEXT DES))") F("(NAME a)") ")", "f a"},
    {"a variable that is written twice", F("(STRING (TEXT DES))"),
     "(FILE " SET("a", "(STRING (TEXT DES))") SET("a", "(STRING (TEXT AES))") F("(NAME a)") ")",
     ""},
    {"a constant put together", F("(STRING (TEXT DES/ECB))"),
     "(FILE " SET("a", "(STRING (TEXT DES))")
         F("(BINARY=+ LEFT:(NAME a) RIGHT:(STRING (TEXT /ECB)))") ")",
     "f a /ECB"},
};

/* Whoever leaves a file out because of its words must be right: what matched had them all. */
static void assert_need_is_met(struct fixture *f)
{
    struct pv_formula formula = {.kind = PV_FORMULA_PATTERN, .pattern = f->pattern};
    struct pv_needs needs = {0};
    uint64_t words[8] = {0};
    assert_ok(pv_need_of_formula(&f->mem, &formula, &f->vocab, &needs, NULL));
    assert_true(pv_bits_words(f->vocab.words.n) <= PV_COUNT(words));
    words_of_text(f->tree.text, NULL, &f->vocab, words);
    assert_true(pv_need_is_met(&needs, 0, words));
}

static void finds_what_each_pattern_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct fixture f;
        struct pv_buf text = {0};
        fixture_begin(&f, cases[i].pattern, cases[i].code);
        assert_ok(pv_pattern_find(&f.mem, &f.pattern, &f.file, &f.budget, &f.matches, NULL));
        match_text(&f.matches, f.tree.text, &f.vocab, &text);
        if (!pv_str_eq(pv_buf_str(&text), pv_str_of(cases[i].expected)))
            fail_msg("%s: expected <%s>, found <%.*s>", cases[i].what, cases[i].expected,
                     PV_STR_FMT(pv_buf_str(&text)));
        if (f.matches.list.n > 0)
            assert_need_is_met(&f);
        pv_buf_clear(&text);
        fixture_end(&f);
    }
}

/* Three free metavariables over ten thousand arguments: 10^12 ways. */
static void ends_by_its_budget(void **state)
{
    (void)state;
    struct fixture f;
    struct pv_buf code = {0};
    PV_BUF_LIT(&code, "(CALL CALLEE:(NAME f) ARGS:(ARGS");
    for (int i = 0; i < 10000; i++)
        PV_BUF_LIT(&code, " (NAME a)");
    PV_BUF_LIT(&code, "))");
    pv_buf_add_byte(&code, '\0');
    fixture_begin(&f, F("(DOTS ...) (MVAR $A) (DOTS ...) (MVAR $B) (DOTS ...) (MVAR $C) (INT 1)"),
                  code.p);
    assert_code(PV_LIMIT,
                pv_pattern_find(&f.mem, &f.pattern, &f.file, &f.budget, &f.matches, NULL));
    assert_int_equal(f.budget.steps_left, 0);
    assert_int_equal(f.matches.list.n, 0);
    pv_buf_clear(&code);
    fixture_end(&f);
}

static void keeps_what_it_found_before_the_budget_was_spent(void **state)
{
    (void)state;
    struct fixture f;
    fixture_begin(&f, "(NAME a)", "(FILE (NAME a) (NAME a) (NAME a))");
    f.budget.steps_left = 2;
    assert_code(PV_LIMIT,
                pv_pattern_find(&f.mem, &f.pattern, &f.file, &f.budget, &f.matches, NULL));
    assert_int_equal(f.matches.list.n, 2);
    fixture_end(&f);
}

/* A file of any depth must not be felt on the C stack. */
static void matches_in_deep_code(void **state)
{
    (void)state;
    enum { DEPTH = 200000 };
    struct fixture f;
    fixture_begin(&f, F("(DEEP (NAME a))"), "(NAME b)");
    struct pv_tree tree = {.text = PV_STR("a")};
    pv_node parent = PV_NO_NODE;
    for (int i = 0; i < DEPTH; i++)
        assert_ok(pv_tree_open(&f.mem, &tree, parent, (struct pv_tree_node){.kind = PV_BLOCK},
                               &parent, NULL));
    struct pv_tree_node leaf = {.kind = PV_NAME, .word = pv_vocab_find(&f.vocab, PV_STR("a"))};
    assert_ok(pv_tree_open(&f.mem, &tree, parent, leaf, &parent, NULL));
    for (pv_node i = 0; i < tree.nodes.n; i++)
        tree.nodes.p[i].after = (pv_node)tree.nodes.n;
    f.tree = tree;
    assert_ok(pv_match_file_read(&f.mem, &f.tree, tree.text, &f.vocab, &f.file, NULL));
    f.pattern.source.tree.nodes.p[0].kind = PV_DEEP;
    assert_ok(pv_pattern_find(&f.mem, &f.pattern, &f.file, &f.budget, &f.matches, NULL));
    fixture_end(&f);
}

#ifdef PV_FAULT
static void survives_each_failed_allocation(void **state)
{
    (void)state;
    for (size_t nth = 1; nth < 100; nth++) {
        struct fixture f;
        fixture_begin(&f, F("(DOTS ...) (MVAR $X)"), F("(NAME a) (NAME b)"));
        struct pv_arena mem = {0};
        struct pv_match_file file = {0};
        pv_fault_arm(nth);
        struct pv_result result =
            pv_match_file_read(&mem, &f.tree, f.tree.text, &f.vocab, &file, NULL);
        if (pv_is_ok(result))
            result = pv_pattern_find(&mem, &f.pattern, &file, &f.budget, &f.matches, NULL);
        bool was_hit = pv_fault_hit();
        pv_fault_arm(0);
        assert_int_equal(result.code, was_hit ? PV_NO_MEMORY : PV_OK);
        pv_arena_clear(&mem);
        fixture_end(&f);
        if (!was_hit)
            return;
    }
    fail_msg("the allocations never ended");
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_each_pattern_says),
        cmocka_unit_test(ends_by_its_budget),
        cmocka_unit_test(keeps_what_it_found_before_the_budget_was_spent),
        cmocka_unit_test(matches_in_deep_code),
#ifdef PV_FAULT
        cmocka_unit_test(survives_each_failed_allocation),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
