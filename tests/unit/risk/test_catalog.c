/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/catalog.h"

#include "support/scratch.h"
#include "support/test.h"

static void write_service(struct scratch *scratch, const char *file, const char *name)
{
    struct pv_str text = {0};
    assert_ok(
        pv_str_format(&scratch->mem, &text, NULL, "kind: Component\nmetadata: {name: %s}\n", name));
    scratch_write(scratch, file, text);
}

static void assert_service(struct pv_catalog *catalog, struct scratch *scratch, const char *file,
                           const char *name)
{
    const struct pv_service *service = NULL;
    assert_ok(pv_catalog_find(catalog, scratch_path(scratch, file), &service, NULL));
    if (!name) {
        assert_null(service);
        return;
    }
    assert_non_null(service);
    assert_true(pv_str_eq(service->name, pv_str_of(name)));
}

static void takes_the_nearest_entry_upwards(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_catalog_clear) struct pv_catalog catalog = {0};
    (void)state;
    scratch_begin(&scratch);
    scratch_make_folder(&scratch, ".git");
    write_service(&scratch, "catalog-info.yaml", "outer");
    write_service(&scratch, "a/pave.yaml", "inner");
    scratch_write(&scratch, "b/catalog-info.yaml", PV_STR("kind: System\nmetadata: {name: s}\n"));
    assert_service(&catalog, &scratch, "a/src/deep/x.py", "inner");
    assert_service(&catalog, &scratch, "a/src/deep/y.py", "inner");
    assert_service(&catalog, &scratch, "b/x.py", "outer");
    assert_service(&catalog, &scratch, "x.py", "outer");
    assert_int_equal(catalog.problems.n, 0);
}

static void stops_at_the_root_of_the_repository(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_catalog_clear) struct pv_catalog catalog = {0};
    (void)state;
    scratch_begin(&scratch);
    write_service(&scratch, "catalog-info.yaml", "stranger");
    scratch_make_folder(&scratch, "repo/.git");
    assert_service(&catalog, &scratch, "repo/src/x.py", NULL);
}

static void keeps_a_broken_entry_as_a_problem(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_catalog_clear) struct pv_catalog catalog = {0};
    (void)state;
    scratch_begin(&scratch);
    scratch_make_folder(&scratch, ".git");
    scratch_write(&scratch, "catalog-info.yaml", PV_STR("kind: [\n"));
    assert_service(&catalog, &scratch, "x.py", NULL);
    assert_service(&catalog, &scratch, "y.py", NULL);
    assert_int_equal(catalog.problems.n, 1);
    assert_non_null(strstr(catalog.problems.p[0].text.p, "line 2"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_nearest_entry_upwards),
        cmocka_unit_test(stops_at_the_root_of_the_repository),
        cmocka_unit_test(keeps_a_broken_entry_as_a_problem),
    };
    return cmocka_run_group_tests_name("catalog", tests, NULL, NULL);
}
