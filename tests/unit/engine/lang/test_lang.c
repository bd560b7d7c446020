/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_internal.h"

#include <string.h>

#include "support/test.h"

static void finds_languages_by_name_and_path(void **state)
{
    (void)state;
    const struct pv_lang *python = pv_lang_find(PV_STR("python"));
    assert_ptr_equal(pv_lang_find(PV_STR("py")), python);
    assert_ptr_equal(pv_lang_of_path(PV_STR("a.b/c.py")), python);
    assert_null(pv_lang_of_path(PV_STR("a.py/c")));
    assert_null(pv_lang_of_path(PV_STR("")));
    const struct pv_lang *c = pv_lang_find(PV_STR("c"));
    const struct pv_lang *cpp = pv_lang_find(PV_STR("cpp"));
    assert_ptr_equal(pv_lang_of_file(PV_STR("a.h"), PV_STR("struct a;\nint class_of(int);\n")), c);
    assert_ptr_equal(pv_lang_of_file(PV_STR("a.h"), PV_STR("#pragma once\nclass A {\n")), cpp);
    assert_ptr_equal(pv_lang_of_file(PV_STR("a.h"), PV_STR("class A;\n")), cpp);
    assert_ptr_equal(pv_lang_of_file(PV_STR("a.c"), PV_STR("x\nclass A {\n")), c);
    assert_null(pv_lang_of_file(PV_STR(""), PV_STR("")));
    const struct pv_lang *dockerfile = pv_lang_find(PV_STR("dockerfile"));
    assert_ptr_equal(pv_lang_of_path(PV_STR("a/Dockerfile")), dockerfile);
    assert_ptr_equal(pv_lang_of_path(PV_STR("Dockerfile.test")), dockerfile);
    assert_ptr_equal(pv_lang_of_path(PV_STR("Dockerfile.py")), python);
    assert_null(pv_lang_of_path(PV_STR("Dockerfiles")));
    assert_null(pv_lang_find(PV_STR("")));
    assert_true(pv_lang_covers(python, python));
    assert_false(pv_lang_covers(python, pv_lang_find(PV_STR("java"))));
    size_t n = 0;
    for (const struct pv_lang *lang = NULL; (lang = pv_lang_at(n)) != NULL; n++)
        assert_ptr_equal(pv_lang_find(pv_lang_name(lang)), lang);
    assert_true(n >= 2);
}

static bool has_name(const TSLanguage *grammar, const char *name)
{
    uint32_t n = (uint32_t)strlen(name);
    return n == 0 || ts_language_field_id_for_name(grammar, name, n) != 0 ||
           ts_language_symbol_for_name(grammar, name, n, true) != 0 ||
           ts_language_symbol_for_name(grammar, name, n, false) != 0;
}

/* Dialects share one table; a row is for whichever of their grammars has it. */
static bool a_grammar_has(const struct pv_lang *table, const char *name)
{
    const struct pv_lang *lang = NULL;
    for (size_t n = 0; (lang = pv_lang_at(n)) != NULL; n++) {
        if (lang->rows == table->rows && has_name(lang->grammar(), name))
            return true;
    }
    return false;
}

/* A symbol that the grammar does not have, or rows out of order, would never be found. */
static void has_sorted_tables_of_what_the_grammars_have(void **state)
{
    (void)state;
    const struct pv_lang *lang = NULL;
    for (size_t n = 0; (lang = pv_lang_at(n)) != NULL; n++) {
        for (size_t i = 0; i < lang->n_rows; i++) {
            const char *symbol = lang->rows[i].symbol;
            if (i > 0 && strcmp(lang->rows[i - 1].symbol, symbol) >= 0)
                fail_msg("%s: %s is not in order", lang->name.p, symbol);
            if (!a_grammar_has(lang, symbol))
                fail_msg("%s: the grammar has no %s", lang->name.p, symbol);
        }
    }
}

static void gives_roles_to_fields_that_the_grammars_have(void **state)
{
    (void)state;
    const struct pv_lang *lang = NULL;
    for (size_t n = 0; (lang = pv_lang_at(n)) != NULL; n++) {
        if (!lang->grammar)
            continue;
        assert_true(ts_language_symbol_count(lang->grammar()) <= PV_LANG_SYMBOLS_MAX);
        assert_true(ts_language_field_count(lang->grammar()) < PV_LANG_FIELDS_MAX);
        for (size_t i = 0; i < lang->n_rows; i++) {
            for (const struct pv_lower_field *f = lang->rows[i].fields; f->name; f++) {
                if (!a_grammar_has(lang, f->name))
                    fail_msg("%s: %s: no field %s", lang->name.p, lang->rows[i].symbol, f->name);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_languages_by_name_and_path),
        cmocka_unit_test(has_sorted_tables_of_what_the_grammars_have),
        cmocka_unit_test(gives_roles_to_fields_that_the_grammars_have),
    };
    return cmocka_run_group_tests_name("lang", tests, NULL, NULL);
}
