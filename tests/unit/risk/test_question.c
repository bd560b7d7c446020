/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/question.h"

#include "base/buf.h"
#include "risk/situation.h"
#include "support/service_text.h"
#include "support/test.h"

/* One reachable finding of old TLS, in these circumstances. */
static struct pv_settings old_tls(const struct pv_service *service)
{
    struct pv_settings settings = {.n = 1};
    struct pv_setting *setting = &settings.list[0];
    setting->situation = pv_situation_unknown();
    setting->situation.impact = pv_fact_of(PV_IMPACT_PARTIAL);
    setting->situation.automatable = pv_fact_of(PV_AUTOMATABLE_NO);
    setting->situation.evidence = pv_fact_of(PV_EVIDENCE_REACHABLE);
    setting->situation.tier = pv_fact_of(PV_TIER_3);
    setting->situation.gate = pv_fact_of(PV_GATE_OPEN);
    setting->situation.reach = pv_fact_of(PV_REACH_INTERNAL);
    setting->service = service;
    return settings;
}

static struct pv_question best(struct pv_arena *mem, const struct pv_policy *policy,
                               const struct pv_prior *prior, const struct pv_settings *settings)
{
    struct pv_questions questions = {.policy = policy, .prior = *prior};
    assert_ok(pv_questions_add(mem, &questions, settings, 2, NULL));
    pv_questions_settle(&questions);
    assert_true(questions.list.n <= 1);
    return questions.list.n ? questions.list.p[0] : (struct pv_question){0};
}

static double distance(double a, double b)
{
    return a > b ? a - b : b - a;
}

/* Which data is worth more than whether it is sealed, and where the link is tells nothing. */
static void asks_for_what_narrows_most(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    const struct pv_prior none = {0};
    struct pv_policy policy = {0};
    (void)state;
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    struct pv_settings settings = old_tls(NULL);
    settings.list[0].situation.sealed[0] = pv_fact_unknown(PV_DIM_SEALED);
    struct pv_question question = best(&mem, &policy, &none, &settings);
    assert_int_equal(question.dimension, PV_DIM_DATA);
    /* Three classes of four leave nothing open; regulated leaves one step, if it is sealed. */
    assert_true(distance(question.worth, 2 * 0.75) < 1e-9);
    assert_int_equal(question.n_findings, 2);

    settings.list[0].situation.data[0] = pv_fact_of(PV_DATA_REGULATED);
    question = best(&mem, &policy, &none, &settings);
    assert_int_equal(question.dimension, PV_DIM_SEALED);
    assert_true(distance(question.worth, 2 * 1.0) < 1e-9);
}

static void takes_what_is_frequent_for_likely(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_prior prior = {0};
    struct pv_policy policy = {0};
    (void)state;
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    prior.counts[PV_DIM_DATA][PV_DATA_REGULATED] = 16;
    struct pv_settings settings = old_tls(NULL);
    settings.list[0].situation.sealed[0] = pv_fact_unknown(PV_DIM_SEALED);
    struct pv_question question = best(&mem, &policy, &prior, &settings);
    /* That data is regulated is nearly sure, so whether it is sealed tells more. */
    assert_int_equal(question.dimension, PV_DIM_SEALED);
}

static void asks_nothing_that_changes_nothing(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    const struct pv_prior none = {0};
    struct pv_policy policy = {0};
    (void)state;
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    struct pv_settings settings = old_tls(NULL);
    settings.list[0].situation.data[0] = pv_fact_of(PV_DATA_PUBLIC);
    settings.list[0].situation.reach = pv_fact_of(PV_REACH_INTERNAL) | pv_fact_of(PV_REACH_PARTNER);
    assert_int_equal(best(&mem, &policy, &none, &settings).n_findings, 0);
}

static void counts_each_value_of_the_organisation(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_service services[] = {
        service_of(&mem,
                   "kind: Component\nmetadata: {name: a, annotations: {pave.dev/exposure: "
                   "internal, pave.dev/data: 'phi, pii'}}\n",
                   0),
        service_of(&mem, "kind: Component\nmetadata: {name: b}\n", 0),
    };
    struct pv_catalog catalog = {.services = {services, 2, 2}};
    struct pv_prior prior = {0};
    (void)state;
    pv_prior_take(&catalog, &prior);
    assert_int_equal(prior.counts[PV_DIM_REACH][PV_REACH_INTERNAL], 1);
    assert_int_equal(prior.counts[PV_DIM_REACH][PV_REACH_INTERNET], 0);
    assert_int_equal(prior.counts[PV_DIM_DATA][PV_DATA_REGULATED], 1);
    assert_int_equal(prior.counts[PV_DIM_SEALED][PV_SEALED_NONE], 2);
}

static void keeps_one_question_of_each_service(void **state)
{
    struct pv_question list[] = {
        {.service = PV_STR("a"), .dimension = PV_DIM_TIER, .worth = 1},
        {.service = PV_STR("b"), .dimension = PV_DIM_REACH, .worth = 2},
        {.service = PV_STR("a"), .dimension = PV_DIM_GATE, .worth = 3},
        {.service = PV_STR("c"), .dimension = PV_DIM_GATE, .worth = 2},
    };
    struct pv_questions questions = {.list = {list, 4, 4}};
    (void)state;
    pv_questions_settle(&questions);
    assert_int_equal(questions.list.n, 3);
    assert_int_equal(questions.list.p[0].dimension, PV_DIM_GATE);
    assert_true(pv_str_eq(questions.list.p[1].service, PV_STR("b")));
    assert_true(pv_str_eq(questions.list.p[2].service, PV_STR("c")));
}

static void asks_in_words(void **state)
{
    static const struct {
        struct pv_question question;
        const char *words;
    } cases[] = {
        {{.service = {"a", 1}, .subject = {"a", 1}, .dimension = PV_DIM_REACH},
         "who can reach a? pave.dev/exposure answers it"},
        {{.dimension = PV_DIM_DATA},
         "which data does this code hold? pave.dev/data in a catalog-info.yaml answers it"},
        {{.service = {"a", 1},
          .subject = {"x", 1},
          .dimension = PV_DIM_SEALED,
          .item = {"credential", 10},
          .is_of_edge = true},
         "can whoever reads the credentials of x use them? pave.dev/credential-binding answers "
         "it"},
        {{.service = {"a", 1}, .subject = {"a", 1}, .dimension = PV_DIM_SEALED, .item = {"phi", 3}},
         "is the phi of a sealed before it leaves? (`pave prove`) pave.dev/types answers it"},
        {{.service = {"a", 1}, .subject = {"a", 1}, .dimension = PV_DIM_GATE},
         "what login stands before a? pave.dev/authn answers it"},
        {{.service = {"a", 1}, .subject = {"a", 1}, .dimension = PV_DIM_TIER},
         "how much hangs on a? pave.dev/tier answers it"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
        pv_question_add(&text, &cases[i].question);
        pv_buf_add_byte(&text, '\0');
        assert_string_equal(text.p, cases[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_for_what_narrows_most),
        cmocka_unit_test(takes_what_is_frequent_for_likely),
        cmocka_unit_test(asks_nothing_that_changes_nothing),
        cmocka_unit_test(counts_each_value_of_the_organisation),
        cmocka_unit_test(keeps_one_question_of_each_service),
        cmocka_unit_test(asks_in_words),
    };
    return cmocka_run_group_tests_name("question", tests, NULL, NULL);
}
