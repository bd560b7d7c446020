/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_image_internal: how an image begins, and what tells that it is whole.
 */
#ifndef PV_ENGINE_RULE_RULE_IMAGE_INTERNAL_H
#define PV_ENGINE_RULE_RULE_IMAGE_INTERNAL_H

#include "base/hash.h"
#include "base/pack.h"
#include "engine/rule/rule_image.h"

#define PV_RULE_IMAGE_MAGIC PV_STR("pave rules 5\n")

/* Tells damage, eight bytes at a time; no other image of the same bytes but for a few has it. */
static inline uint64_t pv_rule_image_hash(struct pv_str body)
{
    uint64_t hash = PV_HASH_START ^ body.n;
    for (size_t at = 0; at < body.n; at += sizeof hash) {
        uint64_t bytes = 0;
        size_t n = body.n - at;
        memcpy(&bytes, body.p + at, n < sizeof bytes ? n : sizeof bytes);
        hash = (hash ^ bytes) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 32;
    }
    return hash;
}

/* Names of the languages wished for, in order; "*" for any. */
void pv_rule_image_add_wish(struct pv_buf *out, const struct pv_rule_wish *wish);

#endif
