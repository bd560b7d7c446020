/* SPDX-License-Identifier: Apache-2.0 */
#include "text/json.h"

#include "support/fault.h"

static void assert_text(struct pv_buf *out, const char *expected)
{
    pv_buf_add_byte(out, '\0');
    assert_string_equal(out->p, expected);
}

static void writes_nested_values(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_json json = {.out = &out};
    (void)state;
    pv_json_object(&json);
    pv_json_key_int(&json, "a", -1);
    pv_json_key(&json, "b");
    pv_json_array(&json);
    pv_json_bool(&json, true);
    pv_json_null(&json);
    pv_json_object(&json);
    pv_json_end(&json);
    pv_json_end(&json);
    pv_json_key_str(&json, "c", PV_STR("d"));
    pv_json_end(&json);
    assert_text(&out, "{\"a\":-1,\"b\":[true,null,{}],\"c\":\"d\"}");
}

static void escapes_what_json_cannot_hold(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_json json = {.out = &out};
    (void)state;
    pv_json_str(&json, PV_STR("\"\\\n\t\r\x01\x7f\xc3\xa9\xff\xed\xa0\x80"));
    assert_text(&out,
                "\"\\\"\\\\\\n\\t\\r\\u0001\\u007f\xc3\xa9\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
                "\xef\xbf\xbd\"");
}

static void indents_when_pretty(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_json json = {.out = &out, .is_pretty = true};
    (void)state;
    pv_json_object(&json);
    pv_json_key(&json, "a");
    pv_json_array(&json);
    pv_json_int(&json, 1);
    pv_json_end(&json);
    pv_json_key(&json, "b");
    pv_json_array(&json);
    pv_json_end(&json);
    pv_json_end(&json);
    assert_text(&out, "{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}");
}

/* What is written reads back as what it was. */
static void writes_what_was_read(void **state)
{
    static const char text[] = "{\"a\":[1,2.5,{\"x\":null}],\"b\":\"t\\n\",\"c\":{},\"d\":false}";
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_json json = {.out = &out};
    struct pv_doc doc = {0};
    (void)state;
    assert_ok(pv_doc_read(&mem, PV_STR(text), &doc, NULL, NULL));
    pv_json_doc(&json, &doc);
    assert_text(&out, text);
}

static void numbers_read_back_as_they_were(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {
        {0.1, "0.1"},
        {1.0 / 3, "0.3333333333333333"},
        {1e300, "1e+300"},
        {-2.5, "-2.5"},
        {5e-324, "4.94065645841247e-324"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1e308 * 10, "null"},
        {-1e308 * 10, "null"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        struct pv_json json = {.out = &out};
        pv_json_float(&json, cases[i].number);
        assert_text(&out, cases[i].text);
    }
}

/* A terminal, an editor or a reader of YAML would do something with these. */
static void escapes_what_is_acted_on(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_json json = {.out = &out};
    (void)state;
    pv_json_str(&json, PV_STR("\xc2\x85\xe2\x80\xa8\xe2\x80\xae\xe2\x81\xa6\xef\xbb\xbf\xef\xbf\xbf"
                              "\xe2\x80\xa7"));
    assert_text(&out, "\"\\u0085\\u2028\\u202e\\u2066\\ufeff\\uffff\xe2\x80\xa7\"");
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        struct pv_json json = {.out = &out};
        pv_json_array(&json);
        for (int i = 0; i < 500; i++)
            pv_json_str(&json, PV_STR("text"));
        pv_json_end(&json);
        fault_end(&fault, pv_buf_result(&out, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_nested_values),
        cmocka_unit_test(escapes_what_json_cannot_hold),
        cmocka_unit_test(indents_when_pretty),
        cmocka_unit_test(writes_what_was_read),
        cmocka_unit_test(numbers_read_back_as_they_were),
        cmocka_unit_test(escapes_what_is_acted_on),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
