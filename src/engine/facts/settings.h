/* SPDX-License-Identifier: Apache-2.0 */
/*
 * settings: what a file gives names to: `local.x` of a block `locals`, and
 * `var.x` where a block `variable "x"` has a default, in configuration; in
 * code `Limits.COUNT` of a class, where nothing can give it another value.
 */
#ifndef PV_ENGINE_FACTS_SETTINGS_H
#define PV_ENGINE_FACTS_SETTINGS_H

#include "engine/ast/tree.h"

struct pv_settings; /* lives in the arena that it was read in */

/* NULL in `*out` when the file has none. Linear in the tree. */
PV_RESULT pv_settings_read(struct pv_arena *mem, const struct pv_tree *tree,
                           const struct pv_settings **out, struct pv_err *err);

/* The value of what is written at `node`, such as `local.x`; PV_NO_NODE when it has none.
 * `settings` may be NULL. A name that is given twice has none. */
pv_node pv_settings_value(const struct pv_settings *settings, const struct pv_tree *tree,
                          pv_node node);

#endif
