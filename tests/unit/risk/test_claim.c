/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/claim.h"

#include "support/test.h"

enum { DAY = 24 * 60 * 60, NOW = 20000 * DAY };

static struct pv_claim claim(enum pv_claim_source source, unsigned value, int64_t days_ago)
{
    return (struct pv_claim){
        .source = source, .fact = pv_fact_of(value), .at = NOW - days_ago * DAY};
}

static struct pv_resolved resolve(const struct pv_claim *claims, size_t n)
{
    return pv_claims_resolve(claims, n, PV_CLAIM_OF_EXPOSURE, PV_DIM_REACH, NOW);
}

static void is_good_for_so_many_days(void **state)
{
    static const struct {
        enum pv_claim_source source;
        int64_t days;
        enum pv_claim_state state;
    } cases[] = {
        {PV_CLAIM_CATALOG, 0, PV_CLAIM_SAID},      {PV_CLAIM_CATALOG, 180, PV_CLAIM_SAID},
        {PV_CLAIM_CATALOG, 181, PV_CLAIM_EXPIRED}, {PV_CLAIM_OBSERVED, 7, PV_CLAIM_SAID},
        {PV_CLAIM_OBSERVED, 8, PV_CLAIM_EXPIRED},  {PV_CLAIM_INHERITED, 181, PV_CLAIM_EXPIRED},
        {PV_CLAIM_CATALOG, -30, PV_CLAIM_SAID},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_claim one = claim(cases[i].source, PV_REACH_INTERNAL, cases[i].days);
        struct pv_resolved known = resolve(&one, 1);
        bool is_good = cases[i].state == PV_CLAIM_SAID;
        assert_int_equal(known.state, cases[i].state);
        assert_int_equal(known.fact,
                         is_good ? pv_fact_of(PV_REACH_INTERNAL) : pv_fact_unknown(PV_DIM_REACH));
        assert_int_equal(known.age_days, cases[i].days < 0 ? 0 : cases[i].days);
    }
}

static void could_be_anything_when_nobody_says(void **state)
{
    struct pv_claim nothing = {.source = PV_CLAIM_CATALOG};
    struct pv_resolved known = resolve(&nothing, 1);
    (void)state;
    assert_int_equal(known.state, PV_CLAIM_UNSET);
    assert_int_equal(known.fact, pv_fact_unknown(PV_DIM_REACH));
    assert_int_equal(known.age_days, PV_AGE_UNKNOWN);
}

static void does_not_age_without_a_day_or_a_clock(void **state)
{
    struct pv_claim undated = {.source = PV_CLAIM_CATALOG, .fact = pv_fact_of(PV_REACH_PARTNER)};
    struct pv_claim old = claim(PV_CLAIM_CATALOG, PV_REACH_PARTNER, 4000);
    (void)state;
    assert_int_equal(resolve(&undated, 1).state, PV_CLAIM_SAID);
    assert_int_equal(pv_claims_resolve(&old, 1, PV_CLAIM_OF_EXPOSURE, PV_DIM_REACH, 0).state,
                     PV_CLAIM_SAID);
}

static void is_all_that_is_claimed_until_it_is_settled(void **state)
{
    struct pv_claim claims[] = {claim(PV_CLAIM_CATALOG, PV_REACH_INTERNAL, 3),
                                claim(PV_CLAIM_OBSERVED, PV_REACH_INTERNET, 1),
                                claim(PV_CLAIM_SIDECAR, PV_REACH_INTERNAL, 2)};
    struct pv_resolved known = resolve(claims, 3);
    (void)state;
    assert_int_equal(known.state, PV_CLAIM_CONFLICT);
    assert_int_equal(known.fact, pv_fact_of(PV_REACH_INTERNAL) | pv_fact_of(PV_REACH_INTERNET));
    assert_int_equal(known.claim.source, PV_CLAIM_OBSERVED);
    assert_int_equal(known.other.fact, pv_fact_of(PV_REACH_INTERNAL));
    assert_int_equal(known.age_days, 1);
}

static void forgets_what_expired_where_somebody_else_says(void **state)
{
    struct pv_claim claims[] = {claim(PV_CLAIM_CATALOG, PV_REACH_INTERNAL, 400),
                                claim(PV_CLAIM_OBSERVED, PV_REACH_INTERNET, 1)};
    struct pv_resolved known = resolve(claims, 2);
    (void)state;
    assert_int_equal(known.state, PV_CLAIM_SAID);
    assert_int_equal(known.fact, pv_fact_of(PV_REACH_INTERNET));
    struct pv_claim swapped[] = {claims[1], claims[0]};
    assert_int_equal(resolve(swapped, 2).fact, known.fact);
}

static void agrees_where_all_say_the_same(void **state)
{
    struct pv_claim claims[] = {claim(PV_CLAIM_CATALOG, PV_REACH_INTERNAL, 3),
                                claim(PV_CLAIM_SIDECAR, PV_REACH_INTERNAL, 1)};
    (void)state;
    assert_int_equal(resolve(claims, 2).state, PV_CLAIM_SAID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_good_for_so_many_days),
        cmocka_unit_test(could_be_anything_when_nobody_says),
        cmocka_unit_test(does_not_age_without_a_day_or_a_clock),
        cmocka_unit_test(is_all_that_is_claimed_until_it_is_settled),
        cmocka_unit_test(forgets_what_expired_where_somebody_else_says),
        cmocka_unit_test(agrees_where_all_say_the_same),
    };
    return cmocka_run_group_tests_name("claim", tests, NULL, NULL);
}
