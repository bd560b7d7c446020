/* SPDX-License-Identifier: Apache-2.0 */
/*
 * progress: the line on a terminal that shows how far a scan is.
 *
 * It appears after a while, so that quick scans do not flicker, is redrawn a few
 * times a second, and leaves nothing behind.
 */
#ifndef PV_APP_CLI_PROGRESS_H
#define PV_APP_CLI_PROGRESS_H

#include "sys/terminal.h"

#include <stddef.h>
#include <stdint.h>

struct pv_progress {
    struct pv_terminal terminal; /* of the error stream */
    uint64_t start_ns;
    uint64_t drawn_ns; /* 0: nothing is on the screen */
};

struct pv_progress pv_progress_begin(struct pv_terminal terminal, uint64_t now_ns);

/* To be called as often as there is something new. Draws only when it is time. */
void pv_progress_step(struct pv_progress *progress, size_t done, size_t all, size_t findings);

/* Wipes the line. */
void pv_progress_end(struct pv_progress *progress);

/* The line for a terminal so many columns wide; gives its length. Cut to `size` bytes. */
size_t pv_progress_line(char *out, size_t size, struct pv_terminal terminal, size_t done,
                        size_t all, size_t findings);

#endif
