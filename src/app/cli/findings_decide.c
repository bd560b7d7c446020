/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/findings_decide.h"

#include "risk/decide.h"

void pv_findings_deciding_clear(struct pv_findings_deciding *deciding)
{
    pv_catalog_clear(&deciding->catalog);
    pv_owners_clear(&deciding->owners);
}

/* The file as it is reached from here: from the root, where that is the current folder. */
static PV_RESULT find_file(const struct pv_findings_deciding *d, struct pv_str path,
                           struct pv_str *out, struct pv_err *err)
{
    *out = path;
    return d->repository->here.n ? pv_repository_file(d->repository, path, out, err) : PV_SUCCESS;
}

static PV_RESULT decide_cve(struct pv_findings_deciding *d, struct pv_str cve,
                            const struct pv_service *service, struct pv_sighting *seen,
                            struct pv_err *err)
{
    struct pv_settings settings = {0};
    struct pv_finding finding = {0};
    pv_settings_of_cve(cve, service, &settings);
    for (size_t i = 0; i < settings.n; i++)
        settings.list[i].situation.kev = pv_kev_fact(&d->kev, cve);
    PV_TRY(pv_decide(d->mem, &d->policy, &settings, &finding, err));
    seen->priority = finding.context.priority;
    seen->rank = finding.context.rank;
    seen->record = finding.context.record;
    return PV_SUCCESS;
}

PV_RESULT pv_findings_decide(struct pv_findings_deciding *deciding,
                             const struct pv_sightings *sightings, struct pv_err *err)
{
    for (size_t i = 0; i < sightings->n; i++) {
        struct pv_sighting *seen = &sightings->p[i];
        const struct pv_service *service = NULL;
        struct pv_owner owner = {0};
        struct pv_str file = {0};
        struct pv_str cve = {0};
        PV_TRY(find_file(deciding, seen->at.path, &file, err));
        PV_TRY(pv_catalog_find(&deciding->catalog, file, &service, err));
        PV_TRY(pv_owners_find(&deciding->owners, file, service, &owner, err));
        PV_TRY(pv_str_copy(deciding->mem, owner.names, &seen->owner, err));
        if (service)
            PV_TRY(pv_str_copy(deciding->mem, service->name, &seen->service, err));
        if (service && pv_cve_find(seen->at.rule, &cve))
            PV_TRY(decide_cve(deciding, cve, service, seen, err));
    }
    return PV_SUCCESS;
}
