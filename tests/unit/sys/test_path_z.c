/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/path_z.h"

#include "support/test.h"

#include <errno.h>

static void gives_a_terminator(void **state)
{
    struct pv_path_z path = {0};
    (void)state;
    assert_ok(pv_path_z(pv_str_sub(PV_STR("a/b.c"), 0, 3), &path, NULL));
    assert_string_equal(path.z, "a/b");
}

static void refuses_what_is_no_path(void **state)
{
    static char longest[PV_PATH_MAX];
    struct pv_path_z path = {0};
    (void)state;
    memset(longest, 'a', sizeof longest);
    assert_code(PV_INVALID, pv_path_z(PV_STR(""), &path, NULL));
    assert_code(PV_INVALID, pv_path_z(PV_STR("a\0b"), &path, NULL));
    assert_code(PV_LIMIT, pv_path_z((struct pv_str){longest, sizeof longest}, &path, NULL));
    assert_ok(pv_path_z((struct pv_str){longest, sizeof longest - 1}, &path, NULL));
}

static void says_what_the_system_said(void **state)
{
    static const struct {
        int number;
        enum pv_code code;
    } cases[] = {
        {ENOENT, PV_NOT_FOUND}, {EACCES, PV_DENIED}, {EEXIST, PV_EXISTS},
        {ENOMEM, PV_NO_MEMORY}, {EIO, PV_IO},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_err err = {0};
        assert_code(cases[i].code, pv_path_fail(&err, cases[i].number, PV_STR("a/b")));
        assert_int_equal(strncmp(err.text, "a/b: ", 5), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_a_terminator),
        cmocka_unit_test(refuses_what_is_no_path),
        cmocka_unit_test(says_what_the_system_said),
    };
    return cmocka_run_group_tests_name("path_z", tests, NULL, NULL);
}
