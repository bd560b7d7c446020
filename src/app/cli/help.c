/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/help.h"

#include "app/cli/paragraph.h"

enum { WIDTH = 88, MARGIN = 2, NAME_COLUMN = 4, TEXT_COLUMN = 33, SUMMARY_COLUMN = 16 };

static const struct pv_paragraph plain = {.width = WIDTH};

void pv_help_write_overview(struct pv_buf *out)
{
    const struct pv_command *command = NULL;

    PV_BUF_LIT(out,
               "Pave finds chosen classes of security concern in source code, says what each one\n"
               "means here, and gives the fix.\n\n"
               "Usage: pave COMMAND [OPTIONS] [PATHS]\n\n"
               "Commands:\n");
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++) {
        PV_BUF_LIT(out, "  ");
        pv_buf_add(out, command->name);
        pv_paragraph_pad(out, MARGIN + command->name.n, SUMMARY_COLUMN);
        pv_buf_add(out, command->summary);
        pv_buf_add_byte(out, '\n');
    }
    PV_BUF_LIT(
        out, "\nExamples:\n"
             "  pave scan                         the current folder\n"
             "  pave scan --diff main --error     only what a branch brings; fail if there is any\n"
             "  pave help scan                    everything that scan can do\n"
             "\nStatus: 0 done, 1 findings (with --error), 2 wrong usage or configuration,\n"
             "3 the work could not be done.\n");
}

/* As it is written: "-j, --threads N". */
static void write_option(struct pv_buf *out, const struct pv_option *option)
{
    if (option->letter)
        pv_buf_format(out, "-%c, ", option->letter);
    pv_buf_format(out, "--%.*s", PV_STR_FMT(option->name));
    if (option->value.n)
        pv_buf_format(out, " %.*s", PV_STR_FMT(option->value));
}

/* Other names, said behind the help: "Also --config." */
static void add_aliases(struct pv_buf *out, const struct pv_option *option)
{
    for (const struct pv_option_alias *alias = pv_option_aliases; alias->name.n; alias++) {
        if (!pv_option_has_alias(option, alias))
            continue;
        if (alias->value.n)
            pv_buf_format(out, " --%.*s is short for --%.*s %.*s.", PV_STR_FMT(alias->name),
                          PV_STR_FMT(option->name), PV_STR_FMT(alias->value));
        else
            pv_buf_format(out, " Also --%.*s.", PV_STR_FMT(alias->name));
    }
}

static void add_option(struct pv_buf *out, const struct pv_option *option)
{
    struct pv_buf text = {0};
    size_t line = out->n;

    /* Long names line up whether or not there is a letter. */
    pv_paragraph_pad(out, 0, option->letter ? MARGIN : MARGIN + NAME_COLUMN);
    write_option(out, option);
    size_t column = out->n - line;
    if (column + 2 > TEXT_COLUMN) {
        pv_buf_add_byte(out, '\n');
        column = 0;
    }
    pv_buf_add(&text, option->help);
    add_aliases(&text, option);
    pv_paragraph_pad(out, column, TEXT_COLUMN);
    pv_paragraph_add(
        out, (struct pv_paragraph){.column = TEXT_COLUMN, .indent = TEXT_COLUMN, .width = WIDTH},
        pv_buf_str(&text));
    pv_buf_clear(&text);
}

void pv_help_write_command(struct pv_buf *out, const struct pv_command *command)
{
    struct pv_str heading = {0};

    pv_buf_format(out, "pave %.*s: %.*s\n\n", PV_STR_FMT(command->name),
                  PV_STR_FMT(command->summary));
    pv_buf_format(out, "Usage: pave %.*s [OPTIONS]%s%.*s\n\n", PV_STR_FMT(command->name),
                  command->operands.n ? " " : "", PV_STR_FMT(command->operands));
    pv_paragraph_add(out, plain, command->about);
    for (size_t i = 0; i < command->options.n; i++) {
        const struct pv_option *option = &command->options.p[i];
        if (!pv_str_eq(option->heading, heading))
            pv_buf_format(out, "\n%.*s:\n", PV_STR_FMT(option->heading));
        heading = option->heading;
        add_option(out, option);
    }
    PV_BUF_LIT(out, "\nExamples:\n");
    for (size_t i = 0; i < command->n_examples; i++)
        pv_buf_format(out, "  %.*s\n      %.*s\n", PV_STR_FMT(command->examples[i].line),
                      PV_STR_FMT(command->examples[i].text));
}

enum pv_exit pv_help_overview(void)
{
    struct pv_buf out = {0};

    pv_help_write_overview(&out);
    return pv_cli_print(&out);
}

enum pv_exit pv_help_command(const struct pv_command *command)
{
    struct pv_buf out = {0};

    pv_help_write_command(&out, command);
    return pv_cli_print(&out);
}
