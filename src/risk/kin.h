/* SPDX-License-Identifier: Apache-2.0 */
/*
 * kin: the entries that have a say in the facts of one Component or API, level by level:
 * its own first, then those that it inherits from.
 */
#ifndef PV_RISK_KIN_H
#define PV_RISK_KIN_H

#include "risk/service.h"

struct pv_kin_level {
    const struct pv_entity *members[PV_RISK_CLAIMS_MAX]; /* several files may describe one entry */
    size_t n;
};

enum { PV_KIN_LEVELS = PV_RISK_INHERIT_MAX + 2 };

struct pv_kin {
    struct pv_kin_level levels[PV_KIN_LEVELS];
    size_t n;
    struct pv_str missing; /* a level that is named, but that no entry describes; empty for none */
};

/* A Component, its Systems, their Domains. */
void pv_kin_of_component(const struct pv_entities *entities, struct pv_str name,
                         struct pv_kin *out);

/* An API, the Components that provide it when they are asked for, its Systems, their Domains. */
void pv_kin_of_api(const struct pv_entities *entities, struct pv_str name, bool has_providers,
                   struct pv_kin *out);

/* What the nearest level that says anything claims; `claim` is the claim's offset in an entry. */
struct pv_resolved pv_kin_resolve(const struct pv_kin *kin, size_t claim, enum pv_claim_kind kind,
                                  enum pv_dimension dimension, int64_t now);

/* The same of data: the items of all that count at that level. Its `fact` is not one. */
struct pv_resolved pv_kin_data(const struct pv_kin *kin, int64_t now, struct pv_data_items *out);

/* All obligations of all levels. */
void pv_kin_obligations(const struct pv_kin *kin, int64_t now, struct pv_obligations *out);

/* The nearest entry that names an owner; NULL. */
const struct pv_entity *pv_kin_owner(const struct pv_kin *kin);

#endif
