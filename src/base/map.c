/* SPDX-License-Identifier: Apache-2.0 */
#include "base/map.h"

#include "base/hash.h"
#include "base/num.h"

enum { FIRST_CAPACITY = 16 };

/* The slot that holds `key`, or the free one where it belongs. */
static struct pv_map_slot *probe(struct pv_map_slot *slots, size_t capacity, struct pv_str key,
                                 uint64_t hash)
{
    size_t mask = capacity - 1;
    size_t at = (size_t)hash & mask;
    while (slots[at].key.p && !(slots[at].hash == hash && pv_str_eq(slots[at].key, key)))
        at = (at + 1) & mask;
    return &slots[at];
}

bool pv_map_find_hashed(const struct pv_map *map, struct pv_str key, uint64_t hash, uint32_t *out)
{
    if (map->n == 0)
        return false;
    const struct pv_map_slot *slot = probe(map->slots, map->capacity, key, hash);
    if (!slot->key.p)
        return false;
    *out = slot->value;
    return true;
}

bool pv_map_find(const struct pv_map *map, struct pv_str key, uint32_t *out)
{
    return pv_map_find_hashed(map, key, pv_hash_str(key), out);
}

static PV_RESULT grow(struct pv_arena *mem, struct pv_map *map, struct pv_err *err)
{
    size_t capacity = FIRST_CAPACITY;
    struct pv_map_slot *slots = NULL;
    if (map->capacity && !pv_mul(map->capacity, 2, &capacity))
        return pv_fail(err, PV_LIMIT, 0, "a table of more than %zu entries", map->n);
    PV_TRY(PV_NEW_ARRAY(mem, capacity, &slots, err));
    for (size_t i = 0; i < map->capacity; i++) {
        if (map->slots[i].key.p)
            *probe(slots, capacity, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    }
    map->slots = slots;
    map->capacity = capacity;
    return PV_SUCCESS;
}

struct pv_result pv_map_put(struct pv_arena *mem, struct pv_map *map, struct pv_str key,
                            uint32_t value, struct pv_err *err)
{
    uint64_t hash = pv_hash_str(key);
    if (!key.p)
        key.p = ""; /* NULL marks a free slot; the empty text is a key like any other */
    if (map->n * 2 >= map->capacity)
        PV_TRY(grow(mem, map, err));
    struct pv_map_slot *slot = probe(map->slots, map->capacity, key, hash);
    if (!slot->key.p)
        map->n++;
    *slot = (struct pv_map_slot){.key = key, .hash = hash, .value = value};
    return PV_SUCCESS;
}
