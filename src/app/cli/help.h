/* SPDX-License-Identifier: Apache-2.0 */
/*
 * help: how commands are used, for people at a terminal.
 */
#ifndef PV_APP_CLI_HELP_H
#define PV_APP_CLI_HELP_H

#include "app/cli/command.h"
#include "base/buf.h"

/* All commands in a few lines each. */
void pv_help_write_overview(struct pv_buf *out);

/* One command: what it does, its options and examples. */
void pv_help_write_command(struct pv_buf *out, const struct pv_command *command);

/* The same, printed. */
enum pv_exit pv_help_overview(void);
enum pv_exit pv_help_command(const struct pv_command *command);

/* What `pave` alone says: what could be done in the current folder. */
enum pv_exit pv_help_welcome(struct pv_cli *cli);

#endif
