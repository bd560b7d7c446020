/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every call that changes the disk, for every change of a keyset: the process dies before it, in
 * the middle of it or after it, or the disk says no. The file is then the old one or the new one,
 * whole, and the next change goes through. The calls of this program that change the disk are
 * those below: they count, and do as the libraries' do until their turn comes.
 */
#include "crypto/keyset.h"

#include "support/crypto_case.h"
#include "support/test.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum what { DIES_BEFORE, DIES_WITHIN, DIES_AFTER, NO_SPACE, NO_DEVICE, WHAT_COUNT };
enum { NEVER = 0, CALLS_MAX = 100, DONE = 0, FAILED = 40, WRITERS = 4, ROUNDS = 8 };

static struct {
    unsigned turn; /* the call whose turn it is; NEVER */
    enum what what;
    unsigned n;
    char order[CALLS_MAX]; /* a letter for each call */
} disk;

static void die(void)
{
    (void)kill(getpid(), SIGKILL);
}

/* Whether this call fails; it may not return at all. */
static bool is_refused(char letter)
{
    disk.order[disk.n % CALLS_MAX] = letter;
    disk.n++;
    if (disk.turn == NEVER || disk.n != disk.turn)
        return false;
    if (disk.what == DIES_BEFORE || disk.what == DIES_WITHIN)
        die();
    errno = disk.what == NO_DEVICE ? EIO : ENOSPC;
    return disk.what == NO_SPACE || disk.what == NO_DEVICE;
}

static int end_call(long result)
{
    if (disk.turn != NEVER && disk.n == disk.turn && disk.what == DIES_AFTER)
        die();
    return (int)result;
}

/* What fails or dies here has written half of it: a file that is torn. */
ssize_t write(int descriptor, const void *bytes, size_t n)
{
    bool is_turn = disk.turn != NEVER && disk.n + 1 == disk.turn && disk.what != DIES_BEFORE &&
                   disk.what != DIES_AFTER;
    if (is_turn)
        (void)syscall(SYS_write, descriptor, bytes, n / 2);
    if (is_refused('w'))
        return -1;
    ssize_t done = syscall(SYS_write, descriptor, bytes, n);
    return end_call(0) == 0 ? done : -1;
}

int fsync(int descriptor)
{
    return is_refused('s') ? -1 : end_call(syscall(SYS_fsync, descriptor));
}

int fchmod(int descriptor, mode_t mode)
{
    return is_refused('m') ? -1 : end_call(syscall(SYS_fchmod, descriptor, mode));
}

int rename(const char *from, const char *to)
{
    return is_refused('r') ? -1 : end_call(syscall(SYS_rename, from, to));
}

int link(const char *from, const char *to)
{
    return is_refused('l') ? -1 : end_call(syscall(SYS_link, from, to));
}

int unlink(const char *path)
{
    return is_refused('u') ? -1 : end_call(syscall(SYS_unlink, path));
}

/* What can be done to a keyset, and whether the file is there before. */
static enum pave_status rotate(struct crypto_case *test, const char *path)
{
    return pave_keyset_rotate(path, &test->unlock, 0, NULL, NULL);
}

static enum pave_status create(struct crypto_case *test, const char *path)
{
    const struct pave_keyset_options options = {
        .size = sizeof options, .name = "new", .passphrase_kib = 8, .passphrase_passes = 1};
    return pave_keyset_create(path, &options, &test->unlock, NULL);
}

static enum pave_status rewrap(struct crypto_case *test, const char *path)
{
    return pave_keyset_rewrap(path, &test->unlock, &test->unlock, NULL);
}

/* Back and forth, so that there is always something to change. */
static enum pave_status promote(struct crypto_case *test, const char *path)
{
    PV_DEFER(pv_keyset_clear) struct pv_keyset keyset = {0};
    PAVE_TRY(pv_keyset_load(&keyset, path, NULL));
    PV_VEC_EACH (struct pv_keyset_key, key, &keyset.keys) {
        if (key->state == PAVE_KEY_ACTIVE || key->state == PAVE_KEY_PENDING)
            return pave_keyset_change(path, &test->unlock, key->id, PAVE_KEY_PRIMARY, NULL);
    }
    return PAVE_NO_KEY;
}

static const struct change {
    const char *name;
    enum pave_status (*run)(struct crypto_case *test, const char *path);
    bool is_new;
} changes[] = {{"rotate", rotate, false},
               {"promote", promote, false},
               {"rewrap", rewrap, false},
               {"create", create, true}};

static const char *path_of(struct crypto_case *test, const struct change *change)
{
    return scratch_path_z(&test->scratch, change->is_new ? "new.keyset" : "values.keyset");
}

/* The revision of a file in which everything is sound; 0 when there is no file. */
static uint64_t sound_revision(struct crypto_case *test, const char *path)
{
    PV_DEFER(pv_keyset_clear) struct pv_keyset keyset = {0};
    if (access(path, F_OK) != 0)
        return 0;
    assert_int_equal(pave_keyset_check(path, &test->unlock, NULL), PAVE_OK);
    assert_int_equal(pv_keyset_load(&keyset, path, NULL), PAVE_OK);
    for (size_t i = 0; i < keyset.keys.n; i++) {
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(keyset.keys.p[i].id, keyset.keys.p[j].id);
    }
    return keyset.revision;
}

/* Changes the file in a child; gives whether the turn came at all. */
static bool meets_its_turn(struct crypto_case *test, const struct change *change, unsigned turn,
                           enum what what, int *status)
{
    const char *path = path_of(test, change);
    pid_t child = fork();
    if (child == 0) {
        disk.n = 0;
        disk.turn = turn;
        disk.what = what;
        enum pave_status got = change->run(test, path);
        bool was_met = disk.n >= disk.turn;
        disk.turn = NEVER;
        _exit((got == PAVE_OK ? DONE : FAILED) + (was_met ? 1 : 0));
    }
    assert_int_equal(waitpid(child, status, 0), child);
    return WIFSIGNALED(*status) || WEXITSTATUS(*status) % 2 == 1;
}

static void check_after(struct crypto_case *test, const struct change *change, uint64_t before,
                        int status)
{
    uint64_t after = sound_revision(test, path_of(test, change));
    assert_true(after == before || after == before + 1);
    if (WIFSIGNALED(status))
        return;
    /* Who was told that it was done finds it done; who was told that it was not, may try again. */
    if (WEXITSTATUS(status) < FAILED)
        assert_int_equal(after, before + 1);
    else
        assert_int_equal(after, before);
}

static void go_through(struct crypto_case *test, const struct change *change, enum what what)
{
    const char *path = path_of(test, change);
    bool is_met = true;
    unsigned turn = 1;
    for (; is_met; turn++) {
        int status = 0;
        assert_true(turn < CALLS_MAX);
        if (change->is_new)
            (void)unlink(path);
        uint64_t before = sound_revision(test, path);
        is_met = meets_its_turn(test, change, turn, what, &status);
        check_after(test, change, before, status);
        if (is_met && what < NO_SPACE)
            assert_true(WIFSIGNALED(status));
        /* Whatever is left behind is in nobody's way. */
        if (!change->is_new)
            assert_int_equal(change->run(test, path), PAVE_OK);
    }
    assert_true(turn > 4); /* the mode, the bytes, the file's end, its name */
}

static int begin(void **state)
{
    static struct crypto_case test;
    crypto_case_begin(&test);
    crypto_case_keyset(&test, "values", NULL, NULL);
    *state = &test;
    return 0;
}

static int end(void **state)
{
    crypto_case_end(*state);
    return 0;
}

static void every_change_survives_a_crash_at_every_call(void **state)
{
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        assert_int_equal(rotate(*state, path_of(*state, &changes[0])), PAVE_OK);
        for (enum what what = DIES_BEFORE; what <= DIES_AFTER; what++)
            go_through(*state, &changes[i], what);
    }
}

static void every_change_survives_a_disk_that_fails_at_every_call(void **state)
{
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        assert_int_equal(rotate(*state, path_of(*state, &changes[0])), PAVE_OK);
        for (enum what what = NO_SPACE; what < WHAT_COUNT; what++)
            go_through(*state, &changes[i], what);
    }
}

/* A failed disk leaves no temporary file, and a crash leaves none that others can read. */
static void what_a_failure_leaves_is_nothing(void **state)
{
    struct crypto_case *test = *state;
    size_t before = scratch_count(&test->scratch, "");
    int status = 0;
    assert_true(meets_its_turn(test, &changes[0], 2, NO_SPACE, &status));
    assert_int_equal(scratch_count(&test->scratch, ""), before);
    assert_true(meets_its_turn(test, &changes[3], 2, NO_SPACE, &status));
    assert_int_equal(scratch_count(&test->scratch, ""), before);
}

/* Power may fail at any time: the bytes are on the disk before they have their name. */
static void bytes_are_durable_before_the_name(void **state)
{
    struct crypto_case *test = *state;
    disk.n = 0;
    assert_int_equal(rotate(test, path_of(test, &changes[0])), PAVE_OK);
    disk.order[disk.n] = 0;
    assert_string_equal(disk.order, "mwsrs");
    disk.n = 0;
    assert_int_equal(create(test, path_of(test, &changes[3])), PAVE_OK);
    disk.order[disk.n] = 0;
    assert_string_equal(disk.order, "mwslus");
}

/* Writers that change one file at the same time, of whom some are killed half-way. */
static void writers_lose_nothing_to_each_other(void **state)
{
    struct crypto_case *test = *state;
    const char *path = path_of(test, &changes[0]);
    uint64_t before = sound_revision(test, path);
    pid_t children[WRITERS];
    for (unsigned i = 0; i < WRITERS; i++) {
        children[i] = fork();
        if (children[i] != 0)
            continue;
        disk.n = 0;
        /* Every second one dies in its last round, with the lock in its hands. */
        disk.turn = i % 2 ? 5 * (ROUNDS - 1) + 2 : NEVER;
        disk.what = DIES_WITHIN;
        for (int round = 0; round < ROUNDS; round++) {
            if (rotate(test, path) != PAVE_OK)
                _exit(1);
        }
        _exit(0);
    }
    for (unsigned i = 0; i < WRITERS; i++) {
        int status = 0;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(i % 2 ? WIFSIGNALED(status) : status == 0);
    }
    assert_int_equal(sound_revision(test, path), before + WRITERS * ROUNDS - WRITERS / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_change_survives_a_crash_at_every_call, begin, end),
        cmocka_unit_test_setup_teardown(every_change_survives_a_disk_that_fails_at_every_call,
                                        begin, end),
        cmocka_unit_test_setup_teardown(what_a_failure_leaves_is_nothing, begin, end),
        cmocka_unit_test_setup_teardown(bytes_are_durable_before_the_name, begin, end),
        cmocka_unit_test_setup_teardown(writers_lose_nothing_to_each_other, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
