/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/entity.h"

#include "support/test.h"

#define HEAD "kind: Component\nmetadata:\n  name: claims\n  annotations:\n"

static struct pv_result read_as(struct pv_arena *mem, enum pv_claim_source source,
                                const char *prefix, const char *text, struct pv_entities *out,
                                struct pv_err *err)
{
    const struct pv_entity_file file = {PV_STR("c.yaml"), pv_str_of(prefix), source};
    return pv_entities_read(mem, &file, pv_str_of(text), out, err);
}

static void reads_what_a_component_says(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_entities entities = {0};
    (void)state;
    assert_ok(read_as(&mem, PV_CLAIM_CATALOG, NULL,
                      "kind: Location\n---\n" HEAD "    pave.dev/exposure: partner\n"
                      "    pave.dev/data: \"phi:store:1e6, pii\"\n    pave.dev/sealed: pii\n"
                      "    pave.dev/tier: tier1\n    pave.dev/authn: mtls\n"
                      "    pave.dev/obligations: hipaa, pci-dss\n"
                      "    pave.dev/reviewed: 2026-09-02 by:team\n"
                      "spec: {owner: team, system: care, consumesApis: ['api:default/a', b]}\n",
                      &entities, NULL));
    assert_int_equal(entities.list.n, 1);
    const struct pv_entity *entity = &entities.list.p[0];
    assert_true(pv_str_eq(entity->name, PV_STR("claims")));
    assert_true(pv_str_eq(entity->owner, PV_STR("team")));
    assert_true(pv_str_eq(entity->of_system, PV_STR("care")));
    assert_int_equal(entity->reach.fact, pv_fact_of(PV_REACH_PARTNER));
    assert_int_equal(entity->reach.line, 7);
    assert_int_equal(entity->reach.at, 1788307200);
    assert_int_equal(entity->tier.fact, pv_fact_of(PV_TIER_1));
    assert_int_equal(entity->gate.fact, pv_fact_of(PV_GATE_GATED));
    assert_int_equal(entity->data.n, 2);
    assert_int_equal(entity->sealed.n, 1);
    assert_int_equal(entity->obligations.list.n, 2);
    assert_true(pv_str_eq(entity->obligations.list.p[1], PV_STR("pci-dss")));
    assert_int_equal(entity->consumes.list.n, 2);
    assert_true(pv_str_eq(entity->consumes.list.p[0], PV_STR("a")));
}

static void reads_apis_systems_and_domains(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_entities entities = {0};
    (void)state;
    assert_ok(read_as(&mem, PV_CLAIM_CATALOG, NULL,
                      "kind: API\nmetadata: {name: a, annotations: {pave.dev/credential-binding: "
                      "bearer}}\n---\nkind: System\nmetadata: {name: s}\nspec: {domain: d}\n---\n"
                      "kind: Domain\nmetadata: {name: d}\nspec: {subdomainOf: e, owner: o}\n",
                      &entities, NULL));
    assert_int_equal(entities.list.n, 3);
    assert_int_equal(entities.list.p[0].binding.fact, pv_fact_of(PV_SEALED_NONE));
    assert_true(pv_str_eq(entities.list.p[1].of_domain, PV_STR("d")));
    assert_true(pv_str_eq(entities.list.p[2].of_domain, PV_STR("e")));
    assert_int_equal(entities.list.p[2].kind, PV_ENTITY_DOMAIN);
}

static void leaves_open_what_is_not_said(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_entities entities = {0};
    (void)state;
    assert_ok(read_as(&mem, PV_CLAIM_CATALOG, NULL, "kind: Component\nmetadata: {name: x}\n",
                      &entities, NULL));
    assert_int_equal(entities.list.p[0].reach.fact, 0);
    assert_int_equal(entities.list.p[0].holds.fact, 0);
    assert_int_equal(entities.list.p[0].at.at, 0);
}

static void takes_the_short_form_in_a_sidecar_alone(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_entities entities = {0};
    const char *text = "name: shop\nowner: team\nexposure: internet\ndata: pii\n";
    (void)state;
    assert_ok(read_as(&mem, PV_CLAIM_CATALOG, NULL, text, &entities, NULL));
    assert_int_equal(entities.list.n, 0);
    assert_ok(read_as(&mem, PV_CLAIM_SIDECAR, NULL, text, &entities, NULL));
    assert_int_equal(entities.list.n, 1);
    assert_true(pv_str_eq(entities.list.p[0].name, PV_STR("shop")));
    assert_true(pv_str_eq(entities.list.p[0].owner, PV_STR("team")));
    assert_int_equal(entities.list.p[0].reach.fact, pv_fact_of(PV_REACH_INTERNET));
}

static void knows_annotations_by_their_prefix(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_entities entities = {0};
    struct pv_str prefix = {0};
    (void)state;
    assert_ok(read_as(&mem, PV_CLAIM_CATALOG, "acme.example",
                      HEAD "    acme.example/tier: tier0\n    pave.dev/tier: nonsense\n", &entities,
                      NULL));
    assert_int_equal(entities.list.p[0].tier.fact, pv_fact_of(PV_TIER_0));
    assert_ok(pv_entity_prefix_read(&mem, PV_STR("prefix: acme.example\n"), &prefix, NULL));
    assert_true(pv_str_eq(prefix, PV_STR("acme.example")));
    assert_ok(read_as(&mem, PV_CLAIM_SIDECAR, NULL, "prefix: acme.example\n", &entities, NULL));
    assert_int_equal(entities.list.n, 1);
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
        {HEAD "    pave.dev/exposre: internal\n",
         "line 5, column 5: 'pave.dev/exposre' is no fact that Pave knows"},
        {HEAD "    pave.dev/tier: 1\n", "line 5, column 20: '1'"},
        {HEAD "    pave.dev/tier: [tier1]\n", "line 5, column 20: 'a list' is not one line"},
        {HEAD "    pave.dev/authn: maybe\n", "line 5, column 21: 'maybe' is not a kind of login"},
        {HEAD "    pave.dev/data: ssn\n", "line 5, column 20: 'ssn' is not a data class"},
        {HEAD "    pave.dev/data: \"phi, ssn\"\n", "line 5, column 26: 'ssn'"},
        {HEAD "    pave.dev/data: phi:keep\n", "line 5, column 24: 'keep' is not a role"},
        {HEAD "    pave.dev/data: phi\n    pave.dev/types: 'pii: A'\n", "line 6, column 21: 'pii'"},
        {HEAD "    pave.dev/types: 'phi: 9'\n", "line 5, column 27: "},
        {HEAD "    pave.dev/credential-binding: kept\n", "line 5, column 34: 'kept'"},
        {HEAD "    pave.dev/obligations: 'hipaa, SOC 2'\n", "line 5, column 35: "},
        {HEAD "    pave.dev/reviewed: last week\n", "line 5, column 24: "},
        {HEAD "    pave.dev/reviewed: 2026-09-02 me\n", "line 5, column 24: '2026-09-02 me'"},
        {"kind: Component\n", "line 1, column 1: a Component needs metadata.name"},
        {"kind: API\n", "line 1, column 1: an API needs metadata.name"},
        {"kind: Component\nmetadata: {name: x}\nspec: {providesApis: a}\n",
         "line 3, column 22: expected a list of APIs"},
        {"kind: [\n", "line 2, column 1"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_entities entities = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX,
                    read_as(&mem, PV_CLAIM_CATALOG, NULL, cases[i].yaml, &entities, &err));
        if (!strstr(err.text, cases[i].says))
            fail_msg("'%s' does not say '%s'", err.text, cases[i].says);
        assert_int_equal(entities.list.n, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_a_component_says),
        cmocka_unit_test(reads_apis_systems_and_domains),
        cmocka_unit_test(leaves_open_what_is_not_said),
        cmocka_unit_test(takes_the_short_form_in_a_sidecar_alone),
        cmocka_unit_test(knows_annotations_by_their_prefix),
        cmocka_unit_test(says_where_an_entry_is_wrong),
    };
    return cmocka_run_group_tests_name("entity", tests, NULL, NULL);
}
