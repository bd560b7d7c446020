/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/thread.h"

#include "support/test.h"
#include "sys/clock.h"
#include "sys/usage.h"

enum { NUMBERS = 10000 };

struct job {
    struct pv_thread_queue queue;
    atomic_int taken[NUMBERS];
    atomic_int ran;
};

static void take_all(void *context, unsigned index)
{
    struct job *job = context;
    size_t at = 0;
    (void)index;
    atomic_fetch_add(&job->ran, 1);
    while (pv_thread_queue_take(&job->queue, &at))
        atomic_fetch_add(&job->taken[at], 1);
}

static void gives_each_number_once(void **state)
{
    static const unsigned counts[] = {0, 1, 4, 1000};
    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        static struct job job;
        job = (struct job){.queue = {.n = NUMBERS}};
        unsigned ran = pv_thread_run(counts[i], take_all, &job);
        assert_true(ran >= 1 && ran <= 64);
        assert_int_equal(atomic_load(&job.ran), ran);
        for (size_t n = 0; n < NUMBERS; n++)
            assert_int_equal(atomic_load(&job.taken[n]), 1);
    }
}

static void counts_at_least_one_processor(void **state)
{
    (void)state;
    assert_in_range(pv_thread_count(), 1, 64);
}

static void clocks_and_usage_go_forward(void **state)
{
    (void)state;
    uint64_t start = pv_clock_ns();
    assert_true(pv_clock_ns() >= start);
    assert_true(pv_clock_unix_s() > 1700000000);
    assert_true(pv_usage_peak_bytes() > 100000);
}

/* As deep as walks over hostile files go, and more than some systems give a thread. */
static void use_stack(void *context, unsigned index)
{
    volatile char deep[1 << 21];
    struct job *job = context;
    for (size_t i = 0; index > 0 && i < sizeof deep; i += 4096)
        deep[i] = 1;
    atomic_fetch_add(&job->ran, index > 0 ? (int)deep[0] : 1);
}

static void gives_threads_a_stack_whatever_the_system_does(void **state)
{
    static struct job job;
    pthread_attr_t small;
    (void)state;
    assert_int_equal(pthread_attr_init(&small), 0);
    assert_int_equal(pthread_attr_setstacksize(&small, 128 << 10), 0);
    assert_int_equal(pthread_setattr_default_np(&small), 0);
    job = (struct job){0};
    assert_int_equal(pv_thread_run(2, use_stack, &job), 2);
    assert_int_equal(atomic_load(&job.ran), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_threads_a_stack_whatever_the_system_does),
        cmocka_unit_test(gives_each_number_once),
        cmocka_unit_test(counts_at_least_one_processor),
        cmocka_unit_test(clocks_and_usage_go_forward),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
