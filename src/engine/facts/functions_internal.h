/* SPDX-License-Identifier: Apache-2.0 */
/*
 * functions_internal: what the files that read functions share.
 */
#ifndef PV_ENGINE_FACTS_FUNCTIONS_INTERNAL_H
#define PV_ENGINE_FACTS_FUNCTIONS_INTERNAL_H

#include "engine/facts/functions.h"

/* Of a name with parts, as of `T::f`, the last one; PV_NO_NODE. */
pv_node pv_functions_last_part(const struct pv_tree *tree, pv_node name);

/*
 * Methods that stand outside of their classes: functions_outside.c. Which of
 * their owners are classes is known once all classes are; sorts anew.
 */
PV_RESULT pv_functions_join_outside(struct pv_arena *mem, const struct pv_tree *tree,
                                    struct pv_functions *functions, struct pv_err *err);

#endif
