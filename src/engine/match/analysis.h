/* SPDX-License-Identifier: Apache-2.0 */
/*
 * analysis: what metavariable-analysis asks of a text.
 */
#ifndef PV_ENGINE_MATCH_ANALYSIS_H
#define PV_ENGINE_MATCH_ANALYSIS_H

#include "base/str.h"

/*
 * Whether a text looks as if its characters were drawn by lot, as keys and tokens
 * do, and not like words or names: by how much each character tells after the one
 * before it, in sum and on average.
 */
bool pv_analysis_is_random(struct pv_str text);

/*
 * Whether a regular expression may take time that grows exponentially with the
 * text: something repeated that repeats by itself, or repeated alternatives of
 * which two are the same. Linear in the text.
 */
bool pv_analysis_is_slow(struct pv_str regex);

#endif
