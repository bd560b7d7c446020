/* SPDX-License-Identifier: Apache-2.0 */
/*
 * findings_decide: what another tool's finding of a published vulnerability means in the
 * service that it is in, and who answers for it.
 */
#ifndef PV_APP_CLI_FINDINGS_DECIDE_H
#define PV_APP_CLI_FINDINGS_DECIDE_H

#include "app/cli/repository.h"
#include "ledger/store/sighting.h"
#include "risk/catalog.h"
#include "risk/cve.h"
#include "risk/owner.h"
#include "risk/policy.h"

struct pv_findings_deciding {
    struct pv_arena *mem; /* what is written into sightings lives here */
    const struct pv_repository *repository;
    struct pv_policy policy;
    struct pv_kev kev;
    struct pv_catalog catalog;
    struct pv_owners owners;
};

void pv_findings_deciding_clear(struct pv_findings_deciding *deciding);

/* Fills the owner of each, and the priority of those whose rule names a vulnerability. */
PV_RESULT pv_findings_decide(struct pv_findings_deciding *deciding,
                             const struct pv_sightings *sightings, struct pv_err *err);

#endif
