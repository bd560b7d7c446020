/* SPDX-License-Identifier: Apache-2.0 */
/*
 * edit: the fixes of one file's findings, as one new text.
 */
#ifndef PV_APP_CLI_EDIT_H
#define PV_APP_CLI_EDIT_H

#include "base/buf.h"
#include "engine/scan/finding.h"

struct pv_edit_counts {
    size_t applied;
    size_t overlapping; /* left out: another fix has changed the place */
    size_t moved;       /* left out: the place no longer reads as it did when it was scanned */
};

/*
 * Writes `text` with the fixes of `findings` applied, all of this one file and in
 * order of place. The first of fixes that overlap is taken.
 */
void pv_edit_apply(struct pv_str text, const struct pv_finding *findings, size_t n_findings,
                   struct pv_buf *out, struct pv_edit_counts *counts);

#endif
