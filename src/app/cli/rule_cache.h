/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_cache: images of rules in the caller's cache folder, $XDG_CACHE_HOME/pave
 * or ~/.cache/pave.
 *
 * An image is taken only when it holds the same texts of rules and was made by
 * the same program; so there is nothing to be kept up to date. The number of
 * files is fixed: a new image takes the place of one with the same slot. What
 * goes wrong with the cache is not told: the rules are read as if there were none.
 */
#ifndef PV_APP_CLI_RULE_CACHE_H
#define PV_APP_CLI_RULE_CACHE_H

#include "engine/rule/rule_image.h"

/*
 * Fills an empty set that has a wish with the rules of `origin`, deferred when the
 * cache has them. Errors as pv_rule_set_read.
 */
PV_RESULT pv_rule_cache_load(struct pv_arena *mem, struct pv_rule_set *set,
                             const struct pv_rule_origin *origin, struct pv_err *err);

#endif
