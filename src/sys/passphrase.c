/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/passphrase.h"

#include "sys/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

enum { LOOK_MS = 100 };

/* What would end or stop the program while its terminal shows nothing. */
static const int stoppers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

struct quiet {
    int terminal;
    struct termios before;
    sigset_t mask;
};

bool pv_passphrase_can_ask(void)
{
    if (!isatty(STDERR_FILENO))
        return false;
    int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal >= 0)
        (void)close(terminal);
    return terminal >= 0;
}

/* What is typed ahead, before it is known that nobody will see it, is dropped. */
static bool silence(struct quiet *quiet)
{
    struct termios without = quiet->before;
    without.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
    return tcsetattr(quiet->terminal, TCSAFLUSH, &without) == 0;
}

static void block(struct quiet *quiet)
{
    sigset_t blocked;
    (void)sigemptyset(&blocked);
    for (size_t i = 0; i < sizeof stoppers / sizeof stoppers[0]; i++)
        (void)sigaddset(&blocked, stoppers[i]);
    (void)pthread_sigmask(SIG_BLOCK, &blocked, &quiet->mask);
}

static bool is_asked_to_stop(const struct quiet *quiet)
{
    sigset_t pending;
    (void)sigemptyset(&pending);
    (void)sigpending(&pending);
    for (size_t i = 0; i < sizeof stoppers / sizeof stoppers[0]; i++) {
        if (sigismember(&pending, stoppers[i]) == 1 && sigismember(&quiet->mask, stoppers[i]) != 1)
            return true;
    }
    return false;
}

static PV_RESULT fill(const struct quiet *quiet, struct pv_passphrase *out, struct pv_err *err)
{
    for (;;) {
        struct pollfd ready = {.fd = quiet->terminal, .events = POLLIN};
        int n_ready = poll(&ready, 1, LOOK_MS);
        if (is_asked_to_stop(quiet))
            return pv_fail(err, PV_STOPPED, 0, "stopped while asking for a passphrase");
        if (n_ready <= 0)
            continue;
        ssize_t n = read(quiet->terminal, out->p + out->n, out->capacity - out->n);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return pv_fail(err, PV_IO, 0, "the terminal could not be read");
        out->n += (size_t)n;
        if (n == 0 || out->p[out->n - 1] == '\n')
            return PV_SUCCESS;
        if (out->n == out->capacity)
            return pv_fail(err, PV_LIMIT, out->n, "a passphrase of at most %zu bytes", out->n);
    }
}

static PV_RESULT ask(const struct quiet *quiet, struct pv_str prompt, struct pv_passphrase *out,
                     struct pv_err *err)
{
    PV_TRY(pv_output_write(quiet->terminal, prompt, err));
    struct pv_result result = fill(quiet, out, err);
    pv_ignore(
        pv_output_write(quiet->terminal, PV_STR("\n"), NULL)); /* the one that was not shown */
    if (pv_is_ok(result) && out->n > 0 && out->p[out->n - 1] == '\n')
        out->n--;
    if (pv_is_ok(result) && out->n == 0)
        return pv_fail(err, PV_INVALID, 0, "an empty passphrase");
    return result;
}

struct pv_result pv_passphrase_ask(struct pv_str prompt, struct pv_passphrase *out,
                                   struct pv_err *err)
{
    struct quiet quiet = {.terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)};
    struct pv_result result;

    out->n = 0;
    if (quiet.terminal < 0)
        return pv_fail(err, PV_UNSUPPORTED, 0, "no terminal to ask for a passphrase");
    block(&quiet);
    if (tcgetattr(quiet.terminal, &quiet.before) == 0 && silence(&quiet)) {
        result = ask(&quiet, prompt, out, err);
        (void)tcsetattr(quiet.terminal, TCSAFLUSH, &quiet.before);
    } else {
        result = pv_fail(err, PV_IO, 0, "the terminal would show what is typed");
    }
    /* A signal that waited is delivered here, with the terminal as it was. */
    (void)pthread_sigmask(SIG_SETMASK, &quiet.mask, NULL);
    (void)close(quiet.terminal);
    return result;
}
