/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "late/late.h"
#include "sys/output.h"

#include <stdlib.h>

static void end_without_library(const struct pv_err *why)
{
    exit((int)pv_cli_fail(PV_EXIT_FAILED, why));
}

int main(int argc, char **argv)
{
    struct pv_arena mem = {0};
    struct pv_cli cli = {
        .mem = &mem,
        .out = pv_terminal_look(PV_OUTPUT_STDOUT),
        .err = pv_terminal_look(PV_OUTPUT_STDERR),
    };
    const char *const *words = (const char *const *)argv;
    size_t n_words = argc > 0 ? (size_t)argc - 1 : 0;
    pv_late_on_missing(end_without_library);
    enum pv_exit status = pv_command_run(&cli, words + (argc > 0), n_words);

    pv_arena_clear(&mem);
    return (int)status;
}
