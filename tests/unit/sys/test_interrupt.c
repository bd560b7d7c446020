/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/interrupt.h"

#include "support/test.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void sets_the_flag_once_and_then_ends(void **state)
{
    (void)state;
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        pv_interrupt_watch();
        raise(SIGPIPE);
        if (atomic_load(pv_interrupt_flag()))
            _exit(1);
        raise(SIGTERM);
        if (!atomic_load(pv_interrupt_flag()))
            _exit(2);
        raise(SIGTERM);
        _exit(3);
    }
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGTERM);
}

static void leaves_ignored_signals_ignored(void **state)
{
    (void)state;
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        signal(SIGINT, SIG_IGN);
        pv_interrupt_watch();
        raise(SIGINT);
        _exit(atomic_load(pv_interrupt_flag()) ? 1 : 0);
    }
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_the_flag_once_and_then_ends),
        cmocka_unit_test(leaves_ignored_signals_ignored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
