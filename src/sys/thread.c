/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/thread.h"

#include "base/assert.h"
#include "base/buf.h"
#include "sys/file.h"
#include "sys/sys_limits.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>

enum { CPU_MAX_FILE_BYTES = 256 };

/* Processors of a control group's time share, rounded up; 0 when there is none. */
static unsigned quota_of_group(void)
{
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    if (!pv_is_ok(pv_file_read(PV_STR("/sys/fs/cgroup/cpu.max"), CPU_MAX_FILE_BYTES, &bytes, NULL)))
        return 0;
    pv_buf_add_byte(&bytes, '\0');
    if (!pv_is_ok(pv_buf_result(&bytes, NULL)))
        return 0;
    /* "QUOTA PERIOD" in microseconds, or "max PERIOD". */
    char *rest = NULL;
    unsigned long quota = strtoul(bytes.p, &rest, 10);
    unsigned long period = rest == bytes.p ? 0 : strtoul(rest, NULL, 10);
    if (quota == 0 || period == 0 || quota / period >= PV_THREADS_MAX)
        return 0;
    return (unsigned)(quota / period + (quota % period != 0));
}

unsigned pv_thread_count(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    unsigned count = n < 1 ? 1 : (unsigned)n;
    unsigned quota = quota_of_group();
    if (quota > 0 && quota < count)
        count = quota;
    return count > PV_THREADS_MAX ? PV_THREADS_MAX : count;
}

struct worker {
    pthread_t thread;
    void (*work)(void *context, unsigned index);
    void *context;
    unsigned index;
};

static void *run_worker(void *argument)
{
    const struct worker *worker = argument;
    worker->work(worker->context, worker->index);
    return NULL;
}

/*
 * What the system gives by itself may be 128 KiB (musl) or what a shell's limit says, and the
 * depths that walks may reach are counted for more. More than enough is kept.
 */
static bool set_stack(pthread_attr_t *attributes)
{
    size_t size = 0;
    return pthread_attr_getstacksize(attributes, &size) == 0 &&
           (size >= PV_THREAD_STACK_BYTES ||
            pthread_attr_setstacksize(attributes, PV_THREAD_STACK_BYTES) == 0);
}

/* Who asks us to stop asks the first thread: the others' system calls are not interrupted. */
static unsigned start_workers(struct worker *workers, unsigned count)
{
    sigset_t asked;
    sigset_t old;
    pthread_attr_t attributes;
    unsigned started = 1;
    if (pthread_attr_init(&attributes) != 0)
        return started;
    (void)sigemptyset(&asked);
    (void)sigaddset(&asked, SIGINT);
    (void)sigaddset(&asked, SIGTERM);
    (void)sigaddset(&asked, SIGHUP);
    (void)pthread_sigmask(SIG_BLOCK, &asked, &old);
    while (started < count && set_stack(&attributes)) {
        struct worker *worker = &workers[started];
        if (pthread_create(&worker->thread, &attributes, run_worker, worker) != 0)
            break;
        started++;
    }
    (void)pthread_sigmask(SIG_SETMASK, &old, NULL);
    (void)pthread_attr_destroy(&attributes);
    return started;
}

unsigned pv_thread_run(unsigned count, void (*work)(void *context, unsigned index), void *context)
{
    struct worker workers[PV_THREADS_MAX] = {0};
    if (count > PV_THREADS_MAX)
        count = PV_THREADS_MAX;
    for (unsigned i = 0; i < count; i++)
        workers[i] = (struct worker){.work = work, .context = context, .index = i};
    unsigned started = start_workers(workers, count);
    work(context, 0);
    for (unsigned i = 1; i < started; i++)
        (void)pthread_join(workers[i].thread, NULL);
    return started;
}

void pv_lock_init(struct pv_lock *lock)
{
    int code = pthread_mutex_init(&lock->mutex, NULL);
    pv_assert(code == 0); /* a plain lock takes no memory */
}

void pv_lock_clear(struct pv_lock *lock)
{
    (void)pthread_mutex_destroy(&lock->mutex);
}

void pv_lock_take(struct pv_lock *lock)
{
    int code = pthread_mutex_lock(&lock->mutex);
    pv_assert(code == 0);
}

void pv_lock_leave(struct pv_lock *lock)
{
    int code = pthread_mutex_unlock(&lock->mutex);
    pv_assert(code == 0);
}

bool pv_thread_queue_take(struct pv_thread_queue *queue, size_t *out)
{
    size_t at = atomic_fetch_add_explicit(&queue->next, 1, memory_order_relaxed);
    if (at >= queue->n)
        return false;
    *out = at;
    return true;
}
