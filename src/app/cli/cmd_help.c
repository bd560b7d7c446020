/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "app/cli/help.h"
#include "app/cli/man.h"

static enum pv_exit print_man(const struct pv_command *command)
{
    struct pv_buf out = {0};

    if (command)
        pv_man_write_command(&out, command);
    else
        pv_man_write_program(&out);
    return pv_cli_print(&out);
}

enum pv_exit pv_cmd_help(struct pv_cli *cli, const struct pv_args *args)
{
    const struct pv_command *command = NULL;

    (void)cli;
    if (args->operands.n > 1) {
        pv_cli_say("%.*s: expected one command at most", PV_STR_FMT(args->operands.p[1]));
        return PV_EXIT_USAGE;
    }
    if (args->operands.n == 1) {
        command = pv_command_find(args->operands.p[0]);
        if (!command)
            return pv_command_unknown(args->operands.p[0]);
    }
    if (pv_args_has(args, PV_OPT_HELP_MAN))
        return print_man(command);
    return command ? pv_help_command(command) : pv_help_overview();
}
