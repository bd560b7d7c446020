/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/constants.h"

#include "engine/facts/dotted.h"
#include "support/test.h"
#include "support/tree_text.h"

#include <stdio.h>

#define SET(name, value) "(EXPR_STMT VALUE:(ASSIGN TARGET:(NAME " name ") VALUE:" value "))"
#define USE(value) "(EXPR_STMT VALUE:" value ")"
#define CHOICE(a, b) "(IF THEN:(BLOCK " a ") ELSE:(BLOCK " b "))"
#define METHOD(object, name, args)                                                                 \
    "(CALL CALLEE:(ACCESS OBJECT:" object " FIELD:(NAME " name ")) ARGS:(ARGS " args "))"
#define MEMBER(modifier)                                                                           \
    "(CLASS NAME:(NAME A) BODY:(CLASS_BODY (VAR MODIFIER:" modifier                                \
    " TARGET:(NAME X) VALUE:(STRING (TEXT md5)))))"
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
    {"the same in both branches",
     "(FILE " CHOICE(SET("a", TEXT("md5")), SET("a", TEXT("md5"))) USE("(NAME a)") ")", "md5"},
    {"another in one branch",
     "(FILE " CHOICE(SET("a", TEXT("md5")), SET("a", TEXT("md4"))) USE("(NAME a)") ")", NULL},
    {"longer in one branch",
     "(FILE " CHOICE(SET("a", TEXT("md")), SET("a", TEXT("md5"))) USE("(NAME a)") ")", NULL},
    {"the same before and in one branch",
     "(FILE " SET("a", TEXT("md5")) CHOICE(SET("a", TEXT("md5")), "") USE("(NAME a)") ")", "md5"},
    {"in one branch only", "(FILE " CHOICE(SET("a", TEXT("md5")), "") USE("(NAME a)") ")", NULL},
    {"whatever the condition", "(FILE " USE("(COND THEN:" TEXT("md5") " ELSE:" TEXT("md5") ")") ")",
     "md5"},
    {"a call", "(FILE " USE("(CALL CALLEE:(NAME f))") ")", NULL},
    {"in capitals", "(FILE " USE(METHOD(TEXT("md5"), "toUpperCase", "")) ")", "MD5"},
    {"in small letters, by a locale",
     "(FILE " USE(METHOD(TEXT("MD5"), "toLowerCase", "(NAME here)")) ")", "md5"},
    {"without blanks", "(FILE " USE(METHOD(TEXT("' md5 '"), "trim", "")) ")", "md5"},
    {"without something else", "(FILE " USE(METHOD(TEXT("md5"), "trim", TEXT("m"))) ")", NULL},
    {"one behind the other", "(FILE " USE(METHOD(TEXT("md"), "concat", TEXT("5"))) ")", "md5"},
    {"another in its place", "(FILE " USE(METHOD(TEXT("mxdx"), "replace", TEXT("x") TEXT("5"))) ")",
     "m5d5"},
    {"nothing replaced", "(FILE " USE(METHOD(TEXT("md5"), "replace", TEXT("5"))) ")", NULL},
    {"a variable replaced",
     "(FILE " SET("a", TEXT("md5")) USE(METHOD("(NAME a)", "replace", TEXT("md") TEXT("sha"))) ")",
     "sha5"},
    {"from a place", "(FILE " USE(METHOD(TEXT("xmd5"), "substring", "(INT 1)")) ")", "md5"},
    {"from place to place", "(FILE " USE(METHOD(TEXT("xmd5x"), "substring", "(INT 1) (INT 4)")) ")",
     "md5"},
    {"so many", "(FILE " USE(METHOD(TEXT("xmd5x"), "Substring", "(INT 1) (INT 3)")) ")", "md5"},
    {"past the end", "(FILE " USE(METHOD(TEXT("md5"), "substring", "(INT 4)")) ")", NULL},
    {"so many past the end", "(FILE " USE(METHOD(TEXT("md5"), "Substring", "(INT 1) (INT 3)")) ")",
     NULL},
    {"before the beginning",
     "(FILE " USE(METHOD(TEXT("md5"), "substring", "(UNARY OPERAND:(INT 1))")) ")", NULL},
    {"from a place that is not known",
     "(FILE " USE(METHOD(TEXT("md5"), "substring", "(NAME n)")) ")", NULL},
    {"put into places",
     "(FILE " USE(METHOD("(NAME String)", "format", TEXT("'%s%s'") TEXT("md") TEXT("5"))) ")",
     "md5"},
    {"put into numbered places",
     "(FILE " USE(METHOD("(NAME string)", "Format", TEXT("'{1}{0}'") TEXT("5") TEXT("md"))) ")",
     "md5"},
    {"put into itself", "(FILE " USE(METHOD(TEXT("'md%s'"), "formatted", TEXT("5"))) ")", "md5"},
    {"put into too many places", "(FILE " USE(METHOD(TEXT("'%s%s'"), "formatted", TEXT("5"))) ")",
     NULL},
    {"put into a place for numbers", "(FILE " USE(METHOD(TEXT("'%d'"), "formatted", TEXT("5"))) ")",
     NULL},
    {"joined", "(FILE " USE(METHOD("(NAME String)", "join", TEXT("'-'") TEXT("sha") TEXT("1"))) ")",
     "sha-1"},
    {"joined by itself", "(FILE " USE(METHOD(TEXT("'-'"), "join", TEXT("sha"))) ")", NULL},
    {"what a block is opened with",
     "(FILE (WITH RESOURCE:(VAR TARGET:(NAME a) VALUE:(STRING (TEXT md5))) BODY:(BLOCK " USE(
         "(NAME a)") ")))",
     "md5"},
    {"a constant of a class",
     "(FILE " MEMBER("(MODIFIER const)") USE("(ACCESS OBJECT:(NAME A) FIELD:(NAME X))") ")", "md5"},
    {"one that is static and final",
     "(FILE " MEMBER("(MODIFIER static) MODIFIER:(MODIFIER final)")
         USE("(ACCESS OBJECT:(NAME A) FIELD:(NAME X))") ")",
     "md5"},
    {"a member that may be given another value",
     "(FILE " MEMBER("(MODIFIER static)") USE("(ACCESS OBJECT:(NAME A) FIELD:(NAME X))") ")", NULL},
    {"a constant of another class",
     "(FILE " MEMBER("(MODIFIER const)") USE("(ACCESS OBJECT:(NAME B) FIELD:(NAME X))") ")", NULL},
    {"a constant of either of two classes",
     "(FILE " MEMBER("(MODIFIER const)") MEMBER("(MODIFIER const)")
         USE("(ACCESS OBJECT:(NAME A) FIELD:(NAME X))") ")",
     NULL},
    {"said of what is not known", "(FILE " USE(METHOD("(NAME a)", "trim", "")) ")", NULL},
    {"another method", "(FILE " USE(METHOD(TEXT("md5"), "hashCode", "")) ")", NULL},
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
    struct pv_constants constants = pv_constants_of(defs, &tree, &vocab);
    assert_ok(pv_settings_read(mem, &tree, &constants.settings, NULL));
    return pv_constant_text(mem, &constants, last_value(&tree), out);
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

static const struct {
    const char *what;
    const char *code;
    enum pv_constant kind; /* of the last expression */
    int64_t number;        /* of the last expression, when it is one */
} sums[] = {
    {"a literal", "(FILE " USE("(INT 4)") ")", PV_CONSTANT_INT, 4},
    {"a sum", "(FILE " USE("(BINARY + (INT 2) (INT 2))") ")", PV_CONSTANT_INT, 4},
    {"of a variable", "(FILE " SET("a", "(INT 3)") USE("(BINARY * (NAME a) (INT 2))") ")",
     PV_CONSTANT_INT, 6},
    {"below nothing", "(FILE " USE("(UNARY - (INT 2))") ")", PV_CONSTANT_INT, -2},
    {"too large", "(FILE " USE("(BINARY * (INT 9000000000000000000) (INT 2))") ")", PV_CONSTANT_INT,
     0},
    {"other numbers on other paths",
     "(FILE " CHOICE(SET("a", "(INT 1)"), SET("a", "(INT 2)")) USE("(NAME a)") ")", PV_CONSTANT_INT,
     0},
    {"a text or a number", "(FILE " USE("(COND THEN:" TEXT("a") " ELSE:(INT 1))") ")",
     PV_CONSTANT_UNKNOWN, 0},
    {"a text many times", "(FILE " USE("(BINARY * " TEXT("a") " (INT 9))") ")", PV_CONSTANT_TEXT,
     0},
    {"other texts on other paths",
     "(FILE " CHOICE(SET("a", TEXT("x")), SET("a", TEXT("y"))) USE("(NAME a)") ")",
     PV_CONSTANT_TEXT, 0},
    {"a text and what is not known", "(FILE " USE("(BINARY + " TEXT("a") " (NAME b))") ")",
     PV_CONSTANT_UNKNOWN, 0},
};

static void says_what_is_known_of_a_value(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(sums); i++) {
        struct pv_arena mem = {0};
        struct pv_vocab vocab = {0};
        struct pv_tree tree = {0};
        struct pv_defs *defs = NULL;
        int64_t number = 0;
        print_message("%s\n", sums[i].what);
        for (const char *sign = "+\0-\0*\0"; *sign; sign += 2) {
            pv_word word = 0;
            assert_ok(pv_vocab_add(&mem, &vocab, pv_str_of(sign), &word, NULL));
        }
        tree_of_text(&mem, sums[i].code, &vocab, true, &tree);
        assert_ok(pv_defs_read(&mem, &tree, &defs, NULL));
        struct pv_constants constants = pv_constants_of(defs, &tree, &vocab);
        pv_node value = last_value(&tree);
        assert_int_equal(pv_constant_kind(&constants, value), sums[i].kind);
        bool is_known = pv_constant_int(&constants, value, &number);
        assert_int_equal(is_known, sums[i].number != 0);
        assert_int_equal(is_known ? number : 0, sums[i].number);
        pv_arena_clear(&mem);
    }
}

static const struct {
    const char *code;
    bool is_known;
    bool is_true;
} truths[] = {
    {"(FILE " USE("(BOOL true)") ")", true, true},
    {"(FILE " USE("(UNARY ! (BOOL true))") ")", true, false},
    {"(FILE " USE("(UNARY ! (UNARY ! (BOOL true)))") ")", true, true},
    {"(FILE " SET("a", "(BOOL False)") USE("(UNARY not (NAME a))") ")", true, true},
    {"(FILE " USE("(UNARY ! (INT 1))") ")", false, false},
    {"(FILE " USE("(UNARY ! (NAME b))") ")", false, false},
    {"(FILE " CHOICE(SET("a", "(BOOL true)"), SET("a", "(BOOL false)")) USE("(NAME a)") ")", false,
     false},
};

static void says_what_is_true(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(truths); i++) {
        struct pv_arena mem = {0};
        struct pv_vocab vocab = {0};
        struct pv_tree tree = {0};
        struct pv_defs *defs = NULL;
        pv_word word = 0;
        bool is_true = false;
        print_message("%s\n", truths[i].code);
        assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("!"), &word, NULL));
        assert_ok(pv_vocab_add(&mem, &vocab, PV_STR("not"), &word, NULL));
        tree_of_text(&mem, truths[i].code, &vocab, true, &tree);
        assert_ok(pv_defs_read(&mem, &tree, &defs, NULL));
        struct pv_constants constants = pv_constants_of(defs, &tree, &vocab);
        bool is_known = pv_constant_bool(&constants, last_value(&tree), &is_true);
        assert_int_equal(is_known, truths[i].is_known);
        if (is_known)
            assert_int_equal(is_true, truths[i].is_true);
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
        cmocka_unit_test(says_what_is_known_of_a_value),
        cmocka_unit_test(says_what_is_true),
        cmocka_unit_test(gives_up_on_a_text_that_multiplies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
