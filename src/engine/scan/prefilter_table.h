/* SPDX-License-Identifier: Apache-2.0 */
/*
 * prefilter_table: the words that a prefilter looks for, by their hashes.
 */
#ifndef PV_ENGINE_SCAN_PREFILTER_TABLE_H
#define PV_ENGINE_SCAN_PREFILTER_TABLE_H

#include "base/num.h"
#include "engine/match/need_place.h"
#include "engine/scan/prefilter.h"

#include <string.h>

enum {
    PV_PREFILTER_KEY_BYTES = 8,
    PV_PREFILTER_BITS_LOG2 = 16, /* 8 KiB of filter: stays in the first cache level */
};

/*
 * Both ends of a word, or twice all of it when it is short: enough to tell the
 * words of a program apart, at a cost that does not grow with the word.
 */
struct pv_prefilter_key {
    uint64_t head;
    uint64_t tail;
    size_t n;
};

struct pv_prefilter_slot {
    uint64_t head;
    uint64_t tail;
    const char *text;
    uint32_t n;      /* 0 in a free slot */
    pv_word number;  /* PV_PREFILTER_ANY when it is only looked for in its places */
    uint32_t places; /* one more than the number of the first of them; 0: none */
};

/* A word that has to stand somewhere, of those of one slot. */
struct pv_prefilter_place {
    struct pv_need_place place;
    pv_word number;
    uint32_t next;  /* as a slot's */
    bool is_object; /* another name of the module in which the word is reached is enough */
    bool is_piece;  /* only the beginning or end of a text's word: the rest is in another piece */
};

static inline uint64_t pv_prefilter_load_8(const char *p)
{
    uint64_t value = 0;
    memcpy(&value, p, sizeof value);
    return value;
}

/* What leaves the first bytes in memory of eight. */
static const uint64_t pv_prefilter_first_bytes[PV_PREFILTER_KEY_BYTES + 1] = {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    0,          0xff, 0xffff, 0xffffff, 0xffffffff, 0xffffffffff, 0xffffffffffff, 0xffffffffffffff,
    UINT64_MAX,
#else
    0,
    0xff00000000000000,
    0xffff000000000000,
    0xffffff0000000000,
    0xffffffff00000000,
    0xffffffffff000000,
    0xffffffffffff0000,
    0xffffffffffffff00,
    UINT64_MAX,
#endif
};

/*
 * Of the n bytes at `p`; eight can be read there. Words are long and short in no
 * order that a processor could foresee, so there is no branch on it.
 */
static inline struct pv_prefilter_key pv_prefilter_key_of(const char *p, size_t n)
{
    size_t n_head = pv_min(n, PV_PREFILTER_KEY_BYTES);
    uint64_t mask = pv_prefilter_first_bytes[n_head];
    return (struct pv_prefilter_key){pv_prefilter_load_8(p) & mask,
                                     pv_prefilter_load_8(p + (n - n_head)) & mask, n};
}

/* Of any n bytes, of which there are some. */
static inline struct pv_prefilter_key pv_prefilter_key_of_any(const char *p, size_t n)
{
    char copy[PV_PREFILTER_KEY_BYTES] = {0};
    if (n >= PV_PREFILTER_KEY_BYTES)
        return pv_prefilter_key_of(p, n);
    memcpy(copy, p, n);
    return pv_prefilter_key_of(copy, n);
}

static inline uint64_t pv_prefilter_hash(const struct pv_prefilter_key *key)
{
    uint64_t hash = (key->head + key->n) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 32;
    return (hash ^ key->tail) * UINT64_C(0xbf58476d1ce4e5b9);
}

static inline size_t pv_prefilter_bit(uint64_t hash)
{
    return (size_t)(hash >> (64U - PV_PREFILTER_BITS_LOG2));
}

static inline size_t pv_prefilter_slot_of(uint64_t hash, size_t mask)
{
    return (size_t)(hash >> 32 ^ hash) & mask;
}

/* The middle of a long word is in neither end. */
static inline bool pv_prefilter_holds(const struct pv_prefilter_slot *slot,
                                      const struct pv_prefilter_key *key, const char *p)
{
    return slot->head == key->head && slot->tail == key->tail && slot->n == key->n &&
           (key->n <= (size_t)2 * PV_PREFILTER_KEY_BYTES || memcmp(slot->text, p, key->n) == 0);
}

#endif
