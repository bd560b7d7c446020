/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/policy.h"

#include "support/test.h"

static struct pv_policy shipped(void)
{
    struct pv_policy policy = {0};
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    return policy;
}

static struct pv_situation known(unsigned data, unsigned sealed, unsigned tier, unsigned impact)
{
    struct pv_situation situation = pv_situation_unknown();
    situation.data[0] = pv_fact_of(data);
    situation.sealed[0] = pv_fact_of(sealed);
    situation.tier = pv_fact_of(tier);
    situation.impact = pv_fact_of(impact);
    situation.reach = pv_fact_of(PV_REACH_INTERNAL);
    situation.gate = pv_fact_of(PV_GATE_OPEN);
    situation.automatable = pv_fact_of(PV_AUTOMATABLE_NO);
    situation.evidence = pv_fact_of(PV_EVIDENCE_REACHABLE);
    return situation;
}

/* TLS 1.1 between two services: what is sealed inside it decides. */
static void decides_old_tls_by_what_travels_in_it(void **state)
{
    struct pv_policy policy = shipped();
    struct pv_situation sealed =
        known(PV_DATA_REGULATED, PV_SEALED_VERIFIED, PV_TIER_3, PV_IMPACT_PARTIAL);
    struct pv_situation bare =
        known(PV_DATA_REGULATED, PV_SEALED_NONE, PV_TIER_3, PV_IMPACT_PARTIAL);
    (void)state;

    struct pv_decision decision = pv_policy_decide(&policy, &sealed);
    assert_int_equal(decision.priority, pv_fact_of(PV_PRIORITY_DEFER));
    assert_int_equal(decision.rows[PV_STEP_PRIORITY], 12);

    decision = pv_policy_decide(&policy, &bare);
    assert_int_equal(decision.priority, pv_fact_of(PV_PRIORITY_SCHEDULED));
    assert_int_equal(decision.rows[PV_STEP_PRIORITY], 18);
}

static void takes_the_worst_of_several_data_items(void **state)
{
    struct pv_policy policy = shipped();
    struct pv_situation situation =
        known(PV_DATA_REGULATED, PV_SEALED_VERIFIED, PV_TIER_3, PV_IMPACT_PARTIAL);
    (void)state;
    situation.data[1] = pv_fact_of(PV_DATA_REGULATED); /* a bearer token beside it */
    situation.sealed[1] = pv_fact_of(PV_SEALED_NONE);
    situation.n_items = 2;
    assert_int_equal(pv_policy_decide(&policy, &situation).priority,
                     pv_fact_of(PV_PRIORITY_SCHEDULED));
}

static void gives_an_interval_for_what_is_not_known(void **state)
{
    struct pv_policy policy = shipped();
    struct pv_situation situation = pv_situation_unknown();
    (void)state;
    pv_fact priority = pv_policy_decide(&policy, &situation).priority;
    assert_int_equal(pv_fact_low(priority), PV_PRIORITY_DEFER);
    assert_int_equal(pv_fact_high(priority), PV_PRIORITY_SCHEDULED);
}

/* A pattern alone never interrupts anybody. */
static void never_interrupts_for_a_pattern(void **state)
{
    struct pv_policy policy = shipped();
    struct pv_situation situation =
        known(PV_DATA_REGULATED, PV_SEALED_NONE, PV_TIER_0, PV_IMPACT_TOTAL);
    (void)state;
    situation.reach = pv_fact_of(PV_REACH_INTERNET);
    situation.automatable = pv_fact_of(PV_AUTOMATABLE_YES);
    situation.evidence = pv_fact_of(PV_EVIDENCE_PATTERN);
    assert_int_equal(pv_policy_decide(&policy, &situation).priority,
                     pv_fact_of(PV_PRIORITY_SCHEDULED));
}

/* The given facts, one at a time, as the two loops below step through them. */
static pv_fact *fact_at(struct pv_situation *situation, size_t index, enum pv_dimension *dimension)
{
    struct {
        pv_fact *fact;
        enum pv_dimension dimension;
    } all[] = {
        {&situation->data[0], PV_DIM_DATA},
        {&situation->sealed[0], PV_DIM_SEALED},
        {&situation->tier, PV_DIM_TIER},
        {&situation->impact, PV_DIM_IMPACT},
        {&situation->reach, PV_DIM_REACH},
        {&situation->gate, PV_DIM_GATE},
        {&situation->automatable, PV_DIM_AUTOMATABLE},
        {&situation->evidence, PV_DIM_EVIDENCE},
    };
    *dimension = all[index].dimension;
    return all[index].fact;
}

enum { GIVEN_FACTS = 8 };

static size_t set_combination(struct pv_situation *situation, size_t combination)
{
    for (size_t i = 0; i < GIVEN_FACTS; i++) {
        enum pv_dimension dimension = PV_DIM_DATA;
        pv_fact *fact = fact_at(situation, i, &dimension);
        unsigned values = pv_dimension_values(dimension);
        *fact = pv_fact_of((unsigned)(combination % values));
        combination /= values;
    }
    return combination; /* 0 while it is one of the combinations */
}

/* Raising any one fact never lowers the priority, over all combinations. */
static void is_monotone(void **state)
{
    struct pv_policy policy = shipped();
    size_t n = 0;
    (void)state;
    for (;; n++) {
        struct pv_situation situation = pv_situation_unknown();
        if (set_combination(&situation, n) != 0)
            break;
        unsigned before = pv_fact_low(pv_policy_decide(&policy, &situation).priority);
        for (size_t i = 0; i < GIVEN_FACTS; i++) {
            enum pv_dimension dimension = PV_DIM_DATA;
            struct pv_situation raised = situation;
            pv_fact *fact = fact_at(&raised, i, &dimension);
            if (pv_fact_low(*fact) + 1 == pv_dimension_values(dimension))
                continue;
            *fact = pv_fact_of(pv_fact_low(*fact) + 1);
            assert_true(pv_fact_low(pv_policy_decide(&policy, &raised).priority) >= before);
        }
    }
    assert_int_equal(n, 4096);
}

static void refuses_a_table_in_the_wrong_place(void **state)
{
    struct pv_policy policy = {0};
    struct pv_err err = {0};
    (void)state;
    assert_code(PV_INVALID,
                pv_policy_read_table(&policy, PV_STEP_EASE,
                                     PV_STR("row,A,GT\n0,no,gated\n1,yes,open\n"), &err));
    assert_non_null(strstr(err.text, "ease"));
    assert_int_equal(policy.steps[PV_STEP_EASE].n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decides_old_tls_by_what_travels_in_it),
        cmocka_unit_test(takes_the_worst_of_several_data_items),
        cmocka_unit_test(gives_an_interval_for_what_is_not_known),
        cmocka_unit_test(never_interrupts_for_a_pattern),
        cmocka_unit_test(is_monotone),
        cmocka_unit_test(refuses_a_table_in_the_wrong_place),
    };
    return cmocka_run_group_tests_name("policy", tests, NULL, NULL);
}
