/* SPDX-License-Identifier: Apache-2.0 */
/*
 * frame: the lines of a finding, numbered, with the match marked below.
 */
#ifndef PV_ENGINE_REPORT_FRAME_H
#define PV_ENGINE_REPORT_FRAME_H

#include "engine/report/paint.h"

void pv_frame_paint(struct pv_paint *paint, const struct pv_finding *finding);

/*
 * The lines of a finding with its fix in place, as a small difference under a
 * heading. Nothing when the match is longer than what is kept of its lines.
 */
void pv_frame_paint_fix(struct pv_paint *paint, const struct pv_finding *finding);

#endif
