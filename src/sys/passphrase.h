/* SPDX-License-Identifier: Apache-2.0 */
/*
 * passphrase: asks whoever sits at the terminal, without showing what is typed.
 */
#ifndef PV_SYS_PASSPHRASE_H
#define PV_SYS_PASSPHRASE_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>

/* Where a passphrase goes: room of the caller's, who wipes it. */
struct pv_passphrase {
    char *p;
    size_t capacity;
    size_t n;
};

/* Whether there is somebody to ask: the error stream and the controlling terminal are one's. */
bool pv_passphrase_can_ask(void);

/*
 * Shows `prompt` and reads one line, its end left out. PV_INVALID for an empty line, PV_LIMIT for
 * one that does not fit, PV_STOPPED after a signal. The terminal is as before in any case.
 */
PV_RESULT pv_passphrase_ask(struct pv_str prompt, struct pv_passphrase *out, struct pv_err *err);

#endif
