/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/decide.h"

#include "support/service_text.h"
#include "support/test.h"

#define COMPONENT "kind: Component\nmetadata:\n  name: claims\n  annotations:\n"
#define CLASS(facts) "pave: {" facts "}"

/* The decision for a rule with this metadata in a service with this catalog entry. */
static struct pv_finding_context decide(struct pv_arena *mem, const char *metadata,
                                        const char *catalog)
{
    struct pv_policy policy = {0};
    struct pv_doc doc = {0};
    struct pv_service service = {0};
    struct pv_settings settings = {0};
    struct pv_rule rule = {.metadata = &doc};
    struct pv_finding finding = {.rule = &rule};
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    assert_ok(pv_doc_read(mem, pv_str_of(metadata), &doc, NULL, NULL));
    if (catalog)
        service = service_of(mem, catalog, 0);
    pv_settings_of(&rule, catalog ? &service : NULL, PV_STR("x.py"), &settings);
    assert_ok(pv_decide(mem, &policy, &settings, &finding, NULL));
    return finding.context;
}

static void says_why_in_one_sentence(void **state)
{
    static const struct {
        const char *metadata;
        const char *catalog;
        const char *priority;
        const char *reason;
    } cases[] = {
        {CLASS("facets: [C, I], impact: total, automatable: true, pre-auth: false"),
         COMPONENT "    pave.dev/exposure: internal\n    pave.dev/data: 'phi:store, pii'\n"
                   "    pave.dev/tier: tier1\n    pave.dev/authn: workload\n",
         "scheduled",
         "claims holds phi data that is not proved sealed; other services reach it, with a login."},
        {CLASS("facets: [C], impact: partial, automatable: false, pre-auth: true"),
         COMPONENT "    pave.dev/exposure: internet\n    pave.dev/data: 'phi, credential'\n"
                   "    pave.dev/tier: tier3\n    pave.dev/authn: user\n",
         "scheduled",
         "claims holds phi, credential data that is not proved sealed; the internet reaches it, "
         "and the attack needs no login. With the data proved sealed it would be defer."},
        {CLASS("facets: [C], impact: partial, automatable: false, pre-auth: false"),
         COMPONENT "    pave.dev/exposure: isolated\n    pave.dev/data: public\n", "defer",
         "claims holds only public data; nothing outside reaches it."},
        {CLASS("impact: total"), COMPONENT "    other: x\n", "defer…scheduled",
         "claims: which data it holds is not said; who reaches it is not said."},
        {"{}", NULL, "defer…scheduled",
         "no catalog-info.yaml says who reaches this code and which data it holds."},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_finding_context context = decide(&mem, cases[i].metadata, cases[i].catalog);
        char reason[512] = {0};
        memcpy(reason, context.reason.p, context.reason.n);
        assert_string_equal(reason, cases[i].reason);
        assert_true(pv_str_eq(context.priority, pv_str_of(cases[i].priority)));
    }
}

/* Lower ends first, then higher ends: what is surely worse stands above what may be worse. */
static void ranks_by_the_lower_end_first(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    const char *public = COMPONENT "    pave.dev/exposure: isolated\n    pave.dev/data: public\n";
    const char *phi = COMPONENT "    pave.dev/exposure: internet\n    pave.dev/data: phi\n"
                                "    pave.dev/authn: none\n    pave.dev/tier: tier0\n";
    const char *class = CLASS("facets: [C], impact: total, automatable: true, pre-auth: true");
    (void)state;
    unsigned low = decide(&mem, class, public).rank;
    unsigned unknown = decide(&mem, class, NULL).rank;
    unsigned high = decide(&mem, class, phi).rank;
    assert_true(low < unknown);
    assert_true(unknown < high);
    assert_true(low > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_why_in_one_sentence),
        cmocka_unit_test(ranks_by_the_lower_end_first),
    };
    return cmocka_run_group_tests_name("decide", tests, NULL, NULL);
}
