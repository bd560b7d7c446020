/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/service.h"

#include "support/service_text.h"
#include "support/test.h"

enum { DAY = 24 * 60 * 60, NOW = 1790000000 /* 2026-09-21 */ };

static const char *const organisation =
    "kind: Component\n"
    "metadata:\n"
    "  name: records\n"
    "  annotations: {pave.dev/tier: tier1, pave.dev/reviewed: 2026-09-01, pave.dev/obligations: "
    "gdpr}\n"
    "spec: {system: care, consumesApis: [pay-api], providesApis: [records-api]}\n"
    "---\n"
    "kind: System\n"
    "metadata:\n"
    "  name: care\n"
    "  annotations: {pave.dev/exposure: internal, pave.dev/tier: tier3, pave.dev/reviewed: "
    "2026-09-10}\n"
    "spec: {domain: health, owner: team-care}\n"
    "---\n"
    "kind: Domain\n"
    "metadata: {name: health, annotations: {pave.dev/obligations: hipaa, pave.dev/data: phi}}\n"
    "spec: {owner: board}\n"
    "---\n"
    "kind: API\n"
    "metadata:\n"
    "  name: pay-api\n"
    "  annotations: {pave.dev/exposure: partner, pave.dev/data: 'pci:transit, credential', "
    "pave.dev/credential-binding: bearer}\n"
    "spec: {owner: team-pay}\n"
    "---\n"
    "kind: API\n"
    "metadata: {name: records-api, annotations: {pave.dev/data: phi}}\n"
    "spec: {system: care}\n"
    "---\n"
    "kind: Component\n"
    "metadata: {name: gate, annotations: {pave.dev/authn: mtls}}\n"
    "spec: {providesApis: [pay-api]}\n";

static void inherits_what_it_does_not_say_itself(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = service_of(&mem, organisation, NOW);
    (void)state;
    assert_int_equal(service.tier.fact, pv_fact_of(PV_TIER_1));
    assert_int_equal(service.tier.claim.source, PV_CLAIM_CATALOG);
    assert_int_equal(service.tier.age_days, 20);
    assert_int_equal(service.reach.fact, pv_fact_of(PV_REACH_INTERNAL));
    assert_int_equal(service.reach.claim.source, PV_CLAIM_INHERITED);
    assert_int_equal(service.reach.claim.line, 10);
    assert_int_equal(service.reach.age_days, 11);
    assert_int_equal(service.gate.state, PV_CLAIM_UNSET);
    assert_int_equal(service.data.n, 1);
    assert_int_equal(service.holds.claim.source, PV_CLAIM_INHERITED);
    assert_true(pv_str_eq(service.owner, PV_STR("team-care")));
    assert_int_equal(service.owner_source, PV_OWNER_SYSTEM);
    assert_int_equal(service.missing.n, 0);
}

static void adds_up_obligations_of_all_levels(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = service_of(&mem, organisation, NOW);
    (void)state;
    assert_int_equal(service.obligations.n, 2);
    assert_true(pv_str_eq(service.obligations.list[0].name, PV_STR("gdpr")));
    assert_true(pv_str_eq(service.obligations.list[1].name, PV_STR("hipaa")));
    assert_true(service.obligations.list[0].is_sure);
    service = service_of(&mem, organisation, NOW + (int64_t)400 * DAY);
    assert_false(service.obligations.list[0].is_sure);
    assert_true(service.obligations.list[1].is_sure); /* it has no day */
}

static void knows_its_apis_with_what_their_providers_say(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = service_of(&mem, organisation, NOW);
    (void)state;
    assert_int_equal(service.edges.n, 2);
    const struct pv_edge *pay = &service.edges.p[0];
    assert_true(pay->is_consumed);
    assert_int_equal(pay->reach.fact, pv_fact_of(PV_REACH_PARTNER));
    assert_int_equal(pay->gate.fact, pv_fact_of(PV_GATE_GATED)); /* of the Component gate */
    assert_int_equal(pay->binding.fact, pv_fact_of(PV_SEALED_NONE));
    assert_int_equal(pay->data.n, 2);
    assert_true(pv_str_eq(pay->owner, PV_STR("team-pay")));
    const struct pv_edge *own = &service.edges.p[1];
    assert_false(own->is_consumed);
    assert_int_equal(own->reach.fact, pv_fact_of(PV_REACH_INTERNAL)); /* of the System */
    assert_int_equal(own->binding.fact, pv_fact_unknown(PV_DIM_SEALED));
    assert_true(pv_str_eq(own->owner, PV_STR("team-care")));
}

static void forgets_what_nobody_has_looked_at_for_long(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service service = service_of(&mem, organisation, NOW + (int64_t)200 * DAY);
    (void)state;
    assert_int_equal(service.reach.state, PV_CLAIM_EXPIRED);
    assert_int_equal(service.reach.fact, pv_fact_unknown(PV_DIM_REACH));
    assert_int_equal(service.tier.state, PV_CLAIM_SAID); /* good for a year */
}

static void names_what_no_entry_describes(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    (void)state;
    struct pv_service service = service_of(
        &mem, "kind: Component\nmetadata: {name: x}\nspec: {system: far, consumesApis: [a]}\n", 0);
    assert_true(service.missing.n > 0);
    assert_int_equal(service.edges.n, 1);
    assert_int_equal(service.edges.p[0].reach.fact, pv_fact_unknown(PV_DIM_REACH));
}

static void names_the_source_of_an_owner(void **state)
{
    (void)state;
    assert_true(pv_str_eq(pv_owner_source_text(PV_OWNER_NONE), PV_STR("none")));
    assert_true(pv_str_eq(pv_owner_source_text(PV_OWNER_DOMAIN), PV_STR("domain")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inherits_what_it_does_not_say_itself),
        cmocka_unit_test(adds_up_obligations_of_all_levels),
        cmocka_unit_test(knows_its_apis_with_what_their_providers_say),
        cmocka_unit_test(forgets_what_nobody_has_looked_at_for_long),
        cmocka_unit_test(names_what_no_entry_describes),
        cmocka_unit_test(names_the_source_of_an_owner),
    };
    return cmocka_run_group_tests_name("service", tests, NULL, NULL);
}
