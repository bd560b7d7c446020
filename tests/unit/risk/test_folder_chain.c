/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/folder_chain.h"

#include "support/scratch.h"
#include "support/test.h"

static void goes_up_to_the_root_of_the_repository(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    struct pv_folder_chain chain = {0};
    (void)state;
    scratch_begin(&scratch);
    scratch_make_folder(&scratch, ".git");
    scratch_make_folder(&scratch, "a/b");
    assert_ok(pv_folder_chain_of(&scratch.mem, scratch_path(&scratch, "a/b/x.c"), &chain, NULL));
    assert_int_equal(chain.n, 3);
    assert_true(pv_str_eq(chain.folders[0], scratch_path(&scratch, "a/b")));
    assert_true(pv_str_eq(chain.folders[2], pv_str_of(scratch.folder)));
}

static void writes_folders_above_as_they_are_reached(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_folder_chain chain = {0};
    struct pv_str joined = {0};
    (void)state;
    assert_ok(pv_folder_chain_of(&mem, PV_STR("no-such/x.c"), &chain, NULL));
    assert_true(pv_str_eq(chain.folders[0], PV_STR("no-such")));
    assert_true(pv_str_eq(chain.folders[1], PV_STR(".")));
    assert_true(chain.n <= PV_RISK_FOLDERS_MAX);
    assert_ok(pv_folder_chain_join(&mem, PV_STR("."), PV_STR("x"), &joined, NULL));
    assert_true(pv_str_eq(joined, PV_STR("x")));
    assert_ok(pv_folder_chain_join(&mem, PV_STR(".."), PV_STR("x"), &joined, NULL));
    assert_true(pv_str_eq(joined, PV_STR("../x")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_up_to_the_root_of_the_repository),
        cmocka_unit_test(writes_folders_above_as_they_are_reached),
    };
    return cmocka_run_group_tests_name("folder_chain", tests, NULL, NULL);
}
