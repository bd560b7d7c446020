/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/example.h"

#include "support/scratch.h"
#include "support/test.h"

static bool has(struct scratch *scratch, const struct pv_examples *examples, const char *name)
{
    for (size_t i = 0; i < examples->paths.n; i++) {
        if (pv_str_eq(examples->paths.p[i], scratch_path(scratch, name)))
            return true;
    }
    return false;
}

static void finds_the_files_named_as_the_rule(void **state)
{
    struct scratch scratch;
    struct pv_examples examples = {0};

    (void)state;
    scratch_begin(&scratch);
    for (const char *const *name = (const char *const[]){"a.yaml", "a.py", "a.test.js", "ab.py",
                                                         "a.fixed.py", "b.py", NULL};
         *name; name++)
        scratch_write(&scratch, *name, PV_STR("x"));
    assert_ok(pv_examples_find(&scratch.mem, scratch_path(&scratch, "a.yaml"), &examples, NULL));
    assert_int_equal(examples.paths.n, 2);
    assert_true(has(&scratch, &examples, "a.py"));
    assert_true(has(&scratch, &examples, "a.test.js"));
    assert_false(examples.is_folder);
    scratch_end(&scratch);
}

static void finds_good_and_bad_beside_a_rule(void **state)
{
    struct scratch scratch;
    struct pv_examples examples = {0};

    (void)state;
    scratch_begin(&scratch);
    for (const char *const *name =
             (const char *const[]){"rule.yaml", "bad.py", "bad.js", "badly.py", "rule.py", NULL};
         *name; name++)
        scratch_write(&scratch, *name, PV_STR("x"));
    assert_ok(pv_examples_find(&scratch.mem, scratch_path(&scratch, "rule.yaml"), &examples, NULL));
    assert_int_equal(examples.paths.n, 2);
    assert_true(has(&scratch, &examples, "bad.py"));
    assert_true(examples.is_folder);
    assert_true(examples.has_bad);
    assert_false(examples.has_good);
    scratch_end(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_files_named_as_the_rule),
        cmocka_unit_test(finds_good_and_bad_beside_a_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
