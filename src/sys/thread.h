/* SPDX-License-Identifier: Apache-2.0 */
/*
 * thread: one function on several threads, and what they share: a counter, a lock.
 */
#ifndef PV_SYS_THREAD_H
#define PV_SYS_THREAD_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/* How many threads can run at once here: affinity and the container's share are honoured; >= 1. */
unsigned pv_thread_count(void);

/*
 * Calls work(context, index) for each index below `count` (at most
 * PV_THREADS_MAX), each on its own thread, the first on this one, and waits for all.
 * Gives how many ran: fewer when the system refuses threads, but at least one,
 * so work must come from a queue and not from the index.
 */
unsigned pv_thread_run(unsigned count, void (*work)(void *context, unsigned index), void *context);

/* Lets one thread at a time between take and leave. Zero is not valid: it begins with init. */
struct pv_lock {
    pthread_mutex_t mutex;
};

void pv_lock_init(struct pv_lock *lock);
void pv_lock_clear(struct pv_lock *lock);
void pv_lock_take(struct pv_lock *lock);
void pv_lock_leave(struct pv_lock *lock);

/* The numbers below `n`, each given once, to whoever asks. */
struct pv_thread_queue {
    atomic_size_t next;
    size_t n;
};

/* False when there is none left. */
bool pv_thread_queue_take(struct pv_thread_queue *queue, size_t *out);

#endif
