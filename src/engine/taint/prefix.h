/* SPDX-License-Identifier: Apache-2.0 */
/*
 * prefix: what a text begins with, while it is put together of others, up to the first part that a
 * source has given.
 *
 * Parts of the program that are not known stand in it as PV_PREFIX_UNKNOWN.
 */
#ifndef PV_ENGINE_TAINT_PREFIX_H
#define PV_ENGINE_TAINT_PREFIX_H

#include "engine/taint/taint_limits.h"
#include "engine/taint/value.h"

struct pv_prefix {
    char text[PV_TAINT_PREFIX_MAX]; /* what is longer is cut */
    size_t n;
    bool is_ended; /* what is added from now on is not looked at */
};

void pv_prefix_add_text(struct pv_prefix *prefix, struct pv_str text);

/* What the value is known to begin with; a source has a part in all that follows that. */
void pv_prefix_add_value(struct pv_prefix *prefix, const struct pv_value *value);

/* Whether a value is a text of which is known how it begins. */
bool pv_prefix_is_known(const struct pv_value *value);

#endif
