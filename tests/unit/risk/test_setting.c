/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/setting.h"

#include "risk/situation.h"
#include "support/service_text.h"
#include "support/test.h"

#define RECORDS                                                                                    \
    "kind: Component\nmetadata:\n  name: records\n  annotations:\n"                                \
    "    pave.dev/exposure: internal\n    pave.dev/tier: tier1\n    pave.dev/authn: workload\n"    \
    "    pave.dev/data: 'phi:store, phi:transit, pii'\n    pave.dev/obligations: hipaa\n"
#define EDGES "spec: {consumesApis: [pay], providesApis: [own]}\n"
#define APIS                                                                                       \
    "---\nkind: API\nmetadata: {name: pay, annotations: {pave.dev/exposure: partner, "             \
    "pave.dev/data: 'phi, credential', pave.dev/obligations: pci-dss}}\n"                          \
    "---\nkind: API\nmetadata: {name: own, annotations: {pave.dev/data: public, "                  \
    "pave.dev/authn: none}}\n"

static struct pv_settings settings_of(struct pv_arena *mem, const char *metadata,
                                      const struct pv_service *service)
{
    struct pv_settings settings = {0};
    struct pv_doc *doc = NULL;
    assert_ok(PV_NEW(mem, &doc, NULL));
    assert_ok(pv_doc_read(mem, pv_str_of(metadata), doc, NULL, NULL));
    const struct pv_rule rule = {.metadata = doc};
    pv_settings_of(&rule, service, PV_STR("x.py"), &settings);
    return settings;
}

static void lists_an_item_once_for_all_its_roles(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = service_of(&mem, RECORDS, 0);
    struct pv_settings settings =
        settings_of(&mem, "pave: {class: crypto.weak-hash, impact: total}", &service);
    const struct pv_situation *situation = &settings.list[0].situation;
    (void)state;
    assert_int_equal(settings.n, 1);
    assert_int_equal(situation->n_items, 2);
    assert_int_equal(situation->roles[0], PV_HELD_STORED | PV_HELD_CARRIED);
    assert_int_equal(situation->roles[1], PV_HELD_ANY);
    assert_int_equal(situation->impact, pv_fact_of(PV_IMPACT_TOTAL));
    assert_int_equal(situation->gate, pv_fact_of(PV_GATE_GATED));
    assert_int_equal(situation->n_duties, 1);
}

static void stands_on_each_api_for_a_transport(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = service_of(&mem, RECORDS EDGES APIS, 0);
    struct pv_settings settings =
        settings_of(&mem, "pave: {class: transport.tls-deprecated, pre-auth: true}", &service);
    (void)state;
    assert_int_equal(settings.n, 2);
    const struct pv_setting *pay = &settings.list[0];
    assert_true(pv_str_eq(pay->edge->name, PV_STR("pay")));
    assert_int_equal(pay->situation.reach, pv_fact_of(PV_REACH_PARTNER));
    assert_int_equal(pay->situation.gate, pv_fact_of(PV_GATE_OPEN)); /* the attack needs no login */
    assert_int_equal(pay->situation.roles[0], PV_HELD_CARRIED);
    assert_int_equal(pay->situation.sealed[1], pv_fact_unknown(PV_DIM_SEALED)); /* credential */
    assert_int_equal(pay->situation.n_duties, 2);
    assert_int_equal(settings.list[1].situation.data[0], pv_fact_of(PV_DATA_PUBLIC));
    /* Those who call check certificates. */
    settings = settings_of(&mem, "pave: {class: transport.verify-off}", &service);
    assert_int_equal(settings.n, 1);
    assert_true(pv_str_eq(settings.list[0].edge->name, PV_STR("pay")));
}

static void takes_proof_alone_for_sealed(void **state)
{
    static const struct {
        enum pv_proof_state proof;
        bool is_claimed;
        pv_fact sealed;
    } cases[] = {
        {PV_PROOF_SEALED, false, 1u << PV_SEALED_VERIFIED},
        {PV_PROOF_NOTHING, false, 1u << PV_SEALED_NONE},
        {PV_PROOF_OPEN, false, 1u << PV_SEALED_NONE},
        {PV_PROOF_NOTHING, true, 1u << PV_SEALED_VERIFIED | 1u << PV_SEALED_NONE},
        {PV_PROOF_OPEN, true, 1u << PV_SEALED_VERIFIED | 1u << PV_SEALED_NONE},
        {PV_PROOF_ESCAPES, true, 1u << PV_SEALED_NONE},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_service service = service_of(&mem, RECORDS EDGES APIS, 0);
        for (size_t j = 0; j < service.data.n; j++) {
            service.data.items[j].proof = cases[i].proof;
            service.data.items[j].is_claimed = cases[i].is_claimed;
        }
        struct pv_settings settings = settings_of(&mem, "pave: {class: crypto.x}", &service);
        assert_int_equal(settings.list[0].situation.sealed[0], cases[i].sealed);
        settings = settings_of(&mem, "pave: {class: transport.clear}", &service);
        assert_int_equal(settings.list[0].situation.sealed[0], cases[i].sealed);
    }
}

static void knows_who_says_each_fact(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = service_of(&mem, RECORDS, 0);
    struct pv_settings settings =
        settings_of(&mem, "pave: {class: x, impact: partial, facets: [C]}", &service);
    const struct pv_setting *setting = &settings.list[0];
    (void)state;
    for (size_t i = 0; i < pv_situation_facts(&setting->situation); i++) {
        struct pv_situation copy = setting->situation;
        enum pv_dimension dimension = PV_DIM_DATA;
        struct pv_fact_source source = pv_setting_source(setting, i);
        (void)pv_situation_fact(&copy, i, &dimension);
        enum pv_claim_source wanted =
            dimension == PV_DIM_IMPACT || dimension == PV_DIM_TIER          ? PV_CLAIM_RULE
            : dimension == PV_DIM_EVIDENCE                                  ? PV_CLAIM_SCAN
            : dimension == PV_DIM_SEALED || dimension == PV_DIM_AUTOMATABLE ? PV_CLAIM_NOBODY
                                                                            : PV_CLAIM_CATALOG;
        assert_int_equal(source.source, wanted);
        if (wanted == PV_CLAIM_CATALOG)
            assert_true(source.line > 0 && pv_str_eq(source.subject, PV_STR("records")));
    }
}

static void is_everything_without_a_catalog(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_settings settings = settings_of(&mem, "{}", NULL);
    (void)state;
    assert_int_equal(settings.n, 1);
    assert_int_equal(settings.list[0].situation.reach, pv_fact_unknown(PV_DIM_REACH));
    assert_int_equal(pv_setting_source(&settings.list[0], 2).source, PV_CLAIM_NOBODY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_an_item_once_for_all_its_roles),
        cmocka_unit_test(stands_on_each_api_for_a_transport),
        cmocka_unit_test(takes_proof_alone_for_sealed),
        cmocka_unit_test(knows_who_says_each_fact),
        cmocka_unit_test(is_everything_without_a_catalog),
    };
    return cmocka_run_group_tests_name("setting", tests, NULL, NULL);
}
