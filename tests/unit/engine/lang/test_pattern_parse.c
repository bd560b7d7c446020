/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"
#include "engine/lang/lang.h"
#include "engine/lang/lang_limits.h"

#include "support/test.h"

static const struct {
    const char *lang;
    const char *pattern;
    enum pv_pattern_form form;
    const char *dump;
} cases[] = {
    {"python", "f(..., $X, k=$V)", PV_FORM_EXPR,
     "CALL\n"
     "  CALLEE: NAME 'f'\n"
     "  ARGS: ARGS\n"
     "    DOTS '...'\n"
     "    MVAR '$X'\n"
     "    KWARG\n"
     "      NAME: NAME 'k'\n"
     "      VALUE: MVAR '$V'\n"},
    {"python", "def $F($...ARGS): ...", PV_FORM_STMTS,
     "BLOCK\n"
     "  FUNC\n"
     "    NAME: MVAR '$F'\n"
     "    PARAMS: PARAMS\n"
     "      MVAR_MANY '$...ARGS'\n"
     "    BODY: BLOCK\n"
     "      DOTS '...'\n"},
    {"python", "def $F(...)", PV_FORM_STMTS,
     "BLOCK\n"
     "  FUNC\n"
     "    NAME: MVAR '$F'\n"
     "    PARAMS: PARAMS\n"
     "      DOTS '...'\n"},
    {"python", "$O. ... .g()", PV_FORM_EXPR,
     "CALL\n"
     "  CALLEE: ACCESS\n"
     "    OBJECT: ACCESS\n"
     "      OBJECT: MVAR '$O'\n"
     "      FIELD: DOTS '...'\n"
     "    FIELD: NAME 'g'\n"
     "  ARGS: ARGS '()'\n"},
    {"python", "<... $X ...>", PV_FORM_EXPR, "DEEP\n  MVAR '$X'\n"},
    {"python", "($X: a.T)", PV_FORM_EXPR,
     "TYPED\n"
     "  TARGET: MVAR '$X'\n"
     "  TYPE: ACCESS\n"
     "    OBJECT: NAME 'a'\n"
     "    FIELD: NAME 'T'\n"},
    {"python", "{..., 'a': $V}", PV_FORM_EXPR,
     "DICT\n"
     "  DOTS '...'\n"
     "  PAIR\n"
     "    KEY: STRING\n"
     "      TEXT 'a'\n"
     "    VALUE: MVAR '$V'\n"},
    {"python", "@a(...)", PV_FORM_PART,
     "ATTR\n"
     "  VALUE: CALL\n"
     "    CALLEE: NAME 'a'\n"
     "    ARGS: ARGS\n"
     "      DOTS '...'\n"},
    {"python", "  a = 1\n  ...\n  b(a)\n", PV_FORM_STMTS,
     "BLOCK\n"
     "  EXPR_STMT\n"
     "    VALUE: ASSIGN '='\n"
     "      TARGET: NAME 'a'\n"
     "      VALUE: INT '1'\n"
     "  DOTS '...'\n"
     "  EXPR_STMT\n"
     "    VALUE: CALL\n"
     "      CALLEE: NAME 'b'\n"
     "      ARGS: ARGS\n"
     "        NAME 'a'\n"},
    {"python", "except $E: ...", PV_FORM_PART,
     "CATCH\n"
     "  TYPE: MVAR '$E'\n"
     "  BODY: BLOCK\n"
     "    DOTS '...'\n"},
    {"python", "f\"...{$M}\"", PV_FORM_EXPR,
     "STRING\n"
     "  TEXT '...'\n"
     "  INTERP\n"
     "    VALUE: MVAR '$M'\n"},
    {"python", "'a': $V", PV_FORM_PART,
     "PAIR\n"
     "  KEY: STRING\n"
     "    TEXT 'a'\n"
     "  VALUE: MVAR '$V'\n"},
};

static void reads_patterns_as_what_they_can_be(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        struct pv_vocab vocab = {0};
        struct pv_pattern_source source = {0};
        assert_ok(pv_lang_parse_pattern(&mem, pv_lang_find(pv_str_of(cases[i].lang)),
                                        pv_str_of(cases[i].pattern), &vocab, &source, NULL));
        pv_tree_dump(&source.tree, 0, &vocab, &out);
        pv_buf_add_byte(&out, '\0');
        assert_string_equal(out.p, cases[i].dump);
        assert_int_equal(source.form, cases[i].form);
    }
}

static void says_where_a_pattern_goes_wrong(void **state)
{
    static const struct {
        const char *pattern;
        size_t offset;
        const char *says;
    } wrong[] = {
        {"", 0, "empty"},   {"  \n ", 0, "empty"}, {"f($x)", 2, "$X"},
        {"f($1)", 2, "$X"}, {"f($Xy)", 2, "$X"},   {"f(a b c]", 7, "not python"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(wrong); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_vocab vocab = {0};
        struct pv_pattern_source source = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX,
                    pv_lang_parse_pattern(&mem, pv_lang_find(PV_STR("python")),
                                          pv_str_of(wrong[i].pattern), &vocab, &source, &err));
        assert_non_null(strstr(err.text, wrong[i].says));
        assert_in_range(err.offset, 0, strlen(wrong[i].pattern));
        assert_int_equal(source.tree.nodes.n, 0);
    }
}

static void refuses_what_is_too_large(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    const struct pv_lang *python = pv_lang_find(PV_STR("python"));
    (void)state;
    for (int i = 0; i <= PV_PATTERN_BRACKETS_MAX; i++)
        pv_buf_add_byte(&text, '(');
    assert_code(PV_LIMIT,
                pv_lang_parse_pattern(&mem, python, pv_buf_str(&text), &vocab, &source, NULL));
    pv_buf_reset(&text);
    for (int i = 0; i <= PV_PATTERN_BYTES_MAX; i++)
        pv_buf_add_byte(&text, 'a');
    assert_code(PV_LIMIT,
                pv_lang_parse_pattern(&mem, python, pv_buf_str(&text), &vocab, &source, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_patterns_as_what_they_can_be),
        cmocka_unit_test(says_where_a_pattern_goes_wrong),
        cmocka_unit_test(refuses_what_is_too_large),
    };
    return cmocka_run_group_tests_name("pattern_parse", tests, NULL, NULL);
}
