/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"

#include "app/cli/help.h"
#include "sys/file.h"
#include "text/nearest.h"

enum pv_exit pv_command_unknown(struct pv_str name)
{
    struct pv_nearest nearest = pv_nearest_of(name);
    struct pv_file_info info = {0};
    const struct pv_command *command = NULL;

    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++)
        pv_nearest_offer(&nearest, command->name);
    if (nearest.best.p)
        pv_cli_say("%.*s: unknown command; did you mean %.*s?", PV_STR_FMT(name),
                   PV_STR_FMT(nearest.best));
    else if (pv_is_ok(pv_file_look(name, &info, NULL)))
        pv_cli_say("%.*s: unknown command; to scan it: pave scan %.*s", PV_STR_FMT(name),
                   PV_STR_FMT(name));
    else
        pv_cli_say("%.*s: unknown command; `pave help` lists them", PV_STR_FMT(name));
    return PV_EXIT_USAGE;
}

/* --help among the options, wherever it stands, unless "--" came before. */
static bool asks_for_help(const char *const *words, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++) {
        struct pv_str word = pv_str_of(words[i]);
        if (pv_str_eq(word, PV_STR("--")))
            return false;
        if (pv_str_eq(word, PV_STR("--help")) || pv_str_eq(word, PV_STR("-h")))
            return true;
    }
    return false;
}

static enum pv_exit run_command(struct pv_cli *cli, const struct pv_command *command,
                                const char *const *words, size_t n_words)
{
    struct pv_args args = {0};
    struct pv_err err = {0};

    if (asks_for_help(words, n_words))
        return pv_help_command(command);
    struct pv_result result =
        pv_args_parse(cli->mem, command->options, words, n_words, &args, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    if (command->operands.n == 0 && args.operands.n > 0) {
        pv_cli_say("%.*s: %.*s takes options only", PV_STR_FMT(args.operands.p[0]),
                   PV_STR_FMT(command->name));
        return PV_EXIT_USAGE;
    }
    return command->run(cli, &args);
}

/* Options that stand where a command is expected. */
static enum pv_exit run_option(struct pv_cli *cli, struct pv_str word)
{
    const struct pv_args none = {0};

    if (pv_str_eq(word, PV_STR("--help")) || pv_str_eq(word, PV_STR("-h")))
        return pv_help_overview();
    if (pv_str_eq(word, PV_STR("--version")) || pv_str_eq(word, PV_STR("-V")))
        return pv_cmd_version(cli, &none);
    struct pv_nearest nearest = pv_nearest_of(word);
    pv_nearest_offer(&nearest, PV_STR("--help"));
    pv_nearest_offer(&nearest, PV_STR("--version"));
    if (nearest.best.p)
        pv_cli_say("%.*s: unknown option; did you mean %.*s?", PV_STR_FMT(word),
                   PV_STR_FMT(nearest.best));
    else
        pv_cli_say("%.*s: expected a command before options, as in: pave scan %.*s",
                   PV_STR_FMT(word), PV_STR_FMT(word));
    return PV_EXIT_USAGE;
}

enum pv_exit pv_command_run(struct pv_cli *cli, const char *const *words, size_t n_words)
{
    if (n_words == 0)
        return pv_help_welcome(cli);
    struct pv_str word = pv_str_of(words[0]);
    if (word.n > 1 && word.p[0] == '-')
        return run_option(cli, word);
    const struct pv_command *command = pv_command_find(word);
    if (!command)
        return pv_command_unknown(word);
    return run_command(cli, command, words + 1, n_words - 1);
}
