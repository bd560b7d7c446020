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

static const struct pv_service *find(struct pv_catalog *catalog, struct scratch *scratch,
                                     const char *file)
{
    const struct pv_service *service = NULL;
    assert_ok(pv_catalog_find(catalog, scratch_path(scratch, file), &service, NULL));
    assert_non_null(service);
    return service;
}

static void looks_for_what_is_named_above_and_below(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_catalog_clear) struct pv_catalog catalog = {0};
    (void)state;
    scratch_begin(&scratch);
    scratch_make_folder(&scratch, ".git");
    scratch_write(&scratch, "catalog-info.yaml",
                  PV_STR("kind: System\nmetadata: {name: s, annotations: {pave.dev/exposure: "
                         "partner}}\n"));
    scratch_write(&scratch, "a/catalog-info.yaml",
                  PV_STR("kind: Component\nmetadata: {name: a}\nspec: {system: s, consumesApis: "
                         "[x]}\n"));
    scratch_write(&scratch, "b/deep/catalog-info.yaml",
                  PV_STR("kind: API\nmetadata: {name: x, annotations: {pave.dev/data: pci}}\n"));
    const struct pv_service *service = find(&catalog, &scratch, "a/x.py");
    assert_int_equal(service->reach.fact, pv_fact_of(PV_REACH_PARTNER));
    assert_int_equal(service->edges.n, 1);
    assert_int_equal(service->edges.p[0].data.n, 1);
    assert_int_equal(service->missing.n, 0);
}

static void joins_what_files_beside_each_other_say(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_catalog_clear) struct pv_catalog catalog = {.now = 1790000000};
    (void)state;
    scratch_begin(&scratch);
    scratch_make_folder(&scratch, ".git");
    scratch_write(&scratch, "catalog-info.yaml",
                  PV_STR("kind: Component\nmetadata: {name: a, annotations: {pave.dev/exposure: "
                         "internal, pave.dev/tier: tier1}}\n"));
    scratch_write(&scratch, "pave.yaml", PV_STR("data: phi\ntier: tier2\n"));
    scratch_write(&scratch, "pave.observed.yaml",
                  PV_STR("exposure: internet\nreviewed: 2026-09-20\n"));
    const struct pv_service *service = find(&catalog, &scratch, "x.py");
    assert_int_equal(service->data.n, 1);
    assert_int_equal(service->tier.state, PV_CLAIM_CONFLICT);
    assert_int_equal(service->reach.claim.source, PV_CLAIM_OBSERVED);
    assert_int_equal(catalog.problems.n, 2);
    assert_int_equal(catalog.problems.p[0].matter, PV_MATTER_CONFLICT);
    assert_int_equal(catalog.problems.p[0].line, 1);
    assert_non_null(strstr(catalog.problems.p[0].text.p, "says internet"));
    assert_true(pv_str_eq(pv_catalog_matter_text(PV_MATTER_CONFLICT), PV_STR("context.conflict")));
}

static void says_what_is_old_and_what_is_of_a_day_to_come(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_catalog_clear) struct pv_catalog catalog = {.now = 1790000000};
    (void)state;
    scratch_begin(&scratch);
    scratch_make_folder(&scratch, ".git");
    scratch_write(&scratch, "a/pave.yaml",
                  PV_STR("name: a\nexposure: internal\nreviewed: 2025-09-01\n"));
    scratch_write(&scratch, "b/pave.yaml",
                  PV_STR("name: b\nexposure: internal\nreviewed: 2206-09-01\n"));
    (void)find(&catalog, &scratch, "a/x.py");
    (void)find(&catalog, &scratch, "b/x.py");
    assert_int_equal(catalog.problems.n, 2);
    assert_int_equal(catalog.problems.p[0].matter, PV_MATTER_EXPIRED);
    assert_int_equal(catalog.problems.p[1].matter, PV_MATTER_AHEAD);
}

static void wants_a_name_where_nothing_gives_one(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_catalog_clear) struct pv_catalog catalog = {0};
    (void)state;
    scratch_begin(&scratch);
    scratch_make_folder(&scratch, ".git");
    scratch_write(&scratch, "pave.yaml", PV_STR("exposure: internal\n"));
    assert_service(&catalog, &scratch, "x.py", NULL);
    assert_int_equal(catalog.problems.n, 1);
    assert_non_null(strstr(catalog.problems.p[0].text.p, "needs a `name`"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_for_what_is_named_above_and_below),
        cmocka_unit_test(joins_what_files_beside_each_other_say),
        cmocka_unit_test(says_what_is_old_and_what_is_of_a_day_to_come),
        cmocka_unit_test(wants_a_name_where_nothing_gives_one),
        cmocka_unit_test(takes_the_nearest_entry_upwards),
        cmocka_unit_test(stops_at_the_root_of_the_repository),
        cmocka_unit_test(keeps_a_broken_entry_as_a_problem),
    };
    return cmocka_run_group_tests_name("catalog", tests, NULL, NULL);
}
