/* SPDX-License-Identifier: Apache-2.0 */
/*
 * constants: expressions whose value can be read off the code.
 *
 * A variable is what was written to it last, where that is the same on every
 * path to the use.
 */
#ifndef PV_ENGINE_FACTS_CONSTANTS_H
#define PV_ENGINE_FACTS_CONSTANTS_H

#include "engine/facts/defs.h"

/*
 * The expression that the name at `node` stands for, followed through at most
 * PV_CONSTANT_STEPS_MAX variables; `node` itself when it is no such name.
 */
pv_node pv_constant_of(const struct pv_defs *defs, const struct pv_tree *tree, pv_node node);

/*
 * The text that the expression at `node` is known to be: a literal, pieces put
 * together by `plus`, constants within a template. PV_NOT_FOUND when it is not
 * known within PV_CONSTANT_NODES_MAX nodes, PV_LIMIT past PV_CONSTANT_TEXT_MAX
 * bytes. The text lives in `mem`.
 */
PV_RESULT pv_constant_text(struct pv_arena *mem, const struct pv_defs *defs,
                           const struct pv_tree *tree, pv_word plus, pv_node node,
                           struct pv_str *out);

#endif
