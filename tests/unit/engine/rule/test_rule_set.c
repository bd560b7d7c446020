/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/rule.h"

#include "support/scratch.h"
#include "support/test.h"

#define RULE(id)                                                                                   \
    PV_STR("rules:\n  - {id: " id ", languages: [python], severity: INFO, message: m, "            \
           "pattern: f()}\n")

static void loads_all_rule_files_of_a_folder_in_order(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    (void)state;
    scratch_begin(&scratch);
    scratch_write(&scratch, "r/b.yaml", RULE("b"));
    scratch_write(&scratch, "r/a.yml", RULE("a"));
    scratch_write(&scratch, "r/deep/er/c.yaml", RULE("c"));
    scratch_write(&scratch, "r/.hidden/d.yaml", RULE("d"));
    scratch_write(&scratch, "r/settings.yaml", PV_STR("colour: blue\n"));
    scratch_write(&scratch, "r/code.py", PV_STR("f()\n"));
    assert_ok(pv_rule_set_load(&set, scratch_path(&scratch, "r"), NULL));
    assert_int_equal(set.rules.n, 3);
    assert_int_equal(set.n_broken, 0);
    for (size_t i = 0; i < set.rules.n; i++)
        assert_int_equal(set.rules.p[i]->id.p[0], "abc"[i]);
}

static void says_why_a_path_cannot_be_loaded(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    struct pv_err err = {0};
    (void)state;
    scratch_begin(&scratch);
    assert_code(PV_NOT_FOUND, pv_rule_set_load(&set, scratch_path(&scratch, "none.yaml"), &err));
    assert_non_null(strstr(err.text, "none.yaml"));
    scratch_make_fifo(&scratch, "pipe.yaml");
    assert_code(PV_UNSUPPORTED, pv_rule_set_load(&set, scratch_path(&scratch, "pipe.yaml"), &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loads_all_rule_files_of_a_folder_in_order),
        cmocka_unit_test(says_why_a_path_cannot_be_loaded),
    };
    return cmocka_run_group_tests_name("rule_set", tests, NULL, NULL);
}
