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

static inline uint64_t pv_rule_image_mix(uint64_t hash, uint64_t bytes)
{
    hash = (hash ^ bytes) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

/*
 * Tells damage; no other image of the same bytes but for a few has it. Four hashes side by side,
 * since each step of one waits for the step before.
 */
static inline uint64_t pv_rule_image_hash(struct pv_str body)
{
    enum { LANES = 4, STEP = LANES * sizeof(uint64_t) };
    uint64_t lanes[LANES] = {PV_HASH_START ^ body.n, 1, 2, 3};
    uint64_t bytes[LANES] = {0};
    size_t at = 0;
    for (; body.n - at >= STEP; at += STEP) {
        memcpy(bytes, body.p + at, STEP);
        for (size_t i = 0; i < LANES; i++)
            lanes[i] = pv_rule_image_mix(lanes[i], bytes[i]);
    }
    memset(bytes, 0, sizeof bytes);
    if (body.n > at)
        memcpy(bytes, body.p + at, body.n - at);
    uint64_t hash = 0;
    for (size_t i = 0; i < LANES; i++)
        hash = pv_rule_image_mix(pv_rule_image_mix(hash, lanes[i]), bytes[i]);
    return hash;
}

/* Names of the languages wished for, in order; "*" for any. */
void pv_rule_image_add_wish(struct pv_buf *out, const struct pv_rule_wish *wish);

#endif
