/* SPDX-License-Identifier: Apache-2.0 */
/*
 * policy_check: what must hold of a policy, shown by walking all combinations of
 * facts: it is total, monotone (a fact that is raised never lowers the priority),
 * and every input of every table matters.
 */
#ifndef PV_RISK_POLICY_CHECK_H
#define PV_RISK_POLICY_CHECK_H

#include "risk/situation.h"

struct pv_policy_check {
    size_t rows;              /* of all tables */
    size_t combinations;      /* of facts that were walked */
    size_t not_monotone;      /* steps up of one fact that lower the priority */
    struct pv_situation low;  /* the first of them, before … */
    struct pv_situation high; /* … and after */
    enum pv_dimension raised;
    bool has_idle; /* some input of a table never matters */
    enum pv_policy_step idle_step;
    enum pv_dimension idle;
};

void pv_policy_check(const struct pv_policy *policy, struct pv_policy_check *out);

#endif
