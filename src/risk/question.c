/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/question.h"

#include "base/buf.h"
#include "risk/situation.h"

#include <stdlib.h>

/* Those that people of the service can answer; the rule's facts are its author's. */
static bool is_askable(enum pv_dimension dimension)
{
    return dimension == PV_DIM_REACH || dimension == PV_DIM_GATE || dimension == PV_DIM_TIER ||
           dimension == PV_DIM_DATA || dimension == PV_DIM_SEALED;
}

static void count(struct pv_prior *prior, enum pv_dimension dimension, pv_fact fact)
{
    if (pv_fact_is_known(fact))
        prior->counts[dimension][pv_fact_low(fact)]++;
}

void pv_prior_take(const struct pv_catalog *catalog, struct pv_prior *out)
{
    *out = (struct pv_prior){0};
    PV_VEC_EACH (const struct pv_service, service, &catalog->services) {
        count(out, PV_DIM_REACH, service->reach.fact);
        count(out, PV_DIM_GATE, service->gate.fact);
        count(out, PV_DIM_TIER, service->tier.fact);
        for (size_t i = 0; i < service->data.n; i++) {
            const struct pv_data_item *item = &service->data.items[i];
            count(out, PV_DIM_DATA, pv_fact_of(item->class));
            count(out, PV_DIM_SEALED,
                  pv_fact_of(item->proof == PV_PROOF_SEALED ? PV_SEALED_VERIFIED : PV_SEALED_NONE));
        }
    }
}

static bool is_same(const struct pv_question *a, const struct pv_question *b)
{
    return a->dimension == b->dimension && pv_str_eq(a->service, b->service) &&
           pv_str_eq(a->subject, b->subject) && pv_str_eq(a->item, b->item);
}

/* The question about one fact of one setting. */
static struct pv_question question_of(const struct pv_setting *setting, size_t number,
                                      enum pv_dimension dimension)
{
    struct pv_fact_source source = pv_setting_source(setting, number);
    struct pv_question question = {.dimension = dimension, .subject = source.subject};
    if (setting->service)
        question.service = setting->service->name;
    if (dimension == PV_DIM_SEALED)
        question.item = setting->situation.items[pv_situation_item(number)];
    question.is_of_edge = setting->edge && dimension != PV_DIM_TIER;
    return question;
}

/* Answers the question with `value` wherever it is open; false when it is open nowhere. */
static bool answer(struct pv_settings *settings, const struct pv_question *question, unsigned value)
{
    bool is_open = false;
    for (size_t i = 0; i < settings->n; i++) {
        struct pv_setting *setting = &settings->list[i];
        for (size_t j = 0; j < pv_situation_facts(&setting->situation); j++) {
            enum pv_dimension dimension = PV_DIM_DATA;
            pv_fact *fact = pv_situation_fact(&setting->situation, j, &dimension);
            if (dimension != question->dimension || !pv_fact_has(*fact, value) ||
                pv_fact_is_known(*fact))
                continue;
            struct pv_question other = question_of(setting, j, dimension);
            if (!is_same(&other, question))
                continue;
            *fact = pv_fact_of(value);
            is_open = true;
        }
    }
    return is_open;
}

static unsigned width_of(pv_fact fact)
{
    return pv_fact_high(fact) - pv_fact_low(fact);
}

/* The width that is to be expected once the question is answered. */
static double expect(const struct pv_questions *questions, const struct pv_settings *settings,
                     const struct pv_question *question)
{
    const struct pv_policy *policy = questions->policy;
    const struct pv_prior *prior = &questions->prior;
    double sum = 0;
    double weights = 0;
    for (unsigned v = 0; v < pv_dimension_values(question->dimension); v++) {
        struct pv_settings answered = *settings;
        if (!answer(&answered, question, v))
            continue;
        double weight = prior->counts[question->dimension][v] + 1;
        sum += weight * width_of(pv_settings_decide(policy, &answered));
        weights += weight;
    }
    return weights > 0 ? sum / weights : width_of(pv_settings_decide(policy, settings));
}

/* `question` has the worth and the number of findings to add. */
static PV_RESULT add_worth(struct pv_arena *mem, struct pv_questions *questions,
                           const struct pv_question *question, struct pv_err *err)
{
    struct pv_question *slot = NULL;
    PV_VEC_EACH (struct pv_question, known, &questions->list)
        if (is_same(known, question))
            slot = known;
    if (!slot) {
        PV_TRY(PV_VEC_PUSH(mem, &questions->list, &slot, err));
        *slot = *question;
        return PV_SUCCESS;
    }
    slot->worth += question->worth;
    slot->n_findings += question->n_findings;
    return PV_SUCCESS;
}

/* Whether an earlier fact of the finding asks the same: once is enough. */
static bool is_asked_before(const struct pv_settings *settings, size_t setting, size_t number,
                            const struct pv_question *question)
{
    for (size_t i = 0; i <= setting; i++) {
        struct pv_setting copy = settings->list[i];
        size_t end = i == setting ? number : pv_situation_facts(&copy.situation);
        for (size_t j = 0; j < end; j++) {
            enum pv_dimension dimension = PV_DIM_DATA;
            pv_fact fact = *pv_situation_fact(&copy.situation, j, &dimension);
            struct pv_question other = question_of(&settings->list[i], j, dimension);
            if (!pv_fact_is_known(fact) && is_same(&other, question))
                return true;
        }
    }
    return false;
}

PV_RESULT pv_questions_add(struct pv_arena *mem, struct pv_questions *questions,
                           const struct pv_settings *settings, size_t times, struct pv_err *err)
{
    const double none = 1e-9;
    double before = width_of(pv_settings_decide(questions->policy, settings));
    for (size_t i = 0; before > none && i < settings->n; i++) {
        struct pv_setting copy = settings->list[i];
        for (size_t j = 0; j < pv_situation_facts(&copy.situation); j++) {
            enum pv_dimension dimension = PV_DIM_DATA;
            pv_fact fact = *pv_situation_fact(&copy.situation, j, &dimension);
            struct pv_question question = question_of(&settings->list[i], j, dimension);
            if (pv_fact_is_known(fact) || !is_askable(dimension) ||
                is_asked_before(settings, i, j, &question))
                continue;
            double worth = before - expect(questions, settings, &question);
            question.worth = worth * (double)times;
            question.n_findings = times;
            if (worth > none)
                PV_TRY(add_worth(mem, questions, &question, err));
        }
    }
    return PV_SUCCESS;
}

/* By worth, then by name, so that the same facts ask the same. */
static int compare(const void *left, const void *right)
{
    const struct pv_question *a = left;
    const struct pv_question *b = right;
    const double alike = 1e-9;
    if (a->worth > b->worth + alike || b->worth > a->worth + alike)
        return a->worth < b->worth ? 1 : -1;
    int order = pv_str_cmp(a->service, b->service);
    if (order == 0)
        order = (int)a->dimension - (int)b->dimension;
    if (order == 0)
        order = pv_str_cmp(a->subject, b->subject);
    return order ? order : pv_str_cmp(a->item, b->item);
}

void pv_questions_settle(struct pv_questions *questions)
{
    size_t kept = 0;
    if (questions->list.n > 1)
        qsort(questions->list.p, questions->list.n, sizeof *questions->list.p, compare);
    for (size_t i = 0; i < questions->list.n; i++) {
        bool is_asked = false;
        for (size_t j = 0; j < kept; j++)
            is_asked |= pv_str_eq(questions->list.p[j].service, questions->list.p[i].service);
        if (!is_asked)
            questions->list.p[kept++] = questions->list.p[i];
    }
    questions->list.n = kept;
}

struct pv_str pv_question_key(const struct pv_question *question)
{
    switch (question->dimension) {
    case PV_DIM_REACH: return PV_STR("exposure");
    case PV_DIM_GATE: return PV_STR("authn");
    case PV_DIM_TIER: return PV_STR("tier");
    case PV_DIM_DATA: return PV_STR("data");
    case PV_DIM_SEALED:
        return question->is_of_edge && pv_str_eq(question->item, PV_STR("credential"))
                   ? PV_STR("credential-binding")
                   : PV_STR("types");
    default: return (struct pv_str){0}; /* nothing else is asked */
    }
}

void pv_question_add(struct pv_buf *out, const struct pv_question *question)
{
    struct pv_str key = pv_question_key(question);
    struct pv_str of = question->subject.n ? question->subject : PV_STR("this code");
    switch (question->dimension) {
    case PV_DIM_REACH: pv_buf_format(out, "who can reach %.*s?", PV_STR_FMT(of)); break;
    case PV_DIM_GATE: pv_buf_format(out, "what login stands before %.*s?", PV_STR_FMT(of)); break;
    case PV_DIM_TIER: pv_buf_format(out, "how much hangs on %.*s?", PV_STR_FMT(of)); break;
    case PV_DIM_DATA:
        pv_buf_format(out, "which data does %.*s %s?", PV_STR_FMT(of),
                      question->is_of_edge ? "carry" : "hold");
        break;
    default:
        if (pv_str_eq(key, PV_STR("credential-binding")))
            pv_buf_format(out, "can whoever reads the credentials of %.*s use them?",
                          PV_STR_FMT(of));
        else
            pv_buf_format(out, "is the %.*s of %.*s sealed before it leaves? (`pave prove`)",
                          PV_STR_FMT(question->item), PV_STR_FMT(of));
    }
    pv_buf_format(out, " pave.dev/%.*s %sanswers it", PV_STR_FMT(key),
                  question->service.n ? "" : "in a catalog-info.yaml ");
}
