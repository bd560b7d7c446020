/* SPDX-License-Identifier: Apache-2.0 */
#include "text/doc_internal.h"

#include "support/test.h"

#include <string.h>

/* A row behind a shorter one that fits too would never be taken. */
static void every_row_is_reached(void **state)
{
    (void)state;
#define X(theirs, is_start, ours)                                                                  \
    assert_string_equal(pv_doc_problem_of(theirs).says, ours);                                     \
    assert_int_equal(pv_doc_problem_of(theirs).is_at_start, is_start);
#include "text/doc_problem.def"
#undef X
}

static void words_that_are_not_known_are_better_than_none(void **state)
{
    (void)state;
    assert_string_equal(pv_doc_problem_of("found a unicorn").says, "found a unicorn");
    assert_string_equal(pv_doc_problem_of(NULL).says, "this is not YAML");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_reached),
        cmocka_unit_test(words_that_are_not_known_are_better_than_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
