/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/kin.h"

#include "support/test.h"

enum { NOW = 1790000000, DAY = 24 * 60 * 60 };

/* Entries of one Component, as several files describe it. */
static void add(struct pv_arena *mem, struct pv_entities *entities, enum pv_claim_source source,
                const char *text)
{
    const struct pv_entity_file file = {.path = PV_STR("f"), .source = source};
    assert_ok(pv_entities_read(mem, &file, pv_str_of(text), entities, NULL));
}

static void joins_the_data_of_files_that_disagree(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_entities entities = {0};
    struct pv_kin kin = {0};
    struct pv_data_items data = {0};
    (void)state;
    add(&mem, &entities, PV_CLAIM_CATALOG,
        "kind: Component\nmetadata: {name: x, annotations: {pave.dev/data: 'phi, pii'}}\n");
    add(&mem, &entities, PV_CLAIM_SIDECAR, "name: x\ndata: pii, credential\nsealed: phi\n");
    pv_kin_of_component(&entities, PV_STR("x"), &kin);
    struct pv_resolved known = pv_kin_data(&kin, NOW, &data);
    assert_int_equal(known.state, PV_CLAIM_CONFLICT);
    assert_int_equal(data.n, 3);
    assert_true(data.items[0].is_claimed);
    assert_false(data.items[1].is_claimed);
}

static void takes_the_same_data_in_two_files_for_one(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_entities entities = {0};
    struct pv_kin kin = {0};
    struct pv_data_items data = {0};
    (void)state;
    add(&mem, &entities, PV_CLAIM_SIDECAR, "name: x\ndata: pii, phi\n");
    add(&mem, &entities, PV_CLAIM_OBSERVED, "name: x\ndata: phi, pii\nreviewed: 2026-09-20\n");
    pv_kin_of_component(&entities, PV_STR("x"), &kin);
    assert_int_equal(pv_kin_data(&kin, NOW, &data).state, PV_CLAIM_SAID);
    assert_int_equal(data.n, 2);
}

static void lets_an_observation_disagree_until_it_is_old(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_entities entities = {0};
    struct pv_kin kin = {0};
    size_t offset = offsetof(struct pv_entity, reach);
    (void)state;
    add(&mem, &entities, PV_CLAIM_SIDECAR, "name: x\nexposure: internal\n");
    add(&mem, &entities, PV_CLAIM_OBSERVED, "name: x\nexposure: internet\nreviewed: 2026-09-20\n");
    pv_kin_of_component(&entities, PV_STR("x"), &kin);
    struct pv_resolved known =
        pv_kin_resolve(&kin, offset, PV_CLAIM_OF_EXPOSURE, PV_DIM_REACH, NOW);
    assert_int_equal(known.state, PV_CLAIM_CONFLICT);
    assert_int_equal(known.claim.source, PV_CLAIM_OBSERVED);
    known = pv_kin_resolve(&kin, offset, PV_CLAIM_OF_EXPOSURE, PV_DIM_REACH, NOW + 8 * DAY);
    assert_int_equal(known.state, PV_CLAIM_SAID);
    assert_int_equal(known.fact, pv_fact_of(PV_REACH_INTERNAL));
}

/* Domains that name each other end with the levels. */
static void ends_in_a_circle_of_domains(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_entities entities = {0};
    struct pv_kin kin = {0};
    (void)state;
    add(&mem, &entities, PV_CLAIM_CATALOG,
        "kind: Component\nmetadata: {name: x}\nspec: {system: s}\n---\n"
        "kind: System\nmetadata: {name: s}\nspec: {domain: a}\n---\n"
        "kind: Domain\nmetadata: {name: a}\nspec: {subdomainOf: b}\n---\n"
        "kind: Domain\nmetadata: {name: b}\nspec: {subdomainOf: a}\n");
    pv_kin_of_component(&entities, PV_STR("x"), &kin);
    assert_int_equal(kin.n, PV_KIN_LEVELS);
    assert_null(pv_kin_owner(&kin));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_the_data_of_files_that_disagree),
        cmocka_unit_test(takes_the_same_data_in_two_files_for_one),
        cmocka_unit_test(lets_an_observation_disagree_until_it_is_old),
        cmocka_unit_test(ends_in_a_circle_of_domains),
    };
    return cmocka_run_group_tests_name("kin", tests, NULL, NULL);
}
