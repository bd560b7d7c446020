/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs a program and prints what it used: wall and processor nanoseconds, peak
 * bytes, exit code.
 *
 *     bench_run PROGRAM [ARGUMENT...]
 *
 * A small program does this, since the system counts to a child's peak what its parent
 * held when it was forked: a Python of 16 MB would hide all that is smaller.
 */
#include "sys/clock.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CANNOT_RUN = 127 };

static long long ns_of(struct timeval t)
{
    return (long long)t.tv_sec * 1000000000 + (long long)t.tv_usec * 1000;
}

static void become(char **argv)
{
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int descriptor = 0; descriptor < 3; descriptor++)
        if (dup2(nowhere, descriptor) < 0)
            _exit(CANNOT_RUN);
    execvp(argv[0], argv);
    _exit(CANNOT_RUN);
}

int main(int argc, char **argv)
{
    struct rusage used = {0};
    int status = 0;
    if (argc < 2) {
        fprintf(stderr, "usage: bench_run PROGRAM [ARGUMENT...]\n");
        return 2;
    }
    uint64_t start = pv_clock_ns();
    pid_t pid = fork();
    if (pid == 0)
        become(argv + 1);
    if (pid < 0 || wait4(pid, &status, 0, &used) != pid) {
        perror("bench_run");
        return 3;
    }
    long long wall = (long long)(pv_clock_ns() - start);
    printf("%lld %lld %lld %d\n", wall, ns_of(used.ru_utime) + ns_of(used.ru_stime),
           (long long)used.ru_maxrss * 1024, WIFEXITED(status) ? WEXITSTATUS(status) : CANNOT_RUN);
    return 0;
}
