/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/cve.h"

#include "base/buf.h"
#include "risk/policy.h"
#include "support/test.h"

static void finds_names_in_rules_of_other_tools(void **state)
{
    static const struct {
        const char *text;
        const char *name;
    } cases[] = {
        {"CVE-2021-44228", "CVE-2021-44228"},
        {"CVE-2021-44228-log4j-core", "CVE-2021-44228"},
        {"x/CVE-20-1 CVE-2024-1234567.", "CVE-2024-1234567"},
        {"CVE-2021-123", NULL},
        {"CVE-2021", NULL},
        {"CVE-", NULL},
        {"cwe-79", NULL},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_str name = {0};
        assert_int_equal(pv_cve_find(pv_str_of(cases[i].text), &name), cases[i].name != NULL);
        if (cases[i].name)
            assert_true(pv_str_eq(name, pv_str_of(cases[i].name)));
    }
}

static void knows_who_is_exploited_only_by_a_list(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_kev kev = {0};
    (void)state;
    assert_int_equal(pv_kev_fact(&kev, PV_STR("CVE-2021-44228")), pv_fact_unknown(PV_DIM_KEV));
    assert_ok(pv_kev_read(&mem,
                          PV_STR("{\"title\": \"x\", \"vulnerabilities\": [{\"cveID\": "
                                 "\"CVE-2021-44228\", \"dateAdded\": \"2021-12-10\"}]}"),
                          &kev, NULL));
    assert_int_equal(pv_kev_fact(&kev, PV_STR("CVE-2021-44228")), pv_fact_of(PV_KEV_YES));
    assert_int_equal(pv_kev_fact(&kev, PV_STR("CVE-2021-44229")), pv_fact_of(PV_KEV_NO));
}

static void refuses_what_is_no_such_list(void **state)
{
    static const struct {
        const char *text;
        enum pv_code code;
    } cases[] = {{"{}", PV_INVALID},
                 {"{\"vulnerabilities\": {}}", PV_INVALID},
                 {"{\"vulnerabilities\": [{}]}", PV_INVALID},
                 {"{", PV_SYNTAX}};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_kev kev = {0};
        assert_code(cases[i].code, pv_kev_read(&mem, pv_str_of(cases[i].text), &kev, NULL));
        assert_false(kev.is_given);
    }
}

static struct pv_situation vulnerability(unsigned kev, unsigned reach, unsigned automatable,
                                         unsigned impact)
{
    struct pv_situation situation = pv_situation_unknown();
    situation.cve = PV_STR("CVE-2026-0001");
    situation.kev = pv_fact_of(kev);
    situation.reach = pv_fact_of(reach);
    situation.automatable = pv_fact_of(automatable);
    situation.impact = pv_fact_of(impact);
    return situation;
}

/* All rows of the directive: exploited, exposed, automatable, impact, and its term. */
static void decides_by_the_table_of_the_directive(void **state)
{
    static const struct {
        unsigned kev, reach, automatable, impact;
        unsigned timeline;
        unsigned priority;
    } cases[] = {
        {0, PV_REACH_INTERNAL, 0, 0, PV_TIMELINE_UPGRADE, PV_PRIORITY_DEFER},
        {1, PV_REACH_INTERNAL, 0, 0, PV_TIMELINE_DAYS_14, PV_PRIORITY_OUT_OF_CYCLE},
        {0, PV_REACH_INTERNET, 0, 0, PV_TIMELINE_DAYS_60, PV_PRIORITY_SCHEDULED},
        {0, PV_REACH_PARTNER, 1, 0, PV_TIMELINE_DAYS_60, PV_PRIORITY_SCHEDULED},
        {0, PV_REACH_ISOLATED, 0, 1, PV_TIMELINE_UPGRADE, PV_PRIORITY_DEFER},
        {1, PV_REACH_INTERNET, 0, 0, PV_TIMELINE_DAYS_14, PV_PRIORITY_OUT_OF_CYCLE},
        {1, PV_REACH_INTERNAL, 1, 0, PV_TIMELINE_DAYS_14, PV_PRIORITY_OUT_OF_CYCLE},
        {0, PV_REACH_INTERNET, 1, 0, PV_TIMELINE_DAYS_14, PV_PRIORITY_OUT_OF_CYCLE},
        {1, PV_REACH_INTERNAL, 0, 1, PV_TIMELINE_DAYS_14, PV_PRIORITY_OUT_OF_CYCLE},
        {0, PV_REACH_INTERNET, 0, 1, PV_TIMELINE_DAYS_14, PV_PRIORITY_OUT_OF_CYCLE},
        {0, PV_REACH_INTERNAL, 1, 1, PV_TIMELINE_DAYS_60, PV_PRIORITY_SCHEDULED},
        {1, PV_REACH_INTERNET, 1, 0, PV_TIMELINE_DAYS_3, PV_PRIORITY_IMMEDIATE},
        {1, PV_REACH_INTERNET, 0, 1, PV_TIMELINE_FORENSIC, PV_PRIORITY_IMMEDIATE},
        {1, PV_REACH_INTERNAL, 1, 1, PV_TIMELINE_FORENSIC, PV_PRIORITY_IMMEDIATE},
        {0, PV_REACH_INTERNET, 1, 1, PV_TIMELINE_DAYS_3, PV_PRIORITY_IMMEDIATE},
        {1, PV_REACH_INTERNET, 1, 1, PV_TIMELINE_FORENSIC, PV_PRIORITY_IMMEDIATE},
    };
    struct pv_policy policy = {0};
    (void)state;
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_situation situation =
            vulnerability(cases[i].kev, cases[i].reach, cases[i].automatable, cases[i].impact);
        struct pv_decision decision = pv_policy_decide(&policy, &situation);
        assert_int_equal(decision.facts[PV_DIM_TIMELINE], pv_fact_of(cases[i].timeline));
        assert_int_equal(decision.priority, pv_fact_of(cases[i].priority));
        assert_int_equal(decision.needs_forensics, cases[i].timeline == PV_TIMELINE_FORENSIC);
        assert_true(decision.cve_row >= 0);
    }
}

/* SSVC's table for those who deploy: exploitation, exposure, automatable, human impact. */
static void decides_by_the_table_of_deployers_where_that_is_chosen(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf csv = {0};
    static const char *const exploitation[] = {"none", "public-poc", "active"};
    static const char *const exposure[] = {"small", "controlled", "open"};
    static const char *const human[] = {"low", "medium", "high", "very-high"};
    struct pv_policy policy = {0};
    unsigned row = 0;
    (void)state;
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    PV_BUF_LIT(&csv, "row,E,EXP,A,HI,PR\n");
    for (unsigned e = 0; e < 3; e++)
        for (unsigned x = 0; x < 3; x++)
            for (unsigned a = 0; a < 2; a++)
                for (unsigned h = 0; h < 4; h++)
                    pv_buf_format(&csv, "%u,%s,%s,%s,%s,%s\n", row++, exploitation[e], exposure[x],
                                  a ? "yes" : "no", human[h], e == 2 ? "immediate" : "defer");
    assert_ok(pv_policy_read_cve(&policy, pv_buf_str(&csv), NULL));
    struct pv_situation situation =
        vulnerability(PV_KEV_YES, PV_REACH_INTERNAL, PV_AUTOMATABLE_NO, PV_IMPACT_PARTIAL);
    assert_int_equal(pv_policy_decide(&policy, &situation).priority,
                     pv_fact_of(PV_PRIORITY_IMMEDIATE));
    situation.kev = pv_fact_of(PV_KEV_NO);
    situation.exploitation = pv_fact_of(PV_EXPLOITATION_POC);
    assert_int_equal(pv_policy_decide(&policy, &situation).priority, pv_fact_of(PV_PRIORITY_DEFER));
    assert_code(PV_INVALID,
                pv_policy_read_cve(&policy, PV_STR("row,A,GT\n0,no,gated\n1,yes,open\n"), NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_names_in_rules_of_other_tools),
        cmocka_unit_test(knows_who_is_exploited_only_by_a_list),
        cmocka_unit_test(refuses_what_is_no_such_list),
        cmocka_unit_test(decides_by_the_table_of_the_directive),
        cmocka_unit_test(decides_by_the_table_of_deployers_where_that_is_chosen),
    };
    return cmocka_run_group_tests_name("cve", tests, NULL, NULL);
}
