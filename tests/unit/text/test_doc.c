/* SPDX-License-Identifier: Apache-2.0 */
#include "text/doc.h"

#include "base/buf.h"
#include "text/text_limits.h"

#include "support/test.h"

static void reads_scalars_as_what_they_are(void **state)
{
    static const struct {
        const char *yaml;
        enum pv_doc_kind kind;
    } cases[] = {
        {"true", PV_DOC_BOOL},     {"False", PV_DOC_BOOL},
        {"yes", PV_DOC_TEXT},      {"\"true\"", PV_DOC_TEXT},
        {"12", PV_DOC_INT},        {"-3", PV_DOC_INT},
        {"007", PV_DOC_TEXT},      {"1.5", PV_DOC_FLOAT},
        {"1e6", PV_DOC_FLOAT},     {"1e", PV_DOC_TEXT},
        {"", PV_DOC_NULL},         {"~", PV_DOC_NULL},
        {"$X == $X", PV_DOC_TEXT}, {"99999999999999999999", PV_DOC_FLOAT},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_doc doc = {0};
        assert_ok(pv_doc_read(&mem, pv_str_of(cases[i].yaml), &doc, NULL, NULL));
        assert_int_equal(doc.kind, cases[i].kind);
    }
}

static void keeps_places_and_order(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_doc doc = {0};
    (void)state;
    assert_ok(pv_doc_read(&mem, PV_STR("b: 1\na:\n  - x\n  - pattern: |\n      f()\n"), &doc, NULL,
                          NULL));
    assert_int_equal(doc.n, 2);
    assert_true(pv_str_eq(doc.keys[0].text, PV_STR("b")));
    const struct pv_doc *list = pv_doc_get(&doc, PV_STR("a"));
    assert_int_equal(list->items[0].place.line, 3);
    assert_int_equal(list->items[0].place.column, 5);
    const struct pv_doc *pattern = pv_doc_get(&list->items[1], PV_STR("pattern"));
    assert_int_equal(pattern->style, PV_DOC_BLOCK);
    assert_true(pv_str_eq(pattern->text, PV_STR("f()\n")));
    assert_null(pv_doc_get(pattern, PV_STR("none")));
    assert_null(pv_doc_get(NULL, PV_STR("none")));
}

static void reads_json_and_aliases(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_doc doc = {0};
    (void)state;
    assert_ok(
        pv_doc_read(&mem, PV_STR("{\"a\": [1, \"x\\n\", null], \"b\": true}"), &doc, NULL, NULL));
    assert_int_equal(pv_doc_get(&doc, PV_STR("a"))->n, 3);
    assert_ok(pv_doc_read(&mem, PV_STR("a: &one {x: 1}\nb: *one\n"), &doc, NULL, NULL));
    assert_int_equal(pv_doc_get(pv_doc_get(&doc, PV_STR("b")), PV_STR("x"))->number, 1);
}

static void says_where_and_what_is_wrong(void **state)
{
    static const struct {
        const char *yaml;
        uint32_t line;
        const char *says;
    } cases[] = {
        {"a: 1\nb: [1, 2\n", 3, "expected ',' or ']'"},
        {"a: b: c\n", 1, "':' is not expected"},
        {"a:\n\t- x\n", 2, "spaces"},
        {"a: 1\na: 2\n", 2, "twice: a"},
        {"a: *none\n", 1, "*none"},
        {"[a]: 1\n", 1, "key"},
        {"a: 1\n---\nb: 2\n", 3, "one document"},
        {"a: \"\\d\"\n", 1, "single quotes"},
        {"a: \xff\n", 1, "UTF-8"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_doc doc = {0};
        struct pv_doc_error at = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX, pv_doc_read(&mem, pv_str_of(cases[i].yaml), &doc, &at, &err));
        assert_int_equal(at.place.line, cases[i].line);
        assert_non_null(strstr(err.text, cases[i].says));
    }
}

/* Nine anchors of nine aliases each: a few hundred bytes that stand for billions of values. */
static void refuses_aliases_that_explode(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf yaml = {0};
    struct pv_doc doc = {0};
    (void)state;
    PV_BUF_LIT(&yaml, "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
        pv_buf_format(&yaml, "a%d: &a%d [", i, i);
        for (int j = 0; j < 9; j++)
            pv_buf_format(&yaml, "%s*a%d", j ? ", " : "", i - 1);
        PV_BUF_LIT(&yaml, "]\n");
    }
    assert_code(PV_LIMIT, pv_doc_read(&mem, pv_buf_str(&yaml), &doc, NULL, NULL));
}

static void refuses_deep_nesting(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf yaml = {0};
    struct pv_doc doc = {0};
    (void)state;
    for (int i = 0; i < PV_DOC_DEPTH_MAX + 1; i++)
        pv_buf_add_byte(&yaml, '[');
    assert_code(PV_LIMIT, pv_doc_read(&mem, pv_buf_str(&yaml), &doc, NULL, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_scalars_as_what_they_are),
        cmocka_unit_test(keeps_places_and_order),
        cmocka_unit_test(reads_json_and_aliases),
        cmocka_unit_test(says_where_and_what_is_wrong),
        cmocka_unit_test(refuses_aliases_that_explode),
        cmocka_unit_test(refuses_deep_nesting),
    };
    return cmocka_run_group_tests_name("doc", tests, NULL, NULL);
}
