/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "engine/match/formula.h"
#include "support/match_text.h"
#include "support/test.h"
#include "support/tree_text.h"

struct fixture {
    struct pv_arena mem;
    struct pv_vocab vocab;
    struct pv_tree tree;
    struct pv_match_file file;
    struct pv_match_budget budget;
    struct pv_matches matches;
};

static struct pv_formula *new_formula(struct fixture *f, enum pv_formula_kind kind)
{
    struct pv_formula *formula = NULL;
    assert_ok(PV_NEW(&f->mem, &formula, NULL));
    formula->kind = kind;
    assert_ok(PV_NEW_ARRAY(&f->mem, 8, &formula->terms, NULL));
    return formula;
}

static struct pv_formula *pattern(struct fixture *f, const char *written)
{
    struct pv_formula *formula = new_formula(f, PV_FORMULA_PATTERN);
    struct pv_pattern_source source = {.form = PV_FORM_EXPR};
    tree_of_text(&f->mem, written, &f->vocab, true, &source.tree);
    if (pv_tree_at(&source.tree, 0)->kind == PV_BLOCK)
        source.form = PV_FORM_STMTS;
    assert_ok(pv_pattern_prepare(&f->mem, source, &pv_match_options_default, &f->vocab,
                                 &formula->pattern, NULL));
    return formula;
}

static struct pv_formula *with(struct pv_formula *formula, struct pv_formula *term)
{
    formula->terms[formula->n_terms++] = term;
    return formula;
}

static struct pv_formula *of(struct fixture *f, enum pv_formula_kind kind, struct pv_formula *a,
                             struct pv_formula *b, struct pv_formula *c)
{
    struct pv_formula *formula = with(new_formula(f, kind), a);
    if (b)
        with(formula, b);
    if (c)
        with(formula, c);
    return formula;
}

static struct pv_formula *regex(struct fixture *f, const char *text)
{
    struct pv_formula *formula = new_formula(f, PV_FORMULA_REGEX);
    assert_ok(pv_regex_compile(pv_str_of(text), (struct pv_regex_options){.multiline = true},
                               &formula->regex, NULL));
    return formula;
}

static pv_word word(struct fixture *f, const char *text)
{
    pv_word number = 0;
    assert_ok(pv_vocab_add(&f->mem, &f->vocab, pv_str_of(text), &number, NULL));
    return number;
}

static void add_regex_condition(struct fixture *f, struct pv_formula *formula, const char *name,
                                const char *text)
{
    assert_ok(PV_NEW(&f->mem, &formula->conditions, NULL));
    formula->n_conditions = 1;
    *formula->conditions =
        (struct pv_condition){.kind = PV_CONDITION_REGEX, .metavariable = word(f, name)};
    assert_ok(pv_regex_compile(pv_str_of(text), (struct pv_regex_options){.anchored = true},
                               &formula->conditions->regex, NULL));
}

static void add_pattern_condition(struct fixture *f, struct pv_formula *formula, const char *name,
                                  struct pv_formula *inner)
{
    assert_ok(PV_NEW(&f->mem, &formula->conditions, NULL));
    formula->n_conditions = 1;
    *formula->conditions = (struct pv_condition){
        .kind = PV_CONDITION_PATTERN, .metavariable = word(f, name), .formula = inner};
}

static void add_focus(struct fixture *f, struct pv_formula *formula, const char *name)
{
    pv_word *names = NULL;
    const pv_word **list = NULL;
    assert_ok(PV_NEW_ARRAY(&f->mem, 2, &names, NULL));
    assert_ok(PV_NEW_ARRAY(&f->mem, 1, &list, NULL));
    names[0] = word(f, name);
    list[0] = names;
    formula->focus = list;
    formula->n_focus = 1;
}

static void expect(struct fixture *f, struct pv_formula *formula, const char *code,
                   const char *expected)
{
    struct pv_buf text = {0};
    f->budget.steps_left = 100000;
    tree_of_text(&f->mem, code, &f->vocab, false, &f->tree);
    assert_ok(pv_match_file_read(&f->mem, &f->tree, f->tree.text, &f->vocab, &f->file, NULL));
    assert_ok(pv_formula_find(&f->mem, formula, &f->file, &f->budget, &f->matches, NULL));
    match_text(&f->matches, f->tree.text, &f->vocab, &text);
    pv_buf_add_byte(&text, '\0');
    assert_string_equal(text.p, expected);
    pv_buf_clear(&text);
}

static void fixture_end(struct fixture *f, struct pv_formula *formula)
{
    pv_formula_clear(formula);
    pv_arena_clear(&f->mem);
}

#define CALL(name, args) "(CALL CALLEE:(NAME " name ") ARGS:(ARGS " args "))"
#define BLOCK_OF(name, stmt) "(FUNC NAME:(NAME " name ") BODY:(BLOCK (EXPR_STMT VALUE:" stmt ")))"
#define ANY_FUNC(name) "(FUNC NAME:(NAME " name ") BODY:(BLOCK (DOTS ...)))"

static void keeps_what_is_inside(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula *all =
        of(&f, PV_FORMULA_ALL, of(&f, PV_FORMULA_INSIDE, pattern(&f, ANY_FUNC("g")), NULL, NULL),
           pattern(&f, CALL("f", "(MVAR $X)")), NULL);
    expect(&f, all,
           "(FILE " BLOCK_OF("g", CALL("f", "(INT 1)")) BLOCK_OF("h", CALL("f", "(INT 2)")) ")",
           "f 1 [$X=1]");
    fixture_end(&f, all);
}

static void drops_what_is_inside_the_other(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula *all =
        of(&f, PV_FORMULA_ALL, pattern(&f, CALL("f", "(MVAR $X)")),
           of(&f, PV_FORMULA_NOT_INSIDE, pattern(&f, ANY_FUNC("g")), NULL, NULL),
           of(&f, PV_FORMULA_NOT, pattern(&f, CALL("f", "(INT 3)")), NULL, NULL));
    expect(&f, all,
           "(FILE " BLOCK_OF("g", CALL("f", "(INT 1)")) BLOCK_OF("h", CALL("f", "(INT 2)"))
               BLOCK_OF("h", CALL("f", "(INT 3)")) ")",
           "f 2 [$X=2]");
    fixture_end(&f, all);
}

static void negation_heeds_bindings(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula *all =
        of(&f, PV_FORMULA_ALL, pattern(&f, CALL("f", "(MVAR $X)")),
           of(&f, PV_FORMULA_NOT_INSIDE,
              pattern(&f, "(FUNC NAME:(MVAR $X) BODY:(BLOCK (DOTS ...)))"), NULL, NULL),
           NULL);
    expect(&f, all,
           "(FILE " BLOCK_OF("a", CALL("f", "(NAME a)")) BLOCK_OF("a", CALL("f", "(NAME b)")) ")",
           "f b [$X=b]");
    fixture_end(&f, all);
}

/* Two expressions may both have a first group, and a message that says $1 makes it a name. */
static void numbered_groups_need_not_agree(void **state)
{
    (void)state;
    struct fixture f = {0};
    (void)word(&f, "$1");
    struct pv_formula *call =
        of(&f, PV_FORMULA_ALL, pattern(&f, "(CALL CALLEE:(MVAR $F) ARGS:(ARGS (MVAR $X)))"), NULL,
           NULL);
    add_regex_condition(&f, call, "$F", "(f|e)");
    struct pv_formula *func =
        of(&f, PV_FORMULA_ALL, pattern(&f, "(FUNC NAME:(MVAR $G) BODY:(BLOCK (DOTS ...)))"), NULL,
           NULL);
    add_regex_condition(&f, func, "$G", "(g|k)");
    struct pv_formula *all =
        of(&f, PV_FORMULA_ALL, call, of(&f, PV_FORMULA_NOT_INSIDE, func, NULL, NULL), NULL);
    expect(&f, all,
           "(FILE " BLOCK_OF("g", CALL("f", "(INT 1)")) BLOCK_OF("h", CALL("f", "(INT 2)")) ")",
           "f 2 [$1=f $F=f $X=2]");
    fixture_end(&f, all);
}

static void joins_either_side_and_drops_doubles(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula *any =
        of(&f, PV_FORMULA_ANY, pattern(&f, CALL("f", "(DOTS ...)")),
           pattern(&f, CALL("f", "(INT 1)")), pattern(&f, CALL("g", "(DOTS ...)")));
    expect(&f, any, "(FILE " CALL("g", "") CALL("f", "(INT 1)") ")", "g; f 1");
    fixture_end(&f, any);
}

static void a_lone_metavariable_selects(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula *all =
        of(&f, PV_FORMULA_ALL, pattern(&f, "(MVAR $X)"), pattern(&f, CALL("f", "(MVAR $X)")), NULL);
    expect(&f, all, "(FILE " CALL("g", CALL("f", "(INT 1)")) ")", "1 [$X=1]");
    fixture_end(&f, all);
}

static void conditions_hold_from_the_start_of_the_text(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula *all =
        of(&f, PV_FORMULA_ALL, pattern(&f, CALL("f", "(MVAR $X)")), NULL, NULL);
    add_regex_condition(&f, all, "$X", "ab");
    expect(&f, all,
           "(FILE " CALL("f", "(NAME abc)") CALL("f", "(NAME cab)") CALL("f", "(NAME ab)") ")",
           "f abc [$X=abc]; f ab [$X=ab]");
    fixture_end(&f, all);
}

static void a_pattern_holds_within_what_is_bound(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula *all =
        of(&f, PV_FORMULA_ALL, pattern(&f, CALL("f", "(MVAR $X)")), NULL, NULL);
    add_pattern_condition(
        &f, all, "$X",
        of(&f, PV_FORMULA_ALL,
           of(&f, PV_FORMULA_NOT, pattern(&f, CALL("g", "(DOTS ...)")), NULL, NULL), NULL, NULL));
    expect(&f, all, "(FILE " CALL("f", CALL("g", "(INT 1)")) CALL("f", CALL("h", "")) ")",
           "f h [$X=h]");
    fixture_end(&f, all);
}

static void narrows_to_what_is_in_focus(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula *all =
        of(&f, PV_FORMULA_ALL, pattern(&f, CALL("f", "(MVAR $X) (MVAR $Y)")), NULL, NULL);
    add_focus(&f, all, "$Y");
    expect(&f, all, "(FILE " CALL("f", "(INT 1) (INT 2)") ")", "2 [$X=1 $Y=2]");
    fixture_end(&f, all);
}

static void text_is_searched_as_text(void **state)
{
    (void)state;
    struct fixture f = {0};
    word(&f, "$1");
    struct pv_formula *all = of(&f, PV_FORMULA_ALL, regex(&f, "f (\\d)"),
                                of(&f, PV_FORMULA_NOT, regex(&f, "2"), NULL, NULL), NULL);
    expect(&f, all, "(FILE " CALL("f", "(INT 1)") CALL("f", "(INT 2)") ")", "f 1 [$1=1]");
    fixture_end(&f, all);
}

/* With the budget spent before the negation was heard, silence is the only safe answer. */
static void a_limit_makes_no_false_alarm(void **state)
{
    (void)state;
    for (uint64_t steps = 0; steps < 60; steps++) {
        struct fixture f = {0};
        struct pv_formula *all =
            of(&f, PV_FORMULA_ALL, pattern(&f, CALL("f", "(DOTS ...)")),
               of(&f, PV_FORMULA_NOT_INSIDE, pattern(&f, ANY_FUNC("g")), NULL, NULL), NULL);
        tree_of_text(&f.mem, "(FILE " BLOCK_OF("g", CALL("f", "(INT 1)")) ")", &f.vocab, false,
                     &f.tree);
        assert_ok(pv_match_file_read(&f.mem, &f.tree, f.tree.text, &f.vocab, &f.file, NULL));
        f.budget.steps_left = steps;
        struct pv_result result =
            pv_formula_find(&f.mem, all, &f.file, &f.budget, &f.matches, NULL);
        assert_true(result.code == PV_OK || result.code == PV_LIMIT);
        assert_int_equal(f.matches.list.n, 0);
        fixture_end(&f, all);
    }
}

#ifdef PV_FAULT
static void survives_each_failed_allocation(void **state)
{
    (void)state;
    for (size_t nth = 1; nth < 200; nth++) {
        struct fixture f = {.budget.steps_left = 1000};
        struct pv_formula *all =
            of(&f, PV_FORMULA_ALL, pattern(&f, CALL("f", "(MVAR $X)")),
               of(&f, PV_FORMULA_INSIDE, pattern(&f, ANY_FUNC("g")), NULL, NULL), regex(&f, "f"));
        add_focus(&f, all, "$X");
        tree_of_text(&f.mem, BLOCK_OF("g", CALL("f", "(INT 1)")), &f.vocab, false, &f.tree);
        assert_ok(pv_match_file_read(&f.mem, &f.tree, f.tree.text, &f.vocab, &f.file, NULL));
        struct pv_arena mem = {0};
        pv_fault_arm(nth);
        struct pv_result result = pv_formula_find(&mem, all, &f.file, &f.budget, &f.matches, NULL);
        bool was_hit = pv_fault_hit();
        pv_fault_arm(0);
        assert_int_equal(result.code, was_hit ? PV_NO_MEMORY : PV_OK);
        pv_arena_clear(&mem);
        fixture_end(&f, all);
        if (!was_hit)
            return;
    }
    fail_msg("the allocations never ended");
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_is_inside),
        cmocka_unit_test(drops_what_is_inside_the_other),
        cmocka_unit_test(negation_heeds_bindings),
        cmocka_unit_test(numbered_groups_need_not_agree),
        cmocka_unit_test(joins_either_side_and_drops_doubles),
        cmocka_unit_test(a_lone_metavariable_selects),
        cmocka_unit_test(conditions_hold_from_the_start_of_the_text),
        cmocka_unit_test(a_pattern_holds_within_what_is_bound),
        cmocka_unit_test(narrows_to_what_is_in_focus),
        cmocka_unit_test(text_is_searched_as_text),
        cmocka_unit_test(a_limit_makes_no_false_alarm),
#ifdef PV_FAULT
        cmocka_unit_test(survives_each_failed_allocation),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
