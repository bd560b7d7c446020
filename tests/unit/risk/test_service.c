/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/service.h"

#include "support/test.h"

#define HEAD "kind: Component\nmetadata:\n  name: claims\n  annotations:\n"

static void reads_what_a_component_says(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = {0};
    (void)state;
    assert_ok(pv_service_read(&mem, PV_STR("c.yaml"),
                              PV_STR("kind: API\n---\n" HEAD "    pave.dev/exposure: partner\n"
                                     "    pave.dev/data: \"phi:store\"\n"
                                     "    pave.dev/tier: tier1\n    pave.dev/authn: mtls\n"
                                     "spec: {owner: team}\n"),
                              &service, NULL));
    assert_true(pv_str_eq(service.name, PV_STR("claims")));
    assert_true(pv_str_eq(service.owner, PV_STR("team")));
    assert_int_equal(service.reach, pv_fact_of(PV_REACH_PARTNER));
    assert_int_equal(service.tier, pv_fact_of(PV_TIER_1));
    assert_int_equal(service.gate, pv_fact_of(PV_GATE_GATED));
    assert_true(service.has_data);
}

static void leaves_open_what_is_not_said(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = {0};
    (void)state;
    assert_ok(pv_service_read(&mem, PV_STR("c.yaml"),
                              PV_STR("kind: Component\nmetadata: {name: x}\n"), &service, NULL));
    assert_int_equal(service.reach, pv_fact_unknown(PV_DIM_REACH));
    assert_int_equal(service.gate, pv_fact_unknown(PV_DIM_GATE));
    assert_false(service.has_data);
}

static void says_where_an_entry_is_wrong(void **state)
{
    static const struct {
        const char *yaml;
        const char *says;
    } cases[] = {
        {HEAD "    pave.dev/exposure: outside\n",
         "line 5, column 24: 'outside' is not a value of it; use isolated, internal, partner or "
         "internet"},
        {HEAD "    pave.dev/tier: 1\n", "line 5, column 20: '1'"},
        {HEAD "    pave.dev/authn: maybe\n", "line 5, column 21: 'maybe' is not a kind of login"},
        {HEAD "    pave.dev/data: ssn\n", "line 5, column 20: 'ssn' is not a data class"},
        {"kind: Component\n", "line 1, column 1: a Component needs metadata.name"},
        {"kind: [\n", "line 2, column 1"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_service service = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX, pv_service_read(&mem, PV_STR("c.yaml"), pv_str_of(cases[i].yaml),
                                               &service, &err));
        assert_non_null(strstr(err.text, cases[i].says));
    }
}

static void finds_no_component_in_other_entries(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = {0};
    (void)state;
    assert_code(PV_NOT_FOUND,
                pv_service_read(&mem, PV_STR("c.yaml"), PV_STR("kind: API\n"), &service, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_a_component_says),
        cmocka_unit_test(leaves_open_what_is_not_said),
        cmocka_unit_test(says_where_an_entry_is_wrong),
        cmocka_unit_test(finds_no_component_in_other_entries),
    };
    return cmocka_run_group_tests_name("service", tests, NULL, NULL);
}
