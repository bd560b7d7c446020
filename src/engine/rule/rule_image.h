/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_image: a set of rules as bytes, from which it is there again without
 * YAML and without compiling patterns.
 *
 * An image holds the texts that it was made of, the rules as values, and what
 * each needs. Rules that come from it are deferred: see pv_rule_set_compile. It
 * holds for the program that wrote it, on that machine, and says so itself.
 */
#ifndef PV_ENGINE_RULE_RULE_IMAGE_H
#define PV_ENGINE_RULE_RULE_IMAGE_H

#include "base/buf.h"
#include "engine/rule/rule.h"

/* Made at build time: a hash of all that decides what is in an image. */
extern const char pv_engine_id[65];

/* Where the rules of an image come from; an empty list means the shipped rules. */
struct pv_rule_origin {
    struct pv_rule_sources sources;
    struct pv_str engine; /* pv_engine_id, but for tests */
};

/* A name for images of the origin with the set's wish. Two may share one: the image itself tells.
 */
uint64_t pv_rule_image_key(const struct pv_rule_set *set, const struct pv_rule_origin *origin);

/*
 * Appends the image of a set in which nothing is deferred. False, and nothing, for
 * a set that has what images do not hold.
 */
bool pv_rule_image_write(const struct pv_rule_set *set, const struct pv_rule_origin *origin,
                         struct pv_buf *out);

/*
 * Adds the rules of `image` to an empty set with a wish; views point into `image`.
 * PV_INVALID when it is not an image of that origin and wish, or is damaged: the
 * set is then to be cleared.
 */
PV_RESULT pv_rule_image_read(struct pv_rule_set *set, const struct pv_rule_origin *origin,
                             struct pv_str image, struct pv_err *err);

#endif
