/* SPDX-License-Identifier: Apache-2.0 */
/*
 * edit: the fixes of one file's findings, as one new text.
 */
#ifndef PV_APP_CLI_EDIT_H
#define PV_APP_CLI_EDIT_H

#include "engine/scan/mended.h"

struct pv_edit {
    struct pv_mended mended; /* the caller clears its text */
    size_t applied;
    size_t overlapping; /* left out: another fix has changed the place */
    size_t moved;       /* left out: the place no longer reads as it did when it was scanned */
};

/*
 * Makes `text` with the fixes of `findings` applied, all of this one file and in order of place.
 * The first of fixes that overlap is taken. The places live in `mem`. PV_NO_MEMORY.
 */
PV_RESULT pv_edit_make(struct pv_arena *mem, struct pv_str text, const struct pv_finding *findings,
                       size_t n_findings, struct pv_edit *out, struct pv_err *err);

#endif
