/* SPDX-License-Identifier: Apache-2.0 */
#include "base/assert.h"

#include "support/test.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void goes_on_when_it_holds(void **state)
{
    int evaluated = 0;
    (void)state;
    pv_assert(++evaluated == 1);
    assert_int_equal(evaluated, 1);
}

static void says_where_and_aborts(void **state)
{
    int ends[2] = {0};
    char said[256] = {0};
    int status = 0;
    (void)state;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)signal(SIGABRT, SIG_DFL);
        (void)dup2(ends[1], STDERR_FILENO);
        pv_assert(1 + 1 == 3);
        _exit(0);
    }
    (void)close(ends[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    (void)close(ends[0]);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
    assert_non_null(strstr(said, "test_assert.c:"));
    assert_non_null(strstr(said, "1 + 1 == 3 does not hold"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_on_when_it_holds),
        cmocka_unit_test(says_where_and_aborts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
