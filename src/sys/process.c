/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/process.h"

#include "base/num.h"
#include "base/vec.h"
#include "sys/clock.h"
#include "sys/output.h"
#include "sys/path_z.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SIGNAL_BASE = 128, WAIT_STEP_MS = 2, NS_PER_MS = 1000000 };

extern char **environ; /* the system declares it nowhere */

/* A program that runs; descriptors are -1 once closed. */
struct child {
    const char *name;
    pid_t pid;
    int input;
    int output[2]; /* reading end, writing end */
    int error[2];
    uint64_t deadline_ns; /* 0: none */
};

static void close_one(int *descriptor)
{
    if (*descriptor >= 0)
        (void)close(*descriptor);
    *descriptor = -1;
}

static void end_child(struct child *child)
{
    close_one(&child->input);
    for (int i = 0; i < 2; i++) {
        close_one(&child->output[i]);
        close_one(&child->error[i]);
    }
    if (child->pid <= 0)
        return;
    (void)kill(-child->pid, SIGKILL); /* its whole group: it may have started others */
    while (waitpid(child->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
}

static bool is_set_by(const char *const *set, const char *entry)
{
    size_t n = strcspn(entry, "=");
    for (size_t i = 0; set && set[i]; i++)
        if (strncmp(set[i], entry, n) == 0 && set[i][n] == '=')
            return true;
    return false;
}

static PV_RESULT make_environment(struct pv_arena *mem, const char *const *set, char ***out,
                                  struct pv_err *err)
{
    PV_VEC(char *) list = {0};
    char **slot = NULL;
    for (size_t i = 0; set && set[i]; i++) {
        PV_TRY(PV_VEC_PUSH(mem, &list, &slot, err));
        *slot = (char *)(uintptr_t)set[i]; /* posix_spawn does not write to it */
    }
    for (size_t i = 0; environ && environ[i]; i++) {
        if (is_set_by(set, environ[i]))
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &list, &slot, err));
        *slot = environ[i];
    }
    PV_TRY(PV_VEC_PUSH(mem, &list, &slot, err));
    *out = list.p;
    return PV_SUCCESS;
}

/* Input lies in memory behind a descriptor: no pipe that could fill up while we read. */
static PV_RESULT open_input(struct child *child, struct pv_str input, struct pv_err *err)
{
    if (input.n == 0) {
        child->input = open("/dev/null", O_RDONLY | O_CLOEXEC);
        return child->input < 0 ? pv_path_fail(err, errno, PV_STR("/dev/null")) : PV_SUCCESS;
    }
    child->input = memfd_create("input", MFD_CLOEXEC);
    if (child->input < 0)
        return pv_path_fail(err, errno, pv_str_of(child->name));
    PV_TRY(pv_output_write(child->input, input, err));
    if (lseek(child->input, 0, SEEK_SET) != 0)
        return pv_path_fail(err, errno, pv_str_of(child->name));
    return PV_SUCCESS;
}

static int set_up(const struct child *child, posix_spawn_file_actions_t *actions,
                  posix_spawnattr_t *attributes)
{
    sigset_t none;
    sigset_t normal;
    (void)sigemptyset(&none);
    (void)sigemptyset(&normal);
    (void)sigaddset(&normal, SIGPIPE);
    int failed = posix_spawn_file_actions_adddup2(actions, child->input, STDIN_FILENO);
    failed |= posix_spawn_file_actions_adddup2(actions, child->output[1], STDOUT_FILENO);
    failed |= posix_spawn_file_actions_adddup2(actions, child->error[1], STDERR_FILENO);
    failed |= posix_spawnattr_setsigmask(attributes, &none);
    failed |= posix_spawnattr_setsigdefault(attributes, &normal);
    failed |= posix_spawnattr_setpgroup(attributes, 0);
    failed |= posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                                       POSIX_SPAWN_SETPGROUP);
    return failed ? ENOMEM : 0;
}

static PV_RESULT start(struct child *child, const char *const *argv, char **environment,
                       struct pv_err *err)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return pv_path_fail(err, ENOMEM, pv_str_of(child->name));
    if (posix_spawnattr_init(&attributes) != 0) {
        (void)posix_spawn_file_actions_destroy(&actions);
        return pv_path_fail(err, ENOMEM, pv_str_of(child->name));
    }
    int number = set_up(child, &actions, &attributes);
    if (number == 0)
        number = posix_spawnp(&child->pid, child->name, &actions, &attributes,
                              (char *const *)(uintptr_t)argv, environment);
    (void)posix_spawnattr_destroy(&attributes);
    (void)posix_spawn_file_actions_destroy(&actions);
    if (number == 0)
        return PV_SUCCESS;
    child->pid = 0;
    return pv_path_fail(err, number, pv_str_of(child->name));
}

static int ms_left(const struct child *child)
{
    if (child->deadline_ns == 0)
        return -1;
    uint64_t now = pv_clock_ns();
    if (now >= child->deadline_ns)
        return 0;
    return (int)pv_min((child->deadline_ns - now) / NS_PER_MS + 1, INT32_MAX);
}

static PV_RESULT took_too_long(const struct child *child, struct pv_err *err)
{
    return pv_fail(err, PV_LIMIT, 0, "%s: took too long and was stopped", child->name);
}

/* Takes what is there; closes the descriptor at its end. Past `max` bytes: PV_LIMIT or dropped. */
static PV_RESULT drain(const struct child *child, int *descriptor, struct pv_buf *into, size_t max,
                       bool may_drop, struct pv_err *err)
{
    char bytes[4096];
    ssize_t got = read(*descriptor, bytes, sizeof bytes);
    if (got == 0)
        close_one(descriptor);
    if (got < 0 && errno != EINTR && errno != EAGAIN)
        return pv_path_fail(err, errno, pv_str_of(child->name));
    if (got <= 0)
        return PV_SUCCESS;
    size_t room = max - pv_min(into->n, max);
    if ((size_t)got > room && !may_drop)
        return pv_fail(err, PV_LIMIT, 0, "%s: wrote more than %zu bytes", child->name, max);
    pv_buf_add(into, (struct pv_str){bytes, pv_min((size_t)got, room)});
    return pv_buf_result(into, err);
}

static PV_RESULT collect(struct child *child, struct pv_buf *output, size_t output_max,
                         struct pv_buf *error, struct pv_err *err)
{
    while (child->output[0] >= 0 || child->error[0] >= 0) {
        /* poll skips negative descriptors */
        struct pollfd polls[] = {{.fd = child->output[0], .events = POLLIN},
                                 {.fd = child->error[0], .events = POLLIN}};
        int ready = poll(polls, PV_COUNT(polls), ms_left(child));
        if (ready == 0)
            return took_too_long(child, err);
        if (ready < 0 && errno != EINTR)
            return pv_path_fail(err, errno, pv_str_of(child->name));
        if (ready < 0)
            continue;
        if (polls[0].revents)
            PV_TRY(drain(child, &child->output[0], output, output_max, false, err));
        if (polls[1].revents)
            PV_TRY(drain(child, &child->error[0], error, PV_PROCESS_ERROR_MAX, true, err));
    }
    return PV_SUCCESS;
}

/* It has closed its streams, which usually means that it has ended. */
static PV_RESULT wait_for_end(struct child *child, int *exit_code, struct pv_err *err)
{
    int status = 0;
    for (;;) {
        pid_t pid = waitpid(child->pid, &status, child->deadline_ns ? WNOHANG : 0);
        if (pid == child->pid)
            break;
        if (pid < 0 && errno != EINTR)
            return pv_path_fail(err, errno, pv_str_of(child->name));
        if (ms_left(child) == 0)
            return took_too_long(child, err);
        if (pid == 0)
            (void)poll(NULL, 0, WAIT_STEP_MS);
    }
    child->pid = 0;
    *exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : SIGNAL_BASE + WTERMSIG(status);
    return PV_SUCCESS;
}

static PV_RESULT open_pipes(struct child *child, struct pv_err *err)
{
    if (pipe2(child->output, O_CLOEXEC) != 0 || pipe2(child->error, O_CLOEXEC) != 0)
        return pv_path_fail(err, errno, pv_str_of(child->name));
    return PV_SUCCESS;
}

static PV_RESULT run(struct pv_arena *mem, const struct pv_process *process, struct pv_buf *output,
                     struct pv_process_end *out, struct pv_err *err)
{
    PV_DEFER(end_child)
    struct child child = {process->argv[0], 0, -1, {-1, -1}, {-1, -1}, 0};
    PV_DEFER(pv_buf_clear) struct pv_buf error = {0};
    struct pv_process_end end = {0};
    char **environment = NULL;
    size_t max = process->output_max_bytes ? process->output_max_bytes : PV_BUF_MAX_DEFAULT;

    PV_TRY(make_environment(mem, process->set, &environment, err));
    PV_TRY(open_input(&child, process->input, err));
    PV_TRY(open_pipes(&child, err));
    if (process->timeout_ms)
        child.deadline_ns = pv_clock_ns() + process->timeout_ms * NS_PER_MS;
    PV_TRY(start(&child, process->argv, environment, err));
    close_one(&child.output[1]);
    close_one(&child.error[1]);
    PV_TRY(collect(&child, output, max, &error, err));
    PV_TRY(wait_for_end(&child, &end.exit_code, err));
    PV_TRY(pv_str_copy(mem, pv_str_trim(pv_buf_str(&error)), &end.error_text, err));
    *out = end;
    return PV_SUCCESS;
}

struct pv_result pv_process_run(struct pv_arena *mem, const struct pv_process *process,
                                struct pv_buf *output, struct pv_process_end *out,
                                struct pv_err *err)
{
    pv_buf_reset(output);
    struct pv_result result = run(mem, process, output, out, err);
    if (!pv_is_ok(result))
        pv_buf_reset(output);
    return result;
}
