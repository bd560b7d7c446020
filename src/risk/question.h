/* SPDX-License-Identifier: Apache-2.0 */
/*
 * question: the one answer that would tell most, for each service and for code that no
 * catalog knows.
 *
 * What an answer is worth is how much narrower it makes the priorities that are open, in
 * steps from defer to immediate, over all findings that it is about. What the answer will
 * be nobody knows: each value is as likely as it is among the organisation's services,
 * each of which counts once more than it occurs.
 */
#ifndef PV_RISK_QUESTION_H
#define PV_RISK_QUESTION_H

#include "base/vec.h"
#include "risk/catalog.h"
#include "risk/setting.h"

struct pv_question {
    struct pv_str service; /* empty: code that no catalog knows */
    struct pv_str subject; /* the service or API that the fact is of; empty as well */
    enum pv_dimension dimension;
    struct pv_str item; /* of sealing: of which data */
    bool is_of_edge;    /* the subject is an API */
    double worth;       /* steps of priority, over all findings */
    size_t n_findings;  /* whose priority it narrows */
};

/* How often each value of a fact occurs. */
struct pv_prior {
    unsigned counts[PV_DIM_COUNT][8];
};

/* What is open, gathered finding by finding. */
struct pv_questions {
    const struct pv_policy *policy;
    struct pv_prior prior;
    PV_VEC(struct pv_question) list; /* all that could be asked */
};

void pv_prior_take(const struct pv_catalog *catalog, struct pv_prior *out);

/* Takes in `times` findings with these settings, whose service and edges are viewed. PV_NO_MEMORY.
 */
PV_RESULT pv_questions_add(struct pv_arena *mem, struct pv_questions *questions,
                           const struct pv_settings *settings, size_t times, struct pv_err *err);

/* Keeps the best of each service, the best of all first. */
void pv_questions_settle(struct pv_questions *questions);

/* The question in words, and the annotation that answers it. */
void pv_question_add(struct pv_buf *out, const struct pv_question *question);

/* The annotation that answers it: "exposure". Static. */
struct pv_str pv_question_key(const struct pv_question *question);

#endif
