/* SPDX-License-Identifier: Apache-2.0 */
#include "support/test.h"

#include "base/err.h"

#include <string.h>

static struct pv_result fail_with(struct pv_err *err)
{
    return pv_fail(err, PV_SYNTAX, 7, "expected %s", "a colon");
}

static struct pv_result try_it(struct pv_err *err, bool *went_on)
{
    PV_TRY(fail_with(err));
    *went_on = true;
    return PV_SUCCESS;
}

static void fills_the_error(void **state)
{
    (void)state;
    struct pv_err err = {0};
    assert_int_equal(fail_with(&err).code, PV_SYNTAX);
    assert_int_equal(err.code, PV_SYNTAX);
    assert_int_equal(err.offset, 7);
    assert_string_equal(err.text, "expected a colon");
}

static void takes_no_error_to_fill(void **state)
{
    (void)state;
    assert_int_equal(fail_with(NULL).code, PV_SYNTAX);
}

static void try_leaves_on_failure(void **state)
{
    (void)state;
    bool went_on = false;
    assert_int_equal(try_it(NULL, &went_on).code, PV_SYNTAX);
    assert_false(went_on);
}

static void cuts_a_text_that_is_too_long(void **state)
{
    (void)state;
    char word[2 * PV_ERR_TEXT_MAX];
    struct pv_err err = {0};
    memset(word, 'x', sizeof word);
    word[sizeof word - 1] = '\0';
    pv_ignore(pv_fail(&err, PV_RANGE, 0, "%s", word));
    assert_int_equal(strlen(err.text), PV_ERR_TEXT_MAX - 1);
}

static void every_code_has_a_meaning(void **state)
{
    (void)state;
#define X(code, meaning) assert_string_equal(pv_code_meaning(code), meaning);
#include "base/code.def"
#undef X
    assert_string_equal(pv_code_meaning((enum pv_code) - 1), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_the_error),          cmocka_unit_test(takes_no_error_to_fill),
        cmocka_unit_test(try_leaves_on_failure),    cmocka_unit_test(cuts_a_text_that_is_too_long),
        cmocka_unit_test(every_code_has_a_meaning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
