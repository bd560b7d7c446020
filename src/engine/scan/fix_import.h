/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fix_import: the line at the head of a file that a fix needs, and where it goes.
 */
#ifndef PV_ENGINE_SCAN_FIX_IMPORT_H
#define PV_ENGINE_SCAN_FIX_IMPORT_H

#include "engine/scan/finding_fill.h"

/*
 * Sets `import` and `import_at` of a finding whose fix needs one of `wanted`, which are lines: the
 * one that begins as the file's own imports do, or else the first. A file that has the line needs
 * none. It goes below the imports that the file begins with, or else above its first statement.
 * The text lives in `mem`.
 */
PV_RESULT pv_fix_import(struct pv_arena *mem, const struct pv_finding_source *source,
                        struct pv_str wanted, struct pv_finding *finding, struct pv_err *err);

#endif
