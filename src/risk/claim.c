/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/claim.h"

#include "base/attr.h"

enum { DAY_S = 24 * 60 * 60 };

struct pv_str pv_claim_source_text(enum pv_claim_source source)
{
    switch (source) {
    case PV_CLAIM_NOBODY: return PV_STR("nobody");
    case PV_CLAIM_RULE: return PV_STR("rule");
    case PV_CLAIM_SCAN: return PV_STR("scan");
    case PV_CLAIM_INHERITED: return PV_STR("inherited");
    case PV_CLAIM_CATALOG: return PV_STR("catalog");
    case PV_CLAIM_SIDECAR: return PV_STR("sidecar");
    case PV_CLAIM_OBSERVED: return PV_STR("observed");
    case PV_CLAIM_PROOF: return PV_STR("proof");
    }
    return PV_STR("nobody");
}

/* PV_AGE_UNKNOWN for a claim without a day, or when `now` is 0. Never negative. */
static int64_t age_days(const struct pv_claim *claim, int64_t now)
{
    if (claim->at == 0 || now == 0)
        return PV_AGE_UNKNOWN;
    return now > claim->at ? (now - claim->at) / DAY_S : 0;
}

int64_t pv_claim_good_for_days(const struct pv_claim *claim, enum pv_claim_kind kind)
{
    static const struct {
        int64_t declared;
        int64_t observed;
    } ages[] = {
#define AGE(name, declared, observed) [PV_CLAIM_OF_##name] = {declared, observed},
#include "risk/age.def"
#undef AGE
    };
    return claim->source == PV_CLAIM_OBSERVED ? ages[kind].observed : ages[kind].declared;
}

bool pv_claim_is_expired(const struct pv_claim *claim, enum pv_claim_kind kind, int64_t now)
{
    return age_days(claim, now) > pv_claim_good_for_days(claim, kind);
}

struct pv_resolved pv_resolved_unset(enum pv_dimension dimension)
{
    return (struct pv_resolved){
        .fact = pv_fact_unknown(dimension), .state = PV_CLAIM_UNSET, .age_days = PV_AGE_UNKNOWN};
}

/* Takes one claim that counts into what is known so far. */
static void take(struct pv_resolved *known, const struct pv_claim *claim)
{
    if (known->state == PV_CLAIM_UNSET || known->state == PV_CLAIM_EXPIRED) {
        known->fact = claim->fact;
        known->state = PV_CLAIM_SAID;
        known->claim = *claim;
        return;
    }
    if (claim->fact != known->fact && known->state == PV_CLAIM_SAID) {
        known->state = PV_CLAIM_CONFLICT;
        known->other = *claim;
    }
    known->fact |= claim->fact;
    if (claim->source > known->claim.source) {
        if (known->state == PV_CLAIM_CONFLICT)
            known->other = known->claim;
        known->claim = *claim;
    }
}

struct pv_resolved pv_claims_resolve(const struct pv_claim *claims, size_t n,
                                     enum pv_claim_kind kind, enum pv_dimension dimension,
                                     int64_t now)
{
    struct pv_resolved known = pv_resolved_unset(dimension);
    for (size_t i = 0; i < n; i++) {
        if (claims[i].fact == 0)
            continue;
        if (!pv_claim_is_expired(&claims[i], kind, now)) {
            take(&known, &claims[i]);
        } else if (known.state == PV_CLAIM_UNSET) {
            known.state = PV_CLAIM_EXPIRED;
            known.claim = claims[i];
        }
    }
    known.age_days = age_days(&known.claim, now);
    return known;
}
