/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "app/cli/completion.h"

enum pv_exit pv_cmd_completion(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_buf out = {0};

    (void)cli;
    if (args->operands.n != 1) {
        pv_cli_say("completion: expected one shell: bash, zsh or fish");
        return PV_EXIT_USAGE;
    }
    void (*write)(struct pv_buf *) = pv_completion_of(args->operands.p[0]);
    if (!write) {
        pv_cli_say("%.*s: unknown shell: expected bash, zsh or fish",
                   PV_STR_FMT(args->operands.p[0]));
        return PV_EXIT_USAGE;
    }
    write(&out);
    return pv_cli_print(&out);
}
