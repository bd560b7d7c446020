/* SPDX-License-Identifier: Apache-2.0 */
/*
 * calls: which functions of a file run when others do.
 *
 * A call is followed to the function of the file that its name means: of the
 * class around it for `this.f()`, of a class of the file for `C.f()`, a plain
 * one for `f()`; for `x.f()`, the only one that goes by the name. What runs
 * inside a function by being written there runs with it.
 */
#ifndef PV_ENGINE_FACTS_CALLS_H
#define PV_ENGINE_FACTS_CALLS_H

#include "engine/facts/functions.h"

/* One call that was followed. */
struct pv_call {
    pv_node site;      /* PV_CALL */
    uint32_t function; /* its number in pv_functions.list */
};

struct pv_calls {
    const struct pv_functions *functions;
    PV_VEC(struct pv_call) list; /* in order of the file */
};

/* Lives in `mem`; borrows the rest. Linear in the tree, times the functions that are called. */
PV_RESULT pv_calls_read(struct pv_arena *mem, const struct pv_tree *tree,
                        const struct pv_functions *functions, struct pv_calls *out,
                        struct pv_err *err);

/*
 * The functions that run when the node `start` does, not itself: by number in
 * the list, `via[i]` becomes the call that brought function i there first, or
 * stays PV_NO_CALL. `via` is of functions->list.n, all of them set before.
 */
#define PV_NO_CALL UINT32_MAX
PV_RESULT pv_calls_follow(struct pv_arena *mem, const struct pv_tree *tree,
                          const struct pv_calls *calls, pv_node start, uint32_t *via,
                          struct pv_err *err);

#endif
