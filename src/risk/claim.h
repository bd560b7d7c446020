/* SPDX-License-Identifier: Apache-2.0 */
/*
 * claim: what one place says of one fact, since when, and what several claims come to.
 *
 * Anyone may say something; it counts until it is too old. Claims that disagree are
 * not weighed against each other: until somebody settles it, the fact is everything that
 * is claimed. What nobody says, or nobody has looked at for too long, could be anything.
 */
#ifndef PV_RISK_CLAIM_H
#define PV_RISK_CLAIM_H

#include "base/str.h"
#include "risk/fact.h"

/* Who says so, the weightiest last. */
enum pv_claim_source {
    PV_CLAIM_NOBODY,
    PV_CLAIM_RULE,      /* the rule's metadata */
    PV_CLAIM_SCAN,      /* what the scan saw */
    PV_CLAIM_INHERITED, /* of the System or Domain above */
    PV_CLAIM_CATALOG,   /* catalog-info.yaml */
    PV_CLAIM_SIDECAR,   /* pave.yaml */
    PV_CLAIM_OBSERVED,  /* pave.observed.yaml, written by what looks at the running system */
    PV_CLAIM_PROOF,     /* shown in the code */
};

/* Facts that age, each with the days that it is good for. */
enum pv_claim_kind {
#define AGE(kind, declared, observed) PV_CLAIM_OF_##kind,
#include "risk/age.def"
#undef AGE
};

struct pv_claim {
    enum pv_claim_source source;
    pv_fact fact; /* 0: it says nothing */
    struct pv_str file;
    uint32_t line;
    int64_t at; /* when somebody last looked, in seconds since 1970; 0: not said */
};

enum pv_claim_state {
    PV_CLAIM_UNSET, /* nobody says */
    PV_CLAIM_SAID,
    PV_CLAIM_EXPIRED,  /* it was said too long ago */
    PV_CLAIM_CONFLICT, /* they say different things */
};

enum { PV_AGE_UNKNOWN = -1 };

struct pv_resolved {
    pv_fact fact;
    enum pv_claim_state state;
    struct pv_claim claim; /* the weightiest of those that count, or the one that expired */
    struct pv_claim other; /* CONFLICT: one that says something else */
    int64_t age_days;      /* of the claim */
};

/* "catalog", "sidecar" …; static. */
struct pv_str pv_claim_source_text(enum pv_claim_source source);

/* The days that such a claim is good for. */
int64_t pv_claim_good_for_days(const struct pv_claim *claim, enum pv_claim_kind kind);

/* Whether it is older than that. A claim without a day does not expire. */
bool pv_claim_is_expired(const struct pv_claim *claim, enum pv_claim_kind kind, int64_t now);

/* What `n` claims of one fact come to at `now` (0: they do not age). */
struct pv_resolved pv_claims_resolve(const struct pv_claim *claims, size_t n,
                                     enum pv_claim_kind kind, enum pv_dimension dimension,
                                     int64_t now);

/* Nobody says: all that it could be. */
struct pv_resolved pv_resolved_unset(enum pv_dimension dimension);

#endif
