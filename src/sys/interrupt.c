/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/interrupt.h"

#include <signal.h>

/* The one mutable global of Pave: a signal handler has no parameter to carry it. */
static atomic_bool is_asked;

static void note(int signal_number)
{
    (void)signal_number;
    atomic_store(&is_asked, true);
}

/* SA_RESETHAND: whoever asks a second time gets the system's way of stopping. */
static void watch_one(int signal_number)
{
    struct sigaction action = {.sa_handler = note, .sa_flags = (int)(SA_RESETHAND | SA_RESTART)};
    struct sigaction old = {0};
    (void)sigemptyset(&action.sa_mask);
    /* nohup and background shells have signals ignored on purpose. */
    if (sigaction(signal_number, NULL, &old) == 0 && old.sa_handler == SIG_IGN)
        return;
    (void)sigaction(signal_number, &action, NULL);
}

void pv_interrupt_watch(void)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigemptyset(&ignore.sa_mask);
    (void)sigaction(SIGPIPE, &ignore, NULL);
    (void)sigaction(SIGXFSZ, &ignore, NULL);
    watch_one(SIGINT);
    watch_one(SIGTERM);
    watch_one(SIGHUP);
}

const atomic_bool *pv_interrupt_flag(void)
{
    return &is_asked;
}
