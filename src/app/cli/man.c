/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/man.h"

/* When the pages last changed: a page must not depend on the day of the build. */
#define PAGE_DATE "November 23, 2026"

enum { LINE_WIDTH = 64 };

/* A dot or quote at the start of a line is a request, and a backslash is an escape anywhere. */
static void add_text(struct pv_buf *out, struct pv_str text)
{
    bool is_start = true;

    for (size_t i = 0; i < text.n; i++) {
        char byte = text.p[i];
        if (is_start && (byte == '.' || byte == '\''))
            PV_BUF_LIT(out, "\\&");
        if (byte == '\\')
            PV_BUF_LIT(out, "\\e");
        else if (byte == '-')
            PV_BUF_LIT(out, "\\-");
        else if (byte == '`' || byte == '\'')
            pv_buf_add(out, byte == '`' ? PV_STR("\\(ga") : PV_STR("\\(aq"));
        else
            pv_buf_add_byte(out, byte);
        is_start = byte == '\n';
    }
}

/* An argument of a macro: quoted, so that words which are macros' names stay words. */
static void add_quoted(struct pv_buf *out, struct pv_str text)
{
    pv_buf_add_byte(out, '"');
    add_text(out, text);
    pv_buf_add_byte(out, '"');
}

/* Each sentence on a line of its own, as mdoc wants it, and none too long for an editor. */
static void add_prose(struct pv_buf *out, struct pv_str text)
{
    struct pv_str word = {0};
    size_t column = 0;

    while (pv_str_split(&text, ' ', &word)) {
        char last = word.n ? word.p[word.n - 1] : ' ';
        if (column > 0 && column + word.n > LINE_WIDTH) {
            pv_buf_add_byte(out, '\n');
            column = 0;
        }
        if (column > 0)
            pv_buf_add_byte(out, ' ');
        add_text(out, word);
        column += word.n + 1;
        if (last == '.' || last == '?') {
            pv_buf_add_byte(out, '\n');
            column = 0;
        }
    }
    if (column > 0)
        pv_buf_add_byte(out, '\n');
}

/* Paragraphs are parted by an empty line in the table, and by .Pp in mdoc. */
static void add_paragraphs(struct pv_buf *out, struct pv_str text)
{
    struct pv_str line = {0};
    bool is_first = true;

    while (pv_str_split(&text, '\n', &line)) {
        if (line.n == 0)
            continue;
        if (!is_first)
            PV_BUF_LIT(out, ".Pp\n");
        is_first = false;
        add_prose(out, line);
    }
}

static void add_status(struct pv_buf *out)
{
    PV_BUF_LIT(
        out,
        ".Sh EXIT STATUS\n"
        ".Bl -tag -width Ds\n"
        ".It 0\nDone.\n"
        ".It 1\nThere are findings, and they were asked to be an error; or a test failed.\n"
        ".It 2\nWrong usage or configuration: an unknown option, no such path, a faulty rule.\n"
        ".It 3\nThe work, or a part of it, could not be done: an unreadable file, a full\n"
        "disk, an interrupt.\n"
        ".El\n");
}

static void add_environment(struct pv_buf *out)
{
    PV_BUF_LIT(out, ".Sh ENVIRONMENT\n"
                    ".Bl -tag -width NO_COLOR\n"
                    ".It Ev NO_COLOR\nNo colour, whatever the terminal can do.\n"
                    ".El\n");
}

void pv_man_write_program(struct pv_buf *out)
{
    const struct pv_command *command = NULL;

    PV_BUF_LIT(out, ".Dd " PAGE_DATE "\n.Dt PAVE 1\n.Os\n"
                    ".Sh NAME\n.Nm pave\n.Nd a paved road for application security\n"
                    ".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar options\n.Op Ar path ...\n"
                    ".Sh DESCRIPTION\n"
                    ".Nm\nfinds chosen classes of security concern in source code,\n"
                    "says what each one means here, and gives the fix.\n"
                    "Each command has a page of its own:\n"
                    ".Bl -tag -width completion\n");
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++)
        pv_buf_format(out, ".It Xr pave-%.*s 1\n%.*s\n", PV_STR_FMT(command->name),
                      PV_STR_FMT(command->summary));
    PV_BUF_LIT(out, ".El\n");
    add_environment(out);
    add_status(out);
    PV_BUF_LIT(out, ".Sh EXAMPLES\nScan the current folder:\n.Pp\n.Dl pave scan\n"
                    ".Sh SEE ALSO\n.Xr git 1\n");
}

static void add_option(struct pv_buf *out, const struct pv_option *option)
{
    PV_BUF_LIT(out, ".It ");
    if (option->letter) {
        pv_buf_format(out, "Fl %c", option->letter);
        PV_BUF_LIT(out, " , ");
    }
    PV_BUF_LIT(out, "Fl ");
    add_quoted(out, PV_STR("-"));
    PV_BUF_LIT(out, " Ns ");
    add_quoted(out, option->name);
    if (option->value.n) {
        PV_BUF_LIT(out, " Ar ");
        add_quoted(out, option->value);
    }
    pv_buf_add_byte(out, '\n');
    add_prose(out, option->help);
    for (const struct pv_option_alias *alias = pv_option_aliases; alias->name.n; alias++) {
        if (!pv_option_has_alias(option, alias))
            continue;
        PV_BUF_LIT(out, "Also \\-\\-");
        add_text(out, alias->name);
        if (alias->value.n)
            pv_buf_format(out, " for %.*s", PV_STR_FMT(alias->value));
        PV_BUF_LIT(out, ".\n");
    }
}

static void add_options(struct pv_buf *out, struct pv_options options)
{
    struct pv_str heading = {0};

    for (size_t i = 0; i < options.n; i++) {
        const struct pv_option *option = &options.p[i];
        if (!pv_str_eq(option->heading, heading)) {
            if (i > 0)
                PV_BUF_LIT(out, ".El\n");
            PV_BUF_LIT(out, ".Ss ");
            add_text(out, option->heading);
            PV_BUF_LIT(out, "\n.Bl -tag -width Ds\n");
        }
        heading = option->heading;
        add_option(out, option);
    }
    PV_BUF_LIT(out, ".El\n");
}

/* As .Dt wants it. */
static void add_upper(struct pv_buf *out, struct pv_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        bool is_lower = text.p[i] >= 'a' && text.p[i] <= 'z';
        pv_buf_add_byte(out, (char)(is_lower ? text.p[i] - 'a' + 'A' : text.p[i]));
    }
}

void pv_man_write_command(struct pv_buf *out, const struct pv_command *command)
{
    PV_BUF_LIT(out, ".Dd " PAGE_DATE "\n.Dt PAVE-");
    add_upper(out, command->name);
    pv_buf_format(out, " 1\n.Os\n.Sh NAME\n.Nm pave-%.*s\n.Nd ", PV_STR_FMT(command->name));
    add_text(out, command->summary);
    pv_buf_format(out, "\n.Sh SYNOPSIS\n.Nm pave %.*s\n.Op Ar options\n",
                  PV_STR_FMT(command->name));
    if (command->operands.n) {
        PV_BUF_LIT(out, ".Ar ");
        add_quoted(out, command->operands);
        pv_buf_add_byte(out, '\n');
    }
    PV_BUF_LIT(out, ".Sh DESCRIPTION\n");
    add_paragraphs(out, command->about);
    add_options(out, command->options);
    add_environment(out);
    add_status(out);
    PV_BUF_LIT(out, ".Sh EXAMPLES\n");
    for (size_t i = 0; i < command->n_examples; i++) {
        if (i > 0)
            PV_BUF_LIT(out, ".Pp\n");
        add_text(out, command->examples[i].text);
        PV_BUF_LIT(out, "\n.Pp\n.Dl ");
        add_text(out, command->examples[i].line);
        pv_buf_add_byte(out, '\n');
    }
    PV_BUF_LIT(out, ".Sh SEE ALSO\n.Xr pave 1\n");
}
