/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/wrap_program.h"

#include "base/alloc.h"
#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"

#include <pave/secret.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { KEY_TEXT = (PV_KEY_BYTES * 4 + 2) / 3, STOP_STEPS = 500, STOP_STEP_NS = 2000000 };

struct talk {
    pid_t process;
    int channel; /* its standard input and output, on our side */
    struct pv_program_answer answer;
};

static PV_STATUS start(const char *program, struct talk *talk, struct pave_error *err)
{
    char *const arguments[] = {(char *)(uintptr_t)program, NULL};
    posix_spawn_file_actions_t actions;
    int pair[2] = {-1, -1};

    /* A socket, since writing to one whose other end died can be kept from raising SIGPIPE. */
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return pv_refuse(err, PAVE_IO, 0, "%s: no channel to the program", program);
    int number = posix_spawn_file_actions_init(&actions);
    if (number == 0)
        number = posix_spawn_file_actions_adddup2(&actions, pair[1], STDIN_FILENO);
    if (number == 0)
        number = posix_spawn_file_actions_adddup2(&actions, pair[1], STDOUT_FILENO);
    if (number == 0)
        number = posix_spawn(&talk->process, program, &actions, NULL, arguments, environ);
    (void)posix_spawn_file_actions_destroy(&actions);
    (void)close(pair[1]);
    talk->channel = pair[0];
    if (number == 0)
        return PAVE_OK;
    (void)close(pair[0]);
    return pv_refuse(err, PAVE_NO_FILE, 0, "%s: the wrapping program could not be started",
                     program);
}

/* A program that has answered may tidy up, for a while; one that has not is ended at once. */
static void stop(struct talk *talk, bool is_done)
{
    const struct timespec pause = {.tv_nsec = STOP_STEP_NS};

    (void)close(talk->channel);
    for (int i = 0; is_done && i < STOP_STEPS; i++) {
        if (waitpid(talk->process, NULL, WNOHANG) != 0)
            return;
        (void)nanosleep(&pause, NULL);
    }
    (void)kill(talk->process, SIGKILL);
    while (waitpid(talk->process, NULL, 0) < 0 && errno == EINTR)
        continue;
}

/*
 * A program may answer and end without reading the line: it has refused before it was asked. That
 * the line did not reach it is therefore no failure; whether it has answered is what counts.
 */
static void send_line(int channel, struct pv_str line)
{
    while (line.n > 0) {
        ssize_t n = send(channel, line.p, line.n, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return;
        line = pv_str_sub(line, (size_t)n, line.n);
    }
    (void)shutdown(channel, SHUT_WR);
}

static int64_t now_ms(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Up to the line's end, within the time that a program has. */
static bool receive_line(int channel, struct pv_program_answer *answer)
{
    const int64_t end = now_ms() + PV_PROGRAM_WAIT_MS;
    while (answer->n < sizeof answer->line) {
        struct pollfd ready = {.fd = channel, .events = POLLIN};
        int64_t left = end - now_ms();
        if (left <= 0 || (poll(&ready, 1, (int)left) < 0 && errno != EINTR))
            return false;
        if (!ready.revents)
            continue;
        ssize_t n = recv(channel, answer->line + answer->n, sizeof answer->line - answer->n, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        answer->n += (size_t)n;
        if (answer->line[answer->n - 1] == '\n')
            return true;
    }
    return false;
}

bool pv_program_talk(int channel, struct pv_str line, struct pv_program_answer *out)
{
    send_line(channel, line);
    return receive_line(channel, out);
}

static bool is_answer(struct pv_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] <= ' ' || text.p[i] > '~' || text.p[i] == '"' || text.p[i] == '\\')
            return false;
    }
    return text.n > 0;
}

/* What stands behind "ok " in the answer to a line; a view into `talk`. */
static PV_STATUS ask(const char *program, struct pv_str line, struct talk *talk, struct pv_str *out,
                     struct pave_error *err)
{
    PAVE_TRY(start(program, talk, err));
    bool is_done = pv_program_talk(talk->channel, line, &talk->answer);
    stop(talk, is_done);
    if (!is_done)
        return pv_refuse(err, PAVE_LOCKED, 0, "%s: no answer from the wrapping program", program);
    struct pv_str answer = {talk->answer.line, talk->answer.n - 1};
    if (!pv_str_has_prefix(answer, PV_STR("ok ")))
        return pv_refuse(err, PAVE_LOCKED, 0, "%s: the wrapping program refused", program);
    answer = pv_str_sub(answer, 3, answer.n);
    if (!is_answer(answer))
        return pv_refuse(err, PAVE_LOCKED, 0, "%s: an answer that is not one word", program);
    *out = answer;
    return PAVE_OK;
}

static void free_talk(struct talk **talk)
{
    if (*talk)
        pave_wipe(*talk, sizeof **talk);
    pv_release(*talk);
}

PV_STATUS pv_wrap_program_wrap(const char *program, struct pv_str keyset, const unsigned char *key,
                               struct pv_arena *mem, struct pv_str *out, struct pave_error *err)
{
    PV_DEFER(free_talk) struct talk *talk = pv_alloc(sizeof *talk);
    char text[KEY_TEXT + 2];
    char line[PV_PURPOSE_NAME_MAX + KEY_TEXT + 64];
    struct pv_str answer = {0};

    if (!talk)
        return PAVE_NO_MEMORY;
    pv_base64url_write(key, PV_KEY_BYTES, text);
    int n = snprintf(line, sizeof line, "pave-wrap/1 wrap %.*s %s\n", PV_STR_FMT(keyset), text);
    enum pave_status status =
        n > 0 && (size_t)n < sizeof line
            ? ask(program, (struct pv_str){line, (size_t)n}, talk, &answer, err)
            : PAVE_LIMIT;
    pave_wipe(text, sizeof text);
    pave_wipe(line, sizeof line);
    if (status != PAVE_OK)
        return status;
    return pv_status_of(pv_str_copy(mem, answer, out, NULL));
}

PV_STATUS pv_wrap_program_unwrap(const char *program, struct pv_str keyset, struct pv_str wrapped,
                                 unsigned char *key, struct pave_error *err)
{
    PV_DEFER(free_talk) struct talk *talk = pv_alloc(sizeof *talk);
    PV_DEFER(pv_buf_clear) struct pv_buf line = {.max = (size_t)2 * PV_PROGRAM_LINE_MAX};
    struct pv_str answer = {0};

    if (!talk)
        return PAVE_NO_MEMORY;
    if (!is_answer(wrapped))
        return PAVE_LOCKED;
    pv_buf_format(&line, "pave-wrap/1 unwrap %.*s ", PV_STR_FMT(keyset));
    pv_buf_add(&line, wrapped);
    pv_buf_add_byte(&line, '\n');
    PAVE_TRY(pv_status_of(pv_buf_result(&line, NULL)));
    PAVE_TRY(ask(program, pv_buf_str(&line), talk, &answer, err));
    if (pv_base64url_bytes(answer, key, PV_KEY_BYTES))
        return PAVE_OK;
    pave_wipe(key, PV_KEY_BYTES);
    return pv_refuse(err, PAVE_LOCKED, 0, "%s: the answer is not a key", program);
}
