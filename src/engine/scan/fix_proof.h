/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fix_proof: takes fixes back that do not hold.
 *
 * A fix is worth offering when the file can still be read with it and, for rules that are written
 * for Pave (they name their class), when the rule is silent there afterwards. So the fixes are made
 * in a copy of the text, which is parsed and searched once more. One that only puts words for words
 * and texts for texts is taken at its word, unless it is about to be written: reading the file once
 * more costs as much as the scan of it.
 */
#ifndef PV_ENGINE_SCAN_FIX_PROOF_H
#define PV_ENGINE_SCAN_FIX_PROOF_H

#include "engine/lang/lang.h"
#include "engine/scan/finding.h"

/* A file with findings. */
struct pv_fix_proof {
    const struct pv_lang *lang; /* NULL: it has no tree */
    struct pv_str text;         /* as it was searched */
    uint32_t shift;             /* bytes before it in the file */
    size_t error_bytes;         /* what its grammar could not read */
    const struct pv_parse_options *parsing;
    const struct pv_properties *properties;
    uint64_t steps; /* that one rule may take */
    bool is_strict; /* those are tried, too, that put words and texts for others and no more */
};

/*
 * Takes back what does not hold of the fixes of `findings`, which are in order of place. All are
 * tried at once, and one by one where they do not hold together: PV_SCAN_FIX_TRIES times at most,
 * then what is left unproved is taken back, too. `mem` is used for the while of the call.
 */
PV_RESULT pv_fix_prove(struct pv_arena *mem, const struct pv_fix_proof *proof,
                       struct pv_finding *findings, size_t n, struct pv_err *err);

#endif
