/* SPDX-License-Identifier: Apache-2.0 */
/*
 * slots: workers that one thread uses at a time, so that threads do not wait for each other.
 *
 * A process that forks may leave slots taken in the child, by threads that are not there: the
 * others are used then, and in the end none, which callers provide for.
 */
#ifndef PV_CRYPTO_SLOTS_H
#define PV_CRYPTO_SLOTS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PV_SLOTS = 16 };

/* A place for a worker; its own line of the cache, since threads look at places all the time. */
struct pv_slot {
    _Alignas(64) atomic_bool is_busy;
    void *worker; /* of whoever made it busy; NULL until first used */
};

/* Threads have stacks of their own: where to look first, so that they seldom meet. */
static inline size_t pv_slots_first(const void *stack)
{
    return (size_t)((uint64_t)((uintptr_t)stack >> 16) * 0x9e3779b97f4a7c15u >> 60) % PV_SLOTS;
}

/* NULL when all are taken. `stack` is any address on the caller's stack. */
static inline struct pv_slot *pv_slots_take(struct pv_slot *slots, const void *stack)
{
    size_t first = pv_slots_first(stack);
    for (size_t i = 0; i < PV_SLOTS; i++) {
        struct pv_slot *slot = &slots[(first + i) % PV_SLOTS];
        if (!atomic_load_explicit(&slot->is_busy, memory_order_relaxed) &&
            !atomic_exchange_explicit(&slot->is_busy, true, memory_order_acquire))
            return slot;
    }
    return NULL;
}

static inline void pv_slots_give(struct pv_slot *slot)
{
    atomic_store_explicit(&slot->is_busy, false, memory_order_release);
}

#endif
