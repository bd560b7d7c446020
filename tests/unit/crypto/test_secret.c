/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fault.h"
#include "support/test.h"

#include <pave/pave.h>

#include <string.h>

static void gives_zero_bytes_and_keeps_a_copy(void **state)
{
    struct pave_secret *secret = NULL;
    (void)state;
    assert_int_equal(pave_secret_new(32, &secret), PAVE_OK);
    assert_int_equal(pave_secret_size(secret), 32);
    for (size_t i = 0; i < 32; i++)
        assert_int_equal(pave_secret_bytes(secret)[i], 0);
    pave_secret_free(secret);
    assert_int_equal(pave_secret_copy("open sesame", 11, &secret), PAVE_OK);
    assert_memory_equal(pave_secret_bytes(secret), "open sesame", 11);
    pave_secret_free(secret);
    pave_secret_free(NULL);
    assert_null(pave_secret_bytes(NULL));
    assert_int_equal(pave_secret_size(NULL), 0);
}

static void refuses_sizes_out_of_range(void **state)
{
    struct pave_secret *secret = NULL;
    (void)state;
    assert_int_equal(pave_secret_new(0, &secret), PAVE_ARGUMENT);
    assert_int_equal(pave_secret_new((1 << 20) + 1, &secret), PAVE_ARGUMENT);
    assert_int_equal(pave_secret_new(1, NULL), PAVE_ARGUMENT);
    assert_int_equal(pave_secret_copy(NULL, 1, &secret), PAVE_ARGUMENT);
    assert_null(secret);
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        struct pave_secret *secret = NULL;
        enum pave_status status = pave_secret_new(1, &secret);
        bool was_hit = fault_stop(&fault);
        assert_int_equal(status, was_hit ? PAVE_NO_MEMORY : PAVE_OK);
        pave_secret_free(secret);
    }
}

static void compares_and_wipes(void **state)
{
    char text[] = "secret";
    (void)state;
    assert_true(pave_equal("abc", "abc", 3));
    assert_false(pave_equal("abc", "abd", 3));
    assert_true(pave_equal(NULL, NULL, 0));
    assert_false(pave_equal(NULL, "a", 1));
    pave_wipe(text, sizeof text);
    assert_memory_equal(text, "\0\0\0\0\0\0", sizeof text);
    pave_wipe(NULL, 3);
}

static void has_words_for_every_status(void **state)
{
    (void)state;
    assert_string_equal(pave_error_text(PAVE_OK), "done");
    assert_string_equal(pave_error_name(PAVE_REFUSED), "PAVE_REFUSED");
    assert_string_equal(pave_error_text((enum pave_status)12345), "an unknown status");
    assert_string_equal(pave_error_name((enum pave_status) - 999), "PAVE_UNKNOWN");
    assert_non_null(strchr(pave_version(), '.'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zero_bytes_and_keeps_a_copy),
        cmocka_unit_test(refuses_sizes_out_of_range),
        cmocka_unit_test(says_when_memory_is_short),
        cmocka_unit_test(compares_and_wipes),
        cmocka_unit_test(has_words_for_every_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
