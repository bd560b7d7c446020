/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/constants.h"

#include "engine/facts/dotted.h"
#include "support/test.h"
#include "support/tree_text.h"

#include <stdio.h>

#define SET(name, value) "(EXPR_STMT VALUE:(ASSIGN TARGET:(NAME " name ") VALUE:" value "))"
#define USE(value) "(EXPR_STMT VALUE:" value ")"
#define TEXT(text) "(STRING (TEXT " text "))"

static const struct {
    const char *what;
    const char *code;
    const char *text; /* of the last expression; NULL when it is not known */
} cases[] = {
    {"a literal", "(FILE " USE(TEXT("md5")) ")", "md5"},
    {"a variable", "(FILE " SET("a", TEXT("md5")) USE("(NAME a)") ")", "md5"},
    {"two in a row", "(FILE " SET("a", TEXT("md5")) SET("b", "(NAME a)") USE("(NAME b)") ")",
     "md5"},
    {"side by side", "(FILE " USE("(CONCAT " TEXT("m") TEXT("d5") ")") ")", "md5"},
    {"with a variable between",
     "(FILE " SET("a", TEXT("d")) USE("(CONCAT " TEXT("m") "(NAME a)" TEXT("5") ")") ")", "md5"},
    {"a name from elsewhere", "(FILE " USE("(NAME a)") ")", NULL},
    {"a call", "(FILE " USE("(CALL CALLEE:(NAME f))") ")", NULL},
};

/* The value of the last statement. */
static pv_node last_value(const struct pv_tree *tree)
{
    pv_node found = PV_NO_NODE;
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        if (pv_tree_at(tree, i)->kind == PV_EXPR_STMT)
            found = i + 1;
    }
    return found;
}

static struct pv_result text_of(struct pv_arena *mem, const char *code, struct pv_str *out)
{
    struct pv_vocab vocab = {0};
    struct pv_tree tree = {0};
    struct pv_defs *defs = NULL;
    tree_of_text(mem, code, &vocab, true, &tree);
    assert_ok(pv_defs_read(mem, &tree, &defs, NULL));
    return pv_constant_text(mem, defs, &tree, 0, last_value(&tree), out);
}

static void puts_texts_together(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_arena mem = {0};
        struct pv_str text = {0};
        print_message("%s\n", cases[i].what);
        struct pv_result result = text_of(&mem, cases[i].code, &text);
        assert_int_equal(result.code, cases[i].text ? PV_OK : PV_NOT_FOUND);
        assert_true(pv_str_eq(text, pv_str_of(cases[i].text)));
        pv_arena_clear(&mem);
    }
}

/* Each variable is many times the one before it: few lines, but width to the power of depth. */
static void gives_up_on_a_text_that_multiplies(void **state)
{
    (void)state;
    enum { WIDTH = 40 };
    static char code[PV_CONSTANT_STEPS_MAX * WIDTH * 16 + 1024];
    struct pv_arena mem = {0};
    struct pv_str text = {0};
    int at = snprintf(code, sizeof code, "(FILE %s", SET("v0", "(STRING)"));
    for (int i = 1; i < PV_CONSTANT_STEPS_MAX; i++) {
        at += snprintf(code + at, sizeof code - (size_t)at,
                       "(EXPR_STMT VALUE:(ASSIGN TARGET:(NAME v%d) VALUE:(CONCAT ", i);
        for (int k = 0; k < WIDTH; k++)
            at += snprintf(code + at, sizeof code - (size_t)at, "(NAME v%d)", i - 1);
        at += snprintf(code + at, sizeof code - (size_t)at, ")))");
    }
    at += snprintf(code + at, sizeof code - (size_t)at, "(EXPR_STMT VALUE:(NAME v%d)))",
                   PV_CONSTANT_STEPS_MAX - 1);
    assert_true((size_t)at < sizeof code);
    assert_int_equal(text_of(&mem, code, &text).code, PV_NOT_FOUND);
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(puts_texts_together),
        cmocka_unit_test(gives_up_on_a_text_that_multiplies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
