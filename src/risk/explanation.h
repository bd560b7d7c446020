/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explanation: why a finding was decided as it was, as a record that can be
 * stored, shown, and decided again under another policy.
 */
#ifndef PV_RISK_EXPLANATION_H
#define PV_RISK_EXPLANATION_H

#include "risk/service.h"
#include "risk/situation.h"

enum { PV_EXPLANATION_CHANGES_MAX = 24 };

/* One fact that, were it another, would change the priority. */
struct pv_change {
    enum pv_dimension dimension;
    size_t item; /* of data and sealing */
    unsigned value;
    pv_fact priority; /* then */
};

struct pv_changes_of {
    struct pv_change list[PV_EXPLANATION_CHANGES_MAX];
    size_t n;
};

/* All facts, one at a time; of each, only values that it does not have yet. */
void pv_explanation_changes(const struct pv_policy *policy, const struct pv_situation *situation,
                            struct pv_changes_of *out);

/*
 * Of the facts that are not known, the one whose answer narrows the priority
 * most, each of its values taken as likely as the others. False when none does.
 */
bool pv_explanation_question(const struct pv_policy *policy, const struct pv_situation *situation,
                             enum pv_dimension *out);

/* The record as JSON; `service` may be NULL. */
void pv_explanation_write(struct pv_json *json, const struct pv_policy *policy,
                          const struct pv_situation *situation, const struct pv_service *service);

/* The facts of a record. PV_INVALID. */
PV_RESULT pv_explanation_read(const struct pv_doc *record, struct pv_situation *out,
                              struct pv_err *err);

#endif
