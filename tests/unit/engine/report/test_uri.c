/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/uri.h"

#include "support/test.h"

static void escapes_what_a_uri_may_not_hold(void **state)
{
    static const struct {
        struct pv_str path;
        const char *uri;
    } cases[] = {
        {{"src/a-b_c.~1", 12}, "src/a-b_c.~1"},
        {{"a b", 3}, "a%20b"},
        {{"50%?#[x]", 8}, "50%25%3F%23%5Bx%5D"},
        {{"\xc3\xa9\xff\n", 4}, "%C3%A9%FF%0A"},
        {{"a\\b:c", 5}, "a%5Cb%3Ac"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        pv_uri_add_path(&out, cases[i].path);
        pv_buf_add_byte(&out, '\0');
        assert_string_equal(out.p, cases[i].uri);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(escapes_what_a_uri_may_not_hold)};
    return cmocka_run_group_tests_name("uri", tests, NULL, NULL);
}
