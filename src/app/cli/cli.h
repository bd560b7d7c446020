/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cli: what every command has: memory, its two streams, and how it ends.
 */
#ifndef PV_APP_CLI_CLI_H
#define PV_APP_CLI_CLI_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "sys/terminal.h"

enum pv_exit {
    PV_EXIT_DONE = 0,
    PV_EXIT_BLOCKED = 1, /* findings, or tests that fail */
    PV_EXIT_USAGE = 2,   /* wrong usage or configuration */
    PV_EXIT_FAILED = 3,  /* the work, or a part of it, could not be done */
};

/* How much a command says beside its results. */
enum pv_talk { PV_TALK_PLAIN, PV_TALK_QUIET, PV_TALK_VERBOSE };

struct pv_cli {
    struct pv_arena *mem; /* lives as long as the command */
    struct pv_terminal out;
    struct pv_terminal err;
};

/* Applies --color: "always", "never"; anything else leaves it to the terminal. */
void pv_cli_colour(struct pv_cli *cli, struct pv_str when);

/* One line to the error stream, "pave: " before it. Control bytes are shown as '?'. */
void pv_cli_say(const char *format, ...) PV_PRINTF(1, 2);

/* Says what `err` says, and gives `exit`. */
enum pv_exit pv_cli_fail(enum pv_exit exit, const struct pv_err *err);

/* The exit that a failure with this code deserves: what the user can mend is PV_EXIT_USAGE. */
enum pv_exit pv_cli_exit_of(enum pv_code code);

/*
 * Results, to standard output; `text` is cleared. A reader that has gone (`| head`) is no
 * failure; any other, one while the text was made included, is said, and gives PV_EXIT_FAILED.
 */
enum pv_exit pv_cli_print(struct pv_buf *text);

/* The worse of two ways to end. */
enum pv_exit pv_cli_worse(enum pv_exit a, enum pv_exit b);

#endif
