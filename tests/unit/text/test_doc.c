/* SPDX-License-Identifier: Apache-2.0 */
#include "text/doc.h"

#include "base/buf.h"
#include "support/fault.h"
#include "text/text_limits.h"

#include <string.h>

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
        {"1e999", PV_DOC_TEXT},    {"0x1f", PV_DOC_TEXT},
        {"12:30", PV_DOC_TEXT},    {"1_000", PV_DOC_TEXT},
        {"!!str 3", PV_DOC_TEXT},  {"- 3", PV_DOC_LIST},
        {"{}", PV_DOC_MAP},        {"!!seq []", PV_DOC_LIST},
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

static void one_text_counts_as_a_list_of_one(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_doc doc = {0};
    (void)state;
    assert_ok(pv_doc_read(&mem, PV_STR("a: x\nb: [x, y]\nc: {x: y}\nd:\n"), &doc, NULL, NULL));
    struct pv_doc_texts one = pv_doc_texts(pv_doc_get(&doc, PV_STR("a")));
    assert_int_equal(one.n, 1);
    assert_true(pv_str_eq(one.p[0].text, PV_STR("x")));
    struct pv_doc_texts two = pv_doc_texts(pv_doc_get(&doc, PV_STR("b")));
    assert_int_equal(two.n, 2);
    assert_true(pv_str_eq(two.p[1].text, PV_STR("y")));
    assert_int_equal(pv_doc_texts(pv_doc_get(&doc, PV_STR("c"))).n, 0);
    assert_int_equal(pv_doc_texts(pv_doc_get(&doc, PV_STR("d"))).n, 0);
    assert_int_equal(pv_doc_texts(NULL).n, 0);
}

static void reads_json(void **state)
{
    static const struct {
        const char *json;
        const char *text; /* of "a" */
    } cases[] = {
        {"{\n\t\"a\":\t\"x\"\t,\n\t\"b\": [\n\t\t1\n\t]\n}\n", "x"},
        {"{\"a\":\"x\\n\\/\\u00e9\"}", "x\n/\xc3\xa9"},
        {"{\"a\":\"\\ud83c\\uDF0D!\"}", "\xf0\x9f\x8c\x8d!"},
        {"{\"a\":\"\\\\ud83c\\udf0d\"}", NULL}, /* an escaped backslash, then half a pair */
        {"{\"a\":\"\\ud83c\"}", NULL},
        {"{\"a\":-1.5e+3}", "-1.5e+3"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_doc doc = {0};
        struct pv_result result = pv_doc_read(&mem, pv_str_of(cases[i].json), &doc, NULL, NULL);
        assert_int_equal(result.code, cases[i].text ? PV_OK : PV_SYNTAX);
        if (cases[i].text)
            assert_true(pv_str_eq(pv_doc_get(&doc, PV_STR("a"))->text, pv_str_of(cases[i].text)));
    }
}

static void an_alias_is_what_its_anchor_is(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_doc doc = {0};
    (void)state;
    assert_ok(pv_doc_read(&mem, PV_STR("a: &one {x: 1}\nc: &two y\nb: *one\nd: *two\n"), &doc, NULL,
                          NULL));
    assert_int_equal(pv_doc_get(pv_doc_get(&doc, PV_STR("b")), PV_STR("x"))->number, 1);
    assert_true(pv_str_eq(pv_doc_get(&doc, PV_STR("d"))->text, PV_STR("y")));
}

static void reads_several_documents(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_doc all = {0};
    (void)state;
    assert_ok(pv_doc_read_all(&mem, PV_STR("--- a\n--- {b: 1}\n"), &all, NULL, NULL));
    assert_int_equal(all.n, 2);
    assert_int_equal(all.items[1].place.line, 2);
    /* Anchors end with their document. */
    assert_code(PV_SYNTAX, pv_doc_read_all(&mem, PV_STR("--- &a x\n--- *a\n"), &all, NULL, NULL));
    assert_ok(pv_doc_read_all(&mem, (struct pv_str){0}, &all, NULL, NULL));
    assert_int_equal(all.n, 0);
}

static void says_where_and_what_is_wrong(void **state)
{
    static const struct {
        const char *yaml;
        uint32_t line;
        uint32_t column;
        const char *says;
    } cases[] = {
        {"a: 1\nb: [1, 2\n", 3, 1, "expected ',' or ']'"},
        {"a: b: c\n", 1, 5, "':' is not expected"},
        {"a:\n\t- x\n", 2, 1, "spaces"},
        {"a: 1\na: 2\n", 2, 1, "twice: a"},
        {"b: 1\na: 1\nb: 2\na: 2\n", 3, 1, "twice: b"},
        {"a: *none\n", 1, 4, "*none"},
        {"a: &a [*a]\n", 1, 8, "*a"},
        {"[a]: 1\n", 1, 1, "key"},
        {"a: 1\n---\nb: 2\n", 3, 1, "one document"},
        {"a: \"\\d\"\n", 1, 5, "single quotes"},
        {"a: 1\nb: \xc3\xa9\xff\n", 2, 5, "UTF-8"},
        {"a: 1\nb: \x01\n", 2, 4, "control character"},
        {"a: 'x\nb: 1\n", 1, 4, "never closed"},
        {"a: 1\nb\n", 2, 1, "expected ':' after the key"},
        {"a: !name x\n", 1, 4, "tags"},
        {"a: !!int x\n", 1, 4, "tags"},
        {"<<: {a: 1}\n", 1, 1, "does not merge"},
        {"{\"a\" 1}\n", 1, 6, "expected ',' or '}'"},
        {"%YAML 3.0\n--- a\n", 1, 1, "1.2"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_doc doc = {0};
        struct pv_doc_error at = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX, pv_doc_read(&mem, pv_str_of(cases[i].yaml), &doc, &at, &err));
        assert_int_equal(at.place.line, cases[i].line);
        assert_int_equal(at.place.column, cases[i].column);
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

/* Each anchor stands for a list a little deeper than the one before. */
static void aliases_count_as_nesting(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf yaml = {0};
    struct pv_doc doc = {0};
    (void)state;
    PV_BUF_LIT(&yaml, "- &a0 []\n");
    for (int i = 1; i < PV_DOC_DEPTH_MAX + 1; i++)
        pv_buf_format(&yaml, "- &a%d [*a%d]\n", i, i - 1);
    assert_code(PV_LIMIT, pv_doc_read(&mem, pv_buf_str(&yaml), &doc, NULL, NULL));
}

/* Large, but neither the keys nor the anchors are compared each with each. */
static void ends_on_large_input(void **state)
{
    enum { KEYS = 50000 };
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf yaml = {0};
    struct pv_doc doc = {0};
    (void)state;
    for (int i = 0; i < KEYS; i++)
        pv_buf_format(&yaml, "k%d:\n", i);
    assert_ok(pv_doc_read(&mem, pv_buf_str(&yaml), &doc, NULL, NULL));
    assert_int_equal(doc.n, KEYS);
    pv_buf_reset(&yaml);
    for (int i = 0; i < PV_DOC_ANCHORS_MAX + 1; i++)
        pv_buf_format(&yaml, "- &a%d\n", i);
    assert_code(PV_LIMIT, pv_doc_read(&mem, pv_buf_str(&yaml), &doc, NULL, NULL));
    assert_code(PV_LIMIT,
                pv_doc_read(&mem, (struct pv_str){"", PV_DOC_BYTES_MAX + 1}, &doc, NULL, NULL));
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_doc doc = {0};
        struct pv_str text = PV_STR("a: &a [1, {b: \"\\ud83c\\udf0d\"}]\nc: *a\nd: &d x\n");
        struct pv_result result = pv_doc_read(&mem, text, &doc, NULL, NULL);
        fault_end(&fault, result);
        assert_true(pv_is_ok(result) || doc.n == 0);
    }
}

static void says_when_an_arena_is_full(void **state)
{
    struct pv_result result = {PV_LIMIT};
    (void)state;
    for (size_t limit = 1; result.code != PV_OK; limit += 64) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = limit};
        struct pv_doc doc = {0};
        result =
            pv_doc_read(&mem, PV_STR("a: &a [1, {b: 2, c: !!str 3}]\nc: *a\n"), &doc, NULL, NULL);
        assert_true(result.code == PV_OK || result.code == PV_LIMIT);
        assert_true(pv_is_ok(result) || doc.n == 0);
    }
}

static void names_each_kind(void **state)
{
    (void)state;
    for (int kind = PV_DOC_NULL; kind <= PV_DOC_MAP; kind++)
        assert_true(strlen(pv_doc_kind_name((enum pv_doc_kind)kind)) > 0);
    assert_false(pv_doc_is_scalar(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_scalars_as_what_they_are),
        cmocka_unit_test(keeps_places_and_order),
        cmocka_unit_test(one_text_counts_as_a_list_of_one),
        cmocka_unit_test(reads_json),
        cmocka_unit_test(an_alias_is_what_its_anchor_is),
        cmocka_unit_test(reads_several_documents),
        cmocka_unit_test(says_where_and_what_is_wrong),
        cmocka_unit_test(refuses_aliases_that_explode),
        cmocka_unit_test(refuses_deep_nesting),
        cmocka_unit_test(aliases_count_as_nesting),
        cmocka_unit_test(ends_on_large_input),
        cmocka_unit_test(says_when_memory_is_short),
        cmocka_unit_test(says_when_an_arena_is_full),
        cmocka_unit_test(names_each_kind),
    };
    return cmocka_run_group_tests_name("doc", tests, NULL, NULL);
}
