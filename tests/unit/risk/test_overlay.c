/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/overlay.h"

#include "base/buf.h"
#include "risk/policy.h"
#include "support/test.h"

#define HEAD "row,obligation,class,item,role,CV,XP,floor,record\n"

static struct pv_policy shipped(void)
{
    struct pv_policy policy = {0};
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    return policy;
}

/* Old TLS on a link that carries health records, under hipaa. */
static struct pv_situation link_of(pv_fact sealed, pv_fact reach)
{
    struct pv_situation situation = pv_situation_unknown();
    situation.class = PV_STR("transport.tls-deprecated");
    situation.duties[situation.n_duties++] = (struct pv_duty){PV_STR("hipaa"), true};
    situation.items[0] = PV_STR("phi");
    situation.data[0] = pv_fact_of(PV_DATA_REGULATED);
    situation.roles[0] = PV_HELD_CARRIED;
    situation.sealed[0] = sealed;
    situation.reach = reach;
    return situation;
}

static const pv_fact none = 1u << PV_SEALED_NONE;
static const pv_fact verified = 1u << PV_SEALED_VERIFIED;
static const pv_fact internal = 1u << PV_REACH_INTERNAL;
static const pv_fact internet = 1u << PV_REACH_INTERNET;
static const pv_fact no_floor = 1u << PV_PRIORITY_DEFER;

static void sets_floors_and_demands_records(void **state)
{
    static const struct {
        pv_fact sealed;
        pv_fact reach;
        pv_fact floor;
        size_t n_records;
    } cases[] = {
        {none, internal, 1u << PV_PRIORITY_SCHEDULED, 0},
        {none, internet, 1u << PV_PRIORITY_OUT_OF_CYCLE, 0},
        {verified, internal, no_floor, 1},
        /* What is not known raises the upper end alone, and demands nothing yet. */
        {none | verified, internal, no_floor | 1u << PV_PRIORITY_SCHEDULED, 0},
        {none, internal | internet,
         1u << PV_PRIORITY_SCHEDULED | 1u << PV_PRIORITY_OUT_OF_CYCLE | no_floor, 0},
    };
    struct pv_policy policy = shipped();
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_overlay_result result = {0};
        struct pv_situation situation = link_of(cases[i].sealed, cases[i].reach);
        pv_overlay_apply(&policy.overlay, &situation, &result);
        assert_int_equal(result.floor, cases[i].floor);
        assert_int_equal(result.n_records, cases[i].n_records);
    }
}

static void holds_only_for_what_a_row_names(void **state)
{
    struct pv_policy policy = shipped();
    struct pv_overlay_result result = {0};
    (void)state;
    struct pv_situation other = link_of(none, internal);
    other.class = PV_STR("crypto.weak-hash");
    pv_overlay_apply(&policy.overlay, &other, &result);
    assert_int_equal(result.floor, no_floor);
    other = link_of(none, internal);
    other.duties[0].name = PV_STR("gdpr");
    pv_overlay_apply(&policy.overlay, &other, &result);
    assert_int_equal(result.floor, no_floor);
    other = link_of(none, internal);
    other.items[0] = PV_STR("pci");
    pv_overlay_apply(&policy.overlay, &other, &result);
    assert_int_equal(result.floor, no_floor);
    other = link_of(none, internal);
    other.roles[0] = PV_HELD_STORED;
    pv_overlay_apply(&policy.overlay, &other, &result);
    assert_int_equal(result.floor, no_floor);
}

static void may_hold_where_something_is_not_said(void **state)
{
    const pv_fact maybe = no_floor | 1u << PV_PRIORITY_SCHEDULED;
    struct pv_policy policy = shipped();
    struct pv_overlay_result result = {0};
    (void)state;
    struct pv_situation other = link_of(none, internal);
    other.duties[0].is_sure = false;
    pv_overlay_apply(&policy.overlay, &other, &result);
    assert_int_equal(result.floor, maybe);
    other = link_of(none, internal);
    other.roles[0] = PV_HELD_ANY;
    pv_overlay_apply(&policy.overlay, &other, &result);
    assert_int_equal(result.floor, maybe);
    other = link_of(none, internal);
    other.items[0] = (struct pv_str){0};
    other.data[0] = pv_fact_unknown(PV_DIM_DATA);
    pv_overlay_apply(&policy.overlay, &other, &result);
    assert_int_equal(result.floor, maybe);
}

/* Over all sets of sealing and exposure, and all priorities. */
static void never_lowers(void **state)
{
    struct pv_policy policy = shipped();
    (void)state;
    for (unsigned sealed = 1; sealed < 4; sealed++)
        for (unsigned reach = 1; reach < 16; reach++) {
            struct pv_situation situation = link_of((pv_fact)sealed, (pv_fact)reach);
            struct pv_decision decision = pv_policy_decide(&policy, &situation);
            assert_true(pv_fact_low(decision.priority) >= pv_fact_low(decision.base));
            assert_true(pv_fact_high(decision.priority) >= pv_fact_high(decision.base));
        }
}

static void says_which_byte_is_wrong(void **state)
{
    static const struct {
        const char *csv;
        size_t offset;
        const char *says;
    } cases[] = {
        {"", 0, "a cell"},
        {"row,obligation,klass,item,role,CV,XP,floor,record\n", 15, "'class'"},
        {HEAD "x,hipaa,*,phi,*,*,*,-,-\n", 50, "number"},
        {HEAD "0,hipaa,*,ssn,*,*,*,-,-\n", 60, "'ssn' is not a name of data"},
        {HEAD "0,hipaa,*,phi,keep,*,*,-,-\n", 64, "'keep' is not a role"},
        {HEAD "0,hipaa,*,phi,*,maybe,*,-,-\n", 66, "'maybe' is not a value of sealing"},
        {HEAD "0,hipaa,*,phi,*,*,*,soon,-\n", 70, "'soon' is not a priority"},
        {HEAD "0,hipaa,*,phi,*,*,*,-\n", 70, "as many cells"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_overlay overlay = {0};
        struct pv_err err = {0};
        assert_code(PV_SYNTAX, pv_overlay_read(pv_str_of(cases[i].csv), &overlay, &err));
        if (!strstr(err.text, cases[i].says) || err.offset != cases[i].offset)
            fail_msg("%zu: '%s' at %zu", i, err.text, err.offset);
    }
}

static void refuses_more_rows_and_longer_words_than_it_holds(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf csv = {0};
    struct pv_overlay overlay = {0};
    (void)state;
    PV_BUF_LIT(&csv, HEAD);
    for (size_t i = 0; i <= PV_RISK_OVERLAY_ROWS_MAX; i++)
        PV_BUF_LIT(&csv, "0,a,*,*,*,*,*,-,-\n");
    assert_code(PV_LIMIT, pv_overlay_read(pv_buf_str(&csv), &overlay, NULL));
    assert_code(
        PV_LIMIT,
        pv_overlay_read(PV_STR(HEAD "0,an-obligation-of-a-name-too-long-for-it,*,*,*,*,*,-,-\n"),
                        &overlay, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_floors_and_demands_records),
        cmocka_unit_test(holds_only_for_what_a_row_names),
        cmocka_unit_test(may_hold_where_something_is_not_said),
        cmocka_unit_test(never_lowers),
        cmocka_unit_test(says_which_byte_is_wrong),
        cmocka_unit_test(refuses_more_rows_and_longer_words_than_it_holds),
    };
    return cmocka_run_group_tests_name("overlay", tests, NULL, NULL);
}
