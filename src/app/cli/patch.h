/* SPDX-License-Identifier: Apache-2.0 */
/*
 * patch: what edits change in a file, as a unified diff (POSIX, diff -u), which patch(1) and
 * git apply take.
 */
#ifndef PV_APP_CLI_PATCH_H
#define PV_APP_CLI_PATCH_H

#include "app/cli/edit.h"
#include "engine/report/report.h"

struct pv_patch {
    struct pv_str path;
    struct pv_str before;
    struct pv_str after;
    const struct pv_mended_place *places; /* at least one, in order */
    size_t n_places;
    struct pv_report_style style;
    bool is_shown; /* for eyes: bytes that would steer a terminal are replaced */
};

/* Appends to `out`. `mem` is used for the while of the call. PV_NO_MEMORY. */
PV_RESULT pv_patch_write(struct pv_arena *mem, const struct pv_patch *patch, struct pv_buf *out,
                         struct pv_err *err);

#endif
