/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scope: the named types and functions that a finding stands in, from the outer
 * to the inner: "Store.keep". It stays the same while lines move.
 */
#ifndef PV_ENGINE_SCAN_SCOPE_H
#define PV_ENGINE_SCAN_SCOPE_H

#include "engine/ast/tree.h"
#include "engine/scan/finding.h"

/*
 * Fills in the scope of `n` findings of the file that `tree` is of; `shift` is
 * what their offsets are ahead of the tree's. Findings are in order of their starts. Scopes live
 * in `mem`. Linear in the tree and the findings, times the scopes that each stands in.
 */
PV_RESULT pv_scope_fill(struct pv_arena *mem, const struct pv_tree *tree, uint32_t shift,
                        struct pv_finding *findings, size_t n, struct pv_err *err);

#endif
