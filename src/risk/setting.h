/* SPDX-License-Identifier: Apache-2.0 */
/*
 * setting: where a finding stands: what its rule says of the class of weakness, and what is
 * known of the service, or of the API that it is about.
 *
 * What is wrong with a transport is decided on the APIs that the service calls or provides,
 * each by what travels on it: those that the file speaks to, where the catalog says so. Which
 * of several it is, nobody says then: the priority is all that it is on any of them.
 */
#ifndef PV_RISK_SETTING_H
#define PV_RISK_SETTING_H

#include "engine/rule/rule.h"
#include "risk/policy.h"
#include "risk/service.h"

struct pv_setting {
    struct pv_situation situation;
    const struct pv_service *service; /* NULL: no catalog says */
    const struct pv_edge *edge;       /* NULL: the service itself */
    bool is_pre_auth;                 /* the attack needs no login, so the gate does not help */
    bool is_only_confidential;        /* tier weighs integrity and availability */
    struct pv_str why;                /* what shows that it is reached; may be empty */
};

struct pv_settings {
    struct pv_setting list[PV_RISK_EDGES_MAX]; /* at least one */
    size_t n;
};

/* Who says one fact of a setting. */
struct pv_fact_source {
    enum pv_claim_source source;
    enum pv_claim_state state;
    struct pv_str file; /* empty: none */
    uint32_t line;
    int64_t age_days;       /* PV_AGE_UNKNOWN */
    struct pv_str evidence; /* what shows it */
    struct pv_claim other;  /* CONFLICT: what is said elsewhere */
    struct pv_str subject;  /* the service or the API that the fact is of; empty: the rule's */
};

/* All settings that a finding of `rule` in the file `path` of `service` may have. Views of all. */
void pv_settings_of(const struct pv_rule *rule, const struct pv_service *service,
                    struct pv_str path, struct pv_settings *out);

/* Of a published vulnerability in `service`. */
void pv_settings_of_cve(struct pv_str cve, const struct pv_service *service,
                        struct pv_settings *out);

/* What it is in all settings together. */
pv_fact pv_settings_decide(const struct pv_policy *policy, const struct pv_settings *settings);

/* Of the fact with this number (see pv_situation_fact). */
struct pv_fact_source pv_setting_source(const struct pv_setting *setting, size_t number);

#endif
