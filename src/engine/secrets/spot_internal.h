/* SPDX-License-Identifier: Apache-2.0 */
/*
 * spot_internal: what the files of spot share.
 */
#ifndef PV_ENGINE_SECRETS_SPOT_INTERNAL_H
#define PV_ENGINE_SECRETS_SPOT_INTERNAL_H

#include "engine/secrets/spot.h"

/* Whether pv_spot_sort_wide can run here. */
bool pv_spot_has_wide(void);

/* pv_spot_sort by AVX2. */
void pv_spot_sort_wide(const struct pv_spot_tables *tables, const char *p, struct pv_spots *out);

#endif
