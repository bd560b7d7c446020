/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_image_internal: how an image begins, and the marks of its rules.
 */
#ifndef PV_ENGINE_RULE_RULE_IMAGE_INTERNAL_H
#define PV_ENGINE_RULE_RULE_IMAGE_INTERNAL_H

#include "base/hash.h"
#include "engine/rule/rule_image.h"

#define PV_RULE_IMAGE_MAGIC PV_STR("pave rules 1\n")

/* How a rule stands in an image. */
enum pv_rule_image_kind {
    PV_RULE_IMAGE_SKIMMED, /* a shipped rule for other languages: its file alone */
    PV_RULE_IMAGE_WHOLE,
};

/* Names of the languages wished for, in order; "*" for any. */
void pv_rule_image_add_wish(struct pv_buf *out, const struct pv_rule_wish *wish);

#endif
