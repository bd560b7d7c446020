/* SPDX-License-Identifier: Apache-2.0 */
/*
 * finding_hide: text of a file as a finding may show it: with stars for secrets.
 */
#ifndef PV_ENGINE_SCAN_FINDING_HIDE_H
#define PV_ENGINE_SCAN_FINDING_HIDE_H

#include "engine/scan/finding_fill.h"

/* Copies `part`, a view into the source's text, to `mem`; of secrets it shows what is public. */
PV_RESULT pv_finding_copy(struct pv_arena *mem, const struct pv_finding_source *source,
                          struct pv_str part, struct pv_str *out, struct pv_err *err);

/* Whether a secret is in `part`, a view into the source's text, or it in a secret. */
bool pv_finding_has_secret(const struct pv_finding_source *source, struct pv_str part);

/* Puts stars over the secrets in `copy`, which is a copy of `part`. */
void pv_finding_hide(const struct pv_finding_source *source, struct pv_str part, char *copy);

#endif
