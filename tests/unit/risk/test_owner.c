/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/owner.h"

#include "support/scratch.h"
#include "support/test.h"

static struct pv_owner owner_of(struct scratch *scratch, struct pv_owners *owners, const char *file,
                                const struct pv_service *service)
{
    struct pv_owner owner = {0};
    assert_ok(pv_owners_find(owners, scratch_path(scratch, file), service, &owner, NULL));
    return owner;
}

static void asks_codeowners_then_the_catalog_then_nobody(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_owners_clear) struct pv_owners owners = {0};
    const struct pv_service service = {.name = PV_STR("x"),
                                       .file = PV_STR("catalog-info.yaml"),
                                       .line = 3,
                                       .owner = PV_STR("team-x"),
                                       .owner_source = PV_OWNER_SYSTEM};
    const struct pv_service nobodys = {.name = PV_STR("y")};
    (void)state;
    scratch_begin(&scratch);
    scratch_make_folder(&scratch, ".git");
    scratch_write(&scratch, ".github/CODEOWNERS", PV_STR("/a/ @org/a\n/a/free/\n"));
    scratch_write(&scratch, "CODEOWNERS", PV_STR("* @wrong\n"));
    scratch_write(&scratch, "a/free/x.c", PV_STR(""));
    scratch_write(&scratch, "b/x.c", PV_STR(""));
    struct pv_owner owner = owner_of(&scratch, &owners, "a/x.c", &service);
    assert_int_equal(owner.source, PV_OWNER_CODEOWNERS);
    assert_true(pv_str_eq(owner.names, PV_STR("@org/a")));
    assert_int_equal(owner.line, 1);
    owner = owner_of(&scratch, &owners, "a/free/x.c", &service);
    assert_int_equal(owner.source, PV_OWNER_SYSTEM);
    assert_true(pv_str_eq(owner.names, PV_STR("team-x")));
    assert_int_equal(owner.line, 3);
    assert_int_equal(owner_of(&scratch, &owners, "b/x.c", &nobodys).source, PV_OWNER_NONE);
    assert_int_equal(owner_of(&scratch, &owners, "b/x.c", NULL).source, PV_OWNER_NONE);
}

static void finds_it_at_the_root_and_in_docs(void **state)
{
    static const char *const places[] = {"CODEOWNERS", "docs/CODEOWNERS"};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(places); i++) {
        PV_DEFER(scratch_end) struct scratch scratch;
        PV_DEFER(pv_owners_clear) struct pv_owners owners = {0};
        scratch_begin(&scratch);
        scratch_make_folder(&scratch, ".git");
        scratch_write(&scratch, places[i], PV_STR("/docs/ @org/docs\n"));
        scratch_write(&scratch, "docs/a.md", PV_STR(""));
        struct pv_owner owner = owner_of(&scratch, &owners, "docs/a.md", NULL);
        assert_true(pv_str_eq(owner.names, PV_STR("@org/docs")));
    }
}

/* A folder in a repository that has none counts as a root of its own. */
static void takes_the_outermost(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    PV_DEFER(pv_owners_clear) struct pv_owners owners = {0};
    (void)state;
    scratch_begin(&scratch);
    scratch_make_folder(&scratch, ".git");
    scratch_write(&scratch, "in/CODEOWNERS", PV_STR("/a/ @outer\n"));
    scratch_write(&scratch, "in/a/CODEOWNERS", PV_STR("* @inner\n"));
    assert_true(pv_str_eq(owner_of(&scratch, &owners, "in/a/x.c", NULL).names, PV_STR("@outer")));
    assert_int_equal(owner_of(&scratch, &owners, "in/x.c", NULL).source, PV_OWNER_NONE);
    assert_int_equal(owner_of(&scratch, &owners, "gone/x.c", NULL).source, PV_OWNER_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_codeowners_then_the_catalog_then_nobody),
        cmocka_unit_test(finds_it_at_the_root_and_in_docs),
        cmocka_unit_test(takes_the_outermost),
    };
    return cmocka_run_group_tests_name("owner", tests, NULL, NULL);
}
