/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/late_library.h"

#include "support/test.h"

#include <string.h>

static void finds_a_function(void **state)
{
    void *library = NULL;
    int (*absolute)(int) = NULL;
    (void)state;
    assert_ok(pv_late_library_load("libc.so.6", &library, NULL));
    assert_true(pv_late_library_find(library, "abs", &absolute, sizeof absolute));
    assert_int_equal(absolute(-3), 3);
    assert_false(pv_late_library_find(library, "no such function", &absolute, sizeof absolute));
}

static void says_what_is_not_installed(void **state)
{
    void *library = NULL;
    struct pv_err err = {0};
    (void)state;
    assert_code(PV_IO, pv_late_library_load("libnowhere.so.0", &library, &err));
    assert_non_null(strstr(err.text, "libnowhere"));
    assert_null(library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_function),
        cmocka_unit_test(says_what_is_not_installed),
    };
    return cmocka_run_group_tests_name("late_library", tests, NULL, NULL);
}
