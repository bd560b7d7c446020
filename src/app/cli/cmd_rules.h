/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cmd_rules: the verbs of `pave rules`; operands begin behind the verb.
 */
#ifndef PV_APP_CLI_CMD_RULES_H
#define PV_APP_CLI_CMD_RULES_H

#include "app/cli/command.h"

/* The tree of a file, or of a pattern. */
enum pv_exit pv_rules_dump(struct pv_cli *cli, const struct pv_args *args);

#endif
