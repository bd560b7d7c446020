/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/keyset.h"

#include "crypto/safefile.h"
#include "support/crypto_case.h"
#include "support/fault.h"
#include "support/test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SYSCALLS_MAX = 2000 };

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

static const char *path_of(struct crypto_case *test)
{
    return scratch_path_z(&test->scratch, "values.keyset");
}

/* The file's revision, when everything in it is sound. */
static uint64_t sound_revision(struct crypto_case *test)
{
    struct pv_keyset keyset = {0};
    struct pave_error err = PAVE_ERROR_INIT;
    assert_int_equal(pave_keyset_check(path_of(test), &test->unlock, &err), PAVE_OK);
    assert_int_equal(pv_keyset_load(&keyset, path_of(test), NULL), PAVE_OK);
    uint64_t revision = keyset.revision;
    pv_keyset_clear(&keyset);
    return revision;
}

static enum pave_key_state state_of(struct crypto_case *test, uint32_t id)
{
    struct pv_keyset keyset = {0};
    assert_int_equal(pv_keyset_load(&keyset, path_of(test), NULL), PAVE_OK);
    const struct pv_keyset_key *key = pv_keyset_find(&keyset, id);
    enum pave_key_state found = key ? key->state : (enum pave_key_state)0;
    pv_keyset_clear(&keyset);
    return found;
}

static uint32_t primary_of(struct crypto_case *test)
{
    struct pv_keyset keyset = {0};
    assert_int_equal(pv_keyset_load(&keyset, path_of(test), NULL), PAVE_OK);
    uint32_t id = pv_keyset_primary(&keyset)->id;
    pv_keyset_clear(&keyset);
    return id;
}

static enum pave_status change(struct crypto_case *test, uint32_t id, enum pave_key_state state)
{
    return pave_keyset_change(path_of(test), &test->unlock, id, state, NULL);
}

static void takes_a_key_through_its_states(void **state)
{
    struct crypto_case *test = *state;
    uint32_t old = primary_of(test);
    uint32_t id = 0;
    assert_int_equal(pave_keyset_rotate(path_of(test), &test->unlock, 0, &id, NULL), PAVE_OK);
    assert_int_equal(state_of(test, id), PAVE_KEY_PENDING);
    assert_int_equal(change(test, old, PAVE_KEY_DISABLED), PAVE_KEY_STATE);
    assert_int_equal(change(test, id, PAVE_KEY_DESTROYED), PAVE_KEY_STATE);
    assert_int_equal(change(test, id, PAVE_KEY_PRIMARY), PAVE_OK);
    assert_int_equal(primary_of(test), id);
    assert_int_equal(state_of(test, old), PAVE_KEY_ACTIVE);
    assert_int_equal(change(test, old, PAVE_KEY_DESTROYED), PAVE_KEY_STATE);
    assert_int_equal(change(test, old, PAVE_KEY_DISABLED), PAVE_OK);
    assert_int_equal(change(test, old, PAVE_KEY_ACTIVE), PAVE_OK);
    assert_int_equal(change(test, old, PAVE_KEY_DISABLED), PAVE_OK);
    assert_int_equal(change(test, old, PAVE_KEY_DESTROYED), PAVE_OK);
    assert_int_equal(change(test, old, PAVE_KEY_ACTIVE), PAVE_KEY_STATE);
    assert_int_equal(change(test, old ^ id ^ 1, PAVE_KEY_ACTIVE), PAVE_NO_KEY);
    assert_int_equal(pave_keyset_rotate(path_of(test), &test->unlock, 3600, &id, NULL), PAVE_OK);
    assert_int_equal(change(test, id, PAVE_KEY_PRIMARY), PAVE_KEY_STATE);
    (void)sound_revision(test);
}

/* No byte of a keyset can be another: metadata and material are vouched for alike. */
static void refuses_every_changed_byte(void **state)
{
    struct crypto_case *test = *state;
    struct pv_str good = scratch_read(&test->scratch, "values.keyset");
    char *text = malloc(good.n);
    for (size_t i = 0; i + 1 < good.n; i++) {
        struct pv_keyset keyset = {0};
        memcpy(text, good.p, good.n);
        text[i] = text[i] == 'A' ? 'B' : (char)(text[i] ^ 1);
        enum pave_status status = pv_keyset_read(&keyset, (struct pv_str){text, good.n}, NULL);
        /* Parameters of Argon2id that are still allowed may take long; those are few. */
        bool is_costly =
            status == PAVE_OK && keyset.wrap.by == PV_WRAP_PASSPHRASE && keyset.wrap.kib > 1024;
        if (status == PAVE_OK && !is_costly)
            status = pv_keyset_unlock(&keyset, &test->unlock, NULL);
        assert_true(is_costly || status != PAVE_OK);
        pv_keyset_clear(&keyset);
    }
    for (size_t n = 0; n + 2 < good.n; n += 7) {
        struct pv_keyset keyset = {0};
        assert_int_not_equal(pv_keyset_read(&keyset, pv_str_sub(good, 0, n), NULL), PAVE_OK);
        pv_keyset_clear(&keyset);
    }
    free(text);
}

static void refuses_another_passphrase(void **state)
{
    struct crypto_case *test = *state;
    struct pave_unlock other = test->unlock;
    struct pave_error err = PAVE_ERROR_INIT;
    other.passphrase = "wrong horse!!";
    assert_int_equal(pave_keyset_check(path_of(test), &other, &err), PAVE_LOCKED);
    assert_null(strstr(err.text, "wrong horse"));
    other.passphrase_size = 0;
    assert_int_equal(pave_keyset_check(path_of(test), &other, &err), PAVE_LOCKED);
    other.passphrase_size = 5000;
    assert_int_equal(pave_keyset_check(path_of(test), &other, &err), PAVE_LIMIT);
    assert_int_equal(pave_keyset_check(path_of(test), NULL, &err), PAVE_ARGUMENT);
    assert_int_equal(pave_keyset_check(NULL, &other, &err), PAVE_ARGUMENT);
}

static void rewraps_the_same_keys(void **state)
{
    struct crypto_case *test = *state;
    struct pave_unlock other = test->unlock;
    uint32_t id = primary_of(test);
    other.passphrase = "a new one";
    other.passphrase_size = 9;
    assert_int_equal(pave_keyset_rewrap(path_of(test), &test->unlock, &other, NULL), PAVE_OK);
    assert_int_equal(pave_keyset_check(path_of(test), &test->unlock, NULL), PAVE_LOCKED);
    assert_int_equal(pave_keyset_rewrap(path_of(test), &other, &test->unlock, NULL), PAVE_OK);
    assert_int_equal(primary_of(test), id);
    (void)sound_revision(test);
}

static void refuses_options_that_cannot_be(void **state)
{
    struct crypto_case *test = *state;
    static const struct pave_keyset_options bad[] = {
        {.size = 1, .name = "a"},
        {.size = sizeof bad[0], .name = "Not A Name"},
        {.size = sizeof bad[0], .name = "a", .kind = "other"},
        {.size = sizeof bad[0], .name = "a", .suite = "ROT13"},
        {.size = sizeof bad[0], .name = "a", .suite = "COBBLESTONE-256"},
        {.size = sizeof bad[0], .name = "a", .passphrase_kib = 1 << 30},
        {.size = sizeof bad[0], .name = "a", .passphrase_passes = 17},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_int_not_equal(pave_keyset_create(scratch_path_z(&test->scratch, "none"), &bad[i],
                                                &test->unlock, NULL),
                             PAVE_OK);
    const struct pave_keyset_options good = {.size = sizeof good, .name = "values"};
    assert_int_equal(pave_keyset_create(path_of(test), &good, &test->unlock, NULL), PAVE_EXISTS);
}

/* Rotates in a child that is killed at its nth entry to or return from the system. */
static bool is_killed_at(struct crypto_case *test, int nth)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
            _exit(77);
        (void)raise(SIGSTOP);
        _exit(pave_keyset_rotate(path_of(test), &test->unlock, 0, NULL, NULL) == PAVE_OK ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFEXITED(status)) {
        assert_int_equal(WEXITSTATUS(status), 77);
        skip();
    }
    for (int i = 0; i < nth; i++) {
        assert_int_equal(ptrace(PTRACE_SYSCALL, child, NULL, NULL), 0);
        assert_int_equal(waitpid(child, &status, 0), child);
        if (WIFEXITED(status)) {
            assert_int_equal(WEXITSTATUS(status), 0);
            return false;
        }
    }
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    return true;
}

static void a_crash_leaves_the_old_keyset_or_the_new_one(void **state)
{
    struct crypto_case *test = *state;
    uint64_t before = sound_revision(test);
    bool is_killed = true;
    int nth = 1;
    for (; is_killed && nth < SYSCALLS_MAX; nth++) {
        is_killed = is_killed_at(test, nth);
        uint64_t after = sound_revision(test);
        assert_true(after == before || after == before + 1);
        before = after;
    }
    assert_false(is_killed);
    assert_true(nth > 10);
}

static void a_full_disk_leaves_the_old_keyset(void **state)
{
    struct crypto_case *test = *state;
    uint64_t before = sound_revision(test);
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        const struct rlimit small = {100, 100};
        (void)signal(SIGXFSZ, SIG_IGN);
        if (setrlimit(RLIMIT_FSIZE, &small) != 0)
            _exit(1);
        enum pave_status got = pave_keyset_rotate(path_of(test), &test->unlock, 0, NULL, NULL);
        _exit(got == PAVE_IO ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(sound_revision(test), before);
}

static void says_when_memory_is_short(void **state)
{
    struct crypto_case *test = *state;
    FAULT_EACH (fault) {
        uint64_t before = 0;
        enum pave_status status = pave_keyset_rotate(path_of(test), &test->unlock, 0, NULL, NULL);
        bool was_hit = fault_stop(&fault);
        assert_int_equal(status, was_hit ? PAVE_NO_MEMORY : PAVE_OK);
        before = sound_revision(test);
        assert_true(before > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(takes_a_key_through_its_states, begin, end),
        cmocka_unit_test_setup_teardown(refuses_every_changed_byte, begin, end),
        cmocka_unit_test_setup_teardown(refuses_another_passphrase, begin, end),
        cmocka_unit_test_setup_teardown(rewraps_the_same_keys, begin, end),
        cmocka_unit_test_setup_teardown(refuses_options_that_cannot_be, begin, end),
        cmocka_unit_test_setup_teardown(a_crash_leaves_the_old_keyset_or_the_new_one, begin, end),
        cmocka_unit_test_setup_teardown(a_full_disk_leaves_the_old_keyset, begin, end),
        cmocka_unit_test_setup_teardown(says_when_memory_is_short, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
