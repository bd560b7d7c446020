/* SPDX-License-Identifier: Apache-2.0 */
/*
 * thread: one function on several threads, and a counter that they share.
 */
#ifndef PV_SYS_THREAD_H
#define PV_SYS_THREAD_H

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

/* The numbers below `n`, each given once, to whoever asks. */
struct pv_thread_queue {
    atomic_size_t next;
    size_t n;
};

/* False when there is none left. */
bool pv_thread_queue_take(struct pv_thread_queue *queue, size_t *out);

#endif
