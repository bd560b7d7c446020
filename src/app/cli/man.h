/* SPDX-License-Identifier: Apache-2.0 */
/*
 * man: manual pages in mdoc, made from the table of commands.
 */
#ifndef PV_APP_CLI_MAN_H
#define PV_APP_CLI_MAN_H

#include "app/cli/command.h"
#include "base/buf.h"

/* pave(1). */
void pv_man_write_program(struct pv_buf *out);

/* pave-NAME(1). */
void pv_man_write_command(struct pv_buf *out, const struct pv_command *command);

#endif
