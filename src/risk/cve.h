/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cve: the names of published vulnerabilities, and the list of those that are known to be
 * exploited, as CISA publishes it.
 */
#ifndef PV_RISK_CVE_H
#define PV_RISK_CVE_H

#include "base/map.h"
#include "risk/fact.h"

/* The first name in `text`, such as CVE-2021-44228; false when there is none. A view of it. */
bool pv_cve_find(struct pv_str text, struct pv_str *out);

struct pv_kev {
    struct pv_map names;
    bool is_given; /* false: nobody knows of any vulnerability whether it is exploited */
};

/*
 * Reads the catalogue of known exploited vulnerabilities: an object with `vulnerabilities`,
 * each with a `cveID`. In `mem`. PV_SYNTAX, PV_INVALID, PV_LIMIT.
 */
PV_RESULT pv_kev_read(struct pv_arena *mem, struct pv_str text, struct pv_kev *out,
                      struct pv_err *err);

/* What the list says of one: no, yes, or either when there is no list. */
pv_fact pv_kev_fact(const struct pv_kev *kev, struct pv_str cve);

#endif
