/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fix_text: what a rule's fix puts in the place of one match.
 */
#ifndef PV_ENGINE_SCAN_FIX_TEXT_H
#define PV_ENGINE_SCAN_FIX_TEXT_H

#include "engine/scan/finding_fill.h"

/*
 * The fix with the code of the file for its metavariables: strings keep their own
 * quotes, operators get brackets where they would come apart, a comma beside nothing
 * goes, and lines stand below the match. Lives in `mem`. PV_LIMIT past
 * PV_SCAN_MESSAGE_BYTES.
 */
PV_RESULT pv_fix_text(struct pv_arena *mem, const struct pv_finding_source *source,
                      struct pv_str fix, const struct pv_match *match, struct pv_str *out,
                      struct pv_err *err);

#endif
