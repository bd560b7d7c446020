/* SPDX-License-Identifier: Apache-2.0 */
/*
 * completion: scripts that complete commands, made from the table of commands.
 */
#ifndef PV_APP_CLI_COMPLETION_H
#define PV_APP_CLI_COMPLETION_H

#include "base/buf.h"

void pv_completion_write_bash(struct pv_buf *out);
void pv_completion_write_zsh(struct pv_buf *out);
void pv_completion_write_fish(struct pv_buf *out);

/* The writer for a shell; NULL when it is not one of these. */
void (*pv_completion_of(struct pv_str shell))(struct pv_buf *out);

#endif
