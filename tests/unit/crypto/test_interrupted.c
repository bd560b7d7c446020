/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signals that interrupt every system call, several thousand a second: files, keysets and wrapping
 * programs are as without them. And a fork between threads: the child seals and opens.
 */
#include "base/buf.h"
#include "support/crypto_case.h"
#include "support/test.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TICK_US = 150, LARGE = 17 << 20, FORKS = 40 };

static const struct pave_field patient = {"patient", "p-17", 4};
static atomic_uint ticks;

static void tick(int number)
{
    (void)number;
    atomic_fetch_add(&ticks, 1);
}

/* Without SA_RESTART: what is interrupted sees it. */
static void storm(bool is_on)
{
    struct sigaction action = {.sa_handler = tick};
    const struct itimerval every = {{0, is_on ? TICK_US : 0}, {0, is_on ? TICK_US : 0}};
    assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
    assert_int_equal(setitimer(ITIMER_REAL, &every, NULL), 0);
}

static void files_come_through(void **state)
{
    struct crypto_case test;
    char *bytes = malloc(LARGE);
    (void)state;
    crypto_case_usual(&test);
    memset(bytes, 'a', LARGE);
    scratch_write(&test.scratch, "plain", (struct pv_str){bytes, LARGE});
    struct pave_key *key = crypto_case_key(&test, "phi.scan");
    struct pave_file_job job = crypto_case_job(&test, "plain", "sealed", &patient);
    storm(true);
    assert_int_equal(pave_file_seal(key, &job, NULL), PAVE_OK);
    job.in = job.out;
    job.out = scratch_path_z(&test.scratch, "back");
    assert_int_equal(pave_file_unseal(key, &job, NULL), PAVE_OK);
    storm(false);
    assert_true(pv_str_eq(scratch_read(&test.scratch, "back"), (struct pv_str){bytes, LARGE}));
    free(bytes);
    pave_key_close(key);
    crypto_case_end(&test);
}

static void write_program(struct crypto_case *test)
{
    scratch_write(&test->scratch, "program",
                  PV_STR("#!/bin/sh\nread -r version verb keyset text\necho \"ok $text\"\n"));
    assert_int_equal(chmod(scratch_path_z(&test->scratch, "program"), 0700), 0);
}

static void keysets_and_programs_come_through(void **state)
{
    struct crypto_case test;
    uint32_t id = 0;
    (void)state;
    crypto_case_begin(&test);
    write_program(&test);
    crypto_case_keyset(&test, "values", NULL, NULL);
    const char *path = scratch_path_z(&test.scratch, "values.keyset");
    const struct pave_unlock program = {.size = sizeof program,
                                        .program = scratch_path_z(&test.scratch, "program")};
    storm(true);
    for (int i = 0; i < 20; i++)
        assert_int_equal(pave_keyset_rotate(path, &test.unlock, 0, &id, NULL), PAVE_OK);
    assert_int_equal(pave_keyset_rewrap(path, &test.unlock, &program, NULL), PAVE_OK);
    assert_int_equal(pave_keyset_check(path, &program, NULL), PAVE_OK);
    storm(false);
    assert_true(ticks > 0);
    crypto_case_end(&test);
}

struct busy {
    struct pave_key *key;
    atomic_bool is_over;
    atomic_uint failures;
};

static bool round_trip(struct pave_key *key)
{
    unsigned char sealed[128];
    unsigned char opened[64];
    struct pave_room in = {sealed, sizeof sealed, 0};
    struct pave_room out = {opened, sizeof opened, 0};
    return pave_seal_into(key, "Ada", 3, &patient, 1, &in) == PAVE_OK &&
           pave_open_into(key, sealed, in.n, &patient, 1, &out) == PAVE_OK && out.n == 3;
}

static void *keep_busy(void *user)
{
    struct busy *busy = user;
    while (!atomic_load(&busy->is_over)) {
        if (!round_trip(busy->key))
            atomic_fetch_add(&busy->failures, 1);
    }
    return NULL;
}

/* Whatever the other threads held when the process forked, the child has a key that works. */
static void a_child_forked_between_threads_seals(void **state)
{
    struct crypto_case test;
    struct busy busy = {.failures = 0};
    pthread_t threads[3];
    (void)state;
    crypto_case_usual(&test);
    busy.key = crypto_case_key(&test, "phi.name");
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, keep_busy, &busy), 0);
    for (int i = 0; i < FORKS; i++) {
        int status = 0;
        pid_t child = fork();
        if (child == 0)
            _exit(round_trip(busy.key) && round_trip(busy.key) ? 0 : 1);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    atomic_store(&busy.is_over, true);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_int_equal(busy.failures, 0);
    pave_key_close(busy.key);
    crypto_case_end(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_come_through),
        cmocka_unit_test(keysets_and_programs_come_through),
        cmocka_unit_test(a_child_forked_between_threads_seals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
