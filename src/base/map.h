/* SPDX-License-Identifier: Apache-2.0 */
/*
 * map: text to number, open addressing, in an arena. Nothing is ever removed.
 */
#ifndef PV_BASE_MAP_H
#define PV_BASE_MAP_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

struct pv_map_slot {
    struct pv_str key; /* key.p is NULL in a free slot */
    uint64_t hash;
    uint32_t value;
};

struct pv_map {
    struct pv_map_slot *slots;
    size_t n;
    size_t capacity; /* a power of two */
};

/* False when `key` is not there; `*out` is then untouched. `hash` is pv_hash_str(key). */
bool pv_map_find_hashed(const struct pv_map *map, struct pv_str key, uint64_t hash, uint32_t *out);
bool pv_map_find(const struct pv_map *map, struct pv_str key, uint32_t *out);

/* Adds `key` or replaces its value. The key is not copied and must live as long as the map. */
PV_RESULT pv_map_put(struct pv_arena *mem, struct pv_map *map, struct pv_str key, uint32_t value,
                     struct pv_err *err);

#endif
