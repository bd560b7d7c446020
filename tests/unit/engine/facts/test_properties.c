/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/properties.h"

#include "support/test.h"

static void check(const struct pv_properties *all, const char *name, const char *key,
                  const char *wanted)
{
    struct pv_str got = {0};
    bool is_found = pv_properties_find(all, pv_str_of(name), pv_str_of(key), &got);
    assert_int_equal(is_found, wanted != NULL);
    if (wanted)
        assert_true(pv_str_eq(got, pv_str_of(wanted)));
}

static void reads_what_is_plain(void **state)
{
    struct pv_arena mem = {0};
    struct pv_properties all = {0};
    (void)state;
    assert_ok(pv_properties_add(&mem, &all, PV_STR("a.properties"),
                                PV_STR("# hash=SHA-1\n! hash=SHA-1\n hash = MD5\r\n"
                                       "cipher:AES/GCM/NoPadding\nwith space\nempty=\n=none\n"
                                       "long=one \\\n  two\nescaped=\\u0041\nlast=x"),
                                NULL));
    check(&all, "a.properties", "hash", "MD5");
    check(&all, "a.properties", "cipher", "AES/GCM/NoPadding");
    check(&all, "a.properties", "with", "space");
    check(&all, "a.properties", "empty", "");
    check(&all, "a.properties", "last", "x");
    check(&all, "a.properties", "long", NULL);
    check(&all, "a.properties", "escaped", NULL);
    check(&all, "b.properties", "hash", NULL);
    pv_arena_clear(&mem);
}

static void files_of_one_name_must_agree(void **state)
{
    struct pv_arena mem = {0};
    struct pv_properties all = {0};
    (void)state;
    assert_ok(pv_properties_add(&mem, &all, PV_STR("a"), PV_STR("x=1\ny=2\n"), NULL));
    assert_ok(pv_properties_add(&mem, &all, PV_STR("a"), PV_STR("x=1\ny=3\n"), NULL));
    check(&all, "a", "x", "1");
    check(&all, "a", "y", NULL);
    pv_arena_clear(&mem);
}

static void names_that_are_too_long_are_left_out(void **state)
{
    struct pv_arena mem = {0};
    struct pv_properties all = {0};
    char text[2000];
    (void)state;
    memset(text, 'k', sizeof text);
    assert_ok(pv_properties_add(&mem, &all, PV_STR("a"), (struct pv_str){text, sizeof text}, NULL));
    assert_int_equal(all.values.n, 0);
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_plain),
        cmocka_unit_test(files_of_one_name_must_agree),
        cmocka_unit_test(names_that_are_too_long_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
