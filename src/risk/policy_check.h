/* SPDX-License-Identifier: Apache-2.0 */
/*
 * policy_check: what must hold of a policy, shown by walking all combinations of
 * facts: it is total, monotone (a fact that is raised never lowers the priority), every
 * input of every table matters, and obligations only raise.
 */
#ifndef PV_RISK_POLICY_CHECK_H
#define PV_RISK_POLICY_CHECK_H

#include "risk/situation.h"

/* Steps up of one fact that lower the priority. */
struct pv_policy_steps_down {
    size_t n;
    struct pv_situation low;  /* the first of them, before … */
    struct pv_situation high; /* … and after */
    enum pv_dimension raised;
};

struct pv_policy_check {
    size_t rows;         /* of the five tables */
    size_t combinations; /* of facts that were walked */
    struct pv_policy_steps_down tables;
    bool has_idle; /* some input of a table never matters */
    enum pv_policy_step idle_step;
    enum pv_dimension idle;
    size_t overlay_rows;
    size_t overlay_combinations;
    size_t overlay_lowers; /* combinations that are less with the overlay than without */
    struct pv_policy_steps_down overlay;
    size_t cve_rows;
    size_t cve_steps_down;
    bool has_cve_idle;
    enum pv_dimension cve_idle;
};

void pv_policy_check(const struct pv_policy *policy, struct pv_policy_check *out);

#endif
