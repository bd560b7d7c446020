/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explanation: why a finding was decided as it was, as a record that can be
 * stored, shown, and decided again under another policy.
 */
#ifndef PV_RISK_EXPLANATION_H
#define PV_RISK_EXPLANATION_H

#include "risk/setting.h"
#include "risk/situation.h"
#include "text/json.h"

enum { PV_EXPLANATION_CHANGES_MAX = 32 };

/* One fact that, were it another, would change the priority. */
struct pv_change {
    enum pv_dimension dimension;
    struct pv_str edge; /* the API that the fact is of; empty: the service */
    struct pv_str item; /* of data and sealing */
    unsigned value;
    pv_fact priority; /* then */
};

struct pv_changes_of {
    struct pv_change list[PV_EXPLANATION_CHANGES_MAX];
    size_t n;
};

/* All facts, one at a time; of each, only values that it does not have yet. */
void pv_explanation_changes(const struct pv_policy *policy, const struct pv_settings *settings,
                            struct pv_changes_of *out);

/* The record as JSON. `finding` names it (a fingerprint); may be empty. */
void pv_explanation_write(struct pv_json *json, const struct pv_policy *policy,
                          const struct pv_settings *settings, struct pv_str finding);

/* The situations of a record: one, or one for each API that the finding may be about. */
struct pv_situations {
    struct pv_situation list[PV_RISK_EDGES_MAX];
    size_t n;
};

/* Texts live as long as `record`. PV_INVALID, PV_LIMIT. */
PV_RESULT pv_explanation_read(const struct pv_doc *record, struct pv_situations *out,
                              struct pv_err *err);

/* What it is in all of them together. */
pv_fact pv_situations_decide(const struct pv_policy *policy,
                             const struct pv_situations *situations);

#endif
