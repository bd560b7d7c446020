/* SPDX-License-Identifier: Apache-2.0 */
/*
 * evidence: what shows that a finding can be reached from outside.
 *
 * A finding is a pattern until something is shown: that what a stranger sent
 * flows there, or that it stands in a function that handles requests, or in
 * one that such a function of the same file calls. What handles requests is
 * what holds an entry point of kind "http" (see engine/rule/entry_point.h) in
 * a language of the file, if a rule at hand asks for such entry points.
 */
#ifndef PV_ENGINE_SCAN_EVIDENCE_H
#define PV_ENGINE_SCAN_EVIDENCE_H

#include "engine/scan/finding_fill.h"

/* A file with findings. */
struct pv_evidence_file {
    const struct pv_lang *lang;
    const struct pv_match_file *file; /* its `functions` may still be NULL */
    const struct pv_finding_source *source;
    uint64_t steps; /* that looking for entry points may take */
    struct pv_finding *findings;
    size_t n;
};

/*
 * Fills in the evidence of the findings of one file. Reasons live in
 * `result_mem`, all else in `mem`. Entry points that take too many steps are
 * left out: the findings are patterns then.
 */
PV_RESULT pv_evidence_fill(struct pv_arena *mem, struct pv_arena *result_mem,
                           const struct pv_rule_set *rules, const struct pv_evidence_file *file,
                           struct pv_err *err);

#endif
