/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reach: the writes to a variable whose values a use of it may see.
 *
 * Both answers are for every path to the use, or none is given: a loop that
 * could bring a later write back, a write in another function, or a path with
 * no write at all make it unknown.
 */
#ifndef PV_ENGINE_FACTS_REACH_H
#define PV_ENGINE_FACTS_REACH_H

#include "engine/facts/defs.h"
#include "engine/facts/dotted.h"

/* One look at uses: how far up it may still climb, since trees may be deep. */
struct pv_reach {
    const struct pv_defs *defs;
    const struct pv_tree *tree;
    int climbs_left; /* 0: nothing that was found is to be trusted */
};

/*
 * The write whose value the use sees on every path: the nearest before it, if
 * it stands in a list of statements around the use. A variable of another
 * function, or of the file, has to be written once. NULL when there is none.
 */
const struct pv_write *pv_reach_one(struct pv_reach *reach, const struct pv_def *def, pv_node use);

/*
 * The writes of the function around the use, one of which the use sees on
 * each path: those in both branches of an `if` close it for what stands
 * before. How many there are; 0 when it is not known.
 */
size_t pv_reach_each(struct pv_reach *reach, const struct pv_def *def, pv_node use,
                     const struct pv_write *out[PV_REACH_MAX]);

#endif
