/* SPDX-License-Identifier: Apache-2.0 */
#include "text/json.h"

#include "support/test.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_nested_values),
        cmocka_unit_test(escapes_what_json_cannot_hold),
        cmocka_unit_test(indents_when_pretty),
        cmocka_unit_test(writes_what_was_read),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
