/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong with the facts of a service, in words: places that disagree, days long gone. */
#include "base/attr.h"
#include "base/buf.h"
#include "risk/catalog_internal.h"

#include <inttypes.h>

/* One fact that can be judged. */
struct judged {
    const char *what; /* "exposure" */
    struct pv_str of; /* a service or an API */
    const struct pv_resolved *known;
    enum pv_claim_kind kind;
    enum pv_dimension dimension;
};

static void add_claim(struct pv_buf *out, const struct judged *it, const struct pv_claim *claim)
{
    pv_buf_format(out, "%.*s:%u says ", PV_STR_FMT(claim->file), claim->line);
    if (it->kind == PV_CLAIM_OF_DATA)
        PV_BUF_LIT(out, "other items");
    else
        pv_buf_add(out, pv_fact_text(it->dimension, pv_fact_low(claim->fact)));
}

static void say_conflict(struct pv_buf *out, const struct judged *it)
{
    pv_buf_format(out, "%s of %.*s: ", it->what, PV_STR_FMT(it->of));
    add_claim(out, it, &it->known->claim);
    PV_BUF_LIT(out, ", ");
    add_claim(out, it, &it->known->other);
    PV_BUF_LIT(out, "; until one of them is put right, it is taken to be either");
}

static void say_expired(struct pv_buf *out, const struct judged *it)
{
    pv_buf_format(out,
                  "%s of %.*s was looked at %" PRId64 " days ago and is good for %" PRId64
                  "; until it is reviewed, it could be anything",
                  it->what, PV_STR_FMT(it->of), it->known->age_days,
                  pv_claim_good_for_days(&it->known->claim, it->kind));
}

static PV_RESULT judge(struct pv_catalog *catalog, const struct judged *it, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    const struct pv_resolved *known = it->known;
    struct pv_catalog_problem problem = {.file = known->claim.file, .line = known->claim.line};
    if (known->state == PV_CLAIM_CONFLICT) {
        problem.matter = PV_MATTER_CONFLICT;
        say_conflict(&text, it);
    } else if (known->state == PV_CLAIM_EXPIRED) {
        problem.matter = PV_MATTER_EXPIRED;
        say_expired(&text, it);
    } else {
        return PV_SUCCESS;
    }
    PV_TRY(pv_buf_result(&text, err));
    problem.text = pv_buf_str(&text);
    PV_VEC_EACH (const struct pv_catalog_problem, told, &catalog->problems)
        if (pv_str_eq(told->text, problem.text) && pv_str_eq(told->file, problem.file))
            return PV_SUCCESS; /* an API has more than one side */
    return pv_catalog_add_problem(catalog, problem, err);
}

static PV_RESULT judge_edge(struct pv_catalog *catalog, const struct pv_edge *edge,
                            struct pv_err *err)
{
    const struct judged facts[] = {
        {"exposure", edge->name, &edge->reach, PV_CLAIM_OF_EXPOSURE, PV_DIM_REACH},
        {"authn", edge->name, &edge->gate, PV_CLAIM_OF_GATE, PV_DIM_GATE},
        {"credential-binding", edge->name, &edge->binding, PV_CLAIM_OF_BINDING, PV_DIM_SEALED},
        {"data", edge->name, &edge->holds, PV_CLAIM_OF_DATA, PV_DIM_DATA},
    };
    for (size_t i = 0; i < PV_COUNT(facts); i++)
        PV_TRY(judge(catalog, &facts[i], err));
    return PV_SUCCESS;
}

/* A review of a day to come would never age. */
static PV_RESULT say_ahead(struct pv_catalog *catalog, const struct pv_service *service,
                           struct pv_err *err)
{
    enum { DAY_S = 24 * 60 * 60 };
    const struct pv_claim *claims[] = {&service->reach.claim, &service->holds.claim,
                                       &service->tier.claim, &service->gate.claim};
    for (size_t i = 0; i < PV_COUNT(claims); i++) {
        if (!catalog->now || claims[i]->at <= catalog->now + DAY_S)
            continue;
        return pv_catalog_add_problem(
            catalog,
            (struct pv_catalog_problem){PV_MATTER_AHEAD, claims[i]->file, claims[i]->line,
                                        PV_STR("it was reviewed on a day that is still to come")},
            err);
    }
    return PV_SUCCESS;
}

PV_RESULT pv_catalog_judge(struct pv_catalog *catalog, const struct pv_service *service,
                           struct pv_err *err)
{
    const struct judged facts[] = {
        {"exposure", service->name, &service->reach, PV_CLAIM_OF_EXPOSURE, PV_DIM_REACH},
        {"tier", service->name, &service->tier, PV_CLAIM_OF_TIER, PV_DIM_TIER},
        {"authn", service->name, &service->gate, PV_CLAIM_OF_GATE, PV_DIM_GATE},
        {"data", service->name, &service->holds, PV_CLAIM_OF_DATA, PV_DIM_DATA},
    };
    for (size_t i = 0; i < PV_COUNT(facts); i++)
        PV_TRY(judge(catalog, &facts[i], err));
    PV_VEC_EACH (const struct pv_edge, edge, &service->edges)
        PV_TRY(judge_edge(catalog, edge, err));
    return say_ahead(catalog, service, err);
}
