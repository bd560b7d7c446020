/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/explanation.h"

#include "base/buf.h"
#include "support/service_text.h"
#include "support/test.h"

#define CATALOG                                                                                    \
    "kind: Component\nmetadata:\n  name: records\n  annotations:\n    pave.dev/tier: tier3\n"      \
    "    pave.dev/obligations: hipaa\nspec: {consumesApis: [pay, news]}\n"                         \
    "---\nkind: API\nmetadata: {name: pay, annotations: {pave.dev/exposure: internal, "            \
    "pave.dev/data: phi}}\n"                                                                       \
    "---\nkind: API\nmetadata: {name: news, annotations: {pave.dev/exposure: internet, "           \
    "pave.dev/data: public}}\n"

static struct pv_policy shipped(void)
{
    struct pv_policy policy = {0};
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    return policy;
}

static void settle(struct pv_arena *mem, struct pv_service *service, struct pv_settings *out)
{
    struct pv_doc *doc = NULL;
    assert_ok(PV_NEW(mem, &doc, NULL));
    assert_ok(pv_doc_read(mem,
                          PV_STR("pave: {class: transport.tls-deprecated, impact: partial, "
                                 "automatable: false, pre-auth: true}"),
                          doc, NULL, NULL));
    const struct pv_rule rule = {.metadata = doc};
    *service = service_of(mem, CATALOG, 0);
    pv_settings_of(&rule, service, PV_STR("x.py"), out);
    for (size_t i = 0; i < out->n; i++)
        out->list[i].situation.evidence = pv_fact_of(PV_EVIDENCE_REACHABLE);
}

static struct pv_doc record_of(struct pv_arena *mem, const struct pv_policy *policy,
                               const struct pv_settings *settings)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_json json = {.out = &text};
    struct pv_doc doc = {0};
    pv_explanation_write(&json, policy, settings, PV_STR("f1"));
    assert_ok(pv_buf_result(&text, NULL));
    assert_ok(pv_doc_read(mem, pv_buf_str(&text), &doc, NULL, NULL));
    return doc;
}

static void reads_back_to_the_same_decision(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_policy policy = shipped();
    struct pv_service service = {0};
    struct pv_settings settings = {0};
    struct pv_situations back = {0};
    (void)state;
    settle(&mem, &service, &settings);
    struct pv_doc record = record_of(&mem, &policy, &settings);
    assert_ok(pv_explanation_read(&record, &back, NULL));
    assert_int_equal(back.n, 2);
    assert_int_equal(pv_situations_decide(&policy, &back), pv_settings_decide(&policy, &settings));
    for (size_t i = 0; i < back.n; i++) {
        struct pv_decision was = pv_policy_decide(&policy, &settings.list[i].situation);
        struct pv_decision is = pv_policy_decide(&policy, &back.list[i]);
        assert_int_equal(is.priority, was.priority);
        assert_int_equal(is.base, was.base);
        assert_memory_equal(is.rows, was.rows, sizeof is.rows);
    }
}

static void says_what_the_record_of_a_decision_says(void **state)
{
    static const char *const keys[] = {"finding", "policy",  "service",     "class", "obligations",
                                       "edges",   "facts",   "path",        "risk",  "floor",
                                       "result",  "records", "would_change"};
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_policy policy = shipped();
    struct pv_service service = {0};
    struct pv_settings settings = {0};
    (void)state;
    settle(&mem, &service, &settings);
    struct pv_doc record = record_of(&mem, &policy, &settings);
    for (size_t i = 0; i < PV_COUNT(keys); i++)
        if (!pv_doc_get(&record, pv_str_of(keys[i])))
            fail_msg("no %s", keys[i]);
    const struct pv_doc *path = pv_doc_get(&record, PV_STR("path"));
    assert_int_equal(path->n, PV_STEP_COUNT);
    /* The APIs differ in what they carry, so that no one row of that table applies. */
    assert_int_equal(path->items[PV_STEP_RESIDUAL].items[1].kind, PV_DOC_NULL);
}

/* Each change, made, gives what it promises. */
static void promises_only_what_comes_true(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_policy policy = shipped();
    struct pv_service service = {0};
    struct pv_settings settings = {0};
    struct pv_changes_of changes = {0};
    (void)state;
    settle(&mem, &service, &settings);
    pv_explanation_changes(&policy, &settings, &changes);
    assert_true(changes.n > 0);
    for (size_t i = 0; i < changes.n; i++) {
        const struct pv_change *change = &changes.list[i];
        struct pv_settings other = settings;
        size_t made = 0;
        for (size_t j = 0; j < other.n; j++) {
            struct pv_setting *setting = &other.list[j];
            for (size_t k = 0; pv_str_eq(setting->edge->name, change->edge) &&
                               k < pv_situation_facts(&setting->situation);
                 k++) {
                enum pv_dimension dimension = PV_DIM_DATA;
                pv_fact *fact = pv_situation_fact(&setting->situation, k, &dimension);
                if (dimension != change->dimension)
                    continue;
                *fact = pv_fact_of(change->value);
                made++;
            }
        }
        assert_int_equal(made, 1);
        assert_int_equal(pv_settings_decide(&policy, &other), change->priority);
    }
}

static void refuses_records_that_are_none(void **state)
{
    static const char *const bad[] = {"{}", "{facts: 1}", "{facts: [], edges: [1]}",
                                      "{facts: [{f: data}]}"};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(bad); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_doc doc = {0};
        struct pv_situations back = {0};
        assert_ok(pv_doc_read(&mem, pv_str_of(bad[i]), &doc, NULL, NULL));
        assert_code(PV_INVALID, pv_explanation_read(&doc, &back, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_back_to_the_same_decision),
        cmocka_unit_test(says_what_the_record_of_a_decision_says),
        cmocka_unit_test(promises_only_what_comes_true),
        cmocka_unit_test(refuses_records_that_are_none),
    };
    return cmocka_run_group_tests_name("explanation", tests, NULL, NULL);
}
